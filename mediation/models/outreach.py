"""Sessions at which people say what troubles them and cadres see to it 群众说事 干部解题."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import Agency
from cases.registry.conditions import recorded, rule
from cases.registry.records import Record, RecordQuerySet


class OutreachSession(Record):
    """One session; no more requests are resolved than were heard.

    A request counts as resolved in the session at which it was heard, whenever that was.
    """

    owners: ClassVar[tuple[str, ...]] = ("agency",)

    number = models.CharField(_("session number"), max_length=40)
    held_on = models.DateField(_("session held on"))
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="outreach_sessions",
        verbose_name=_("held by"),
    )
    place = models.CharField(_("place"), max_length=80, blank=True)
    cadres = models.PositiveIntegerField(_("cadres present"), null=True, blank=True)
    residents = models.PositiveIntegerField(_("residents present"), null=True, blank=True)
    requests_heard = models.PositiveIntegerField(_("requests heard"), default=0)
    requests_resolved = models.PositiveIntegerField(_("requests resolved"), default=0)

    objects = RecordQuerySet["OutreachSession"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("outreach session")
        verbose_name_plural = _("outreach sessions")
        ordering = ["-held_on", "-pk"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["-held_on", "-id"], name="outreach_list"),
            models.Index(
                fields=["held_on", "requests_heard", "requests_resolved", "voided_on"],
                name="outreach_by_session",
                condition=recorded(),
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["number"],
                name="outreachsession_number_unique",
                violation_error_message=_("Another session bears this number."),
            ),
            rule(
                "outreachsession_number_not_empty",
                ~Q(number=""),
                _("A session needs a number."),
            ),
            rule(
                "outreachsession_resolves_what_it_heard",
                Q(requests_resolved__lte=F("requests_heard")),
                _("No more requests can be resolved than were heard."),
            ),
        ]

    def __str__(self) -> str:
        return self.number
