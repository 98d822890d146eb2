"""The record of exports as the auditor reads it; nothing is added here, changed or removed."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cases.registry.admin import KeptAdmin
from lawgov.reports.exports.log import ExportLog


@admin.register(ExportLog)
class ExportLogAdmin(KeptAdmin):
    """Who took away what, how narrowed, and how many lines of it."""

    list_display = ["begun_at", "person", "what", "format", "question", "how_far"]
    list_display_links = None
    list_filter = ["format"]
    list_select_related = ["person"]
    search_fields = ["person__username", "person__full_name", "what"]
    actions = None
    nothing_yet = _("Nothing has been exported yet.")

    @admin.display(description=_("lines"), ordering="lines")
    def how_far(self, entry: ExportLog) -> str:
        return entry.said

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False
