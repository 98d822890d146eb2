"""A form as it is printed, whether it was filled in just now or when its period was closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from cases.registry.figures import Number
from cases.registry.rates import Ratio, Rounding
from lawgov.reports.returns.layouts import Layout
from lawgov.reports.returns.meanings import balances, definitions, source
from lawgov.reports.returns.pivot import TOTAL, Filled, Line, Pivot, Shown, Sum


@dataclass(frozen=True)
class Heading:
    """A column: its heads from the outermost inwards, how it is counted, whether it opens."""

    key: str
    path: Sequence[str]
    meaning: str
    opens: bool

    @property
    def label(self) -> str:
        return " · ".join(self.path)


@dataclass(frozen=True)
class Part:
    """One set of rows with their sum."""

    by: str
    label: str
    lines: Sequence[Line]
    total: Line


@dataclass(frozen=True)
class Told:
    """Everything that is printed of a form, in the language in force."""

    form: str
    label: str
    source: str
    is_reconstructed: bool
    paper: str
    columns: Sequence[Heading]
    parts: Sequence[Part]
    sums: Sequence[Sum]
    closed_at: datetime | None = None

    def value(self, by: str, key: str, column: str) -> Shown:
        """What stands in one cell; nought where there is no such row."""
        for part in self.parts:
            for line in (*part.lines, part.total):
                if (part.by, line.key) == (by, key):
                    return line.values.get(column, 0)
        return 0

    @property
    def definitions(self) -> list[tuple[str, str]]:
        return [(column.label, column.meaning) for column in self.columns]

    @property
    def balances(self) -> list[tuple[str, str]]:
        return list(balances(self.sums))


def fill(pivot: Pivot) -> Told:
    """The form filled in from the records as they stand."""
    return told_of(pivot, pivot.filled())


def told_of(pivot: Pivot, filled: Sequence[Filled]) -> Told:
    layout = pivot.layout
    parts = [Part(f.section.by, str(f.section.words), f.lines, f.total) for f in filled]
    return Told(
        layout.form,
        str(layout.words),
        source(layout),
        layout.is_reconstructed,
        layout.paper,
        list(_headings(layout)),
        parts,
        pivot.sums(filled),
    )


def _headings(layout: Layout) -> list[Heading]:
    return [
        Heading(column.key, column.path, meaning, bool(column.figure or column.of))
        for column, (_label, meaning) in zip(layout.shown, definitions(layout), strict=True)
    ]


def as_document(told: Told) -> dict[str, Any]:
    """The form as JSON keeps it; numbers stay exact."""
    return {
        "form": told.form,
        "label": told.label,
        "source": told.source,
        "is_reconstructed": told.is_reconstructed,
        "paper": told.paper,
        "columns": [[c.key, list(c.path), c.meaning, c.opens] for c in told.columns],
        "parts": [
            [part.by, part.label, [_kept(line) for line in part.lines], _kept(part.total)]
            for part in told.parts
        ],
        "sums": [
            [
                each.label,
                _plain(each.whole),
                _plain(each.parts),
                [[label, _plain(number)] for label, number in each.left_over],
            ]
            for each in told.sums
        ],
    }


def revived(document: Mapping[str, Any], closed_at: datetime) -> Told:
    """What `as_document` kept."""
    return Told(
        document["form"],
        document["label"],
        document["source"],
        document["is_reconstructed"],
        document["paper"],
        [Heading(*column) for column in document["columns"]],
        [
            Part(by, label, [_line(line) for line in lines], _line(total))
            for by, label, lines, total in document["parts"]
        ],
        [
            Sum(label, _number(whole), _number(parts), [(name, _number(n)) for name, n in left])
            for label, whole, parts, left in document["sums"]
        ],
        closed_at,
    )


def _kept(line: Line) -> list[Any]:
    return [line.key, line.label, {key: _plain(value) for key, value in line.values.items()}]


def _line(kept: Sequence[Any]) -> Line:
    key, label, values = kept
    return Line(key or TOTAL, label, {name: _value(value) for name, value in values.items()})


def _plain(value: Shown) -> Any:
    if isinstance(value, Ratio):
        return [value.numerator, value.denominator, value.rounding.value, value.decimals]
    return str(value) if isinstance(value, Decimal) else value


def _number(kept: Any) -> Number:
    return Decimal(kept) if isinstance(kept, str) else int(kept)


def _value(kept: Any) -> Shown:
    if isinstance(kept, list):
        numerator, denominator, rounding, decimals = kept
        return Ratio(numerator, denominator, Rounding(rounding), decimals)
    return Decimal(kept) if isinstance(kept, str) else kept
