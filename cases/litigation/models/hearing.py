"""The hearings of an instance, and whether the head of the agency came."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.litigation.conditions import excused, head_appeared, to_be_held
from cases.litigation.models.instance import Instance
from cases.litigation.querysets import HearingQuerySet
from cases.litigation.terms import Absence, HeadNotice, HeadRank
from cases.registry.agencies import Agency
from cases.registry.conditions import both_or_neither, in_order, recorded, rule
from cases.registry.records import Record


class Hearing(Record):
    """One day in court: held or put off, and if held, with a head, an excuse or neither.

    A head is due at every hearing (art. 3(3)) but one: who came to an earlier hearing of the
    instance has done his duty, unless the court calls again (Heads art. 7).
    """

    owners: ClassVar[tuple[str, ...]] = (
        "instance__dispute__defendant",
        "instance__dispute__organ",
    )
    belongs_to: ClassVar[str] = "instance"

    instance = models.ForeignKey(
        Instance, models.PROTECT, related_name="hearings", verbose_name=_("court instance")
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="hearings",
        verbose_name=_("agency whose head is due"),
        help_text=_("Joint defendants agree on one, or the court names it (Heads art. 3)."),
    )
    scheduled_on = models.DateField(_("hearing set for"))
    notified_on = models.DateField(_("summons received on"), null=True, blank=True)
    head_notified_on = models.DateField(_("notice for the head received on"), null=True, blank=True)
    head_notice = models.CharField(
        _("why the head was notified"), max_length=8, choices=HeadNotice, blank=True
    )

    adjourned_on = models.DateField(_("hearing put off on"), null=True, blank=True)
    held_on = models.DateField(_("hearing held on"), null=True, blank=True)
    is_discharged = models.BooleanField(
        _("head had come to an earlier hearing"),
        default=False,
        help_text=_("In this instance, and the court did not call again (Heads art. 7)."),
    )
    head_rank = models.CharField(
        _("head who came"),
        max_length=16,
        choices=HeadRank,
        blank=True,
        help_text=_("Not identified in due form, or of another body: no head came (art. 6)."),
    )
    head_name = models.CharField(_("name of the head"), max_length=40, blank=True)
    head_post = models.CharField(_("post of the head"), max_length=60, blank=True)
    staff_came = models.BooleanField(_("staff of the agency came"), default=False)
    has_spoken = models.BooleanField(_("the head spoke"), default=False)
    has_spoken_to_substance = models.BooleanField(
        _("on how to resolve the dispute"),
        default=False,
        help_text=_("On the substance of the dispute, as Heads art. 11(3) asks."),
    )
    absence = models.CharField(_("why no head came"), max_length=8, choices=Absence, blank=True)
    absence_proved_on = models.DateField(
        _("sealed proof handed in on"), null=True, blank=True, help_text=_("Heads art. 9.")
    )
    absence_proof = models.CharField(_("the proof"), max_length=120, blank=True)

    objects = HearingQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("court hearing")
        verbose_name_plural = _("court hearings")
        ordering = ["-scheduled_on", "-pk"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["-scheduled_on", "-id"], name="hearing_list"),
            models.Index(
                fields=["-scheduled_on", "-id"],
                name="hearing_open",
                condition=recorded() & to_be_held(),
            ),
            models.Index(
                fields=[
                    "held_on",
                    "is_discharged",
                    "head_rank",
                    "head_notified_on",
                    "absence",
                    "has_spoken",
                    "has_spoken_to_substance",
                    "instance",
                    "voided_on",
                ],
                name="hearing_by_day",
                condition=recorded(),
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["instance", "scheduled_on"],
                condition=recorded(),
                name="hearing_once_a_day",
                violation_error_message=_("This instance has a hearing on that day already."),
            ),
            rule(
                "hearing_held_or_put_off",
                Q(held_on__isnull=True) | Q(adjourned_on__isnull=True),
                _("A hearing is either held or put off; a new day is a new hearing."),
            ),
            rule(
                "hearing_put_off_before_it",
                in_order("adjourned_on", "scheduled_on"),
                _("A hearing is put off by the day it was set for; after that it was held or not."),
            ),
            rule(
                "hearing_after_its_notices",
                in_order("notified_on", "scheduled_on")
                & in_order("head_notified_on", "scheduled_on")
                & in_order("notified_on", "held_on")
                & in_order("head_notified_on", "held_on"),
                _("A hearing follows its notices."),
            ),
            rule(
                "hearing_head_notified_on_a_ground",
                both_or_neither("head_notified_on", "head_notice"),
                _("A notice for the head has a date and a ground of article 4, both or neither."),
            ),
            rule(
                "hearing_head_known_once_held",
                both_or_neither("held_on", "head_rank"),
                _("A hearing that was held says who came, even if it was nobody."),
            ),
            rule(
                "hearing_head_has_a_name",
                (head_appeared() & ~Q(head_name=""))
                | (~head_appeared() & Q(head_name="", head_post="")),
                _("A head who came has a name; nobody has none."),
            ),
            rule(
                "hearing_discharged_without_a_head",
                Q(is_discharged=False) | Q(head_rank=HeadRank.NONE, head_notified_on__isnull=True),
                _("Only a head who is not called again may stay away without a reason (art. 7)."),
            ),
            rule(
                "hearing_absence_has_a_reason",
                (Q(head_rank=HeadRank.NONE, is_discharged=False) & ~Q(absence=""))
                | (~Q(head_rank=HeadRank.NONE, is_discharged=False) & Q(absence="")),
                _("If a head was due and none came, say why; otherwise there is no reason."),
            ),
            rule(
                "hearing_excuse_is_proved",
                (excused() & Q(absence_proved_on__isnull=False))
                | (~excused() & Q(absence_proved_on__isnull=True, absence_proof="")),
                _("A cause under article 8 needs sealed proof; without it there is no cause."),
            ),
            rule(
                "hearing_spoken_by_who_came",
                (Q(has_spoken=False) | head_appeared())
                & (Q(has_spoken_to_substance=False) | Q(has_spoken=True)),
                _("Only a head who came can have spoken, and to the substance only by speaking."),
            ),
            rule(
                "hearing_staff_at_a_hearing",
                Q(staff_came=False) | Q(held_on__isnull=False),
                _("Staff can only have come to a hearing that was held."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instance} {self.scheduled_on}"

    @property
    def has_head(self) -> bool:
        """A head of the agency came."""
        return self.head_rank not in ("", HeadRank.NONE)

    @property
    def is_excused(self) -> bool:
        """A head was due and stayed away for a proved cause."""
        return self.absence not in ("", Absence.UNJUSTIFIED)
