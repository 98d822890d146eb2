"""The campaign in which files are examined, with the yardstick it grades them by."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.registry.conditions import in_order, rule
from cases.registry.records import Record
from enforcement.querysets import CampaignQuerySet
from enforcement.terms import FULL_MARKS, Grade, VetoEffect


class Campaign(Record):
    """One round of file examination; its grades have lowest scores that descend from full marks.

    The bands stand in the campaign itself, not in rows beside it, so that the database can keep
    them in order. A campaign with three grades leaves the band of the good ones empty.
    """

    owners: ClassVar[tuple[str, ...]] = ()  # announced to everybody, see CampaignQuerySet

    name = models.CharField(_("name"), max_length=80)
    opened_on = models.DateField(_("campaign opened on"))
    closed_on = models.DateField(_("campaign closed on"), null=True, blank=True)
    files_since_on = models.DateField(_("files closed since"))
    files_until_on = models.DateField(
        _("files closed until"), help_text=_("The first day that is no longer part of it.")
    )
    excellent_from = models.DecimalField(
        _("excellent from"), max_digits=4, decimal_places=1, default=Decimal(90)
    )
    good_from = models.DecimalField(
        _("good from"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    qualified_from = models.DecimalField(
        _("qualified from"), max_digits=4, decimal_places=1, default=Decimal(60)
    )
    veto_effect = models.CharField(
        _("effect of a veto"), max_length=12, choices=VetoEffect, default=VetoEffect.FAIL
    )

    objects = CampaignQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("file examination campaign")
        verbose_name_plural = _("file examination campaigns")
        ordering = ["-opened_on", "-pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["name"],
                name="campaign_name_unique",
                violation_error_message=_("Another campaign bears this name."),
            ),
            rule("campaign_has_a_name", ~Q(name=""), _("A campaign needs a name.")),
            rule(
                "campaign_closed_after_opening",
                in_order("opened_on", "closed_on"),
                _("A campaign cannot be closed before it is opened."),
            ),
            rule(
                "campaign_window_has_days",
                Q(files_until_on__gt=F("files_since_on")),
                _("The window of files cannot end before it begins."),
            ),
            rule(
                "campaign_bands_descend",
                Q(
                    excellent_from__lte=FULL_MARKS,
                    excellent_from__gt=F("qualified_from"),
                    qualified_from__gt=0,
                )
                & (
                    Q(good_from__isnull=True)
                    | Q(good_from__lt=F("excellent_from"), good_from__gt=F("qualified_from"))
                ),
                _("Excellent begins above good, good above qualified, all between 0 and 100."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def grade_of(self, score: Decimal, *, is_vetoed: bool = False) -> Grade:
        """The grade that a score earns here, after what a veto takes away."""
        if is_vetoed and self.veto_effect != VetoEffect.NO_EXCELLENT:
            return Grade.UNQUALIFIED
        bands = (
            (Grade.EXCELLENT, None if is_vetoed else self.excellent_from),
            (Grade.GOOD, self.good_from),
            (Grade.QUALIFIED, self.qualified_from),
        )
        reached = (grade for grade, lowest in bands if lowest is not None and score >= lowest)
        return next(reached, Grade.UNQUALIFIED)
