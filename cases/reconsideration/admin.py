"""How reconsideration cases are listed and entered."""

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from cases.reconsideration.clock import ROOM, refused
from cases.reconsideration.conditions import unsettled
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import (
    CaseTag,
    Extension,
    OpinionLetter,
    ReconsiderationParty,
    Suspension,
)
from cases.registry.admin import MARKINGS, RecordAdmin, RowInline
from cases.registry.desk.bulk import CONCERNS_AN_ENTERPRISE, assign_handler
from cases.registry.desk.filters import concerns_an_enterprise, mine, of_agency, of_handler
from cases.registry.desk.openness import Openness
from cases.registry.dockets import DocketKind
from cases.registry.timing.admin import ClockedAdmin
from cases.registry.timing.loading import clocks


class PartyInline(RowInline):
    model = ReconsiderationParty
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
    formset = SuspensionFormSet
    fields = ["ground", "suspended_on", "resumed_on", "notice_number", "resumption_number"]


class ExtensionInline(RowInline):
    model = Extension
    formset = ExtensionFormSet
    fields = ["days", "approved_on", "approved_by", "notice_number", "reason"]


class TagInline(RowInline):
    model = CaseTag
    fields = ["tag"]


class OpinionLetterInline(RowInline):
    model = OpinionLetter
    fields = ["number", "problem", "issued_on", "served_on", "answered_on", "answer"]


@admin.register(Reconsideration)
class ReconsiderationAdmin(ClockedAdmin, RecordAdmin):
    room = ROOM
    docket_kind = DocketKind.RECONSIDERATION
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
                    ("act_made_on", "act_known_on"),
                    "claim",
                    "claim_text",
                    ("document_reviewed", "compensation_claimed"),
                    ("is_mandatory_first", "is_enterprise_related", "is_disclosure_related"),
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
