"""How litigation response is listed and entered."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.litigation.clock import ROOM, SUGGESTIONS
from cases.litigation.conditions import to_be_held, unanswered, unsettled
from cases.litigation.models.dispute import Dispute, LitigationParty
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.registry.admin import MARKINGS, RecordAdmin, RowInline
from cases.registry.agencies import AgencyKind
from cases.registry.desk.bulk import CONCERNS_AN_ENTERPRISE, assign_handler
from cases.registry.desk.filters import concerns_an_enterprise, mine, of_agency, of_handler
from cases.registry.desk.openness import Openness
from cases.registry.dockets import DocketKind
from cases.registry.timing.admin import ClockedAdmin

HELD = (
    "held_on",
    "head_rank",
    "head_name",
    "has_spoken",
    "has_spoken_to_substance",
    "absence",
)


class RecordInline(admin.StackedInline[Any, Any]):
    """Records that belong to another, each on a form of its own and never deleted."""

    extra = 0
    show_change_link = True

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False


class PartyInline(RowInline):
    model = LitigationParty
    fields = ["role", "kind", "name", "persons", "identity_number", "telephone", "address"]


class InstanceInline(RecordInline):
    model = Instance
    autocomplete_fields = ["court"]
    ordering = ["received_on", "pk"]
    fields = [
        ("level", "court", "court_number", "brought_by"),
        ("filed_on", "received_on", "answer_filed_on"),
        ("procedure", "simplified_ground"),
        ("concluded_on", "result", "loss_ground", "served_on"),
    ]


class HearingInline(RecordInline):
    model = Hearing
    autocomplete_fields = ["agency"]
    ordering = ["scheduled_on"]
    fields = [
        ("agency", "scheduled_on", "notified_on"),
        ("head_notified_on", "head_notice"),
        ("adjourned_on", "held_on", "is_discharged"),
        ("head_rank", "head_name", "head_post"),
        ("staff_came", "has_spoken", "has_spoken_to_substance"),
        ("absence", "absence_proved_on", "absence_proof"),
    ]


@admin.register(Dispute)
class DisputeAdmin(ClockedAdmin, RecordAdmin):
    room = ROOM
    docket_kind = DocketKind.LITIGATION
    list_display = [
        "docket",
        "stage",
        "defendant",
        "act_kind",
        "received_on",
        "concluded_on",
        "result",
        "handler",
    ]
    list_select_related = ["docket", "defendant", "act_kind", "handler"]
    bulk = (assign_handler(unsettled), CONCERNS_AN_ENTERPRISE)
    openness = Openness(lambda _day: unsettled(), settled_by=("result", "concluded_on"))
    list_filter = [
        mine("handler", "second_handler"),
        of_agency("defendant", "organ", title=_("defendant"), phrased=_("against %(name)s")),
        of_handler("handler", "second_handler"),
        "act_kind",
        "field",
        "result",
        "defence",
        "origin",
        concerns_an_enterprise(),
    ]
    date_hierarchy = "received_on"
    search_fields = [
        "docket__text",
        "parties__name",
        "defendant__name",
        "defendant__short_name",
        "organ__name",
        "act_name",
        "act_number",
        "instances__court_number",
    ]
    autocomplete_fields = [
        "defendant",
        "organ",
        "reconsideration",
        "field",
        "act_kind",
        "handler",
        "second_handler",
    ]
    readonly_fields = ["docket", "standing"]
    inlines = [PartyInline, InstanceInline]
    fieldsets = [
        (
            _("Notice of the lawsuit"),
            {
                "fields": [
                    "docket",
                    "received_on",
                    ("defendant", "defence", "organ"),
                    ("origin", "reconsideration"),
                    ("handler", "second_handler"),
                ]
            },
        ),
        (
            _("What is sued over"),
            {
                "fields": [
                    ("field", "act_kind"),
                    ("act_name", "act_number", "act_made_on"),
                    "claim_text",
                    ("document_reviewed", "compensation_claimed"),
                    ("is_enterprise_related", "is_disclosure_related"),
                ]
            },
        ),
        (
            _("Conclusion"),
            {
                "fields": [
                    ("concluded_on", "result", "standing"),
                    ("organ_result", "compensation_awarded"),
                ]
            },
        ),
        (_("Performance"), {"fields": [("performance_due_on", "performed_on")]}),
        MARKINGS,
    ]

    @admin.display(description=_("stage"))
    def stage(self, dispute: Dispute) -> str:
        return str(dispute.stage.label)

    @admin.display(description=_("what its instances come to"))
    def standing(self, dispute: Dispute) -> str | None:
        """Beside the result that is typed in, so that the two can be compared."""
        stands = dispute.standing_result() if dispute.pk else None
        return None if stands is None else str(stands.label)


@admin.register(Instance)
class InstanceAdmin(RecordAdmin):
    list_display = [
        "court_number",
        "dispute",
        "level",
        "court",
        "received_on",
        "answer_filed_on",
        "concluded_on",
        "document",
        "result",
    ]
    list_select_related = ["dispute__docket", "court"]
    openness = Openness(
        lambda _day: unsettled(), settled_by=("result", "concluded_on", "document", "loss_ground")
    )
    list_filter = [
        mine("dispute__handler", "dispute__second_handler"),
        of_agency(
            "dispute__defendant",
            "dispute__organ",
            title=_("defendant"),
            phrased=_("against %(name)s"),
        ),
        of_agency(
            "court",
            title=_("court"),
            phrased=_("before %(name)s"),
            kinds=(AgencyKind.COURT,),
            parameter="tried_by",
        ),
        "level",
        "result",
        "procedure",
        "brought_by",
        "loss_ground",
    ]
    date_hierarchy = "received_on"
    search_fields = [
        "court_number",
        "court__name",
        "dispute__docket__text",
        "dispute__defendant__name",
    ]
    autocomplete_fields = ["dispute", "court"]
    inlines = [HearingInline]
    fieldsets = [
        (
            _("Court and instance"),
            {"fields": ["dispute", ("level", "court", "court_number"), "brought_by"]},
        ),
        (
            _("Answer to the complaint"),
            {
                "fields": [
                    ("filed_on", "received_on", "answer_filed_on"),
                    ("procedure", "simplified_ground"),
                ]
            },
        ),
        (
            _("Judgment or ruling"),
            {"fields": [("concluded_on", "result"), "loss_ground", "served_on"]},
        ),
        MARKINGS,
    ]

    @admin.display(description=_("court document"))
    def document(self, instance: Instance) -> str | None:
        return None if instance.document is None else str(instance.document.label)


@admin.register(Hearing)
class HearingAdmin(RecordAdmin):
    list_display = [
        "instance",
        "agency",
        "scheduled_on",
        "held_on",
        "head_rank",
        "head_name",
        "has_spoken",
        "has_spoken_to_substance",
        "absence",
    ]
    list_select_related = ["instance", "agency"]
    openness = Openness(
        lambda _day: to_be_held(),
        opened=pgettext_lazy("hearings", "to be held"),
        closed=pgettext_lazy("hearings", "held or put off"),
        settled_by=HELD,
    )
    list_filter = [
        of_agency("agency", title=_("agency"), phrased=_("of %(name)s")),
        "head_rank",
        "absence",
        "head_notice",
        "has_spoken_to_substance",
    ]
    date_hierarchy = "scheduled_on"
    search_fields = ["instance__court_number", "agency__name", "head_name"]
    autocomplete_fields = ["instance", "agency"]
    fieldsets = [
        (
            _("Summons"),
            {
                "fields": [
                    ("instance", "agency"),
                    ("scheduled_on", "notified_on"),
                    ("head_notified_on", "head_notice"),
                ]
            },
        ),
        (
            _("Court hearing"),
            {
                "fields": [
                    ("adjourned_on", "held_on", "is_discharged"),
                    ("head_rank", "head_name", "head_post"),
                    ("staff_came", "has_spoken", "has_spoken_to_substance"),
                ]
            },
        ),
        (_("If no head came"), {"fields": ["absence", ("absence_proved_on", "absence_proof")]}),
        MARKINGS,
    ]


@admin.register(Suggestion)
class SuggestionAdmin(ClockedAdmin, RecordAdmin):
    room = SUGGESTIONS
    list_display = [
        "number",
        "kind",
        "issued_by",
        "addressee",
        "received_on",
        "due_on",
        "replied_on",
        "adoption",
    ]
    list_select_related = ["issued_by", "addressee"]
    openness = Openness(
        lambda _day: unanswered(),
        opened=pgettext_lazy("suggestions", "unanswered"),
        closed=pgettext_lazy("suggestions", "answered"),
        settled_by=("adoption", "replied_on"),
    )
    list_filter = [
        mine("dispute__handler", "dispute__second_handler", "entered_by"),
        of_agency("addressee", title=_("addressed to"), phrased=_("addressed to %(name)s")),
        "kind",
        "adoption",
    ]
    date_hierarchy = "received_on"
    search_fields = [
        "number",
        "reply_number",
        "subject",
        "issued_by__name",
        "addressee__name",
        "dispute__docket__text",
    ]
    autocomplete_fields = ["issued_by", "addressee", "dispute"]
    fieldsets = [
        (
            _("Suggestion"),
            {
                "fields": [
                    ("kind", "issued_by", "number"),
                    ("addressee", "dispute"),
                    "subject",
                    ("issued_on", "received_on", "due_on"),
                ]
            },
        ),
        (
            _("Reply to the suggestion"),
            {"fields": [("replied_on", "reply_number", "adoption"), "measures"]},
        ),
        MARKINGS,
    ]
