"""The records behind a number as a list: in the columns of their ledger, row by row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, islice
from typing import Any

from django.db.models import DateTimeField, Field, ForeignKey, Model, QuerySet
from django.utils import timezone

from cases.registry.ledgers.ledger import Ledger
from cases.registry.masking import mask_of
from lawgov.ledgers import LEDGERS
from lawgov.reports.exports.grids import Grid, Line, Value
from lawgov.reports.opened import Kept, removed, since_closed

CHUNK = 2000
# Bookkeeping of the entry, not of the matter.
LEFT_OUT = {"id", "entered_by", "entered_at", "changed_at"}
# The column of what has become of a record; no field is called so.
MARKS = "since_closed"
Mask = Callable[[str], str]
# The heads, the names of the columns, and the rows of a list.
Written = tuple[list[str], list[str], Iterator[Sequence[Any]]]


def list_grid(
    name: str,
    title: str,
    rows: QuerySet[Any],
    definition: str,
    *,
    in_full: bool = False,
) -> Grid:
    """Every record in the order of the list, however many there are.

    Numbers of persons are masked unless they are wanted `in_full`.
    """
    head, names, written = _written([rows])
    lines = masked_lines(written, names, in_full=in_full)
    return _grid(name, title, head, lines, definition)


def kept_grid(name: str, title: str, kept: Kept, definition: str, *, in_full: bool = False) -> Grid:
    """The records behind a closed number, each with what has become of it since."""
    chunks = list(kept.chunks())
    head, names, written = _written([rows for rows, _keys in chunks])
    marked = _marked(written, chunks, kept, len(head))
    lines = masked_lines(marked, [*names, MARKS], in_full=in_full)
    return _grid(name, title, [*head, since_closed()], lines, definition)


def _marked(
    written: Iterator[Sequence[Any]],
    chunks: Iterable[tuple[QuerySet[Any], list[int]]],
    kept: Kept,
    width: int,
) -> Iterator[Sequence[Any]]:
    """Each line with its mark; a record that is gone has a line of its own for all that."""
    for rows, keys in chunks:
        marks, there = kept.marks(keys), list(rows.values_list("pk", flat=True))
        for pk, line in zip(there, written, strict=False):
            yield [*line, marks[pk]]
        for pk in sorted(set(keys).difference(there)):
            yield [removed(pk), *[""] * (width - 1), marks[pk]]


def _grid(name: str, title: str, head: list[str], lines: Iterable[Line], definition: str) -> Grid:
    pairs = [(title, definition)] if definition else []
    return Grid(name, title, [], [[text] for text in head], lines, pairs, "A3", is_long=True)


def _written(rows: Sequence[QuerySet[Any]]) -> Written:
    ledger = _ledger_of(rows[0].model)
    return _by_ledger(ledger, rows) if ledger else _by_fields(rows)


def _ledger_of(model: type[Model]) -> Ledger[Any] | None:
    return next((ledger for ledger in LEDGERS if ledger.model is model), None)


def _by_ledger(ledger: Ledger[Any], rows: Sequence[QuerySet[Any]]) -> Written:
    first = ledger.write(rows[0])
    head = next(first)
    # Each part begins with the heads once more.
    rest = (line for part in rows[1:] for line in islice(ledger.write(part), 1, None))
    names = [column.name for column in ledger.columns()]
    return head, names, chain(first, rest)


def masked_lines(
    written: Iterable[Sequence[Any]], names: Sequence[str], *, in_full: bool = False
) -> Iterator[Line]:
    """Lines in which nobody's numbers stand in full, by the names of the columns."""
    masks = [mask_of(name, in_full=in_full) for name in names]
    return (Line(_cells(values, masks)) for values in written)


def _cells(values: Sequence[Any], masks: Sequence[Mask]) -> list[Value]:
    return [
        mask(value) if isinstance(value, str) else value
        for value, mask in zip(values, masks, strict=True)
    ]


def _by_fields(rows: Sequence[QuerySet[Any]]) -> Written:
    """A kind of record that has no ledger: every field of its own, named as on its form."""
    fields = [field for field in rows[0].model._meta.concrete_fields if field.name not in LEFT_OUT]
    related = [field.name for field in fields if isinstance(field, ForeignKey)]
    found = (part.select_related(*related) if related else part for part in rows)
    written = (
        [_value(field, row) for field in fields] for part in found for row in part.iterator(CHUNK)
    )
    return [str(field.verbose_name) for field in fields], [f.name for f in fields], written


def _value(field: "Field[Any, Any]", row: Model) -> Any:
    value = getattr(row, field.name)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, DateTimeField) and value is not None:
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, date, type(None))):
        return str(value)
    return value
