"""The dispute: who was sued over what, and what came of it in the end."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.litigation.conditions import unsettled
from cases.litigation.models.rules import DISPUTE_RULES
from cases.litigation.querysets import DisputeQuerySet
from cases.litigation.standing import standing
from cases.litigation.terms import CORRECTIONS, LOSSES, Defence, Origin, Result, Stage
from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.codes import ActKind, Field
from cases.registry.conditions import recorded, rule
from cases.registry.dockets import DocketNumber
from cases.registry.parties import Party, PartyRole
from cases.registry.records import Kept, KeptQuerySet, Record, worked_on
from cases.registry.timing.clocked import Clocked, due_indexes


class Dispute(Record, Clocked):
    """One matter before the courts, however many instances it takes; counted once.

    It is concluded on the day its effective result is there, and then never open again: a
    retrial is an instance of its own. Its stage follows from its dates, whether it was lost or
    corrected from its result; neither is stored.
    """

    owners: ClassVar[tuple[str, ...]] = ("defendant", "organ")

    docket = models.OneToOneField(
        DocketNumber,
        models.PROTECT,
        related_name="dispute",
        verbose_name=_("docket number"),
        editable=False,
    )
    received_on = models.DateField(_("first notified on"))

    defence = models.CharField(
        _("defendant's part"), max_length=16, choices=Defence, default=Defence.ORIGINAL_AGENCY
    )
    origin = models.CharField(
        _("came to court"), max_length=16, choices=Origin, default=Origin.DIRECT
    )
    defendant = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="disputes",
        verbose_name=_("defendant"),
        help_text=_("With joint defendants: the agency that made the act."),
    )
    organ = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="joint_disputes",
        verbose_name=_("reconsideration organ as joint defendant"),
    )
    reconsideration = models.ForeignKey(
        Reconsideration,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="disputes",
        verbose_name=_("follows from the reconsideration case"),
    )

    field = models.ForeignKey(
        Field, models.PROTECT, related_name="disputes", verbose_name=_("field")
    )
    act_kind = models.ForeignKey(
        ActKind, models.PROTECT, related_name="disputes", verbose_name=_("kind of act")
    )
    act_name = models.CharField(_("act sued over"), max_length=120, blank=True)
    act_number = models.CharField(_("document number of the act"), max_length=60, blank=True)
    act_made_on = models.DateField(_("act made on"), null=True, blank=True)
    act_known_on = models.DateField(_("plaintiff knew of it on"), null=True, blank=True)
    concerns_real_property = models.BooleanField(_("concerns real property"), default=False)
    claim_text = models.TextField(_("claims of the plaintiff"), blank=True)
    document_reviewed = models.CharField(
        _("normative document to be reviewed with it"), max_length=120, blank=True
    )
    compensation_claimed = models.DecimalField(
        _("compensation claimed (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    is_enterprise_related = models.BooleanField(_("concerns an enterprise"), default=False)
    is_disclosure_related = models.BooleanField(
        _("concerns disclosure of information"), default=False
    )
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="handled_disputes",
        verbose_name=_("handler"),
    )
    second_handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="second_handled_disputes",
        verbose_name=_("second handler"),
    )

    concluded_on = models.DateField(
        _("concluded on"),
        null=True,
        blank=True,
        help_text=_("The day on which the effective result was there, whichever instance gave it."),
    )
    result = models.CharField(_("effective result"), max_length=24, choices=Result, blank=True)
    organ_result = models.CharField(
        _("result for the reconsideration decision"),
        max_length=24,
        choices=Result,
        blank=True,
        help_text=_("Joint defendants only: what the judgment says of the organ's decision."),
    )
    compensation_awarded = models.DecimalField(
        _("compensation awarded (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    performance_due_on = models.DateField(_("to be performed by"), null=True, blank=True)
    performed_on = models.DateField(_("performed on"), null=True, blank=True)

    objects = DisputeQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("litigation case")
        verbose_name_plural = _("litigation cases")
        ordering = ["-received_on", "-pk"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["-received_on", "-id"], name="dispute_list"),
            models.Index(
                fields=["-received_on", "-id"],
                name="dispute_open",
                condition=recorded() & unsettled(),
            ),
            *due_indexes(
                "dispute",
                always=("defendant",),
                at_times=("handler", "second_handler", "organ"),
            ),
            *worked_on("dispute", "handler", "second_handler"),
            # One covering index for each event that figures are counted on, recorded rows only;
            # with the bodies they are most often narrowed down to.
            # SQLite calls it covering only if the column of its condition stands in it as well.
            models.Index(
                fields=[
                    "received_on",
                    "concluded_on",
                    "defence",
                    "origin",
                    "is_enterprise_related",
                    "is_disclosure_related",
                    "compensation_claimed",
                    "defendant",
                    "organ",
                    "voided_on",
                ],
                name="dispute_by_receipt",
                condition=recorded(),
            ),
            models.Index(
                fields=[
                    "concluded_on",
                    "received_on",
                    "result",
                    "organ_result",
                    "defence",
                    "compensation_awarded",
                    "defendant",
                    "organ",
                    "voided_on",
                ],
                name="dispute_by_conclusion",
                condition=recorded(),
            ),
            models.Index(fields=["act_number"], name="dispute_by_act_number"),
        ]
        constraints = [*Record.Meta.constraints, *DISPUTE_RULES]

    def __str__(self) -> str:
        return str(self.docket)

    @property
    def stage(self) -> Stage:
        """The last step that has a date."""
        steps = (
            (self.voided_on, Stage.VOIDED),
            (self.performed_on, Stage.PERFORMED),
            (self.performance_due_on, Stage.TO_PERFORM),
            (self.concluded_on, Stage.CONCLUDED),
        )
        return next((stage for reached, stage in steps if reached), Stage.PENDING)

    @property
    def is_lost(self) -> bool:
        """Lost by at least one of the defendants 败诉."""
        return bool({self.result, self.organ_result} & set(LOSSES))

    @property
    def is_corrected(self) -> bool:
        """Put right by the court 纠错."""
        return bool({self.result, self.organ_result} & set(CORRECTIONS))

    def standing_result(self) -> Result | None:
        """What the concluded instances come to; None while something is still to be tried."""
        concluded = self.instances.filter(voided_on=None, concluded_on__isnull=False)
        return standing(concluded.order_by("received_on", "pk").values_list("result", flat=True))


class LitigationParty(Party, Kept):
    """Somebody before the court; the defendants are agencies and stand in the dispute."""

    owners: ClassVar[tuple[str, ...]] = ("dispute__defendant", "dispute__organ")
    belongs_to: ClassVar[str] = "dispute"

    dispute = models.ForeignKey(
        Dispute, models.PROTECT, related_name="parties", verbose_name=_("litigation case")
    )

    objects = KeptQuerySet["LitigationParty"].as_manager()

    class Meta(Party.Meta):
        verbose_name = _("party to a litigation case")
        verbose_name_plural = _("parties to litigation cases")
        indexes = [
            models.Index(fields=["name"], name="litigationparty_by_name"),
            models.Index(fields=["identity_number"], name="litigationparty_by_identity"),
        ]
        constraints = [
            *Party.Meta.constraints,
            rule(
                "litigationparty_in_a_role_of_court",
                Q(role__in=[PartyRole.PLAINTIFF, PartyRole.THIRD_PARTY, PartyRole.AGENT]),
                _("Before a court there are plaintiffs, third parties and agents."),
            ),
        ]
