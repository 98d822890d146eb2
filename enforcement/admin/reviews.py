"""How legal reviews and guiding cases are listed and entered."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.registry.admin import MARKINGS, RecordAdmin
from cases.registry.attachments.admin import AttachmentInline
from cases.registry.desk.filters import of_agency
from cases.registry.desk.openness import Openness
from enforcement.conditions import unanswered, unreturned
from enforcement.models.attachments import LegalReviewAttachment
from enforcement.models.guiding import GuidingCase
from enforcement.models.reviews import LegalReview


class PaperInline(AttachmentInline):
    model = LegalReviewAttachment


@admin.register(LegalReview)
class LegalReviewAdmin(RecordAdmin):
    today = ("submitted_on",)
    own_agency = ("agency",)
    repeated = ("kind", "agency", "submitted_on")
    list_display = [
        "number",
        "kind",
        "agency",
        "subject",
        "submitted_on",
        "returned_on",
        "opinion",
        "decided_on",
        "adoption",
    ]
    list_select_related = ["agency"]
    openness = Openness(
        lambda _day: unreturned(),
        opened=pgettext_lazy("reviews", "under review"),
        closed=pgettext_lazy("reviews", "returned"),
        settled_by=("returned_on", "opinion", "decided_on", "adoption"),
    )
    list_filter = [
        of_agency("agency", title=_("deciding agency"), phrased=_("of %(name)s")),
        "kind",
        "opinion",
        "adoption",
        "ground",
        "was_heard",
    ]
    date_hierarchy = "submitted_on"
    search_fields = ["number", "subject", "agency__name", "file__number"]
    autocomplete_fields = ["agency", "file"]
    inlines = [PaperInline]
    fieldsets = [
        (
            _("Submission"),
            {
                "fields": [
                    ("kind", "agency", "number"),
                    ("subject", "file"),
                    ("was_heard", "ground"),
                    "submitted_on",
                ]
            },
        ),
        (
            _("Opinion"),
            {
                "fields": [
                    ("reviewer", "is_reviewer_qualified"),
                    ("returned_on", "opinion"),
                    "opinion_text",
                ]
            },
        ),
        (_("Decision"), {"fields": [("decided_on", "adoption")]}),
        MARKINGS,
    ]


@admin.register(GuidingCase)
class GuidingCaseAdmin(RecordAdmin):
    own_agency = ("agency",)
    repeated = ("agency", "submitted_on", "submitted_to")
    list_display = [
        "title",
        "agency",
        "subject",
        "edited_on",
        "submitted_on",
        "submitted_to",
        "adopted_on",
        "declined_on",
    ]
    list_select_related = ["agency"]
    openness = Openness(
        lambda _day: unanswered(),
        opened=pgettext_lazy("guiding cases", "unanswered"),
        closed=pgettext_lazy("guiding cases", "answered"),
        settled_by=("adopted_on", "declined_on"),
    )
    list_filter = [
        of_agency("agency", title=_("agency of the case"), phrased=_("of %(name)s")),
        "submitted_to",
    ]
    date_hierarchy = "submitted_on"
    search_fields = ["title", "subject", "agency__name", "file__number"]
    autocomplete_fields = ["agency", "file"]
    fieldsets = [
        (
            None,
            {"fields": [("agency", "title"), ("subject", "file"), "gist", "edited_on"]},
        ),
        (
            _("Submission and answer"),
            {"fields": [("submitted_on", "submitted_to"), ("adopted_on", "declined_on")]},
        ),
        MARKINGS,
    ]
