"""The mediation: where a dispute came from, who mediated it, and what came of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import Agency, AgencyKind
from cases.registry.conditions import recorded
from cases.registry.dockets import DocketNumber
from cases.registry.records import Record
from cases.registry.timing.clocked import Clocked, due_indexes
from mediation.conditions import unsettled
from mediation.models.mediators import Mediator
from mediation.models.rules import (
    AGREEMENT_RULES,
    CONCLUSION_RULES,
    INTAKE_RULES,
    ORIGIN_RULES,
)
from mediation.querysets import MediationQuerySet
from mediation.terms import (
    AgreementKind,
    Commission,
    DisputeKind,
    Door,
    Result,
    Stage,
    TurnedAway,
)

REFERRING_KINDS = (AgencyKind.COURT, AgencyKind.POLICE_STATION, AgencyKind.PETITION_OFFICE)


class Mediation(Record, Clocked):
    """One dispute through one door; taken up or turned away, and with a result once concluded.

    It comes before the mediators when it is referred or, where nobody refers it, accepted:
    `begun_on`. An agreement, its performance and its confirmation follow only from a result
    that is an agreement.
    """

    owners: ClassVar[tuple[str, ...]] = ("centre", "origin")

    docket = models.OneToOneField(
        DocketNumber,
        models.PROTECT,
        related_name="mediation",
        verbose_name=_("docket number"),
        editable=False,
    )

    door = models.CharField(_("came by way of"), max_length=12, choices=Door)
    origin = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="referred_mediations",
        limit_choices_to={"kind__in": [kind.value for kind in REFERRING_KINDS]},
        verbose_name=_("referred by"),
    )
    origin_number = models.CharField(
        _("number there"),
        max_length=60,
        blank=True,
        help_text=_("Docket number of the court, number of the incident or of the petition."),
    )
    commission = models.CharField(_("entrusted"), max_length=16, choices=Commission, blank=True)
    received_on = models.DateField(
        _("received on"),
        help_text=_("The day the court, station or office recorded it, or the parties applied."),
    )
    kind = models.CharField(_("kind of dispute"), max_length=16, choices=DisputeKind)
    summary = models.TextField(_("what it is about"), blank=True)
    persons = models.PositiveIntegerField(_("persons concerned"), default=2)
    is_enterprise_related = models.BooleanField(_("concerns an enterprise"), default=False)

    referred_on = models.DateField(_("referred on"), null=True, blank=True)
    centre = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mediations",
        limit_choices_to={"kind": AgencyKind.MEDIATION_CENTRE.value},
        verbose_name=_("mediation centre"),
    )
    turned_away_on = models.DateField(_("not referred or accepted on"), null=True, blank=True)
    turned_away = models.CharField(
        _("not referred or accepted because"), max_length=16, choices=TurnedAway, blank=True
    )
    accepted_on = models.DateField(_("accepted by the centre on"), null=True, blank=True)
    mediator = models.ForeignKey(
        Mediator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mediations",
        verbose_name=_("mediator"),
    )
    extended_until = models.DateField(
        _("extended by agreement until"),
        null=True,
        blank=True,
        help_text=_("All parties agreed to go on that long (Invited Mediation art. 27)."),
    )
    begun_on = models.GeneratedField(
        expression=Coalesce("referred_on", "accepted_on"),
        output_field=models.DateField(_("taken up on"), null=True),
        db_persist=True,
    )
    intake_ended_on = models.GeneratedField(
        expression=Coalesce("referred_on", "accepted_on", "turned_away_on"),
        output_field=models.DateField(_("intake ended on"), null=True),
        db_persist=True,
    )

    concluded_on = models.DateField(_("mediation ended on"), null=True, blank=True)
    result = models.CharField(_("result of mediation"), max_length=16, choices=Result, blank=True)
    has_prevented_crime = models.BooleanField(
        _("kept a quarrel from becoming a crime"), default=False
    )
    has_prevented_collective_action = models.BooleanField(
        _("prevented a collective petition or clash"), default=False
    )
    returned_to_court_on = models.DateField(_("returned to the court on"), null=True, blank=True)

    agreement_on = models.DateField(_("agreement reached on"), null=True, blank=True)
    agreement_kind = models.CharField(
        _("form of the agreement"), max_length=8, choices=AgreementKind, blank=True
    )
    agreement_number = models.CharField(_("number of the agreement"), max_length=60, blank=True)
    amount = models.DecimalField(
        _("amount agreed (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    performed_on = models.DateField(_("performed on"), null=True, blank=True)
    confirmation_applied_on = models.DateField(
        _("judicial confirmation applied for on"), null=True, blank=True
    )
    confirmed_on = models.DateField(_("judicially confirmed on"), null=True, blank=True)
    confirmation_refused_on = models.DateField(_("confirmation refused on"), null=True, blank=True)
    confirmation_number = models.CharField(
        _("docket number of the confirmation"), max_length=60, blank=True
    )

    objects = MediationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("mediation")
        verbose_name_plural = _("mediations")
        ordering = ["-received_on", "-pk"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["-received_on", "-id"], name="mediation_list"),
            models.Index(
                fields=["-received_on", "-id"],
                name="mediation_open",
                condition=recorded() & unsettled(),
            ),
            *due_indexes("mediation", at_times=("entered_by", "centre", "origin")),
            models.Index(fields=["origin_number"], name="mediation_by_origin_number"),
            # One covering index for each event that figures are counted on, recorded rows only,
            # with the bodies they are most often narrowed down to;
            # SQLite calls it covering if it holds the column of its own condition as well.
            models.Index(
                fields=["received_on", "door", "commission", "centre", "origin", "voided_on"],
                name="mediation_by_receipt",
                condition=recorded(),
            ),
            models.Index(
                fields=["intake_ended_on", "received_on", "centre", "origin", "voided_on"],
                name="mediation_by_intake",
                condition=recorded(),
            ),
            models.Index(
                fields=[
                    "turned_away_on",
                    "door",
                    "commission",
                    "centre",
                    "origin",
                    "voided_on",
                ],
                name="mediation_by_refusal",
                condition=recorded() & Q(turned_away_on__isnull=False),
            ),
            models.Index(
                fields=[
                    "begun_on",
                    "door",
                    "commission",
                    "origin",
                    "centre",
                    "persons",
                    "voided_on",
                ],
                name="mediation_by_beginning",
                condition=recorded(),
            ),
            models.Index(
                fields=[
                    "concluded_on",
                    "begun_on",
                    "door",
                    "commission",
                    "result",
                    "agreement_kind",
                    "amount",
                    "is_enterprise_related",
                    "has_prevented_crime",
                    "has_prevented_collective_action",
                    "centre",
                    "origin",
                    "voided_on",
                ],
                name="mediation_by_conclusion",
                condition=recorded(),
            ),
            # What happens to few of them: the index holds those alone.
            *(
                models.Index(
                    fields=[event, "voided_on"],
                    name=f"mediation_by_{name}",
                    condition=recorded() & Q(**{f"{event}__isnull": False}),
                )
                for name, event in (
                    ("return", "returned_to_court_on"),
                    ("performance", "performed_on"),
                    ("application", "confirmation_applied_on"),
                    ("confirmation", "confirmed_on"),
                    ("denial", "confirmation_refused_on"),
                )
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            *ORIGIN_RULES,
            *INTAKE_RULES,
            *CONCLUSION_RULES,
            *AGREEMENT_RULES,
        ]

    def __str__(self) -> str:
        return str(self.docket)

    @property
    def stage(self) -> Stage:
        """The last step that has a date."""
        steps = (
            (self.voided_on, Stage.VOIDED),
            (self.performed_on, Stage.PERFORMED),
            (self.confirmed_on, Stage.CONFIRMED),
            (self.concluded_on, Stage.CONCLUDED),
            (self.accepted_on, Stage.MEDIATION),
            (self.referred_on, Stage.REFERRED),
            (self.turned_away_on, Stage.TURNED_AWAY),
        )
        return next((stage for reached, stage in steps if reached), Stage.INTAKE)
