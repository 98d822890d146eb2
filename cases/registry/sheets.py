"""A sheet holds the figures kept about one model; a chapter holds the sheets of a domain."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import connections
from django.db.models import Model, QuerySet

from cases.registry.counting import Prepared, Wanted, answer, prepare, told_apart
from cases.registry.figures import Counted, Figure, Identity, Label, Number, Rate, Stock, Values
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.tiling import Tiling, tiling

M = TypeVar("M", bound=Model)
KEPT = 24  # narrowings of a sheet that stay compiled
FAR = timedelta(days=3 * 365)  # back: from there on it is asked when the first record entered


@dataclass(frozen=True)
class Choice(Generic[M]):
    """Rows of a model that are narrowed down only when they are needed.

    Of one sheet two choices of equal `key` must be the same condition.
    """

    key: Hashable
    narrowed: Callable[[], QuerySet[M]]


def rows_of(chosen: QuerySet[M] | Choice[M]) -> QuerySet[M]:
    return chosen.narrowed() if isinstance(chosen, Choice) else chosen


class Sheet(Generic[M]):
    """The figures kept about one model; no two bear one code, which is refused.

    `rows` is what may be counted at all. Every method takes a narrower queryset of the same
    model in its place, for a reader who may see, or asked for, only some of them.
    """

    def __init__(self, rows: QuerySet[M], *figures: Counted) -> None:
        self.rows = rows
        self.figures = {figure.code: figure for figure in figures}
        if len(self.figures) != len(figures):
            raise ValueError(f"{rows.model.__name__}: two figures bear the same code")
        self.stocks = [figure for figure in figures if isinstance(figure, Stock)]
        moving = [flow for stock in self.stocks for flow in (stock.inflow, *stock.outflows)]
        counted = [figure for figure in figures if isinstance(figure, Figure)]
        self.flows: list[Figure] = list(dict.fromkeys([*counted, *moving]))
        self._wanted = Wanted(rows.model, self.figures, self.flows, self.stocks)
        self._kept: dict[tuple[str, str, Hashable], list[Prepared]] = {}
        self._alone: dict[str, Sheet[M]] = {}

    def alone(self, code: str) -> "Sheet[M]":
        """The same with one figure only, which is then all that is asked."""
        if code not in self._alone:
            self._alone[code] = Sheet(self.rows, self.figures[code])
        return self._alone[code]

    def count(
        self,
        periods: Sequence[Period],
        rows: QuerySet[M] | Choice[M] | None = None,
    ) -> list[Values]:
        """All figures for each period, in one query; `[*year.months(), year]` reads a year once.

        What stands open is reckoned back from now, or from the first record on where that is
        nearer: for periods long before the last one. Then when the first one entered is asked as
        well.
        """
        return self.count_by("", periods, rows)[None]

    def count_by(
        self,
        by: str,
        periods: Sequence[Period],
        rows: QuerySet[M] | Choice[M] | None = None,
    ) -> dict[Any, list[Values]]:
        """The same for each value of the field `by`; a value without any row is absent."""
        laid = tiling(tuple(periods))
        [turn] = turns([self], laid)
        return self.answered(laid, rows, by, turn)

    def answered(
        self, laid: Tiling, rows: QuerySet[M] | Choice[M] | None, by: str, turn: date
    ) -> dict[Any, list[Values]]:
        """The same, where stocks before the `turn` are reckoned from the first record on."""
        return answer(self._wanted, self._prepared(rows, by), laid, by, turn)

    @cached_property
    def first_entered(self) -> tuple[str, tuple[Any, ...]]:
        """What asks when the first record entered; to compile it takes longer than to answer it."""
        entered = self.stocks[0].entered
        started = self.rows.filter(**{f"{entered}__isnull": False}).order_by(entered)
        return started.values_list(entered)[:1].query.sql_with_params()

    def _prepared(self, rows: QuerySet[M] | Choice[M] | None, by: str) -> list[Prepared]:
        """What is compiled once for some rows, whatever the periods: that costs more than to
        be answered. Whoever narrows down goes on to the next month with the same narrowing.
        """
        key = (self.rows.db, by, _told_apart(rows))
        if (kept := self._kept.get(key)) is not None:
            return kept
        found = prepare(self.rows if rows is None else rows_of(rows), self._wanted, by)
        while len(self._kept) >= KEPT:
            self._kept.pop(next(iter(self._kept)), None)
        self._kept[key] = found
        return found

    def totals(self, period: Period, rows: QuerySet[M] | None = None) -> Values:
        return self.count([period], rows)[0]

    def behind(self, code: str, period: Period, rows: QuerySet[M] | None = None) -> QuerySet[M]:
        """The rows a figure counts, so that every number can be opened."""
        chosen = self.rows if rows is None else rows
        return chosen.filter(self.figures[code].condition(period))


def _told_apart(rows: QuerySet[Any] | Choice[Any] | None) -> Hashable:
    """What choices of rows share only if they are one choice."""
    if isinstance(rows, Choice):
        return rows.key
    return None if rows is None else told_apart(rows)


def turns(sheets: Sequence[Sheet[Any]], laid: Tiling, until: date | None = None) -> list[date]:
    """Of each sheet the day as far from its first record as from the last day that matters.

    When the first ones entered is one query, and none where no period lies far back.
    """
    days = [*laid.ends, *([until] if until else [])]
    asked = [sheet for sheet in sheets if sheet.stocks]
    if not (asked and laid.ends) or max(days) - min(laid.ends) < FAR:
        return [date.min] * len(sheets)
    statements = [sheet.first_entered for sheet in asked]
    columns = ", ".join(f"({sql})" for sql, _params in statements)
    with connections[asked[0].rows.db].cursor() as cursor:
        cursor.execute(f"SELECT {columns}", [p for _sql, params in statements for p in params])
        first = dict(zip(asked, map(_day, cursor.fetchone()), strict=True))
    return [_between(first.get(sheet), max(days)) for sheet in sheets]


def _day(found: date | str | None) -> date | None:
    return date.fromisoformat(found) if isinstance(found, str) else found


def _between(first: date | None, last: date) -> date:
    return first + (last - first) / 2 if first else date.min


class Chapter:
    """The sheets of one domain, with the rates and identities drawn across them.

    No code stands twice, and rates and identities name only figures of the chapter: a
    declaration that breaks this is refused when it is made, not when it is read.
    """

    def __init__(
        self,
        code: str,
        label: Label,
        sheets: Sequence[Sheet[Any]],
        rates: Sequence[Rate] = (),
        identities: Sequence[Identity] = (),
    ) -> None:
        self.code, self.label = code, label
        self.sheets, self.identities = list(sheets), list(identities)
        self.rates = {rate.code: rate for rate in rates}
        self.figures = {c: figure for sheet in sheets for c, figure in sheet.figures.items()}
        self._refuse_mistakes([code for sheet in sheets for code in sheet.figures], rates)

    def _refuse_mistakes(self, figures: Sequence[str], rates: Sequence[Rate]) -> None:
        codes = [*figures, *(rate.code for rate in rates)]
        if len(codes) != len(set(codes)):
            raise ValueError(f"{self.code}: two figures or rates bear the same code")
        halves = [each.label for each in self.identities if not (each.whole and each.parts)]
        if halves:
            raise ValueError(f"{self.code}: nothing to compare in {', '.join(map(str, halves))}")
        named = [rate.numerator + rate.denominator for rate in self.rates.values()]
        named += [identity.whole + identity.parts for identity in self.identities]
        if unknown := {code for codes in named for code in codes} - set(self.figures):
            raise ValueError(f"{self.code}: no figure is called {', '.join(sorted(unknown))}")

    def sheet_of(self, code: str) -> Sheet[Any]:
        """The sheet that keeps a figure.

        Raises:
            KeyError: no figure of this chapter bears the code.
        """
        for sheet in self.sheets:
            if code in sheet.figures:
                return sheet
        raise KeyError(code)

    def count(
        self,
        periods: Sequence[Period],
        rows: Mapping[type[Model], QuerySet[Any] | Choice[Any]] | None = None,
        until: date | None = None,
    ) -> list[Values]:
        """All figures of all sheets for each period, one query a sheet; see `Sheet.count`.

        Of periods long before `until`, a day up to which there are records, stocks may be
        reckoned from the first record on as well.
        """
        merged: list[Values] = [{} for _ in periods]
        laid = tiling(tuple(periods))
        for sheet, turn in zip(self.sheets, turns(self.sheets, laid, until), strict=True):
            narrowed = (rows or {}).get(sheet.rows.model)
            counted = sheet.answered(laid, narrowed, "", turn)[None]
            for values, found in zip(merged, counted, strict=True):
                values.update(found)
        return merged

    def ratios(
        self, values: Mapping[str, Number], known: Mapping[str, Ratio] | None = None
    ) -> dict[str, Ratio]:
        """Every rate; those already `known` are as they were printed."""
        kept = known or {}
        return {code: kept.get(code) or rate.of(values) for code, rate in self.rates.items()}
