"""How a sheet is answered in one query: what is asked, and what follows from the answers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Aggregate, BooleanField, DecimalField, Model, Q, QuerySet
from django.db.models.expressions import Combinable

from cases.registry.arms import OPEN_PERIOD, Question, Select, ask, select
from cases.registry.conditions import since, within
from cases.registry.figures import Counted, Figure, Number, Stock, Values
from cases.registry.periods import Period

CENT = Decimal("0.01")
Found = dict[tuple[Counted, int], Number]


class Over(Enum):
    """Of which periods of an asking something is asked."""

    UNTILED = "those that are not the sum of others"
    TILED = "those that are"
    LAST = "those with which a run of neighbours ends"


class Asked(NamedTuple):
    """Rows and aggregates, what these count, of which periods they are asked, how they add up."""

    rows: QuerySet[Any]
    columns: Sequence[Aggregate | Combinable]
    counted: Sequence[Counted]
    over: Over
    sign: int = 1


class Prepared(NamedTuple):
    """The same, compiled."""

    select: Select
    counted: Sequence[Counted]
    over: Over
    sign: int


def prepare(
    rows: QuerySet[Any], flows: Sequence[Figure], stocks: Sequence[Stock], by: str
) -> list[Prepared]:
    """What is sent to answer a sheet, whatever the periods: it may be kept for the next asking."""
    asked = [*_ask_flows(rows, flows), *_ask_closings(rows, stocks)]
    width = max((len(each.columns) for each in asked), default=0)
    return [
        Prepared(select(a.rows, a.columns, width, by), a.counted, a.over, a.sign) for a in asked
    ]


def told_apart(rows: QuerySet[Any]) -> str:
    """A text that two choices of rows share only if they are one choice."""
    try:
        sql, params = rows.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return "none"
    return f"{sql} {params!r}"


def _ask_flows(rows: QuerySet[Any], flows: Sequence[Figure]) -> Iterator[Asked]:
    events: defaultdict[str, list[Figure]] = defaultdict(list)
    for flow in flows:
        events[flow.on].append(flow)
    for on, alike in events.items():
        happened = rows.filter(within(on, OPEN_PERIOD))
        yield Asked(happened, _columns(happened, alike), alike, Over.UNTILED)
        if distinct := [flow for flow in alike if not flow.is_additive]:
            yield Asked(happened, _columns(happened, distinct), distinct, Over.TILED)


def _columns(rows: QuerySet[Any], flows: Sequence[Figure]) -> list[Aggregate | Combinable]:
    by_group = groups_well(rows, flows)
    return [flow.grouped() if by_group else flow.aggregate() for flow in flows]


def _ask_closings(rows: QuerySet[Any], stocks: Sequence[Stock]) -> Iterator[Asked]:
    """What stands open where each run ends, reckoned back from what stands open now.

    Open then = open now + left since - entered since: short ranges of an index, where the
    condition itself would read everything that ever entered before.
    """
    alike: defaultdict[tuple[str, str], list[Stock]] = defaultdict(list)
    for stock in dict.fromkeys(stocks):  # both edges of a period are one question
        alike[stock.entered, stock.left].append(stock)
    for (entered, left), same in alike.items():
        columns = [stock.aggregate() for stock in same]
        open_now = rows.filter(**{f"{entered}__isnull": False, f"{left}__isnull": True})
        yield Asked(open_now, columns, same, Over.LAST)
        yield Asked(rows.filter(since(left, OPEN_PERIOD)), columns, same, Over.LAST)
        yield Asked(rows.filter(since(entered, OPEN_PERIOD)), columns, same, Over.LAST, -1)


class Counting:
    """One asking over several periods.

    A period tiled by shorter ones of the same asking is their sum and is not asked again,
    except for figures that count distinct values. A stock is asked where a run of
    neighbouring periods ends, and moved back by its flows.
    """

    def __init__(
        self, flows: Sequence[Figure], stocks: Sequence[Stock], periods: Sequence[Period]
    ) -> None:
        self.flows, self.stocks, self.periods = flows, stocks, periods
        self.tiles = {i: tiles for i in range(len(periods)) if (tiles := self._tiles(i))}
        self.runs = self._runs(i for i in range(len(periods)) if i not in self.tiles)

    def _tiles(self, index: int) -> list[int]:
        """The shorter periods that, laid end to end, make up this one; none if they do not."""
        whole = self.periods[index]
        shortest: dict[date, int] = {}
        for i in sorted(range(len(self.periods)), key=lambda i: self.periods[i].end, reverse=True):
            if self.periods[i] != whole:
                shortest[self.periods[i].start] = i
        found, day = [], whole.start
        while day in shortest and self.periods[shortest[day]].end <= whole.end:
            found.append(shortest[day])
            day = self.periods[shortest[day]].end
        return found if day == whole.end else []

    def _runs(self, places: Iterator[int]) -> list[list[int]]:
        """The periods in chains, each starting on the day the one before it ends."""
        runs: list[list[int]] = []
        for place in sorted(places, key=lambda i: self.periods[i]):
            if runs and self.periods[runs[-1][-1]].end == self.periods[place].start:
                runs[-1].append(place)
            else:
                runs.append([place])
        return runs

    def answer(
        self,
        model: type[Model],
        prepared: Sequence[Prepared],
        figures: Mapping[str, Counted],
        by: str,
    ) -> dict[Any, list[Values]]:
        """For each group a list over the periods of the values of all figures."""
        money = _sums_of_money(self.flows, model)
        places = self._places()
        tally: defaultdict[Any, Found] = defaultdict(dict)
        for number, nth, (group, *numbers) in ask(self._questions(prepared, places), by):
            asked = prepared[number]
            place, found = places[asked.over][nth], tally[group]
            for counted, value in zip(asked.counted, numbers, strict=False):
                exactly = asked.sign * exact(value, is_money=counted in money)
                found[counted, place] = found.get((counted, place), 0) + exactly
        groups = tally if by else {None: tally[None]}  # no rows at all is zeros, not nothing
        return {group: self._values(found, figures) for group, found in groups.items()}

    def _places(self) -> dict[Over, list[int]]:
        return {
            Over.UNTILED: [place for run in self.runs for place in run],
            Over.TILED: list(self.tiles),
            Over.LAST: [run[-1] for run in self.runs],
        }

    def _questions(
        self, prepared: Sequence[Prepared], places: Mapping[Over, Sequence[int]]
    ) -> list[Question]:
        periods = {over: [self.periods[i] for i in found] for over, found in places.items()}
        return [Question(each.select, periods[each.over]) for each in prepared]

    def _values(self, found: Found, figures: Mapping[str, Counted]) -> list[Values]:
        levels = {stock: self._levels(stock, found) for stock in self.stocks}
        return [
            {
                code: levels[counted][counted.day(period)]
                if isinstance(counted, Stock)
                else self._sum(counted, place, found)
                for code, counted in figures.items()
            }
            for place, period in enumerate(self.periods)
        ]

    def _sum(self, figure: Figure, place: int, found: Found) -> Number:
        if figure.is_additive and place in self.tiles:
            return sum(self._sum(figure, tile, found) for tile in self.tiles[place])
        return found.get((figure, place), 0)

    def _levels(self, stock: Stock, found: Found) -> dict[date, Number]:
        """The stock on every day on which a period starts or ends."""
        levels: dict[date, Number] = {}
        for run in self.runs:
            level = found.get((stock, run[-1]), 0)
            levels[self.periods[run[-1]].end] = level
            for place in reversed(run):
                level += found.get((stock.outflow, place), 0) - found.get((stock.inflow, place), 0)
                levels[self.periods[place].start] = level
        return levels


MANY = 4  # filtered counts, from which on grouping first is quicker on PostgreSQL
FEW = 3  # fields to group by; with more of them the groups are as many as the rows


def groups_well(rows: QuerySet[Any], flows: Sequence[Figure]) -> bool:
    """Whether the figures are better asked of groups of rows than of every row.

    PostgreSQL pays for each filtered count of each row, and groups cheaply; SQLite sorts to
    group. Only words of a vocabulary and yes or no make few groups.
    """
    filtered = [flow for flow in flows if flow.where]
    compared = [each for flow in filtered for each in leaves(flow.where)]
    return (
        connections[rows.db].vendor == "postgresql"
        and len(filtered) >= MANY
        and all(flow.is_additive for flow in flows)
        and all(_is_a_word(rows.model, each) for each in compared)
        and len({name.partition("__")[0] for name, _value in compared}) <= FEW
    )


def leaves(condition: Q) -> Iterator[Any]:
    """What a condition compares, however deep."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from leaves(child)
        else:
            yield child


def _is_a_word(model: type[Model], compared: Any) -> bool:
    """A comparison of a field of few values with one or some of them."""
    if not isinstance(compared, tuple):
        return False
    name, _separator, lookup = compared[0].partition("__")
    field = next((f for f in model._meta.concrete_fields if f.name == name), None)
    is_vocabulary = isinstance(field, BooleanField) or bool(field and field.choices)
    return is_vocabulary and lookup in {"", "exact", "in"}


def _sums_of_money(flows: Sequence[Figure], model: type[Model]) -> frozenset[Counted]:
    """Those of the flows that add up a field of decimals, not one of whole numbers."""
    return frozenset(
        flow
        for flow in flows
        if flow.total and isinstance(model._meta.get_field(flow.total), DecimalField)
    )


def exact(value: Any, *, is_money: bool) -> Number:
    """Money to the cent (SQLite adds it up as a float); everything else a whole number."""
    return Decimal(value).quantize(CENT) if is_money else int(value)
