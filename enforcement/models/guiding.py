"""The guiding case: an enforcement case written up so that others do likewise."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.registry.agencies import Agency
from cases.registry.conditions import both_or_neither, in_order, needs, recorded, rule
from cases.registry.records import Record
from enforcement.conditions import unanswered
from enforcement.models.files import CaseFile
from enforcement.querysets import GuidingCaseQuerySet
from enforcement.terms import ReportLevel


class GuidingCase(Record):
    """An enforcement case written up to guide others; edited, submitted upwards, then answered."""

    owners: ClassVar[tuple[str, ...]] = ("agency",)

    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="guiding_cases", verbose_name=_("agency of the case")
    )
    title = models.CharField(_("title"), max_length=120)
    subject = models.CharField(_("matter"), max_length=200, blank=True)
    gist = models.TextField(_("gist"), blank=True)
    file = models.ForeignKey(
        CaseFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="guiding_cases",
        verbose_name=_("enforcement file"),
    )
    edited_on = models.DateField(_("edited on"), null=True, blank=True)
    submitted_on = models.DateField(_("submitted upwards on"), null=True, blank=True)
    submitted_to = models.CharField(
        _("submitted to"), max_length=12, choices=ReportLevel, blank=True
    )
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    declined_on = models.DateField(_("declined on"), null=True, blank=True)
    answered_on = models.GeneratedField(
        expression=Coalesce("adopted_on", "declined_on"),
        output_field=models.DateField(pgettext_lazy("guiding case", "answered on"), null=True),
        db_persist=True,
    )

    objects = GuidingCaseQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("guiding case")
        verbose_name_plural = _("guiding cases")
        ordering = ["-pk"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["submitted_on"], name="guidingcase_list"),
            models.Index(
                fields=["-id"], name="guidingcase_open", condition=recorded() & unanswered()
            ),
            models.Index(fields=["title"], name="guidingcase_by_title"),
            models.Index(
                fields=["edited_on", "voided_on"],
                name="guidingcase_by_editing",
                condition=recorded(),
            ),
            models.Index(
                fields=["submitted_on", "answered_on", "voided_on"],
                name="guidingcase_by_submission",
                condition=recorded(),
            ),
            models.Index(
                fields=["answered_on", "submitted_on", "voided_on"],
                name="guidingcase_by_answer",
                condition=recorded(),
            ),
            models.Index(
                fields=["adopted_on", "voided_on"],
                name="guidingcase_by_adoption",
                condition=recorded(),
            ),
            models.Index(
                fields=["declined_on", "voided_on"],
                name="guidingcase_by_refusal",
                condition=recorded(),
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "title"],
                condition=recorded(),
                name="guidingcase_title_unique",
                violation_error_message=_("This agency has a guiding case of that title already."),
            ),
            rule("guidingcase_has_a_title", ~Q(title=""), _("A guiding case needs a title.")),
            rule(
                "guidingcase_submitted_after_editing",
                needs("submitted_on", "edited_on") & in_order("edited_on", "submitted_on"),
                _("A guiding case is submitted after it was edited."),
            ),
            rule(
                "guidingcase_submitted_to_somebody",
                both_or_neither("submitted_on", "submitted_to"),
                _("A case submitted needs the day and the level, both or neither."),
            ),
            rule(
                "guidingcase_answered_after_submission",
                needs("adopted_on", "submitted_on")
                & in_order("submitted_on", "adopted_on")
                & needs("declined_on", "submitted_on")
                & in_order("submitted_on", "declined_on"),
                _("A guiding case is adopted or declined after it was submitted."),
            ),
            rule(
                "guidingcase_adopted_or_declined",
                Q(adopted_on__isnull=True) | Q(declined_on__isnull=True),
                _("A guiding case is either adopted or declined, not both."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
