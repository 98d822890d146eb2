"""The certificate an officer enforces the law with, and until when it is good for that."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Coalesce, Least
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.registry.conditions import both_or_neither, in_order, needs, recorded, rule
from cases.registry.records import Record
from enforcement.models.officers import Officer
from enforcement.querysets import CertificateQuerySet
from enforcement.terms import CancellationGround, CertificateStatus

# LEAST passes over NULL on PostgreSQL and answers NULL on SQLite, so no NULL is let in.
ENDINGS = ("valid_to", Coalesce("collected_on", "valid_to"), Coalesce("cancelled_on", "valid_to"))


class Certificate(Record):
    """A numbered certificate; in force from its issue until it expires, is collected or cancelled.

    Its status on a day is never stored: it follows from these dates. It bears the dates of its
    last suspension.
    """

    owners: ClassVar[tuple[str, ...]] = ("officer__agency",)
    belongs_to: ClassVar[str] = "officer"

    number = models.CharField(_("certificate number"), max_length=40)
    officer = models.ForeignKey(
        Officer, models.PROTECT, related_name="certificates", verbose_name=_("officer")
    )
    region = models.CharField(_("good for the region"), max_length=40, blank=True)
    issued_on = models.DateField(pgettext_lazy("certificate", "issued on"))
    valid_to = models.DateField(
        pgettext_lazy("certificate", "valid to"),
        help_text=_("The first day it no longer holds: the day after the one printed on it."),
    )
    suspended_on = models.DateField(_("certificate suspended on"), null=True, blank=True)
    restored_on = models.DateField(_("certificate given back on"), null=True, blank=True)
    collected_on = models.DateField(_("certificate collected on"), null=True, blank=True)
    cancelled_on = models.DateField(_("certificate cancelled on"), null=True, blank=True)
    cancelled_because = models.CharField(
        _("cancelled because"), max_length=12, choices=CancellationGround, blank=True
    )
    ended_on = models.GeneratedField(
        expression=Least(*ENDINGS),
        output_field=models.DateField(_("no longer in force on")),
        db_persist=True,
    )
    suspension_ended_on = models.GeneratedField(
        expression=Case(
            When(
                suspended_on__isnull=False,
                then=Least(Coalesce("restored_on", "valid_to"), *ENDINGS),
            )
        ),
        output_field=models.DateField(_("suspension ended on"), null=True),
        db_persist=True,
    )

    objects = CertificateQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("enforcement certificate")
        verbose_name_plural = _("enforcement certificates")
        ordering = ["number"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["issued_on"], name="certificate_list"),
            models.Index(
                fields=["issued_on", "ended_on", "voided_on"],
                name="certificate_by_issue",
                condition=recorded(),
            ),
            models.Index(
                fields=["ended_on", "issued_on", "voided_on"],
                name="certificate_by_end",
                condition=recorded(),
            ),
            *(
                models.Index(
                    fields=[event, "voided_on"],
                    name=f"certificate_by_{name}",
                    condition=recorded() & Q(**{f"{event}__isnull": False}),
                )
                for name, event in (
                    ("suspension", "suspended_on"),
                    ("restoration", "suspension_ended_on"),
                    ("collection", "collected_on"),
                    ("cancellation", "cancelled_on"),
                )
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["number"],
                name="certificate_number_unique",
                violation_error_message=_("Another certificate bears this number."),
            ),
            rule("certificate_has_a_number", ~Q(number=""), _("A certificate needs a number.")),
            rule(
                "certificate_ends_after_issue",
                Q(valid_to__gt=F("issued_on"))
                & in_order("issued_on", "collected_on")
                & in_order("issued_on", "cancelled_on"),
                _("A certificate cannot end before it is issued."),
            ),
            rule(
                "certificate_suspended_while_in_force",
                Q(suspended_on__isnull=True)
                | (
                    Q(suspended_on__gte=F("issued_on"), suspended_on__lt=F("valid_to"))
                    & in_order("suspended_on", "collected_on")
                    & in_order("suspended_on", "cancelled_on")
                ),
                _("Only a certificate in force is suspended."),
            ),
            rule(
                "certificate_given_back_after_suspension",
                needs("restored_on", "suspended_on") & in_order("suspended_on", "restored_on"),
                _("A certificate is given back after it was suspended."),
            ),
            rule(
                "certificate_cancelled_says_why",
                both_or_neither("cancelled_on", "cancelled_because"),
                _("A cancelled certificate needs the date and the ground, both or neither."),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def status_on(self, day: date) -> CertificateStatus:
        """What the certificate is worth on the day; the last of its events that has happened."""
        steps = (
            (self.voided_on is not None, CertificateStatus.VOIDED),
            (day < self.issued_on, CertificateStatus.NOT_YET),
            (_reached(self.cancelled_on, day), CertificateStatus.CANCELLED),
            (_reached(self.collected_on, day), CertificateStatus.COLLECTED),
            (day >= self.valid_to, CertificateStatus.EXPIRED),
            (self.is_suspended_on(day), CertificateStatus.SUSPENDED),
        )
        return next((status for holds, status in steps if holds), CertificateStatus.VALID)

    def is_suspended_on(self, day: date) -> bool:
        return _reached(self.suspended_on, day) and not _reached(self.restored_on, day)


def _reached(event: date | None, day: date) -> bool:
    return event is not None and event <= day
