"""How reconsideration cases are listed and entered."""

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from cases.reconsideration.cautions import CAUTIONS
from cases.reconsideration.clock import ROOM, refused
from cases.reconsideration.conditions import unsettled
from cases.reconsideration.models.attachments import ReconsiderationAttachment
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import (
    CaseTag,
    Extension,
    OpinionLetter,
    ReconsiderationParty,
    Suspension,
)
from cases.reconsideration.resources import REFUSALS
from cases.reconsideration.steps import OPENINGS, WAITING, why_no_decision, why_no_withdrawal
from cases.reconsideration.terms import DECISIONS, WITHDRAWALS
from cases.registry.admin import MARKINGS, RecordAdmin, RowInline
from cases.registry.agencies import AgencyKind
from cases.registry.attachments.admin import AttachmentInline
from cases.registry.desk.bulk import CONCERNS_AN_ENTERPRISE, assign_handler
from cases.registry.desk.cautions import CautiousAdmin
from cases.registry.desk.choices import ChoosingForm
from cases.registry.desk.duplicates import Likeness
from cases.registry.desk.filters import concerns_an_enterprise, mine, of_agency, of_handler
from cases.registry.desk.lawful import Barred
from cases.registry.desk.openness import Openness
from cases.registry.desk.related import Related, relate, same_parties
from cases.registry.dockets import DocketKind
from cases.registry.parties import PartyRole
from cases.registry.timing.admin import ClockedAdmin
from cases.registry.timing.loading import clocks

ROLES = (PartyRole.APPLICANT, PartyRole.THIRD_PARTY, PartyRole.AGENT)
# Bodies whose acts no reconsideration organ of a county reviews, and those that bring about peace.
NEVER_RESPONDENTS = (AgencyKind.COURT, AgencyKind.PROCURATORATE, AgencyKind.MEDIATION_CENTRE)
RESOLVERS = (AgencyKind.JUSTICE_STATION, AgencyKind.MEDIATION_CENTRE, AgencyKind.TOWNSHIP)


class PartyInline(RowInline):
    model = ReconsiderationParty
    beside = _("Application")
    usual = {"role": PartyRole.APPLICANT}
    possible = {"role": lambda _party: ROLES}
    fields = ["role", "kind", "name", "persons", "identity_number", "telephone", "address"]


class LawfulFormSet(BaseInlineFormSet[Any, Any, Any]):
    """Rows that the clock accepts for the case as it is being saved, with the other rows kept."""

    fed: ClassVar[str]

    def clean(self) -> None:
        super().clean()
        case = self.instance
        if any(self.errors) or not case.received_on:
            return
        rows = dict(ROOM.of(case.pk).rows) if case.pk else dict.fromkeys(ROOM.feeds, ())
        rows[self.fed] = [
            form.instance
            for form in self.forms
            if form.has_changed() or form.instance.pk
            if form not in self.deleted_forms
        ]
        if refusal := refused(ROOM.made_of(case, rows), clocks().governing):
            raise ValidationError(str(refusal))


class SuspensionFormSet(LawfulFormSet):
    fed = "suspensions"


class ExtensionFormSet(LawfulFormSet):
    fed = "extensions"


class SuspensionInline(RowInline):
    model = Suspension
    beside = _("Trial")
    formset = SuspensionFormSet
    fields = ["ground", "suspended_on", "resumed_on", "notice_number", "resumption_number"]


class ExtensionInline(RowInline):
    model = Extension
    beside = _("Trial")
    formset = ExtensionFormSet
    fields = ["days", "approved_on", "approved_by", "notice_number", "reason"]


class TagInline(RowInline):
    model = CaseTag
    beside = _("Conclusion")
    fields = ["tag"]


class OpinionLetterInline(RowInline):
    model = OpinionLetter
    beside = _("Performance")
    fields = ["number", "problem", "issued_on", "served_on", "answered_on", "answer"]


class ReconsiderationForm(ChoosingForm):
    """What is decided and has gone out is not withdrawn any more (art. 74)."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        kept = Reconsideration.objects.filter(pk=self.instance.pk).first()
        why = why_no_withdrawal(kept) if kept else None
        if why and self.cleaned_data.get("outcome") in WITHDRAWALS:
            self.add_error("outcome", str(why))
        return cleaned


class PaperInline(AttachmentInline):
    model = ReconsiderationAttachment


@admin.register(Reconsideration)
class ReconsiderationAdmin(CautiousAdmin, ClockedAdmin, RecordAdmin):
    room = ROOM
    cautions = CAUTIONS
    form = ReconsiderationForm
    docket_kind = DocketKind.RECONSIDERATION
    waiting = WAITING
    openings = OPENINGS
    refusals = REFUSALS
    today = ("received_on",)
    by_me = ("handler",)
    as_before = ("received_by",)
    repeated = ("received_on", "received_by", "respondent", "field", "act_kind", "handler")
    workers = ("handler", "second_handler")
    similar = (
        Likeness("act_number", _("same document number of the act")),
        Likeness("parties__identity_number", _("same identity number")),
        Likeness("parties__name", _("same party")),
    )
    alike_in = ("respondent", _("same respondent"))
    at_a_glance = ("respondent", "act_number", "decision_number", "handler")
    offered = {
        "respondent": ~Q(kind__in=NEVER_RESPONDENTS),
        "resolved_by": Q(kind__in=RESOLVERS),
    }
    list_display = [
        "docket",
        "stage",
        "respondent",
        "act_kind",
        "field",
        "received_on",
        "accepted_on",
        "concluded_on",
        "outcome",
        "handler",
    ]
    list_select_related = ["docket", "respondent", "act_kind", "field", "handler"]
    bulk = (assign_handler(unsettled), CONCERNS_AN_ENTERPRISE)
    openness = Openness(lambda _day: unsettled(), settled_by=("outcome", "concluded_on"))
    list_filter = [
        mine("handler", "second_handler"),
        of_agency("respondent", title=_("respondent"), phrased=_("against %(name)s")),
        of_handler("handler", "second_handler"),
        "act_kind",
        "field",
        "outcome",
        "procedure",
        concerns_an_enterprise(),
    ]
    date_hierarchy = "received_on"
    search_fields = [
        "docket__text",
        "parties__name",
        "respondent__name",
        "respondent__short_name",
        "act_name",
        "act_number",
        "decision_number",
        "opinion_letters__number",
    ]
    autocomplete_fields = [
        "respondent",
        "field",
        "act_kind",
        "handler",
        "second_handler",
        "resolved_by",
    ]
    readonly_fields = ["docket"]
    inlines = [
        PartyInline,
        SuspensionInline,
        ExtensionInline,
        OpinionLetterInline,
        TagInline,
        PaperInline,
    ]
    fieldsets = [
        (
            _("Application"),
            {
                "fields": [
                    "docket",
                    ("received_on", "received_by"),
                    ("respondent", "field", "act_kind"),
                    ("act_name", "act_number"),
                    ("act_made_on", "act_known_on", "rights_known_on"),
                    "claim",
                    "claim_text",
                    ("document_reviewed", "compensation_claimed"),
                    (
                        "concerns_real_property",
                        "is_mandatory_first",
                        "is_enterprise_related",
                        "is_disclosure_related",
                    ),
                ]
            },
        ),
        (
            _("Intake"),
            {
                "fields": [
                    (
                        "correction_requested_on",
                        "correction_served_on",
                        "correction_received_on",
                    ),
                    ("accepted_on", "is_deemed_accepted"),
                    ("turned_away_on", "turned_away", "not_accepted_ground", "transferred_to"),
                ]
            },
        ),
        (
            _("Trial"),
            {
                "fields": [
                    ("procedure", "simplified_ground", "converted_on"),
                    ("handler", "second_handler"),
                    ("copy_served_on", "replied_on"),
                    ("hearing_notified_on", "hearing_on", "committee_on"),
                ]
            },
        ),
        (
            _("Conclusion"),
            {
                "fields": [
                    ("concluded_on", "outcome"),
                    ("decision_number", "decision_served_on"),
                    ("compensation_awarded", "resolved_by"),
                ]
            },
        ),
        (
            _("Performance"),
            {
                "fields": [("performance_due_on", "performance_ordered_on", "performed_on")],
            },
        ),
        MARKINGS,
    ]

    @admin.display(description=_("stage"))
    def stage(self, case: Reconsideration) -> str:
        return str(case.stage.label)

    def barred(self, record: Reconsideration) -> dict[str, Barred]:
        if why := why_no_decision(record):
            return {"outcome": Barred(frozenset(DECISIONS), why, is_aside=True)}
        if why := why_no_withdrawal(record):
            return {"outcome": Barred(frozenset(WITHDRAWALS), why)}
        return {}


relate(
    Reconsideration,
    Related(
        _("Other reconsiderations of the same parties"),
        Reconsideration,
        same_parties,
        is_certain=False,
    ),
)
