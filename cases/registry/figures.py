"""What a report may say: figures, stocks, rates and identities, each declared once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from operator import sub
from typing import Any

from django.db.models import Case, Count, DecimalField, IntegerField, Q, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils.functional import Promise

from cases.registry.conditions import open_at, within
from cases.registry.periods import Period
from cases.registry.rates import Ratio, Rounding

CENTS_A_YUAN = 100

Label = str | Promise
Number = int | Decimal
Values = dict[str, Number]


class Edge(Enum):
    """The two moments of a period at which a stock is taken."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Figure:
    """So many rows whose dated event `on` falls in the period and which satisfy `where`.

    `where` may look only at what does not change after the event (or changes with it), so
    that a month stays what it was. With `total` the named field is added up instead (money in
    yuan to the cent, anything else in whole numbers); with `distinct` its different values are
    counted, and then the year is not the sum of its months. `meaning` says how it is counted
    and what was assumed.
    Two figures are equal when they count the same, whatever they are called.
    """

    code: str = field(compare=False)
    label: Label = field(compare=False)
    on: str
    where: Q = field(default_factory=Q)
    total: str = ""
    distinct: str = ""
    meaning: Label = field(default="", compare=False)

    @property
    def is_additive(self) -> bool:
        return not self.distinct

    def condition(self, period: Period) -> Q:
        """The condition that counts is the condition that lists."""
        return within(self.on, period) & self.where

    def aggregate(self) -> Any:
        """The expression that counts it among rows already limited to the period."""
        where = self.where or None
        if self.total:
            return Coalesce(Sum(self.total, filter=where), 0, output_field=DecimalField())
        if self.distinct:
            return Count(self.distinct, filter=where, distinct=True)
        return count_of(self.where)

    def grouped(self) -> Any:
        """What each group adds, where rows that the condition cannot tell apart are one group.

        The condition is the same; it is asked once of a group and not of every row.
        """
        everything = replace(self, where=Q()).aggregate()
        field = DecimalField() if self.total else IntegerField()
        if not self.where:
            return everything
        return Case(When(self.where, then=everything), default=Value(0), output_field=field)


@dataclass(frozen=True, slots=True)
class Stock:
    """So many rows that had `entered` and not yet `left` when the period started or ended.

    The database must keep that nothing leaves unless it entered on that day or before, for a
    stock is counted once, where a run of periods ends, and then moved back by what entered
    and what left. Where `left` holds whichever of some days there is, they are `left_by`, and
    the database keeps that a row has one of them at the most: what happened on them is counted
    anyway.
    """

    code: str = field(compare=False)
    label: Label = field(compare=False)
    entered: str
    left: str
    at: Edge = field(default=Edge.END, compare=False)
    where: Q = field(default_factory=Q)
    meaning: Label = field(default="", compare=False)
    left_by: tuple[str, ...] = ()

    def day(self, period: Period) -> Any:
        """The first day after the moment at which the stock is taken."""
        return period.start if self.at is Edge.START else period.end

    def condition(self, period: Period) -> Q:
        """The rows that make up the stock at its edge of the period."""
        return open_at(self.day(period), self.entered, self.left) & self.where

    def aggregate(self) -> Any:
        return count_of(self.where)

    @property
    def inflow(self) -> Figure:
        return Figure("", "", self.entered, self.where)

    @property
    def outflows(self) -> list[Figure]:
        """What left, by each of the days on which it may have."""
        return [Figure("", "", on, self.where) for on in self.left_by or (self.left,)]


Counted = Figure | Stock


def count_of(where: Q) -> Any:
    """So many rows, of those already chosen, that satisfy the condition."""
    # Counting a constant, for the primary key is not in the index that covers the condition.
    return Count(Value(1), filter=where) if where else Count("*")


@dataclass(frozen=True, slots=True)
class Rate:
    """The sum of some figures over the sum of others, with the rounding the county prints."""

    code: str
    label: Label
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    rounding: Rounding = Rounding.TRUNCATE
    decimals: int = 2
    meaning: Label = ""

    def of(self, values: Mapping[str, Number]) -> Ratio:
        """The rate of one period; where money is divided, both sides are taken in cents."""
        sides = [sum(values[code] for code in side) for side in (self.numerator, self.denominator)]
        unit = CENTS_A_YUAN if any(isinstance(side, Decimal) for side in sides) else 1
        numerator, denominator = (int(side * unit) for side in sides)
        return Ratio(numerator, denominator, self.rounding, self.decimals)


@dataclass(frozen=True, slots=True)
class Identity:
    """Two sums of figures that must be equal; what is left over is printed, never hidden."""

    label: Label
    whole: tuple[str, ...]
    parts: tuple[str, ...]

    def remainders(self, numbers: Mapping[str, Sequence[Number]]) -> list[Number]:
        """What is left over in each of some periods, from the numbers of each code in them."""
        whole, parts = (
            map(sum, zip(*[numbers[code] for code in side], strict=True))
            for side in (self.whole, self.parts)
        )
        return list(map(sub, whole, parts))
