"""A ledger of calendar entries: what it would move is shown first, then it is taken in."""

import base64
import binascii
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from cases.registry.ledgers.faults import LedgerRefused
from cases.registry.ledgers.intake import Intake
from cases.registry.ledgers.ledger import Ledger
from cases.registry.ledgers.tally import Tally
from cases.registry.timing.calendars import CalendarEntry
from lawgov.calendar_changes import TOLD, Calendar, moves, standing, told
from lawgov.clocks import up_to_date

# Not among the ledgers of `manage.py load`: a calendar is changed with open eyes, or not at all.
LEDGER: Final = Ledger(
    "calendar_entries",
    CalendarEntry,
    ("day", "kind", "is_working", "name_zh", "name_en", "why", "is_withdrawn"),
    key=("day", "kind"),
)
MOST_BYTES = 1_000_000  # a year of notices is a few thousand


@dataclass(frozen=True)
class Sheet:
    """A file as it was sent, carried from the preview to the confirmation."""

    name: str
    content: bytes

    def take_in(self) -> Tally:
        """Raises LedgerRefused with every fault."""
        with TemporaryDirectory(prefix="lawgov-calendar-") as folder:
            file = Path(folder) / f"{LEDGER.name}{Path(self.name).suffix.lower()}"
            file.write_bytes(self.content)
            (tally,) = Intake([LEDGER]).load(file)
        return tally

    def foreseen(self) -> tuple[Calendar, Tally]:
        """The calendar as it would be, and what would come in; nothing stays written."""
        with transaction.atomic():
            tally = self.take_in()
            then = standing()
            transaction.set_rollback(True)
        return then, tally


class SheetForm(forms.Form):
    """A file to look at, or the one looked at already to be confirmed."""

    file = forms.FileField(label=_("ledger"), required=False)
    name = forms.CharField(required=False, widget=forms.HiddenInput)
    carried = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        sent: UploadedFile[Any] | None = self.cleaned_data.get("file")
        name, content = self.cleaned_data["name"], b""
        if sent is not None:
            name, content = str(sent.name), sent.read(MOST_BYTES + 1)
        elif carried := self.cleaned_data["carried"]:
            try:
                content = base64.b64decode(carried, validate=True)
            except binascii.Error as error:
                raise forms.ValidationError(_("Choose a file (CSV or xlsx).")) from error
        if not content:
            raise forms.ValidationError(_("Choose a file (CSV or xlsx)."))
        if len(content) > MOST_BYTES:
            raise forms.ValidationError(_("A calendar is smaller than that."))
        return {"sheet": Sheet(name, content), "is_confirmed": sent is None}


class ImportingAdmin(admin.ModelAdmin[Any]):
    """Adds the import beside the list; its template names the address."""

    change_list_template = "admin/cases/calendarentry/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name="cases_calendarentry_import"), *super().get_urls()]

    def import_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = SheetForm(request.POST or None, request.FILES or None)
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": _("Import calendar entries"),
            "opts": self.opts,
            "form": form,
            "columns": [str(column.label) for column in LEDGER.columns()],
        }
        if request.method == "POST" and form.is_valid():
            sheet: Sheet = form.cleaned_data["sheet"]
            try:
                if form.cleaned_data["is_confirmed"]:
                    return self._carry_out(request, sheet)
                context |= self._looked_at(sheet)
            except LedgerRefused as refused:
                context["faults"] = [str(fault) for fault in refused.faults]
        return TemplateResponse(request, "lawgov/clock/import.html", context)

    def _looked_at(self, sheet: Sheet) -> dict[str, Any]:
        then, tally = sheet.foreseen()
        moved = moves(then)
        carried = base64.b64encode(sheet.content).decode()
        return {
            "tally": tally,
            "moved": moved[:TOLD],
            "count": len(moved),
            "confirming": SheetForm(initial={"name": sheet.name, "carried": carried}),
        }

    @transaction.atomic
    def _carry_out(self, request: HttpRequest, sheet: Sheet) -> HttpResponse:
        then, _tally = sheet.foreseen()
        trace = str(told(moves(then)))
        before = set(CalendarEntry.objects.values_list("pk", flat=True))
        tally = sheet.take_in()
        for row in CalendarEntry.objects.exclude(pk__in=before):
            row.entered_by_id = request.user.pk
            row.save(update_fields=["entered_by"])
            self.log_addition(request, row, f"{sheet.name}: {trace}")
        up_to_date()
        text = _("%(written)s taken in, %(known)s already there.")
        messages.success(request, text % {"written": tally.written, "known": tally.known})
        messages.info(request, trace)
        return redirect(reverse("admin:cases_calendarentry_changelist"))
