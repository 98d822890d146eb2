"""How a sheet is answered in one query: what is asked, and what follows from the answers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import DecimalField, Model, Q, QuerySet

from cases.registry.arms import OPEN_PERIOD, Question, Select, ask, select
from cases.registry.columns import Column, columns_of
from cases.registry.conditions import before_the_end, since, within
from cases.registry.figures import Counted, Figure, Number, Stock, Values
from cases.registry.tiling import Over, Tiling

CENT = Decimal("0.01")
NO_MONEY = Decimal("0.00")  # so it is written, whether rows were found or not
Amounts = list[Number]  # one for each period
Found = dict[int, Amounts]  # by the number of what was counted


class Asked(NamedTuple):
    """Rows, what is counted of them, of which periods it is asked, and how it adds up."""

    rows: QuerySet[Any]
    columns: Sequence[Column]
    over: Over
    sign: int = 1


class Wanted:
    """What the figures of a sheet are reckoned from: flows and stocks by number, each once.

    Worked out once for a sheet, because comparing conditions takes longer than adding up.
    """

    def __init__(
        self,
        model: type[Model],
        figures: Mapping[str, Counted],
        flows: Sequence[Figure],
        stocks: Sequence[Stock],
    ) -> None:
        self.flows = flows
        self.stocks = list(dict.fromkeys(stocks))  # both edges of a period are one question
        asked: list[Counted] = [*flows, *self.stocks]
        self.numbers = {each: number for number, each in enumerate(asked)}
        self.codes = list(figures)
        self.figures = [(each, self.numbers[each]) for each in figures.values()]
        self.moved = [
            (
                self.numbers[each],
                self.numbers[each.inflow],
                [self.numbers[outflow] for outflow in each.outflows],
            )
            for each in self.stocks
        ]
        self.money = {self.numbers[flow] for flow in flows if _adds_up_money(flow, model)}


class Prepared(NamedTuple):
    """The same, compiled, with the numbers of what each column adds to."""

    select: Select
    numbers: Sequence[Sequence[int]]
    over: Over
    sign: int


def prepare(rows: QuerySet[Any], wanted: Wanted, by: str) -> list[Prepared]:
    """What is sent to answer a sheet, whatever the periods: it may be kept for the next asking."""
    asked = [*_ask_flows(rows, wanted.flows), *_ask_closings(rows, wanted.stocks)]
    width = max((len(each.columns) for each in asked), default=0)
    return [
        Prepared(
            select(each.rows, [column.counts for column in each.columns], width, by),
            [[wanted.numbers[counted] for counted in column.adds_to] for column in each.columns],
            each.over,
            each.sign,
        )
        for each in asked
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
        yield Asked(happened, columns_of(happened, alike), Over.UNTILED)
        if distinct := [flow for flow in alike if not flow.is_additive]:
            yield Asked(happened, columns_of(happened, distinct), Over.TILED)


def _ask_closings(rows: QuerySet[Any], stocks: Sequence[Stock]) -> Iterator[Asked]:
    """What stands open where each run ends, reckoned back from what stands open now.

    Open then = open now + left since - entered since: short ranges of an index, where the
    condition itself would read everything that ever entered before. Of what is open now or left
    since, PostgreSQL leaves aside in the same index what entered since, which SQLite does slower
    than it counts a range. Before the turn it is the other way round: entered until then - left
    until then.
    """
    alike: defaultdict[tuple[str, str], list[Stock]] = defaultdict(list)
    for stock in stocks:
        alike[stock.entered, stock.left].append(stock)
    for (entered, left), same in alike.items():
        columns = [Column(stock.aggregate(), [stock]) for stock in same]
        open_now, since_then = Q(**{f"{left}__isnull": True}), since(left, OPEN_PERIOD)
        before = before_the_end(entered, OPEN_PERIOD)
        if connections[rows.db].vendor == "postgresql":
            yield Asked(rows.filter(open_now, before), columns, Over.LATE)
            yield Asked(rows.filter(since_then, before), columns, Over.LATE)
        else:
            entered_at_all = Q(**{f"{entered}__isnull": False})
            yield Asked(rows.filter(open_now, entered_at_all), columns, Over.LATE)
            yield Asked(rows.filter(since_then), columns, Over.LATE)
            yield Asked(rows.filter(since(entered, OPEN_PERIOD)), columns, Over.LATE, -1)
        yield Asked(rows.filter(before), columns, Over.EARLY)
        yield Asked(rows.filter(before_the_end(left, OPEN_PERIOD)), columns, Over.EARLY, -1)


def answer(
    wanted: Wanted, prepared: Sequence[Prepared], laid: Tiling, by: str, turn: date
) -> dict[Any, list[Values]]:
    """For each group a list over the periods of the values of all figures.

    A period tiled by others is their sum and is not asked again, except for figures that count
    distinct values. A stock is asked where a run of neighbouring periods ends, and moved back
    by its flows; in runs that end before the `turn` it is reckoned from the first record on.
    """
    places = [laid.places_of(each.over, turn) for each in prepared]
    questions = [
        Question(each.select, [laid.periods[place] for place in some])
        for each, some in zip(prepared, places, strict=True)
    ]
    tally: defaultdict[Any, Found] = defaultdict(dict)
    for question, nth, (group, *amounts) in ask(questions, by):
        asked, found = prepared[question], tally[group]
        place = places[question][nth]
        for numbers, amount in zip(asked.numbers, amounts, strict=False):
            for number in numbers if amount else ():
                is_money = number in wanted.money
                zero = NO_MONEY if is_money else 0
                column = found.setdefault(number, [zero] * len(laid.periods))
                column[place] += asked.sign * exact(amount, is_money=is_money)
    groups = tally if by else {None: tally[None]}  # no rows at all is zeros, not nothing
    return {group: _values(wanted, laid, found) for group, found in groups.items()}


def _values(wanted: Wanted, laid: Tiling, found: Found) -> list[Values]:
    nothing: Amounts = [0] * len(laid.periods)
    no_money: Amounts = [NO_MONEY] * len(laid.periods)
    levels = {
        level: _levels(
            laid,
            found.get(level, nothing),
            found.get(inflow, nothing),
            _added([found[number] for number in outflows if number in found], nothing),
        )
        for level, inflow, outflows in wanted.moved
        if {level, inflow, *outflows} & found.keys()
    }
    columns = [
        _at_the_edge(laid, counted, levels.get(number))
        if isinstance(counted, Stock)
        else _summed(laid, counted, found.get(number, no_money if number in wanted.money else None))
        for counted, number in wanted.figures
    ]
    rows = zip(*(column or nothing for column in columns), strict=True)
    return [dict(zip(wanted.codes, row, strict=True)) for row in rows]


def _summed(laid: Tiling, figure: Figure, column: Amounts | None) -> Amounts | None:
    """What happened in each period, where only those that are tiles of others were asked."""
    if column is None or not figure.is_additive:
        return column
    return [
        sum(column[tile] for tile in laid.tiles[place]) if place in laid.tiles else amount
        for place, amount in enumerate(column)
    ]


def _at_the_edge(
    laid: Tiling, stock: Stock, levels: Mapping[date, Number] | None
) -> Amounts | None:
    return None if levels is None else [levels[day] for day in laid.days[stock.at]]


def _added(columns: Sequence[Amounts], nothing: Amounts) -> Amounts:
    return [*map(sum, zip(*columns, strict=True))] if columns else nothing


def _levels(laid: Tiling, last: Amounts, inflow: Amounts, outflow: Amounts) -> dict[date, Number]:
    """A stock on every day on which a period starts or ends."""
    levels: dict[date, Number] = {}
    for run in laid.runs:
        level = last[run[-1]]
        levels[laid.periods[run[-1]].end] = level
        for place in reversed(run):
            level += outflow[place] - inflow[place]
            levels[laid.periods[place].start] = level
    return levels


def _adds_up_money(flow: Figure, model: type[Model]) -> bool:
    """Whether it adds up a field of decimals, not one of whole numbers."""
    return bool(flow.total) and isinstance(model._meta.get_field(flow.total), DecimalField)


def exact(value: Any, *, is_money: bool) -> Number:
    """Money to the cent (SQLite adds it up as a float); everything else a whole number."""
    return Decimal(value).quantize(CENT) if is_money else int(value)
