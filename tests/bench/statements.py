"""SQL for counts by period as a good hand writes it, on each database in the form quickest there.

Measured at a million cases beside other tables nearly empty. Of a large table SQLite reads a range
of an index for each period, and counts lots of words at once, for it would sort to group;
PostgreSQL is sent a SELECT once, beside its periods. The rows of a small table either reads once
and groups by month.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple

from cases.registry.periods import Period

AFTER = -1  # the place of what stands open when the year ends
FEW = "few"  # the form for tables of few rows

# What stands open when the year ends, as ranges that an index of the leaving begins.
OPEN = {
    "sqlite": (
        ("COUNT(*)", "{entered} IS NOT NULL AND {left} IS NULL"),
        ("COUNT(*)", "{left} >= {end}"),
        ("-COUNT(*)", "{entered} >= {end}"),
    ),
    "postgresql": (
        ("COUNT(*)", "{entered} < {end} AND {left} IS NULL"),
        ("COUNT(*)", "{entered} < {end} AND {left} >= {end}"),
    ),
    FEW: (("COUNT(*)", "{entered} < {end} AND ({left} IS NULL OR {left} >= {end})"),),
}
MONTH = {
    "sqlite": "CAST(substr({day}, 6, 2) AS integer) - 1",
    "postgresql": "extract(month FROM {day})::integer - 1",
}


@dataclass(frozen=True)
class Event:
    """The rows `t` to which something happened `on` a day, grouped by the words they hold.

    The groups tell every figure of the event but its `parts`, which are amounts by the name of
    their figure. The words of a lot no figure tells apart; where lots are given, they hold all.
    """

    on: str
    by: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    lots: tuple[tuple[str, ...], ...] = ()

    @property
    def is_additive(self) -> bool:
        """Whether the year is the sum of its months."""
        return not any("DISTINCT" in part for part in self.parts.values())


@dataclass(frozen=True)
class Stock:
    """The rows that entered and have not left, and the events by which they leave."""

    entered: str
    left: str
    by: tuple[str, ...] = ()
    left_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows `t`, which are on record, which name one of some bodies, and what is counted of them.

    `beside` is what joined tables say of a row. A large table has an index for each event, and
    one that begins with the body.
    """

    rows: str
    events: Sequence[Event]
    stocks: Sequence[Stock] = ()
    recorded: str = "t.voided_on IS NULL"
    named: str = "t.agency_id IN ({keys})"
    beside: str = ""
    is_large: bool = False

    @property
    def columns(self) -> str:
        """What has to be known of a row."""
        counted: list[Event | Stock] = [*self.events, *self.stocks]
        parts = " ".join(part for event in self.events for part in event.parts.values())
        names = {event.on for event in self.events}
        names |= {day for stock in self.stocks for day in (stock.entered, stock.left)}
        names |= {
            *chain.from_iterable(each.by for each in counted),
            *re.findall(r"\bt\.(\w+)", parts),
        }
        own = (f"t.{name}" for name in sorted(names - {*self.beside.split()}))
        return ", ".join([*own, *filter(None, [self.beside])])


@dataclass(frozen=True)
class Asked:
    """The months of a year and perhaps the year before, of some bodies where they are named.

    The months have the places 0 to 11, the year before 12; the last place is that of the year
    itself, which is asked where it is not the sum of its months.
    """

    year: Period
    periods: Sequence[Period]
    keys: Sequence[int] = ()

    @property
    def start(self) -> date:
        return min(period.start for period in self.periods)

    def places(self, event: Event) -> Iterator[tuple[int, Period]]:
        return enumerate([*self.periods, *([] if event.is_additive else [self.year])])


def statement(table: Table, asked: Asked, vendor: str) -> str:
    """One statement for a table, answered by rows of (number, place, words, count, amounts).

    The number is that of an event, or of a stock after them.
    """
    conditions = [table.recorded]
    if asked.keys:
        conditions.append(table.named.format(keys=", ".join(map(str, asked.keys))))
    where = " AND ".join(f"({condition})" for condition in conditions)
    if table.is_large:
        return _Writer(table, asked, vendor, vendor, table.rows, where).union()
    mine = f"SELECT {table.columns} FROM {table.rows} WHERE {where}"  # noqa: S608  # our own words
    few = _Writer(table, asked, vendor, FEW, "mine t", "1 = 1")
    return f"WITH mine AS ({mine}) {few.union()}"


class Shape(NamedTuple):
    """What is asked of an event or a stock: words to group by, amounts beside the count."""

    words: Sequence[str]
    amounts: Sequence[str]


def lots_of(event: Event, vendor: str) -> Sequence[Sequence[str]]:
    """The lots that are counted at once, in place of groups."""
    return event.lots if vendor == "sqlite" else ()


def shape_of(each: Event | Stock, vendor: str) -> Shape:
    if isinstance(each, Stock):
        return Shape(each.by, ())
    lots = [_among(each.by[0], lot) for lot in lots_of(each, vendor)]
    return Shape(() if lots else each.by, (*lots, *each.parts.values()))


def _among(column: str, words: Sequence[str]) -> str:
    listed = ", ".join(f"'{word}'" for word in words)
    return f"COUNT(*) FILTER (WHERE t.{column} IN ({listed}))"


def width_of(table: Table, vendor: str) -> tuple[int, int]:
    """How many words and how many amounts every row of an answer holds."""
    counted: list[Event | Stock] = [*table.events, *table.stocks]
    shapes = [shape_of(each, vendor) for each in counted]
    return max(len(each.words) for each in shapes), max(len(each.amounts) for each in shapes)


@dataclass(frozen=True)
class _Writer:
    """Writes the SELECTs of a table over rows `t`, each as wide as the widest."""

    table: Table
    asked: Asked
    vendor: str
    form: str
    rows: str
    where: str

    def union(self) -> str:
        happened = {"sqlite": self._ranges, "postgresql": self._beside, FEW: self._by_month}
        events = enumerate(self.table.events)
        stocks = enumerate(self.table.stocks, len(self.table.events))
        selects = [
            *chain.from_iterable(happened[self.form](*each) for each in events),
            *chain.from_iterable(self._open(*each) for each in stocks),
        ]
        return " UNION ALL ".join(selects)

    def _select(
        self, head: str, shape: Shape, where: str, count: str = "COUNT(*)", month: str = ""
    ) -> str:
        words = [f"t.{word}" for word in shape.words]
        wide, long = width_of(self.table, self.vendor)
        empty, zeros = ["NULL"] * (wide - len(words)), ["0"] * (long - len(shape.amounts))
        columns = [*words, *empty, count, *shape.amounts, *zeros]
        grouped = [*(["place"] if month else []), *words]
        return (
            f"SELECT {head}{month}{', '.join(columns)} FROM {self.rows} "  # noqa: S608
            f"WHERE {self.where} AND {where}"
            + (f" GROUP BY {', '.join(grouped)}" if grouped else "")
        )

    def _ranges(self, number: int, event: Event) -> Iterator[str]:
        for place, (start, end) in self.asked.places(event):
            within = _within(event, f"'{start}'", f"'{end}'")
            yield self._select(f"{number}, {place}, ", shape_of(event, self.vendor), within)

    def _beside(self, number: int, event: Event) -> Iterator[str]:
        periods = ", ".join(
            f"({place}, '{start}'::date, '{end}'::date)"
            for place, (start, end) in self.asked.places(event)
        )
        within = _within(event, "asked.first", "asked.past")
        select = self._select("", shape_of(event, self.vendor), within)
        yield (
            f"SELECT {number}, asked.place, answer.* "  # noqa: S608
            f"FROM (VALUES {periods}) AS asked (place, first, past) "
            f"CROSS JOIN LATERAL ({select}) AS answer"
        )

    def _by_month(self, number: int, event: Event) -> Iterator[str]:
        if not event.is_additive:
            yield from self._ranges(number, event)
            return
        day, (start, end) = f"t.{event.on}", self.asked.year
        month = MONTH[self.vendor].format(day=day)
        place = f"CASE WHEN {day} < '{start}' THEN 12 ELSE {month} END AS place, "
        within = _within(event, f"'{self.asked.start}'", f"'{end}'")
        yield self._select(f"{number}, ", shape_of(event, self.vendor), within, month=place)

    def _open(self, number: int, stock: Stock) -> Iterator[str]:
        days = {"entered": f"t.{stock.entered}", "left": f"t.{stock.left}"}
        for count, where in OPEN[self.form]:
            within = where.format(**days, end=f"'{self.asked.year.end}'")
            yield self._select(f"{number}, {AFTER}, ", shape_of(stock, self.vendor), within, count)


def _within(event: Event, start: str, end: str) -> str:
    return f"t.{event.on} >= {start} AND t.{event.on} < {end}"
