"""The officers who enforce the law, what the yearly clearing said of them, and their exams."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.registry.agencies import Agency
from cases.registry.codes import Field
from cases.registry.conditions import in_order, recorded, rule
from cases.registry.records import Kept, KeptQuerySet, Record
from enforcement.querysets import OfficerQuerySet
from enforcement.terms import FULL_MARKS, ExamKind, Fitness


class Officer(Record):
    """A person who enforces the law for one agency, from a day and until a day.

    Whoever changes to another agency leaves the one and is entered anew for the other.
    """

    owners: ClassVar[tuple[str, ...]] = ("agency",)

    number = models.CharField(_("officer's number"), max_length=32)
    name = models.CharField(pgettext_lazy("officer", "name"), max_length=40)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="officers", verbose_name=_("enforcing agency")
    )
    field = models.ForeignKey(
        Field,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="officers",
        verbose_name=_("field of enforcement"),
    )
    post = models.CharField(_("post"), max_length=40, blank=True)
    since_on = models.DateField(_("officer since"))
    until_on = models.DateField(
        _("officer until"), null=True, blank=True, help_text=_("The first day no longer one.")
    )

    objects = OfficerQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("enforcement officer")
        verbose_name_plural = _("enforcement officers")
        ordering = ["number"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["since_on"], name="officer_list"),
            models.Index(fields=["name"], name="officer_by_name"),
            models.Index(
                fields=["since_on", "until_on", "voided_on"],
                name="officer_by_beginning",
                condition=recorded(),
            ),
            models.Index(
                fields=["until_on", "since_on", "voided_on"],
                name="officer_by_leaving",
                condition=recorded(),
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["number"],
                name="officer_number_unique",
                violation_error_message=_("Another officer bears this number."),
            ),
            rule("officer_has_a_number", ~Q(number=""), _("An officer needs a number.")),
            rule(
                "officer_leaves_after_beginning",
                in_order("since_on", "until_on"),
                _("An officer cannot leave before beginning."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Verification(Kept):
    """What one clearing of the roster 清理 said of an officer; each clearing is a row of its own.

    So the number of a past year stays what it was when the next year's clearing comes.
    """

    owners: ClassVar[tuple[str, ...]] = ("officer__agency",)
    belongs_to: ClassVar[str] = "officer"

    officer = models.ForeignKey(
        Officer, models.PROTECT, related_name="verifications", verbose_name=_("officer")
    )
    verified_on = models.DateField(pgettext_lazy("officer", "verified on"))
    fitness = models.CharField(_("finding"), max_length=8, choices=Fitness, default=Fitness.KEPT)

    objects = KeptQuerySet["Verification"].as_manager()

    class Meta:
        verbose_name = _("clearing of the roster")
        verbose_name_plural = _("clearings of the roster")
        ordering = ["-verified_on", "pk"]
        indexes = [
            models.Index(fields=["verified_on", "officer", "fitness"], name="verification_by_day")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["officer", "verified_on"],
                name="verification_once_a_day",
                violation_error_message=_("The officer was already verified on that day."),
            ),
            rule(
                "verification_says_what_it_found",
                ~Q(fitness=""),
                _("A clearing says whether the officer is kept."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verified_on} {self.get_fitness_display()}"


class Exam(Kept):
    """One exam an officer sat; a second attempt is another row."""

    owners: ClassVar[tuple[str, ...]] = ("officer__agency",)
    belongs_to: ClassVar[str] = "officer"

    officer = models.ForeignKey(
        Officer, models.PROTECT, related_name="exams", verbose_name=_("officer")
    )
    kind = models.CharField(
        _("examined for"), max_length=8, choices=ExamKind, default=ExamKind.YEARLY
    )
    held_on = models.DateField(_("exam held on"))
    score = models.DecimalField(_("score"), max_digits=4, decimal_places=1, null=True, blank=True)
    has_passed = models.BooleanField(_("passed"), default=False)

    objects = KeptQuerySet["Exam"].as_manager()

    class Meta:
        verbose_name = _("officer's exam")
        verbose_name_plural = _("officers' exams")
        ordering = ["-held_on", "pk"]
        indexes = [models.Index(fields=["held_on", "officer", "has_passed"], name="exam_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["officer", "held_on", "kind"],
                name="exam_once_a_day",
                violation_error_message=_("The officer already sat this exam on that day."),
            ),
            rule(
                "exam_score_out_of_a_hundred",
                Q(score__isnull=True) | Q(score__gte=0, score__lte=FULL_MARKS),
                _("A score lies between 0 and 100."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on} {self.get_kind_display()}"
