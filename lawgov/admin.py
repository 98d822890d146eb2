"""How the working calendar is kept: no change of it is saved before its effects were seen."""

from typing import Any

from django.contrib import admin, messages
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from cases.registry.admin import KeptAdmin
from cases.registry.timing import rules_admin
from cases.registry.timing.calendars import CalendarEntry, KnownYear, Timekeeping
from lawgov import cautions_admin
from lawgov.calendar_changes import TOLD, carry_out, moves, told, with_row
from lawgov.calendar_import import ImportingAdmin
from lawgov.gates import log_admin

CONFIRMED = "_confirmed"


class ForeseenAdmin(KeptAdmin):
    """A form that first shows which open cases would move, from what to what.

    The trace of who changed what, and what that moved, stands in the history of the row.
    """

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method == "POST" and CONFIRMED not in request.POST:
            row = self._asked(request, object_id)
            if row is not None:
                return self._foresee(request, row)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _asked(self, request: HttpRequest, object_id: str | None) -> Any:
        """The row as the form would save it; None where the form itself has to speak first."""
        found = self.get_object(request, object_id) if object_id else None
        may = self.has_change_permission(request, found) if found else None
        if not (self.has_add_permission(request) if found is None else may):
            return None
        form = self.get_form(request, found, change=found is not None)(
            request.POST, request.FILES, instance=found
        )
        return form.save(commit=False) if form.is_valid() else None

    def _foresee(self, request: HttpRequest, row: Any) -> HttpResponse:
        moved = moves(with_row(row))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Before this is saved"),
            "opts": self.opts,
            "original": row,
            "moved": moved[:TOLD],
            "count": len(moved),
            "posted": [
                (name, value)
                for name, values in request.POST.lists()
                if name != "csrfmiddlewaretoken"
                for value in values
            ],
            "confirmed": CONFIRMED,
        }
        return TemplateResponse(request, "lawgov/clock/foreseen.html", context)

    def save_model(
        self,
        request: HttpRequest,
        obj: Any,
        form: ModelForm[Any],  # noqa: ARG002
        change: bool,
    ) -> None:
        if not change and isinstance(obj, CalendarEntry):
            obj.entered_by = request.user  # type: ignore[assignment]  # the admin needs a sign-in
        request.moved = told(carry_out(obj))  # type: ignore[attr-defined]  # for the trace below
        messages.info(request, str(request.moved))  # type: ignore[attr-defined]

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        """What was changed, and which dates that moved."""
        message = super().construct_change_message(request, form, formsets, add)
        moved = getattr(request, "moved", None)
        return message if moved is None else f"{_fields(form)}{moved}"


def _fields(form: Any) -> str:
    changed = [f"{name} = {form.cleaned_data.get(name)}" for name in form.changed_data]
    return f"{', '.join(changed)}. " if changed else ""


@admin.register(CalendarEntry)
class CalendarEntryAdmin(ImportingAdmin, ForeseenAdmin):
    list_display = ["day", "kind", "is_working", "name_zh", "why", "is_withdrawn", "entered_by"]
    list_filter = ["kind", "is_working", "is_withdrawn"]
    list_select_related = ["entered_by"]
    date_hierarchy = "day"
    search_fields = ["name_zh", "name_en", "why"]
    readonly_fields = ["entered_by"]
    fields = [
        ("day", "kind", "is_working"),
        ("name_zh", "name_en"),
        "why",
        ("is_withdrawn", "entered_by"),
    ]


@admin.register(KnownYear)
class KnownYearAdmin(ForeseenAdmin):
    list_display = ["year", "notice"]
    search_fields = ["notice"]


@admin.register(Timekeeping)
class TimekeepingAdmin(ForeseenAdmin):
    """One row, made with the tables."""

    list_display = ["__str__", "closures_count"]
    fields = ["closures_count"]

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False


# The second step is set up on a page of the person's own, and taken away where people are kept.
admin.site.unregister([TOTPDevice, StaticDevice])

__all__ = [
    "CalendarEntryAdmin",
    "KnownYearAdmin",
    "TimekeepingAdmin",
    "cautions_admin",
    "log_admin",
    "rules_admin",
]
