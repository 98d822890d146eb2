"""How disputes are listed and entered."""

from django.contrib import admin
from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from cases.litigation.cautions import CAUTIONS
from cases.litigation.clock import ROOM
from cases.litigation.conditions import unsettled
from cases.litigation.models.attachments import DisputeAttachment
from cases.litigation.models.dispute import Dispute, LitigationParty
from cases.litigation.models.instance import Instance
from cases.litigation.steps import CONCLUSION_WAITS, levels_barred
from cases.litigation.voiding import VoidingAdmin
from cases.registry.admin import MARKINGS, RecordAdmin, RecordInline, RowInline
from cases.registry.agencies import AgencyKind
from cases.registry.attachments.admin import AttachmentInline
from cases.registry.desk.bulk import CONCERNS_AN_ENTERPRISE, assign_handler
from cases.registry.desk.cautions import CautiousAdmin
from cases.registry.desk.duplicates import Likeness
from cases.registry.desk.filters import concerns_an_enterprise, mine, of_agency, of_handler
from cases.registry.desk.lawful import Barred
from cases.registry.desk.openness import Openness
from cases.registry.dockets import DocketKind
from cases.registry.parties import PartyRole
from cases.registry.timing.admin import ClockedAdmin

# Nobody sues these for what they decide or bring about.
NEVER_SUED = (AgencyKind.COURT, AgencyKind.PROCURATORATE, AgencyKind.MEDIATION_CENTRE)


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


class PaperInline(AttachmentInline):
    model = DisputeAttachment


@admin.register(Dispute)
class DisputeAdmin(VoidingAdmin, CautiousAdmin, ClockedAdmin, RecordAdmin):
    room = ROOM
    cautions = CAUTIONS
    docket_kind = DocketKind.LITIGATION
    waiting = (CONCLUSION_WAITS,)
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
                    ("origin", "reconsideration"),
                    ("defence", "defendant", "organ"),
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

    def barred_in_rows(self, record: Dispute) -> dict[type[Model], dict[str, Barred]]:
        return {Instance: levels_barred(record)}

    @admin.display(description=_("stage"))
    def stage(self, dispute: Dispute) -> str:
        return str(dispute.stage.label)

    @admin.display(description=_("what its instances come to"))
    def standing(self, dispute: Dispute) -> str | None:
        """Beside the result that is typed in, so that the two can be compared."""
        stands = dispute.standing_result() if dispute.pk else None
        return None if stands is None else str(stands.label)
