"""How litigation response is listed and entered."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.litigation.cautions import CAUTIONS, OF_SUGGESTIONS
from cases.litigation.clock import ROOM, SUGGESTIONS
from cases.litigation.conditions import to_be_held, unanswered, unsettled
from cases.litigation.models.attachments import DisputeAttachment
from cases.litigation.models.dispute import Dispute, LitigationParty
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.litigation.voiding import VoidingAdmin
from cases.reconsideration.models.case import Reconsideration
from cases.registry.admin import MARKINGS, RecordAdmin, RecordInline, RowInline
from cases.registry.agencies import AgencyKind
from cases.registry.attachments.admin import AttachmentInline
from cases.registry.desk.bulk import CONCERNS_AN_ENTERPRISE, assign_handler
from cases.registry.desk.cautions import CautiousAdmin
from cases.registry.desk.duplicates import Likeness
from cases.registry.desk.filters import concerns_an_enterprise, mine, of_agency, of_handler
from cases.registry.desk.openness import Openness
from cases.registry.desk.related import Related, relate, same_parties
from cases.registry.dockets import DocketKind
from cases.registry.parties import PartyRole
from cases.registry.timing.admin import ClockedAdmin

# Nobody sues these for what they decide or bring about.
NEVER_SUED = (AgencyKind.COURT, AgencyKind.PROCURATORATE, AgencyKind.MEDIATION_CENTRE)
HELD = (
    "held_on",
    "head_rank",
    "head_name",
    "has_spoken",
    "has_spoken_to_substance",
    "absence",
)


class PartyInline(RowInline):
    model = LitigationParty
    beside = _("Notice of the lawsuit")
    usual = {"role": PartyRole.PLAINTIFF}
    fields = ["role", "kind", "name", "persons", "identity_number", "telephone", "address"]


class InstanceInline(RecordInline):
    model = Instance
    beside = _("Instances")
    decided_by = {"result": ("level",)}
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
    beside = _("Hearings")
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


class PaperInline(AttachmentInline):
    model = DisputeAttachment


@admin.register(Dispute)
class DisputeAdmin(VoidingAdmin, CautiousAdmin, ClockedAdmin, RecordAdmin):
    room = ROOM
    cautions = CAUTIONS
    docket_kind = DocketKind.LITIGATION
    today = ("received_on",)
    by_me = ("handler",)
    repeated = ("received_on", "defendant", "defence", "origin", "field", "act_kind", "handler")
    workers = ("handler", "second_handler")
    similar = (
        Likeness("act_number", _("same document number of the act")),
        Likeness("parties__identity_number", _("same identity number")),
        Likeness("parties__name", _("same party")),
    )
    alike_in = ("defendant", _("same defendant"))
    at_a_glance = ("defendant", "act_number", "handler")
    offered = {"defendant": ~Q(kind__in=NEVER_SUED), "organ": ~Q(kind__in=NEVER_SUED)}
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
    inlines = [PartyInline, InstanceInline, PaperInline]
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
                    ("act_name", "act_number"),
                    ("act_made_on", "act_known_on", "concerns_real_property"),
                    "claim_text",
                    ("document_reviewed", "compensation_claimed"),
                    ("is_enterprise_related", "is_disclosure_related"),
                ]
            },
        ),
        (_("Instances"), {"fields": []}),
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
                    ("adjourned_on", "held_on", "is_discharged"),
                    ("head_rank", "head_name", "head_post"),
                    ("staff_came", "has_spoken", "has_spoken_to_substance"),
                ]
            },
        ),
        (_("If no head came"), {"fields": ["absence", ("absence_proved_on", "absence_proof")]}),
        MARKINGS,
    ]

    def cautioned(self, obj: Hearing) -> Dispute:
        return obj.instance.dispute


@admin.register(Suggestion)
class SuggestionAdmin(CautiousAdmin, ClockedAdmin, RecordAdmin):
    room = SUGGESTIONS
    today = ("received_on",)
    repeated = ("kind", "issued_by", "addressee", "received_on")
    cautions = OF_SUGGESTIONS
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


def _sued_after(case: Reconsideration) -> Q:
    return Q(reconsideration=case.pk)


relate(
    Reconsideration,
    Related(_("Lawsuits that followed"), Dispute, _sued_after),
    Related(_("Lawsuits of the same parties"), Dispute, same_parties, is_certain=False),
)
relate(
    Dispute,
    Related(
        _("The reconsideration before"),
        Reconsideration,
        lambda dispute: Q(pk=dispute.reconsideration_id) if dispute.reconsideration_id else None,
    ),
    Related(_("Court hearings"), Hearing, lambda dispute: Q(instance__dispute=dispute.pk)),
    Related(_("Suggestions after it"), Suggestion, lambda dispute: Q(dispute=dispute.pk)),
    Related(_("Other lawsuits of the same parties"), Dispute, same_parties, is_certain=False),
    Related(
        _("Reconsiderations of the same parties"), Reconsideration, same_parties, is_certain=False
    ),
)
relate(
    Instance, Related(_("The litigation case"), Dispute, lambda instance: Q(pk=instance.dispute_id))
)
relate(
    Hearing,
    Related(_("The instance"), Instance, lambda hearing: Q(pk=hearing.instance_id)),
    Related(_("The litigation case"), Dispute, lambda hearing: Q(instances=hearing.instance_id)),
)
relate(
    Suggestion,
    Related(
        _("The litigation case"),
        Dispute,
        lambda suggestion: Q(pk=suggestion.dispute_id) if suggestion.dispute_id else None,
    ),
)
