"""The record of exports as the auditor reads it; nothing is added here, changed or removed."""

from functools import reduce
from operator import or_
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from lawgov.reports.exports.log import ExportLog
from lawgov.reports.exports.searching import titled
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

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Each word in one of the fields, or in the title as it is read in one of the languages."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        called = queryset
        for word in search_term.split():
            written = (Q(**{f"{field}__icontains": word}) for field in self.search_fields)
            called = called.filter(reduce(or_, written, titled(word)))
        return found | called, may_repeat

    @admin.display(description=_("lines"), ordering="lines")
    def how_far(self, entry: ExportLog) -> str:
        return entry.said
