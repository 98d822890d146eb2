"""The record of exports as the auditor reads it; nothing is added here, changed or removed."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from lawgov.reports.exports.log import ExportLog
from lawgov.reports.exports.titled import TitledAdmin
from lawgov.reports.exports.titles import Titles


@admin.register(ExportLog)
class ExportLogAdmin(TitledAdmin):
    """Who took away what, how narrowed, and how many lines of it."""

    list_display = ["begun_at", "person", "what", "format", "question", "how_far"]
    list_filter = ["format"]
    list_select_related = ["person"]
    search_fields = ["person__username", "person__full_name", "what", "question"]
    nothing_yet = _("Nothing has been exported yet.")

    def retitle(self, entry: ExportLog, titles: Titles) -> None:
        entry.what = titles.of(entry)

    @admin.display(description=_("lines"), ordering="lines")
    def how_far(self, entry: ExportLog) -> str:
        return entry.said
