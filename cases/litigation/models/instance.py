"""The instances of a dispute: each court it came before, and how that ended."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.litigation.conditions import unsettled
from cases.litigation.models.dispute import Dispute
from cases.litigation.models.fields import CourtNumberField
from cases.litigation.models.rules import INSTANCE_RULES
from cases.litigation.querysets import InstanceQuerySet
from cases.litigation.terms import (
    BroughtBy,
    CourtDocument,
    Level,
    LossGround,
    Result,
    SimplifiedTrialGround,
    TrialProcedure,
)
from cases.registry.agencies import Agency, AgencyKind
from cases.registry.conditions import recorded
from cases.registry.records import Record


class Instance(Record):
    """A dispute before one court, under that court's number; it has a result once concluded.

    The number is of the instance's own kind and of no other instance, and only one instance
    of a dispute is open at a time. After a remand a second first instance follows.
    """

    owners: ClassVar[tuple[str, ...]] = ("dispute__defendant", "dispute__organ")
    belongs_to: ClassVar[str] = "dispute"

    dispute = models.ForeignKey(
        Dispute, models.PROTECT, related_name="instances", verbose_name=_("litigation case")
    )
    level = models.CharField(_("instance"), max_length=8, choices=Level, default=Level.FIRST)
    court = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="tried_instances",
        verbose_name=_("court"),
        limit_choices_to={"kind": AgencyKind.COURT},
    )
    court_number = CourtNumberField(
        _("docket number of the court"),
        max_length=40,
        help_text=_("As on the court's notice, for instance （2024）甘0503行初12号."),
    )
    brought_by = models.CharField(
        _("appealed or applied for by"), max_length=16, choices=BroughtBy, blank=True
    )

    filed_on = models.DateField(_("docketed by the court on"), null=True, blank=True)
    received_on = models.DateField(
        _("copy received on"),
        help_text=_("The copy of the complaint or the appeal; the answer is due 15 days later."),
    )
    procedure = models.CharField(
        _("procedure"), max_length=12, choices=TrialProcedure, default=TrialProcedure.ORDINARY
    )
    simplified_ground = models.CharField(
        _("ground for the simplified procedure"),
        max_length=8,
        choices=SimplifiedTrialGround,
        blank=True,
    )
    answer_filed_on = models.DateField(_("answer filed on"), null=True, blank=True)

    concluded_on = models.DateField(_("concluded on"), null=True, blank=True)
    result = models.CharField(
        _("result of the instance"), max_length=24, choices=Result, blank=True
    )
    loss_ground = models.CharField(
        _("why it was lost"), max_length=8, choices=LossGround, blank=True
    )
    served_on = models.DateField(_("judgment or ruling received on"), null=True, blank=True)

    objects = InstanceQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("court instance")
        verbose_name_plural = _("court instances")
        ordering = ["-received_on", "-pk"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["-received_on", "-id"], name="instance_list"),
            models.Index(
                fields=["-received_on", "-id"],
                name="instance_open",
                condition=recorded() & unsettled(),
            ),
            models.Index(
                fields=[
                    "received_on",
                    "concluded_on",
                    "level",
                    "brought_by",
                    "dispute",
                    "voided_on",
                ],
                name="instance_by_receipt",
                condition=recorded(),
            ),
            models.Index(
                fields=["concluded_on", "received_on", "level", "result", "dispute", "voided_on"],
                name="instance_by_conclusion",
                condition=recorded(),
            ),
        ]
        constraints = [*Record.Meta.constraints, *INSTANCE_RULES]

    def __str__(self) -> str:
        return self.court_number

    @property
    def document(self) -> CourtDocument | None:
        """Judgment, ruling or mediation document; it follows from the result."""
        return Result(self.result).document if self.result else None
