"""How enforcement files and the examination of them are listed and entered."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.registry.admin import MARKINGS, KeptAdmin, RecordAdmin, RowInline
from cases.registry.attachments.admin import AttachmentInline
from cases.registry.conditions import recorded
from cases.registry.desk.bulk import BulkAction
from cases.registry.desk.duplicates import Likeness
from cases.registry.desk.filters import of_agency, of_handler
from cases.registry.desk.openness import Openness
from cases.registry.roles import CASE_ROLES
from enforcement.admin.filters import HANDLED, OVERDUE
from enforcement.conditions import unclosed, ungraded, unverified
from enforcement.models.attachments import CaseFileAttachment
from enforcement.models.campaigns import Campaign
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.rectifications import Rectification
from enforcement.steps import FINDING

CLOSE = BulkAction(
    "close",
    _("Close"),
    asks=("closed_on",),
    applies=lambda _today: recorded() & unclosed(),
    otherwise=_("It is closed already, or voided."),
)
DRAW = BulkAction(
    "draw",
    _("Draw into the sample"),
    asks=("sampled_on",),
    applies=lambda _today: recorded() & ungraded() & Q(sampled_on__isnull=True),
    otherwise=_("It was drawn or graded already, or is voided."),
)
HAND_TO_A_REVIEWER = BulkAction(
    "review",
    _("Hand to a reviewer"),
    asks=("reviewer",),
    applies=lambda _today: recorded() & ungraded(),
    otherwise=_("It is graded already, or voided."),
    among={"reviewer": lambda _today: Q(is_active=True, role__in=CASE_ROLES)},
)
SET_A_DUE_DAY = BulkAction(
    "due",
    _("Set the day by which it is put right"),
    asks=("due_on",),
    applies=lambda _today: Q(rectified_on__isnull=True),
    otherwise=_("It was put right already."),
)
VERIFY = BulkAction(
    "verify",
    _("Verify that it was put right"),
    asks=("verified_on",),
    applies=lambda _today: Q(rectified_on__isnull=False) & unverified(),
    otherwise=_("It was not put right yet, or is verified already."),
)


class PaperInline(AttachmentInline):
    model = CaseFileAttachment


@admin.register(CaseFile)
class CaseFileAdmin(RecordAdmin):
    similar = (
        Likeness("number", _("same document number")),
        Likeness("party_name", _("same person or body")),
    )
    alike_in = ("agency", _("same agency"))
    at_a_glance = ("agency", "party_name", "handler")
    own_agency = ("agency",)
    as_before = ("kind",)
    repeated = ("kind", "agency", "handler", "second_handler", "decided_on", "penalty_kind")
    list_display = [
        "number",
        "kind",
        "agency",
        "subject",
        "party_name",
        "decided_on",
        "penalty_kind",
        "amount",
        "closed_on",
    ]
    list_select_related = ["agency"]
    bulk = (CLOSE,)
    openness = Openness(
        lambda _day: unclosed(),
        opened=pgettext_lazy("files", "open"),
        closed=pgettext_lazy("files", "closed"),
        settled_by=("closed_on",),
    )
    list_filter = [
        of_agency("agency", title=_("enforcing agency"), phrased=_("of %(name)s")),
        "kind",
        "penalty_kind",
        "was_heard",
        HANDLED,
    ]
    date_hierarchy = "decided_on"
    search_fields = ["number", "subject", "party_name", "agency__name", "agency__short_name"]
    autocomplete_fields = ["agency", "handler", "second_handler"]
    inlines = [PaperInline]
    fieldsets = [
        (
            _("File"),
            {"fields": [("kind", "agency", "number"), ("subject", "party_name"), "opened_on"]},
        ),
        (
            _("Decision"),
            {
                "fields": [
                    ("handler", "second_handler"),
                    ("decided_on", "was_heard"),
                    ("penalty_kind", "amount"),
                    "closed_on",
                ]
            },
        ),
        MARKINGS,
    ]


@admin.register(Campaign)
class CampaignAdmin(RecordAdmin):
    list_display = [
        "name",
        "opened_on",
        "closed_on",
        "files_since_on",
        "files_until_on",
        "excellent_from",
        "good_from",
        "qualified_from",
    ]
    openness = Openness(
        lambda _day: unclosed(),
        opened=pgettext_lazy("campaigns", "running"),
        closed=pgettext_lazy("campaigns", "over"),
    )
    date_hierarchy = "opened_on"
    search_fields = ["name"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    ("opened_on", "closed_on"),
                    ("files_since_on", "files_until_on"),
                ]
            },
        ),
        (
            _("Yardstick"),
            {"fields": [("excellent_from", "good_from", "qualified_from"), "veto_effect"]},
        ),
        MARKINGS,
    ]


class RectificationInline(RowInline):
    model = Rectification
    beside = _("Rectification")
    fields = [
        "position",
        "problem",
        "found_on",
        "due_on",
        "rectified_on",
        "evidence",
        "verified_on",
    ]


@admin.register(Examination)
class ExaminationAdmin(RecordAdmin):
    at_a_glance = ("campaign", "file", "reviewer")
    as_before = ("campaign",)
    repeated = ("campaign", "self_examined_on", "sampled_on", "reviewer", "second_reviewer")
    workers = ("reviewer", "second_reviewer")
    list_display = [
        "number",
        "stage",
        "campaign",
        "file",
        "agency",
        "self_examined_on",
        "sampled_on",
        "graded_on",
        "score",
        "grade",
        "veto",
        "reviewer",
    ]
    list_select_related = ["campaign", "file__agency", "reviewer"]
    bulk = (DRAW, HAND_TO_A_REVIEWER)
    openness = Openness(
        lambda _day: ungraded(),
        opened=pgettext_lazy("examinations", "ungraded"),
        closed=pgettext_lazy("examinations", "graded"),
        settled_by=("grade", "veto", "score", "graded_on"),
    )
    list_filter = [
        of_agency("file__agency", title=_("enforcing agency"), phrased=_("of %(name)s")),
        of_handler("reviewer", "second_reviewer"),
        "campaign",
        "grade",
        "veto",
        "file__kind",
    ]
    date_hierarchy = "self_examined_on"
    search_fields = ["number", "file__number", "file__agency__name"]
    autocomplete_fields = ["campaign", "file", "reviewer", "second_reviewer"]
    inlines = [RectificationInline]
    openings = (FINDING,)
    fieldsets = [
        (_("Examined file"), {"fields": ["number", ("campaign", "file")]}),
        (_("Self-examination and sample"), {"fields": [("self_examined_on", "sampled_on")]}),
        (
            _("Grading"),
            {
                "fields": [
                    ("reviewer", "second_reviewer"),
                    ("graded_on", "score"),
                    ("veto", "grade"),
                ]
            },
        ),
        (_("Rectification"), {"fields": []}),
        MARKINGS,
    ]

    @admin.display(description=_("stage"))
    def stage(self, examination: Examination) -> str:
        return str(examination.stage.label)

    @admin.display(description=_("enforcing agency"), ordering="file__agency__name")
    def agency(self, examination: Examination) -> str:
        return str(examination.file.agency)


@admin.register(Rectification)
class RectificationAdmin(KeptAdmin):
    list_display = [
        "examination",
        "position",
        "problem",
        "found_on",
        "due_on",
        "rectified_on",
        "verified_on",
    ]
    list_select_related = ["examination"]
    bulk = (SET_A_DUE_DAY, VERIFY)
    openness = Openness(
        lambda _day: unverified(),
        opened=pgettext_lazy("items", "to be put right"),
        closed=pgettext_lazy("items", "verified"),
        settled_by=("verified_on",),
    )
    list_filter = [
        OVERDUE,
        of_agency(
            "examination__file__agency", title=_("enforcing agency"), phrased=_("of %(name)s")
        ),
    ]
    date_hierarchy = "due_on"
    search_fields = ["examination__number", "examination__file__number", "problem"]
    autocomplete_fields = ["examination"]
