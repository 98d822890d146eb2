"""What hangs on a case in rows of its own: parties, suspensions, extensions, tags, letters."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.terms import SuspensionGround, Tag
from cases.registry.conditions import in_order, needs, rule
from cases.registry.parties import Party
from cases.registry.records import Kept, KeptQuerySet

LONGEST_EXTENSION = 30  # days, art. 62(1)


class ReconsiderationParty(Party, Kept):
    """Somebody in a reconsideration case; the respondent is an agency and stands in the case."""

    owners: ClassVar[tuple[str, ...]] = ("case__respondent", "case__resolved_by")
    belongs_to: ClassVar[str] = "case"

    case = models.ForeignKey(
        Reconsideration, models.PROTECT, related_name="parties", verbose_name=_("case")
    )

    objects = KeptQuerySet["ReconsiderationParty"].as_manager()

    class Meta(Party.Meta):
        verbose_name = _("party to a reconsideration")
        verbose_name_plural = _("parties to reconsiderations")
        indexes = [
            models.Index(fields=["name"], name="reconparty_by_name"),
            models.Index(fields=["identity_number"], name="reconparty_by_identity"),
        ]


class Suspension(Kept):
    """A stretch in which the trial stands still (art. 39); it ends when the trial resumes.

    A case has at most one open suspension. The day of resumption no longer belongs to it.
    """

    owners: ClassVar[tuple[str, ...]] = ("case__respondent", "case__resolved_by")
    belongs_to: ClassVar[str] = "case"

    case = models.ForeignKey(
        Reconsideration, models.PROTECT, related_name="suspensions", verbose_name=_("case")
    )
    ground = models.CharField(_("ground"), max_length=8, choices=SuspensionGround)
    suspended_on = models.DateField(_("suspended on"))
    resumed_on = models.DateField(_("resumed on"), null=True, blank=True)
    notice_number = models.CharField(_("number of the notice"), max_length=60, blank=True)
    resumption_number = models.CharField(
        _("number of the notice of resumption"), max_length=60, blank=True
    )

    objects = KeptQuerySet["Suspension"].as_manager()

    class Meta:
        verbose_name = _("suspension")
        verbose_name_plural = _("suspensions")
        ordering = ["suspended_on"]
        constraints = [
            rule(
                "suspension_resumed_after_it_began",
                in_order("suspended_on", "resumed_on"),
                _("A suspension cannot end before it begins."),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(resumed_on__isnull=True),
                name="suspension_one_open_per_case",
                violation_error_message=_("The case is suspended already."),
            ),
            models.UniqueConstraint(
                fields=["case", "suspended_on"],
                name="suspension_once_a_day",
                violation_error_message=_("The case was already suspended on that day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.suspended_on} – {self.resumed_on or '…'}"


class Extension(Kept):
    """The one extension a trial may have (art. 62(1)): at most thirty days, approved in time."""

    owners: ClassVar[tuple[str, ...]] = ("case__respondent", "case__resolved_by")
    belongs_to: ClassVar[str] = "case"

    case = models.OneToOneField(
        Reconsideration, models.PROTECT, related_name="extension", verbose_name=_("case")
    )
    days = models.PositiveSmallIntegerField(_("days"), default=LONGEST_EXTENSION)
    approved_on = models.DateField(_("approved on"))
    approved_by = models.CharField(_("approved by"), max_length=40, blank=True)
    notice_number = models.CharField(_("number of the notice"), max_length=60, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    objects = KeptQuerySet["Extension"].as_manager()

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        constraints = [
            rule(
                "extension_at_most_thirty_days",
                Q(days__gte=1, days__lte=LONGEST_EXTENSION),
                _("An extension is one to thirty days (article 62(1))."),
            ),
        ]

    def __str__(self) -> str:
        return f"+{self.days}"


class CaseTag(Kept):
    """Something that lies over the outcome without changing it; once each."""

    owners: ClassVar[tuple[str, ...]] = ("case__respondent", "case__resolved_by")
    belongs_to: ClassVar[str] = "case"

    case = models.ForeignKey(
        Reconsideration, models.PROTECT, related_name="tags", verbose_name=_("case")
    )
    tag = models.CharField(_("tag"), max_length=20, choices=Tag)

    objects = KeptQuerySet["CaseTag"].as_manager()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["tag"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "tag"],
                name="casetag_once_per_case",
                violation_error_message=_("The case bears this tag already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_tag_display())


class OpinionLetter(Kept):
    """A letter telling an agency what to put right (art. 76), answered within sixty days."""

    owners: ClassVar[tuple[str, ...]] = ("case__respondent", "case__resolved_by")
    belongs_to: ClassVar[str] = "case"

    case = models.ForeignKey(
        Reconsideration, models.PROTECT, related_name="opinion_letters", verbose_name=_("case")
    )
    number = models.CharField(_("document number"), max_length=60)
    problem = models.TextField(_("what is to be put right"), blank=True)
    issued_on = models.DateField(_("issued on"))
    served_on = models.DateField(_("received by the agency on"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)

    objects = KeptQuerySet["OpinionLetter"].as_manager()

    class Meta:
        verbose_name = _("opinion letter")
        verbose_name_plural = _("opinion letters")
        ordering = ["issued_on"]
        indexes = [
            models.Index(fields=["issued_on", "answered_on"], name="opinionletter_by_issue"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["number"],
                name="opinionletter_number_unique",
                violation_error_message=_("Another opinion letter bears this number."),
            ),
            rule(
                "opinionletter_dates_in_order",
                in_order("issued_on", "served_on")
                & in_order("served_on", "answered_on")
                & in_order("issued_on", "answered_on")
                & needs("answered_on", "served_on"),
                _("A letter is issued, then received, then answered."),
            ),
        ]

    def __str__(self) -> str:
        return self.number
