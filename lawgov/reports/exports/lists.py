"""The records behind a number as a list: in the columns of their ledger, row by row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import DateTimeField, Field, ForeignKey, Model, QuerySet
from django.utils import timezone

from cases.registry.ledgers.ledger import Ledger
from cases.registry.masking import mask_of
from lawgov.ledgers import LEDGERS
from lawgov.reports.exports.grids import Grid, Line, Value

CHUNK = 2000
# Bookkeeping of the entry, not of the matter.
LEFT_OUT = {"id", "entered_by", "entered_at", "changed_at"}
Mask = Callable[[str], str]
# Heads, names of the columns, and the values of each row.
Written = tuple[list[str], list[str], Iterator[Sequence[Any]]]


def list_grid(
    name: str, title: str, rows: QuerySet[Any], definition: str, *, in_full: bool = False
) -> Grid:
    """Every record in the order of the list, however many there are; numbers masked or in full."""
    ledger = _ledger_of(rows.model)
    head, names, written = _by_ledger(ledger, rows) if ledger else _by_fields(rows)
    lines = masked_lines(written, names, in_full=in_full)
    pairs = [(title, definition)] if definition else []
    return Grid(name, title, [], [[text] for text in head], lines, pairs, "A3", is_long=True)


def _ledger_of(model: type[Model]) -> Ledger[Any] | None:
    return next((ledger for ledger in LEDGERS if ledger.model is model), None)


def _by_ledger(ledger: Ledger[Any], rows: QuerySet[Any]) -> Written:
    written = ledger.write(rows)
    return next(written), [column.name for column in ledger.columns()], written


def masked_lines(
    written: Iterable[Sequence[Any]], names: Sequence[str], *, in_full: bool = False
) -> Iterator[Line]:
    """Lines in which nobody's numbers stand in full unless asked, by the names of the columns."""
    masks = [str if in_full else mask_of(name) for name in names]
    return (Line(_cells(values, masks)) for values in written)


def _cells(values: Sequence[Any], masks: Sequence[Mask]) -> list[Value]:
    return [
        mask(value) if isinstance(value, str) else value
        for value, mask in zip(values, masks, strict=True)
    ]


def _by_fields(rows: QuerySet[Any]) -> Written:
    """A kind of record that has no ledger: every field of its own, named as on its form."""
    fields = [field for field in rows.model._meta.concrete_fields if field.name not in LEFT_OUT]
    related = [field.name for field in fields if isinstance(field, ForeignKey)]
    found = rows.select_related(*related) if related else rows
    written = ([_value(field, row) for field in fields] for row in found.iterator(CHUNK))
    heads = [str(field.verbose_name) for field in fields]
    return heads, [field.name for field in fields], written


def _value(field: "Field[Any, Any]", row: Model) -> Any:
    value = getattr(row, field.name)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, DateTimeField) and value is not None:
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, date, type(None))):
        return str(value)
    return value
