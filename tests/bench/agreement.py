"""Whether SQL by hand says what the page says: every figure of every sheet, period by period."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q

from cases.registry.agencies import Agency
from cases.registry.figures import Counted, Figure, Stock
from cases.registry.periods import Period
from cases.registry.sheets import Sheet
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.narrowings import narrow
from tests.bench.by_hand import TABLES, the_page
from tests.bench.statements import AFTER, Asked, Event, Table, lots_of, statement, width_of


class Row(NamedTuple):
    """So many rows at a place that hold the same words, with amounts by the figure's name."""

    place: int
    words: Mapping[str, str]
    many: int
    parts: Mapping[str, Any]


def agree(year: Period, agency: Agency | None = None) -> Counter[str]:
    """How many numbers other than zero agree, by chapter; one that does not is named."""
    asked = the_page(year, agency.keys_under if agency else ())
    agreed = Counter[str]()
    for chapter in CHAPTERS:
        for sheet in chapter.sheets:
            agreed[chapter.code] += _agree(sheet, asked, agency)
    return agreed


def _agree(sheet: Sheet[Any], asked: Asked, agency: Agency | None) -> int:
    rows = narrow(sheet.rows, {"agency": agency} if agency else {})
    periods = [*asked.periods, asked.year]
    ours = sheet.count(periods, rows)
    told, agreed = Told(TABLES[sheet.rows.model], asked), 0
    for code, figure in sheet.figures.items():
        found = told.of(code.partition(".")[2], figure)
        for period, number, values in zip(periods, found, ours, strict=True):
            amount = round(Decimal(str(number)), 2)  # SQLite adds money up as a float
            assert amount == values[code], f"{code} in {period}: {values[code]}, by hand {amount}"
            agreed += bool(number)
    return agreed


class Told:
    """What the statement of a table says of its figures, in each period and then in the year."""

    def __init__(self, table: Table, asked: Asked) -> None:
        self.table, self.asked = table, asked
        self.rows: defaultdict[int, list[Row]] = defaultdict(list)
        with connection.cursor() as cursor:
            cursor.execute(statement(table, asked, connection.vendor))
            for number, row in _read(table, cursor.fetchall(), connection.vendor):
                self.rows[number].append(row)

    def of(self, name: str, figure: Counted) -> list[Any]:
        if isinstance(figure, Stock):
            return self._stock(figure)
        months = len(self.asked.year.months())
        number, event = self._event(name, figure.on)
        column: list[Any] = [0] * (len(self.asked.periods) + 1)
        for row in self.rows[number]:
            if name in event.parts:
                column[row.place] += row.parts.get(name) or 0
            elif holds(figure.where, row.words):
                column[row.place] += row.many
        if figure.is_additive:
            column[-1] = sum(column[:months])
        return column

    def _event(self, name: str, on: str) -> tuple[int, Event]:
        """The event that has the figure for a part, or else the first that tells it by words."""
        alike = [each for each in enumerate(self.table.events) if each[1].on == on]
        return next((each for each in alike if name in each[1].parts), alike[0])

    def _stock(self, stock: Stock) -> list[int]:
        """Reckoned back from what stands open when the year ends."""
        number, counted = next(
            (number, each)
            for number, each in enumerate(self.table.stocks, len(self.table.events))
            if (each.entered, each.left) == (stock.entered, stock.left)
        )
        moved = [self.of("", stock.inflow)] + [
            [-count for count in self.of("", Figure("", "", left, stock.where))]
            for left in counted.left_by or [counted.left]
        ]
        open_then = [row.many for row in self.rows[number] if holds(stock.where, row.words)]
        levels = {self.asked.year.end: sum(open_then)}
        places = enumerate(self.asked.periods)
        for place, period in sorted(places, key=lambda each: each[1], reverse=True):
            change = sum(column[place] for column in moved)
            levels[period.start] = levels[period.end] - change
        return [levels[stock.day(period)] for period in [*self.asked.periods, self.asked.year]]


def _read(table: Table, answer: Iterable[Any], vendor: str) -> Iterator[tuple[int, Row]]:
    words, _amounts = width_of(table, vendor)
    counted = [*table.events, *table.stocks]
    for number, place, *rest in answer:
        each, count, amounts = counted[number], rest[words], rest[words + 1 :]
        if not isinstance(each, Event):
            yield number, Row(AFTER, dict(zip(each.by, rest, strict=False)), count, {})
            continue
        lots = lots_of(each, vendor)
        for lot, of_lot in zip(lots, amounts, strict=False):
            yield number, Row(place, {each.by[0]: lot[0]}, of_lot, {})
            count -= of_lot
        held = {each.by[0]: ""} if lots else dict(zip(each.by, rest, strict=False))
        parts = dict(zip(each.parts, amounts[len(lots) :], strict=False))
        yield number, Row(place, held, count, parts)


def holds(condition: Q, words: Mapping[str, str]) -> bool:
    """Whether rows with these words satisfy a condition that looks at nothing else."""
    told = (
        holds(child, words) if isinstance(child, Q) else _compares(child, words)
        for child in condition.children
    )
    found = any(told) if condition.connector == Q.OR else all(told)
    return found is not condition.negated


def _compares(comparison: Any, words: Mapping[str, str]) -> bool:
    name, value = comparison
    word = words[name.removesuffix("__in")]
    return bool(word in value if name.endswith("__in") else word == value)
