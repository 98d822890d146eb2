"""The record of exports as the auditor reads it; nothing is added here, changed or removed."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cases.registry.admin import KeptAdmin
from cases.registry.changelist import SturdyChangeList
from lawgov.reports.exports.log import ExportLog
from lawgov.reports.exports.titles import Titles


class TitledChangeList(SturdyChangeList):
    """A page of the log, its exports called what they are in the reader's language."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        titles = Titles()
        for entry in self.result_list:
            entry.what = titles.of(entry)


@admin.register(ExportLog)
class ExportLogAdmin(KeptAdmin):
    """Who took away what, how narrowed, and how many lines of it."""

    list_display = ["begun_at", "person", "what", "format", "question", "how_far"]
    list_display_links = None
    list_filter = ["format"]
    list_select_related = ["person"]
    search_fields = ["person__username", "person__full_name", "what", "question"]
    actions = None
    nothing_yet = _("Nothing has been exported yet.")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[TitledChangeList]:  # noqa: ARG002
        return TitledChangeList

    def get_object(self, request: HttpRequest, *named: Any) -> ExportLog | None:
        """To be read alone, so what it is called may be replaced."""
        entry: ExportLog | None = super().get_object(request, *named)
        if entry:
            entry.what = Titles().of(entry)
        return entry

    @admin.display(description=_("lines"), ordering="lines")
    def how_far(self, entry: ExportLog) -> str:
        return entry.said

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False
