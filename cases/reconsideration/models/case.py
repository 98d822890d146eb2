"""The reconsideration case: what was applied for, how it was taken in, and how it ended."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from cases.reconsideration.conditions import unsettled
from cases.reconsideration.models.rules import CONCLUSION_RULES, INTAKE_RULES, TRIAL_RULES
from cases.reconsideration.querysets import ReconsiderationQuerySet
from cases.reconsideration.terms import (
    Channel,
    Claim,
    NotAcceptedGround,
    Outcome,
    Procedure,
    SimplifiedGround,
    Stage,
    TurnedAway,
)
from cases.registry.agencies import Agency
from cases.registry.codes import ActKind, Field
from cases.registry.conditions import recorded
from cases.registry.dockets import DocketNumber
from cases.registry.records import Record, worked_on
from cases.registry.timing.clocked import Clocked, due_indexes


class Reconsideration(Record, Clocked):
    """One application; accepted or turned away, never both, and with an outcome once concluded.

    Its stage is never stored: it follows from which of its dates are filled in.
    """

    owners: ClassVar[tuple[str, ...]] = ("respondent", "resolved_by")

    docket = models.OneToOneField(
        DocketNumber,
        models.PROTECT,
        related_name="reconsideration",
        verbose_name=_("docket number"),
        editable=False,
    )

    received_on = models.DateField(_("received on"))
    received_by = models.CharField(
        _("received by way of"), max_length=12, choices=Channel, default=Channel.COUNTER
    )

    respondent = models.ForeignKey(
        Agency, models.PROTECT, related_name="reviewed_acts", verbose_name=_("respondent")
    )
    field = models.ForeignKey(
        Field, models.PROTECT, related_name="reconsiderations", verbose_name=_("field")
    )
    act_kind = models.ForeignKey(
        ActKind, models.PROTECT, related_name="reconsiderations", verbose_name=_("kind of act")
    )
    act_name = models.CharField(_("act under review"), max_length=120, blank=True)
    act_number = models.CharField(_("document number of the act"), max_length=60, blank=True)
    act_made_on = models.DateField(_("act made on"), null=True, blank=True)
    act_known_on = models.DateField(_("applicant knew of it on"), null=True, blank=True)
    rights_known_on = models.DateField(
        _("applicant learned of the right to apply on"),
        null=True,
        blank=True,
        help_text=_("Only if the act did not tell right, organ and time limit (article 20(3))."),
    )
    concerns_real_property = models.BooleanField(_("concerns real property"), default=False)
    claim = models.CharField(_("claim"), max_length=20, choices=Claim, default=Claim.REVOKE)
    claim_text = models.TextField(_("claim in the applicant's words"), blank=True)
    document_reviewed = models.CharField(
        _("normative document to be reviewed with it"), max_length=120, blank=True
    )
    compensation_claimed = models.DecimalField(
        _("compensation claimed (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    is_mandatory_first = models.BooleanField(_("must come before a lawsuit"), default=False)
    is_enterprise_related = models.BooleanField(_("concerns an enterprise"), default=False)
    is_disclosure_related = models.BooleanField(
        _("concerns disclosure of information"), default=False
    )

    correction_requested_on = models.DateField(_("correction requested on"), null=True, blank=True)
    correction_served_on = models.DateField(
        _("applicant received the request on"), null=True, blank=True
    )
    correction_received_on = models.DateField(_("correction received on"), null=True, blank=True)
    accepted_on = models.DateField(_("accepted on"), null=True, blank=True)
    is_deemed_accepted = models.BooleanField(_("deemed accepted"), default=False)
    turned_away_on = models.DateField(_("turned away on"), null=True, blank=True)
    turned_away = models.CharField(
        _("turned away as"), max_length=16, choices=TurnedAway, blank=True
    )
    not_accepted_ground = models.CharField(
        _("ground for not accepting"), max_length=8, choices=NotAcceptedGround, blank=True
    )
    intake_ended_on = models.GeneratedField(
        expression=Coalesce("accepted_on", "turned_away_on"),
        output_field=models.DateField(_("intake ended on"), null=True),
        db_persist=True,
    )
    transferred_to = models.CharField(_("transferred to"), max_length=80, blank=True)

    procedure = models.CharField(
        _("procedure"), max_length=12, choices=Procedure, default=Procedure.ORDINARY
    )
    simplified_ground = models.CharField(
        _("ground for the simplified procedure"),
        max_length=8,
        choices=SimplifiedGround,
        blank=True,
    )
    converted_on = models.DateField(_("converted to ordinary on"), null=True, blank=True)
    copy_served_on = models.DateField(_("respondent received the copy on"), null=True, blank=True)
    replied_on = models.DateField(_("respondent replied on"), null=True, blank=True)
    hearing_notified_on = models.DateField(_("hearing announced on"), null=True, blank=True)
    hearing_on = models.DateField(_("hearing on"), null=True, blank=True)
    committee_on = models.DateField(_("committee consulted on"), null=True, blank=True)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="handled_reconsiderations",
        verbose_name=_("handler"),
    )
    second_handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="second_handled_reconsiderations",
        verbose_name=_("second handler"),
    )

    concluded_on = models.DateField(_("concluded on"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=24, choices=Outcome, blank=True)
    decision_number = models.CharField(
        _("document number of the decision"), max_length=60, blank=True
    )
    decision_served_on = models.DateField(_("decision served on"), null=True, blank=True)
    compensation_awarded = models.DecimalField(
        _("compensation awarded (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    resolved_by = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resolved_reconsiderations",
        verbose_name=_("resolved with the help of"),
        help_text=_("The station or centre that brought the parties together."),
    )
    performance_due_on = models.DateField(_("to be performed by"), null=True, blank=True)
    performance_ordered_on = models.DateField(_("performance ordered on"), null=True, blank=True)
    performed_on = models.DateField(_("performed on"), null=True, blank=True)

    objects = ReconsiderationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("reconsideration case")
        verbose_name_plural = _("reconsideration cases")
        ordering = ["-received_on", "-pk"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["-received_on", "-id"], name="recon_list"),
            models.Index(
                fields=["-received_on", "-id"],
                name="recon_open",
                condition=recorded() & unsettled(),
            ),
            *due_indexes(
                "recon",
                always=("respondent",),
                at_times=("handler", "second_handler", "resolved_by"),
            ),
            *worked_on("recon", "handler", "second_handler"),
            # One covering index for each event that figures are counted on, recorded rows only;
            # with the bodies they concern: reports are narrowed down to one, and whoever works for
            # one sees no others.
            models.Index(
                fields=[
                    "received_on",
                    "intake_ended_on",
                    "is_enterprise_related",
                    "respondent",
                    "resolved_by",
                    "voided_on",
                ],
                name="recon_by_receipt",
                condition=recorded(),
            ),
            models.Index(
                fields=[
                    "accepted_on",
                    "concluded_on",
                    "is_enterprise_related",
                    "respondent",
                    "resolved_by",
                    "voided_on",
                ],
                name="recon_by_acceptance",
                condition=recorded(),
            ),
            models.Index(
                fields=[
                    "concluded_on",
                    "accepted_on",
                    "outcome",
                    "is_enterprise_related",
                    "compensation_awarded",
                    "respondent",
                    "resolved_by",
                    "voided_on",
                ],
                name="recon_by_conclusion",
                condition=recorded(),
            ),
            models.Index(
                fields=["turned_away_on", "turned_away", "respondent", "resolved_by", "voided_on"],
                name="recon_by_refusal",
                condition=recorded(),
            ),
            models.Index(
                fields=["intake_ended_on", "received_on", "respondent", "resolved_by", "voided_on"],
                name="recon_by_intake",
                condition=recorded(),
            ),
            # And of one body, whose days lie together there: a year of it is a few pages.
            models.Index(
                fields=["respondent", "received_on", "voided_on"],
                name="recon_body_by_receipt",
                condition=recorded(),
            ),
            models.Index(
                fields=["respondent", "accepted_on", "voided_on"],
                name="recon_body_by_acceptance",
                condition=recorded(),
            ),
            models.Index(
                fields=[
                    "respondent",
                    "concluded_on",
                    "accepted_on",
                    "outcome",
                    "is_enterprise_related",
                    "compensation_awarded",
                    "voided_on",
                ],
                name="recon_body_by_conclusion",
                condition=recorded(),
            ),
            models.Index(
                fields=["respondent", "intake_ended_on", "received_on", "voided_on"],
                name="recon_body_by_intake",
                condition=recorded(),
            ),
            models.Index(fields=["act_number"], name="recon_by_act_number"),
        ]
        constraints = [
            *Record.Meta.constraints,
            *INTAKE_RULES,
            *TRIAL_RULES,
            *CONCLUSION_RULES,
        ]

    def __str__(self) -> str:
        return str(self.docket)

    @property
    def stage(self) -> Stage:
        """The last step that has a date."""
        steps = (
            (self.voided_on, Stage.VOIDED),
            (self.performed_on, Stage.PERFORMED),
            (self.concluded_on, Stage.CONCLUDED),
            (self.accepted_on, Stage.TRIAL),
            (self.turned_away_on, Stage.TURNED_AWAY),
            (self.correction_requested_on and not self.correction_received_on, Stage.CORRECTION),
        )
        return next((stage for reached, stage in steps if reached), Stage.INTAKE)
