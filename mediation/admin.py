"""How mediation is listed and entered."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cases.registry.admin import MARKINGS, RecordAdmin, RowInline
from cases.registry.desk.cautions import CautiousAdmin
from cases.registry.dockets import DocketKind
from cases.registry.timing.admin import ClockedAdmin
from mediation.cautions import CAUTIONS
from mediation.clock import ROOM
from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession
from mediation.models.parties import MediationParty


class PartyInline(RowInline):
    model = MediationParty
    fields = ["role", "kind", "name", "persons", "identity_number", "telephone", "address"]


@admin.register(Mediation)
class MediationAdmin(CautiousAdmin, ClockedAdmin, RecordAdmin):
    room = ROOM
    cautions = CAUTIONS
    docket_kind = DocketKind.MEDIATION
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

    @admin.display(description=_("stage"))
    def stage(self, matter: Mediation) -> str:
        return str(matter.stage.label)


@admin.register(MediationOrganisation)
class MediationOrganisationAdmin(RecordAdmin):
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
