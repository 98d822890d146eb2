"""Lists open on open work: what that is, declared for each kind of record, and how to see more."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.views.main import ORDER_VAR, SEARCH_VAR, ChangeList
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from cases.registry.conditions import recorded, voided
from cases.registry.records import Record

STATE = "state"
# Whoever asks for one of these means any record.
ELSEWHERE = (SEARCH_VAR, "due", "due_order", IS_POPUP_VAR)
OPEN, CLOSED, EVERY, VOIDED = "open", "concluded", "all", "voided"
OPENED, CONCLUDED = pgettext_lazy("records", "open"), pgettext_lazy("records", "concluded")


@dataclass(frozen=True)
class Openness:
    """Which records are still work on a day, and what those and the others are called.

    `settled_by` names columns that only a concluded record has: whoever asks for one of their
    values is shown records of every state, and a list of open ones leaves them out.
    """

    open: Callable[[date], Q]
    opened: Promise | str = OPENED
    closed: Promise | str = CONCLUDED
    settled_by: tuple[str, ...] = ()


def states_of(model_admin: Any) -> dict[str, Any]:
    """The states a list can be asked for, and what they are called."""
    openness: Openness | None = model_admin.openness
    states: dict[str, Any] = {}
    if openness is not None:
        states |= {OPEN: openness.opened, CLOSED: openness.closed}
    states[EVERY] = pgettext("records", "all")
    if issubclass(model_admin.model, Record):
        states[VOIDED] = pgettext("records", "voided")
    return states


def state_of(model_admin: Any, request: HttpRequest) -> str:
    """The state that is asked for, or follows from what else is."""
    chosen = request.GET.get(STATE, "")
    if chosen in states_of(model_admin):
        return chosen
    openness: Openness | None = model_admin.openness
    if openness is None or any(request.GET.get(name) for name in ELSEWHERE):
        return EVERY
    is_settled = any(
        name == column or name.startswith(f"{column}__")
        for name in request.GET
        for column in openness.settled_by
    )
    return EVERY if is_settled else OPEN


class StateFilter(admin.ListFilter):
    """Open work unless asked for something else; what is voided only when asked for itself.

    A search, a due date or an outcome is looked for among all records, as long as no state is
    chosen.
    """

    title = _("state")
    parameter_name = STATE
    template = "lawgov/lists/state.html"

    def __init__(
        self, request: HttpRequest, params: dict[str, Any], model: type[Any], model_admin: Any
    ) -> None:
        super().__init__(request, params, model, model_admin)
        self.openness: Openness | None = model_admin.openness
        self.is_voidable = issubclass(model, Record)
        params.pop(self.parameter_name, None)
        self.states = states_of(model_admin)
        self.state = state_of(model_admin, request)

    def has_output(self) -> bool:
        return len(self.states) > 1

    def expected_parameters(self) -> list[str | None]:
        return [self.parameter_name]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:  # noqa: ARG002
        condition = self.condition(self.state)
        return queryset.filter(condition) if condition else queryset

    def condition(self, state: str) -> Q:
        """What the database understands by a state."""
        if state == VOIDED:
            return voided()
        kept = recorded() if self.is_voidable else Q()
        if self.openness is None or state == EVERY:
            return kept
        is_open = self.openness.open(timezone.localdate())
        return kept & (is_open if state == OPEN else ~is_open)

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        for state, name in self.states.items():
            yield {
                "selected": state == self.state,
                # A column has another place in the list of another state.
                "query_string": changelist.get_query_string(
                    {self.parameter_name: state}, [ORDER_VAR]
                ),
                "display": name,
            }

    def elsewhere(self, changelist: ChangeList, request: HttpRequest) -> list[tuple[Any, int, str]]:
        """Among which other records there is something of the kind that was not found here."""
        rows = changelist.get_queryset(request, self.expected_parameters()).order_by()
        counted = [
            (name, rows.filter(self.condition(state))[:MOST].count(), state)
            for state, name in self.states.items()
            if state not in {self.state, EVERY}
        ]
        return [
            (name, count, changelist.get_query_string({self.parameter_name: state}))
            for name, count, state in counted
            if count
        ]


MOST = 1000  # nobody needs to know how many more there are


class OpenAdmin(admin.ModelAdmin[Any]):
    """A list that opens on open work, if its kind of record has an end."""

    openness: Openness | None = None

    def get_list_display(self, request: HttpRequest) -> Any:
        """Without the columns in which open work has nothing."""
        columns = super().get_list_display(request)
        if self.openness is None or state_of(self, request) != OPEN:
            return columns
        return [name for name in columns if name not in self.openness.settled_by]

    def get_list_filter(self, request: HttpRequest) -> Any:
        declared = super().get_list_filter(request)
        is_stateful = self.openness is not None or issubclass(self.model, Record)
        return [StateFilter, *declared] if is_stateful else declared
