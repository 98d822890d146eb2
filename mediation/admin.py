"""How mediation is listed and entered."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.litigation.models.dispute import Dispute
from cases.reconsideration.models.case import Reconsideration
from cases.registry.admin import MARKINGS, RecordAdmin, RowInline
from cases.registry.agencies import AgencyKind
from cases.registry.attachments.admin import AttachmentInline
from cases.registry.conditions import recorded
from cases.registry.desk.bulk import CONCERNS_AN_ENTERPRISE, BulkAction
from cases.registry.desk.cautions import CautiousAdmin
from cases.registry.desk.duplicates import Likeness
from cases.registry.desk.filters import concerns_an_enterprise, mine, of_agency
from cases.registry.desk.openness import Openness
from cases.registry.desk.related import Related, relate, same_parties
from cases.registry.dockets import DocketKind
from cases.registry.figures import Label
from cases.registry.parties import PartyRole
from cases.registry.timing.admin import ClockedAdmin
from mediation.cautions import CAUTIONS
from mediation.clock import ROOM
from mediation.conditions import standing, unsettled
from mediation.models.attachments import MediationAttachment
from mediation.models.matter import REFERRING_KINDS, Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession
from mediation.models.parties import MediationParty
from mediation.steps import why_no_extension

HOLDERS = (AgencyKind.TOWNSHIP, AgencyKind.JUSTICE_STATION, AgencyKind.DEPARTMENT)
STANDING = Openness(
    standing,
    opened=pgettext_lazy("mediators", "active"),
    closed=pgettext_lazy("mediators", "former"),
)
ROLES = (PartyRole.PARTY, PartyRole.THIRD_PARTY, PartyRole.AGENT)
HAND_TO_A_CENTRE = BulkAction(
    "centre",
    _("Hand to a mediation centre"),
    asks=("centre",),
    applies=lambda _today: recorded() & unsettled() & Q(accepted_on__isnull=True),
    otherwise=_("A centre has accepted it already, or it is settled."),
)
HAND_TO_A_MEDIATOR = BulkAction(
    "mediator",
    _("Hand to a mediator"),
    asks=("mediator",),
    applies=lambda _today: recorded() & unsettled(),
    otherwise=_("It is not open any more."),
    among={"mediator": lambda today: recorded() & standing(today)},
)


class PartyInline(RowInline):
    model = MediationParty
    beside = _("The dispute")
    usual = {"role": PartyRole.PARTY}
    possible = {"role": lambda _party: ROLES}
    fields = ["role", "kind", "name", "persons", "identity_number", "telephone", "address"]


class PaperInline(AttachmentInline):
    model = MediationAttachment


@admin.register(Mediation)
class MediationAdmin(CautiousAdmin, ClockedAdmin, RecordAdmin):
    room = ROOM
    cautions = CAUTIONS
    docket_kind = DocketKind.MEDIATION
    similar = (
        Likeness("origin_number", _("same number there")),
        Likeness("parties__identity_number", _("same identity number")),
        Likeness("parties__name", _("same party")),
    )
    alike_in = ("origin", _("referred by the same"))
    at_a_glance = ("origin", "origin_number", "centre", "mediator")
    today = ("received_on",)
    as_before = ("door", "origin", "commission", "centre")
    repeated = ("door", "commission", "origin", "received_on", "kind", "centre", "mediator")
    list_display = [
        "docket",
        "stage",
        "door",
        "origin",
        "kind",
        "centre",
        "mediator",
        "received_on",
        "concluded_on",
        "result",
    ]
    list_select_related = ["docket", "origin", "centre", "mediator"]
    bulk = (HAND_TO_A_CENTRE, HAND_TO_A_MEDIATOR, CONCERNS_AN_ENTERPRISE)
    openness = Openness(lambda _day: unsettled(), settled_by=("result", "concluded_on"))
    list_filter = [
        mine("entered_by"),
        of_agency(
            "centre",
            title=_("mediation centre"),
            phrased=_("at %(name)s"),
            kinds=(AgencyKind.MEDIATION_CENTRE,),
        ),
        of_agency(
            "origin",
            title=_("referred by"),
            phrased=_("referred by %(name)s"),
            kinds=REFERRING_KINDS,
            parameter="referrer",
        ),
        "door",
        "commission",
        "kind",
        "result",
        concerns_an_enterprise(),
    ]
    date_hierarchy = "received_on"
    search_fields = [
        "docket__text",
        "parties__name",
        "origin__name",
        "origin_number",
        "centre__name",
        "mediator__name",
        "agreement_number",
        "confirmation_number",
    ]
    autocomplete_fields = ["origin", "centre", "mediator"]
    readonly_fields = ["docket"]
    inlines = [PartyInline, PaperInline]
    fieldsets = [
        (
            _("Where it comes from"),
            {
                "fields": [
                    "docket",
                    ("door", "commission"),
                    ("origin", "origin_number", "received_on"),
                ]
            },
        ),
        (
            _("The dispute"),
            {"fields": [("kind", "persons", "is_enterprise_related"), "summary"]},
        ),
        (
            _("Referral and acceptance"),
            {
                "fields": [
                    ("centre", "referred_on"),
                    ("accepted_on", "mediator", "extended_until"),
                    ("turned_away_on", "turned_away"),
                ]
            },
        ),
        (
            _("Result of mediation"),
            {
                "fields": [
                    ("concluded_on", "result"),
                    ("agreement_on", "agreement_kind", "agreement_number", "amount"),
                    ("has_prevented_crime", "has_prevented_collective_action"),
                ]
            },
        ),
        (
            _("What followed"),
            {
                "fields": [
                    "performed_on",
                    ("confirmation_applied_on", "confirmation_number"),
                    ("confirmed_on", "confirmation_refused_on"),
                    "returned_to_court_on",
                ]
            },
        ),
        MARKINGS,
    ]

    def shut(self, record: Mediation) -> dict[str, Label | None]:
        return {"extended_until": why_no_extension(record)}

    @admin.display(description=_("stage"))
    def stage(self, matter: Mediation) -> str:
        return str(matter.stage.label)


@admin.register(MediationOrganisation)
class MediationOrganisationAdmin(RecordAdmin):
    own_agency = ("agency",)
    repeated = ("kind", "agency", "since_on")
    list_display = ["code", "name", "kind", "agency", "since_on", "until_on"]
    list_display_links = ["code", "name"]
    list_select_related = ["agency"]
    openness = STANDING
    list_filter = ["kind"]
    date_hierarchy = "since_on"
    search_fields = ["code", "name"]
    autocomplete_fields = ["agency"]
    fieldsets = [
        (None, {"fields": [("code", "name"), ("kind", "agency"), ("since_on", "until_on")]}),
        MARKINGS,
    ]


@admin.register(Mediator)
class MediatorAdmin(RecordAdmin):
    repeated = ("kind", "organisation", "since_on")
    list_display = ["code", "name", "kind", "organisation", "since_on", "until_on"]
    list_display_links = ["code", "name"]
    list_select_related = ["organisation"]
    openness = STANDING
    list_filter = ["kind", "organisation__kind"]
    date_hierarchy = "since_on"
    search_fields = ["code", "name", "organisation__name"]
    autocomplete_fields = ["organisation"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("code", "name", "telephone"),
                    ("kind", "organisation"),
                    ("since_on", "until_on"),
                ]
            },
        ),
        MARKINGS,
    ]


@admin.register(OutreachSession)
class OutreachSessionAdmin(RecordAdmin):
    today = ("held_on",)
    own_agency = ("agency",)
    repeated = ("held_on", "agency")
    list_display = [
        "number",
        "held_on",
        "agency",
        "place",
        "cadres",
        "residents",
        "requests_heard",
        "requests_resolved",
    ]
    list_select_related = ["agency"]
    list_filter = [
        of_agency("agency", title=_("held by"), phrased=_("held by %(name)s"), kinds=HOLDERS)
    ]
    date_hierarchy = "held_on"
    search_fields = ["number", "place", "agency__name"]
    autocomplete_fields = ["agency"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("number", "held_on"),
                    ("agency", "place"),
                    ("cadres", "residents"),
                    ("requests_heard", "requests_resolved"),
                ]
            },
        ),
        MARKINGS,
    ]


_BEFORE = Related(_("Mediations of the same parties"), Mediation, same_parties, is_certain=False)
relate(Reconsideration, _BEFORE)
relate(Dispute, _BEFORE)
relate(
    Mediation,
    Related(_("Other mediations of the same parties"), Mediation, same_parties, is_certain=False),
    Related(
        _("Reconsiderations of the same parties"), Reconsideration, same_parties, is_certain=False
    ),
    Related(_("Lawsuits of the same parties"), Dispute, same_parties, is_certain=False),
)
