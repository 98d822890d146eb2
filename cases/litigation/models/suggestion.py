"""Suggestions of courts and procuratorates to agencies, and what became of them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.litigation.conditions import unanswered
from cases.litigation.models.dispute import Dispute
from cases.litigation.querysets import SuggestionQuerySet
from cases.litigation.terms import Adoption, SuggestionKind
from cases.registry.agencies import Agency, AgencyKind
from cases.registry.conditions import both_or_neither, in_order, recorded, rule
from cases.registry.records import Record
from cases.registry.timing.clocked import Clocked, due_indexes


class Suggestion(Record, Clocked):
    """A suggestion received by an agency; a reply says whether it is adopted."""

    owners: ClassVar[tuple[str, ...]] = ("addressee",)

    kind = models.CharField(_("kind of suggestion"), max_length=16, choices=SuggestionKind)
    issued_by = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="issued_suggestions",
        verbose_name=_("suggestion made by"),
        limit_choices_to={"kind__in": [AgencyKind.COURT, AgencyKind.PROCURATORATE]},
    )
    number = models.CharField(_("document number"), max_length=60)
    addressee = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="suggestions",
        verbose_name=_("addressed to"),
    )
    dispute = models.ForeignKey(
        Dispute,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="suggestions",
        verbose_name=_("follows from the litigation case"),
    )
    subject = models.CharField(_("subject of the suggestion"), max_length=200, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    received_on = models.DateField(_("suggestion received on"))
    due_on = models.DateField(
        _("reply due on"),
        null=True,
        blank=True,
        help_text=_("The day named in the suggestion; a procuratorial one usually two months."),
    )
    replied_on = models.DateField(_("replied on"), null=True, blank=True)
    reply_number = models.CharField(_("document number of the reply"), max_length=60, blank=True)
    adoption = models.CharField(_("whether taken up"), max_length=12, choices=Adoption, blank=True)
    measures = models.TextField(_("what was done about it"), blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("judicial or procuratorial suggestion")
        verbose_name_plural = _("judicial and procuratorial suggestions")
        ordering = ["-received_on", "-pk"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["-received_on", "-id"], name="suggestion_list"),
            models.Index(
                fields=["-received_on", "-id"],
                name="suggestion_open",
                condition=recorded() & unanswered(),
            ),
            *due_indexes("suggestion", always=("addressee",), at_times=("entered_by",)),
            models.Index(
                fields=["received_on", "replied_on", "kind", "voided_on"],
                name="suggestion_by_receipt",
                condition=recorded(),
            ),
            models.Index(
                fields=["due_on", "replied_on", "voided_on"],
                name="suggestion_by_due_day",
                condition=recorded(),
            ),
            models.Index(
                fields=["replied_on", "received_on", "kind", "adoption", "voided_on"],
                name="suggestion_by_reply",
                condition=recorded(),
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["issued_by", "number"],
                condition=recorded(),
                name="suggestion_number_unique",
                violation_error_message=_("This body's suggestion of that number is here already."),
            ),
            rule(
                "suggestion_has_a_number",
                ~Q(number=""),
                _("A suggestion needs its document number."),
            ),
            rule(
                "suggestion_dates_in_order",
                in_order("issued_on", "received_on")
                & in_order("received_on", "due_on")
                & in_order("received_on", "replied_on"),
                _("A suggestion is issued, then received, then replied to."),
            ),
            rule(
                "suggestion_reply_says_whether_adopted",
                both_or_neither("replied_on", "adoption"),
                _("A reply says whether the suggestion is adopted, and nothing else does."),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_in_time(self) -> bool | None:
        """Whether the reply came by the due day; None while one of the two is missing."""
        if self.due_on is None or self.replied_on is None:
            return None
        return self.replied_on <= self.due_on
