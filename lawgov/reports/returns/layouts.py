"""The layouts of the forms, one file each with the years it holds for; next year's is a file."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from cases.registry.figures import Figure
from cases.registry.periods import Period
from lawgov.reports.returns.columns import Column, Malformed, Wording, complete, read_column
from lawgov.reports.returns.dimensions import DIMENSIONS, Months
from lawgov.reports.returns.vocabulary import COUNTED, RATES, models_of

FOLDER = Path(__file__).resolve().parent.parent / "layouts"
RECONSTRUCTED = "R"


class NoLayout(Exception):
    """No form of this name, or none in force in the period."""


@dataclass(frozen=True)
class Section:
    """One set of rows under the columns of the form."""

    by: str
    words: Wording


@dataclass(frozen=True)
class Tie:
    """Columns whose sums must be equal in every row."""

    words: Wording
    whole: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """One version of one form: its rows, its columns, and for which years."""

    version: str
    form: str
    words: Wording
    source: Wording
    certainty: str
    paper: str
    valid_from: date
    valid_to: date | None
    sections: Sequence[Section]
    columns: Sequence[Column]
    ties: Sequence[Tie]

    @property
    def is_reconstructed(self) -> bool:
        return self.certainty == RECONSTRUCTED

    @property
    def shown(self) -> list[Column]:
        return [column for column in self.columns if not column.is_hidden]

    def column(self, key: str) -> Column:
        """Raises: KeyError: no column is called so."""
        return self._by_key()[key]

    def _by_key(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    def holds(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def counted_code(self, column: Column) -> str:
        """The code of the figure a column counts, its own or that of the column it is part of."""
        while column.of:
            column = self.column(column.of)
        return column.figure


def read_layout(path: Path) -> Layout:
    """One file.

    Raises:
        Malformed: it cannot be filled; the message names the file and the column.
    """
    try:
        return _built(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    except (Malformed, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise Malformed(f"{path.name}: {error}") from error


def _built(version: str, given: dict[str, Any]) -> Layout:
    layout = Layout(
        version,
        given["form"],
        Wording(given["zh"], given["en"]),
        Wording(given.get("zh_source", ""), given.get("en_source", "")),
        given["certainty"],
        given.get("paper", "A4"),
        given["valid_from"],
        given.get("valid_to"),
        [Section(each["by"], Wording(each["zh"], each["en"])) for each in given["section"]],
        complete(map(read_column, given["columns"]["in_order"])),
        [
            Tie(Wording(each["zh"], each["en"]), tuple(each["whole"]), tuple(each["parts"]))
            for each in given.get("identity", [])
        ],
    )
    for fault in _faults(layout):
        raise Malformed(fault)
    return layout


def _faults(layout: Layout) -> Iterator[str]:
    keys = [column.key for column in layout.columns]
    if len(keys) != len(set(keys)):
        yield "two columns of one key"
    for column in layout.columns:
        above, below = column.share or ((), ())
        named = {*above, *below, *column.adds, *((column.of,) if column.of else ())}
        if unknown := named - set(keys):
            yield f"{column.key}: no column is called {', '.join(sorted(unknown))}"
        if column.figure and column.figure not in COUNTED:
            yield f"{column.key}: no figure is called {column.figure}"
        if column.rate and column.rate not in RATES:
            yield f"{column.key}: no rate is called {column.rate}"
    if unknown := {key for tie in layout.ties for key in (*tie.whole, *tie.parts)} - set(keys):
        yield f"no column is called {', '.join(sorted(unknown))}"
    yield from _uncountable(layout)


def _uncountable(layout: Layout) -> Iterator[str]:
    codes = {column.figure for column in layout.columns if column.figure}
    for code in sorted(codes):
        counted = COUNTED[code][1]
        if isinstance(counted, Figure) and counted.distinct:
            yield f"{code}: distinct values do not add up over the rows"
    for section in layout.sections:
        if (dimension := DIMENSIONS.get(section.by)) is None:
            yield f"there are no rows by {section.by}"
        elif not isinstance(dimension, Months):
            for model in models_of(codes) - dimension.paths.keys():
                yield f"{model.__name__} has no {section.by}"


@cache
def layouts() -> tuple[Layout, ...]:
    """Every version of every form."""
    return tuple(read_layout(path) for path in sorted(FOLDER.glob("*.toml")))


FORMS = ("reconsideration", "litigation", "appearance", "mediation", "examination", "disclosure")


def layout_for(form: str, period: Period) -> Layout:
    """The version in force on the last day of the period.

    Raises:
        NoLayout: there is none.
    """
    for layout in layouts():
        if layout.form == form and layout.holds(period.last):
            return layout
    raise NoLayout(form)


def current(period: Period) -> list[Layout]:
    """One layout of every form that has one for the period, in the usual order."""
    found = {layout.form: layout for layout in layouts() if layout.holds(period.last)}
    order = {form: place for place, form in enumerate(FORMS)}
    return sorted(found.values(), key=lambda layout: order.get(layout.form, len(order)))
