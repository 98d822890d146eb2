"""The records behind a number, in the columns under which their own list shows them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Any, NamedTuple

from django.contrib import admin
from django.contrib.admin.options import ModelAdmin
from django.contrib.admin.utils import display_for_field, display_for_value, label_for_field
from django.contrib.admin.utils import lookup_field as look_up
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.html import format_html

from cases.reconsideration.models.children import OpinionLetter, ReconsiderationParty
from cases.registry.badges import badge_column, bears
from cases.registry.figures import Counted, Figure
from lawgov.reports.definitions import name_of

EMPTY = "–"


class Inline(NamedTuple):
    """How rows are listed that are entered on the page of another record."""

    columns: Sequence[str]
    owner: str
    related: Sequence[str]


INLINES: dict[type[Model], Inline] = {
    OpinionLetter: Inline(
        ("number", "case", "issued_on", "served_on", "answered_on"),
        "case",
        ("case__docket", "case__respondent"),
    ),
    ReconsiderationParty: Inline(
        ("name", "case", "role", "persons"), "case", ("case__docket", "case__respondent")
    ),
}


class Entry(NamedTuple):
    """One record: where it is kept, and what the columns say of it."""

    address: str
    cells: Sequence[Any]


@dataclass(frozen=True)
class Listing:
    """Columns and how to fill them, for one kind of record."""

    heads: Sequence[str]
    related: Sequence[str]
    entry: Callable[[Any], Entry]

    def entries(self, rows: Iterable[Model]) -> list[Entry]:
        return [self.entry(row) for row in rows]

    def fetch(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With everything the columns show, in one query."""
        return rows.select_related(*self.related) if self.related else rows


def listing(model: type[Model], counted: Counted) -> Listing:
    """The columns of the record's own list, and any date or sum by which it was counted.

    The declared ones: what is due next says nothing about a number of the past.
    """
    inline = INLINES.get(model)
    keeper = admin.site._registry.get(model)
    if keeper is not None:
        columns: list[Any] = [_column(keeper, name) for name in keeper.list_display]
        related: Sequence[str] = keeper.list_select_related or ()  # type: ignore[assignment]
    else:
        columns, related = (list(inline.columns), inline.related) if inline else (["__str__"], ())
    named = {column if isinstance(column, str) else column.__name__ for column in columns}
    more = [name for name in _counted_by(counted) if name not in named]
    heads = [str(label_for_field(column, model, keeper)) for column in columns]
    heads, columns = heads + [name_of(model, name) for name in more], columns + more
    lead = _leading(model, inline)
    return Listing(
        heads,
        related,
        lambda row: Entry(lead(row), [_shown(column, row, keeper) for column in columns]),
    )


def _column(keeper: ModelAdmin[Any], name: Any) -> Any:
    """A column that says where a record stands is drawn as a badge here as well."""
    drawn = getattr(keeper, "badges", ()) if isinstance(name, str) else ()
    return badge_column(keeper, name) if name in drawn and bears(keeper.model, name) else name


def _counted_by(counted: Counted) -> list[str]:
    if isinstance(counted, Figure):
        return [name for name in (counted.on, counted.total) if name]
    return [counted.entered, counted.left]


def _leading(model: type[Model], inline: Inline | None) -> Callable[[Any], str]:
    """Where a record is kept: its own page, or that of the record it is entered with."""
    steps = [inline.owner] if inline else []
    kept: Any = model._meta.get_field(inline.owner).related_model if inline else model
    if kept not in admin.site._registry:
        return lambda _row: ""
    name = f"admin:{kept._meta.app_label}_{kept._meta.model_name}_change"
    return lambda row: reverse(name, args=[reduce(getattr, steps, row).pk])


def _shown(column: Any, row: Model, keeper: ModelAdmin[Any] | None) -> Any:
    """A value as the record's own list prints it."""
    try:
        field, _attribute, value = look_up(column, row, keeper)
    except FieldDoesNotExist:
        return EMPTY
    if field is None:
        return display_for_value(value, EMPTY, isinstance(value, bool))
    if field.is_relation:
        related = getattr(row, field.name)
        return EMPTY if related is None else str(related)
    printed = display_for_field(value, field, EMPTY)
    # A date is read as one word, however narrow its column.
    return format_html("<time>{}</time>", printed) if isinstance(value, date) else printed
