"""How judicial and procuratorial suggestions are listed and entered."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.litigation.cautions import OF_SUGGESTIONS
from cases.litigation.clock import SUGGESTIONS
from cases.litigation.conditions import unanswered
from cases.litigation.models.suggestion import Suggestion
from cases.registry.admin import MARKINGS, RecordAdmin
from cases.registry.desk.cautions import CautiousAdmin
from cases.registry.desk.filters import mine, of_agency
from cases.registry.desk.openness import Openness
from cases.registry.timing.admin import ClockedAdmin


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
