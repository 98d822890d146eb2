"""The examination of a file in a campaign: self-examined, sampled, graded."""

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.registry.conditions import both_or_neither, in_order, recorded, rule
from cases.registry.records import Record
from enforcement.conditions import ungraded
from enforcement.models.campaigns import Campaign
from enforcement.models.files import CaseFile
from enforcement.querysets import ExaminationQuerySet
from enforcement.terms import FULL_MARKS, ExaminationStage, Grade, Veto, VetoEffect


class Examination(Record):
    """One file in one campaign: self-examined, sampled and graded are three different events.

    A score and a grade come with the grading, and only what was self-examined or sampled is
    graded. That the grade is the one the campaign gives for the score, and that nobody reviews
    their own agency, reaches into other tables and is kept by `clean`.
    """

    owners: ClassVar[tuple[str, ...]] = ("file__agency",)

    number = models.CharField(_("examination number"), max_length=40)
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="examinations", verbose_name=_("campaign")
    )
    file = models.ForeignKey(
        CaseFile, models.PROTECT, related_name="examinations", verbose_name=_("enforcement file")
    )
    self_examined_on = models.DateField(_("self-examined on"), null=True, blank=True)
    sampled_on = models.DateField(_("sampled on"), null=True, blank=True)
    graded_on = models.DateField(_("graded on"), null=True, blank=True)
    score = models.DecimalField(_("score"), max_digits=4, decimal_places=1, null=True, blank=True)
    veto = models.CharField(_("veto"), max_length=16, choices=Veto, blank=True)
    grade = models.CharField(_("grade"), max_length=12, choices=Grade, blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="examinations",
        verbose_name=_("reviewer"),
    )
    second_reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="second_examinations",
        verbose_name=_("second reviewer"),
    )

    objects = ExaminationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("file examination")
        verbose_name_plural = _("file examinations")
        ordering = ["-pk"]
        indexes = [
            *Record.Meta.indexes,
            # SQLite asks for voided_on in spite of the condition, and would open every row for it.
            models.Index(fields=["self_examined_on"], name="examination_list"),
            models.Index(
                fields=["-id"], name="examination_open", condition=recorded() & ungraded()
            ),
            models.Index(
                fields=["self_examined_on", "file", "campaign", "voided_on"],
                name="examination_by_self_exam",
                condition=recorded(),
            ),
            models.Index(
                fields=["sampled_on", "file", "campaign", "voided_on"],
                name="examination_by_sample",
                condition=recorded(),
            ),
            models.Index(
                fields=["graded_on", "file", "campaign", "grade", "veto", "voided_on"],
                name="examination_by_grading",
                condition=recorded(),
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["number"],
                name="examination_number_unique",
                violation_error_message=_("Another examination bears this number."),
            ),
            models.UniqueConstraint(
                fields=["campaign", "file"],
                condition=recorded(),
                name="examination_once_a_campaign",
                violation_error_message=_("The file is in this campaign already."),
            ),
            rule(
                "examination_has_a_number",
                ~Q(number=""),
                _("An examination needs a number."),
            ),
            rule(
                "examination_graded_once_seen",
                Q(graded_on__isnull=True)
                | Q(self_examined_on__isnull=False)
                | Q(sampled_on__isnull=False),
                _("Only a file that was self-examined or sampled is graded."),
            ),
            rule(
                "examination_graded_last",
                in_order("self_examined_on", "graded_on") & in_order("sampled_on", "graded_on"),
                _("A file is graded after it was self-examined and sampled."),
            ),
            rule(
                "examination_grade_iff_graded",
                both_or_neither("graded_on", "grade"),
                _("A grade comes with the day of grading, both or neither."),
            ),
            rule(
                "examination_score_iff_graded",
                Q(graded_on__isnull=True, score__isnull=True)
                | Q(graded_on__isnull=False, score__isnull=False),
                _("A score comes with the day of grading, both or neither."),
            ),
            rule(
                "examination_score_out_of_a_hundred",
                Q(score__isnull=True) | Q(score__gte=0, score__lte=FULL_MARKS),
                _("A score lies between 0 and 100."),
            ),
            rule(
                "examination_vetoed_when_graded",
                Q(veto="") | Q(graded_on__isnull=False),
                _("A veto is part of the grading."),
            ),
            rule(
                "examination_veto_bars_excellent",
                Q(veto="") | ~Q(grade=Grade.EXCELLENT),
                _("A file with a veto is not excellent."),
            ),
            rule(
                "examination_two_different_reviewers",
                Q(second_reviewer__isnull=True)
                | (Q(reviewer__isnull=False) & ~Q(second_reviewer=F("reviewer"))),
                _("Name the first reviewer, and as the second somebody else."),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def stage(self) -> ExaminationStage:
        """The furthest step that has a date."""
        steps = (
            (self.voided_on, ExaminationStage.VOIDED),
            (self.graded_on, ExaminationStage.GRADED),
            (self.sampled_on, ExaminationStage.SAMPLED),
            (self.self_examined_on, ExaminationStage.SELF_EXAMINED),
        )
        return next((stage for reached, stage in steps if reached), ExaminationStage.LISTED)

    def clean(self) -> None:
        """What a form can see beyond the row itself.

        Raises:
            ValidationError: the grade is not the campaign's for the score, or a reviewer
                belongs to the agency whose file it is.
        """
        super().clean()
        if self.campaign_id and self.score is not None and self.grade:
            self._check_grade(self.score)
        if self.file_id:
            self._check_reviewers()

    def _check_grade(self, score: Decimal) -> None:
        if self.veto and self.campaign.veto_effect == VetoEffect.ZERO and score:
            raise ValidationError({"score": _("With a veto this campaign gives no score.")})
        earned = self.campaign.grade_of(score, is_vetoed=bool(self.veto))
        if self.grade != earned:
            message = _("By the bands of the campaign this file is graded: %(grade)s.")
            raise ValidationError({"grade": message % {"grade": earned.label}})

    def _check_reviewers(self) -> None:
        for name in ("reviewer", "second_reviewer"):
            reviewer = getattr(self, name)
            if reviewer is not None and reviewer.agency_id == self.file.agency_id:
                raise ValidationError({name: _("Nobody reviews the files of their own agency.")})
