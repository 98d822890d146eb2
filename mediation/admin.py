"""How mediation is listed and entered."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cases.litigation.models.dispute import Dispute
from cases.reconsideration.models.case import Reconsideration
from cases.registry.admin import MARKINGS, RecordAdmin, RowInline
from cases.registry.desk.duplicates import Likeness
from cases.registry.desk.related import Related, relate, same_parties
from cases.registry.dockets import DocketKind
from cases.registry.parties import PartyRole
from cases.registry.timing.admin import ClockedAdmin
from mediation.clock import ROOM
from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession
from mediation.models.parties import MediationParty

ROLES = (PartyRole.PARTY, PartyRole.THIRD_PARTY, PartyRole.AGENT)


class PartyInline(RowInline):
    model = MediationParty
    beside = _("The dispute")
    usual = {"role": PartyRole.PARTY}
    possible = {"role": lambda _party: ROLES}
    fields = ["role", "kind", "name", "persons", "identity_number", "telephone", "address"]


@admin.register(Mediation)
class MediationAdmin(ClockedAdmin, RecordAdmin):
    room = ROOM
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
        "referred_on",
        "concluded_on",
        "result",
    ]
    list_select_related = ["docket", "origin", "centre", "mediator"]
    list_filter = ["door", "commission", "result", "kind", "centre", "is_enterprise_related"]
    date_hierarchy = "received_on"
    search_fields = ["docket__text", "origin_number", "agreement_number", "parties__name"]
    autocomplete_fields = ["origin", "centre", "mediator"]
    readonly_fields = ["docket"]
    inlines = [PartyInline]
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
                    ("referred_on", "centre"),
                    ("accepted_on", "mediator"),
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
