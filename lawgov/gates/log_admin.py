"""The access log as the auditor reads it: filtered, searched, taken away, never touched."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.registry.accesses.again import asked_again
from cases.registry.accesses.entries import AccessEntry
from cases.registry.accesses.log import Access, noted
from lawgov.reports.exports.commas import pieces
from lawgov.reports.exports.grids import Grid, Line
from lawgov.reports.exports.log import ExportFormat
from lawgov.reports.exports.sending import attachment
from lawgov.reports.exports.titled import TitledAdmin
from lawgov.reports.exports.titles import Titles

CHUNK = 2000


@admin.register(AccessEntry)
class AccessEntryAdmin(TitledAdmin):
    """Nothing is added here, changed or removed; not by the auditor either."""

    list_display = ["at", "who", "act", "subject", "detail", "succeeded", "address"]
    list_filter = ["act", "succeeded"]
    list_select_related = ["person"]
    date_hierarchy = "at"
    search_fields = ["person__username", "person__full_name", "subject", "address"]
    change_list_template = "lawgov/gates/access_log.html"

    def retitle(self, entry: AccessEntry, titles: Titles) -> None:
        entry.subject = titles.of_subject(entry)

    @admin.display(description=gettext_lazy("person"), ordering="person")
    def who(self, entry: AccessEntry) -> str:
        return f"{entry.person} ({entry.person.username})" if entry.person else "–"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.export)
        return [path("export/", view, name="cases_accessentry_export"), *super().get_urls()]

    def export(self, request: HttpRequest) -> HttpResponseBase:
        """What the list shows, narrowed in the same way, as CSV; that it was taken is entered."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if again := asked_again(request):
            return again
        noted(
            request.user,
            Access.EXPORT,
            str(self.opts.verbose_name_plural),
            request.META["QUERY_STRING"],
        )
        found = self.get_changelist_instance(request).get_queryset(request)
        name = f"{self.opts.verbose_name_plural}-{timezone.localdate()}"
        response = StreamingHttpResponse(
            pieces(_grid(name, found)), content_type="text/csv; charset=utf-8"
        )
        response["Content-Disposition"] = attachment(name, ExportFormat.CSV)
        return response


def _grid(name: str, found: "QuerySet[AccessEntry]") -> Grid:
    heads = [_("moment"), _("person"), _("user name"), _("what was done"), _("to what")]
    heads += [_("details"), _("succeeded"), _("network address")]
    return Grid(name, name, [], [[head] for head in heads], _lines(found), [], "A4")


def _lines(found: "QuerySet[AccessEntry]") -> Iterator[Line]:
    titles = Titles()
    for each in found.iterator(CHUNK):
        person: Any = each.person
        yield Line(
            [
                timezone.localtime(each.at).isoformat(sep=" ", timespec="seconds"),
                str(person or ""),
                person.username if person else "",
                each.get_act_display(),
                titles.of_subject(each),
                each.detail,
                _("yes") if each.succeeded else _("no"),
                each.address or "",
            ]
        )
