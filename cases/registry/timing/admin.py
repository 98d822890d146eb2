"""The clock in the lists and on the forms of every record that has one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cases.registry.desk.openness import CLOSED, state_of
from cases.registry.figures import Label
from cases.registry.timing.clocked import Clocked
from cases.registry.timing.conditions import due, due_within, has_a_date, overdue, provisional
from cases.registry.timing.loading import clocks
from cases.registry.timing.panel import SOON_DAYS, Entry, State, days_left_words, entries
from cases.registry.timing.rooms import Room, bring_up_to_date

VERY_SOON_DAYS = 3


class DueFilter(admin.SimpleListFilter):
    """What is overdue, due today, or due soon; read off an index of open records."""

    title = _("due")
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        return [
            ("overdue", _("overdue")),
            ("today", _("due today")),
            ("3", _("in the next 3 days")),
            ("7", _("in the next 7 days")),
            ("provisional", _("provisional")),
            ("any", _("with a due date")),
        ]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:  # noqa: ARG002
        today = timezone.localdate()
        conditions = {
            "overdue": overdue(today),
            "today": due(today),
            "3": due_within(today, VERY_SOON_DAYS),
            "7": due_within(today, SOON_DAYS),
            "provisional": provisional(),
            "any": has_a_date(),
        }
        chosen = conditions.get(self.value() or "")
        return rows if chosen is None else rows.filter(chosen)


@dataclass(frozen=True, slots=True)
class Due:
    """What a list shows of one record's clock."""

    on: date
    term: Label
    days: int
    is_provisional: bool

    @property
    def state(self) -> State:
        if self.days < 0:
            return State.OVERDUE
        if self.days == 0:
            return State.TODAY
        return State.SOON if self.days <= SOON_DAYS else State.RUNNING


class ClockedAdmin(admin.ModelAdmin[Any]):
    """Three columns, a filter and a panel; every page first brings its room up to date.

    The days left are counted when the page is made: nothing of them is stored.
    """

    room: ClassVar[Room]
    change_form_template = "admin/clocked_change_form.html"
    due_columns: ClassVar[tuple[str, ...]] = ("next_due", "due_term", "days_left")
    due_after = 1  # how many of the declared columns stand before them

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["lawgov/clock.css"]}

    def get_list_display(self, request: HttpRequest) -> Any:
        columns = list(super().get_list_display(request))
        if state_of(self, request) == CLOSED:
            return columns
        return [*columns[: self.due_after], *self.due_columns, *columns[self.due_after :]]

    def get_list_filter(self, request: HttpRequest) -> Any:
        state, *declared = super().get_list_filter(request)
        return [state, DueFilter, *declared]

    def get_ordering(self, request: HttpRequest) -> Any:
        """Whoever asks for what is due wants the most pressing first."""
        if DueFilter.parameter_name in request.GET:
            return ["due_order"]
        return super().get_ordering(request)

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        today = timezone.localdate()
        bring_up_to_date([self.room], today)
        changes = super().get_changelist_instance(request)
        terms = sorted(clocks().governing.catalogue.terms, key=lambda term: term.valid_from)
        names = {term.code: term.label for term in terms}  # the newest version's name
        for record in changes.result_list:
            record.due = _due(record, names, today)
        return changes

    @admin.display(description=_("next due date"), ordering="due_order")
    def next_due(self, record: Any) -> str | None:
        found: Due | None = record.due
        if found is None:
            return None
        if not found.is_provisional:
            return found.on.isoformat()
        return format_html('{} <span class="provisional">{}</span>', found.on, _("provisional"))

    @admin.display(description=_("what is due"))
    def due_term(self, record: Any) -> str | None:
        return str(record.due.term) if record.due else None

    @admin.display(description=_("days left"), ordering="due_order")
    def days_left(self, record: Any) -> str | None:
        found: Due | None = record.due
        if found is None:
            return None
        words = days_left_words(found.days)
        return format_html('<span class="days days-{}">{}</span>', found.state, words)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = context.get("original")
        if record is not None and record.pk:
            context["clock"] = panel(self.room, record)
        return super().render_change_form(request, context, *args, **kwargs)


def _due(record: Clocked, names: Mapping[str, Any], today: date) -> Due | None:
    if record.next_due_on is None:
        return None
    term = names.get(record.next_term, record.next_term)
    days = (record.next_due_on - today).days
    return Due(record.next_due_on, term, days, record.next_due_is_provisional)


def panel(room: Room, record: Clocked) -> dict[str, list[Entry]]:
    """The terms of a record for the page: those still open, and those that are done with."""
    found = entries(room, room.of(record.pk), clocks(), timezone.localdate())
    return {
        "open": [entry for entry in found if not entry.is_done_with],
        "closed": [entry for entry in found if entry.is_done_with],
    }
