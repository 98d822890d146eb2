"""How instances and their hearings are listed and entered."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.litigation.cautions import CAUTIONS
from cases.litigation.conditions import to_be_held, unsettled
from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.steps import levels_barred, why_no_discharge
from cases.litigation.voiding import VoidingAdmin
from cases.registry.admin import MARKINGS, RecordAdmin, RecordInline
from cases.registry.agencies import AgencyKind
from cases.registry.desk.cautions import CautiousAdmin
from cases.registry.desk.filters import mine, of_agency
from cases.registry.desk.lawful import Barred
from cases.registry.desk.openness import Openness
from cases.registry.figures import Label

HELD = (
    "held_on",
    "head_rank",
    "head_name",
    "has_spoken",
    "has_spoken_to_substance",
    "absence",
)


class HearingInline(RecordInline):
    model = Hearing
    beside = _("Hearings")
    autocomplete_fields = ["agency"]
    ordering = ["scheduled_on"]
    fields = [
        ("agency", "scheduled_on", "notified_on"),
        ("head_notified_on", "head_notice"),
        ("adjourned_on", "held_on", "staff_came"),
        ("head_rank", "head_name", "head_post"),
        ("has_spoken", "has_spoken_to_substance"),
        ("absence", "is_discharged"),
        ("absence_proved_on", "absence_proof"),
    ]


@admin.register(Instance)
class InstanceAdmin(VoidingAdmin, CautiousAdmin, RecordAdmin):
    cautions = CAUTIONS
    today = ("received_on",)
    repeated = ("level", "court", "received_on")
    decided_by = {"result": ("level",)}
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
        (_("Hearings"), {"fields": []}),
        (
            _("Judgment or ruling"),
            {"fields": [("concluded_on", "result"), "loss_ground", "served_on"]},
        ),
        MARKINGS,
    ]

    def barred(self, record: Instance) -> dict[str, Barred]:
        return levels_barred(record.dispute, besides=record)

    def cautioned(self, obj: Instance) -> Dispute:
        return obj.dispute

    @admin.display(description=_("court document"))
    def document(self, instance: Instance) -> str | None:
        return None if instance.document is None else str(instance.document.label)


@admin.register(Hearing)
class HearingAdmin(CautiousAdmin, RecordAdmin):
    cautions = CAUTIONS
    repeated = ("instance", "agency")
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
                    ("adjourned_on", "held_on", "staff_came"),
                    ("head_rank", "head_name", "head_post"),
                    ("has_spoken", "has_spoken_to_substance"),
                ]
            },
        ),
        (
            _("If no head came"),
            {"fields": [("absence", "is_discharged"), ("absence_proved_on", "absence_proof")]},
        ),
        MARKINGS,
    ]

    def shut(self, record: Hearing) -> dict[str, Label | None]:
        return {"is_discharged": why_no_discharge(record)}

    def cautioned(self, obj: Hearing) -> Dispute:
        return obj.instance.dispute
