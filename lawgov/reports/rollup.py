"""The rollup: every figure of every chapter over some periods, with its rates and identities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet

from cases.registry.figures import Identity, Label, Number
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter, Choice
from lawgov.reports.chapters import CHAPTERS

Narrowed = Mapping[type[Model], QuerySet[Any] | Choice[Any]]


class Line(NamedTuple):
    """One figure or rate with its value in each period."""

    code: str
    label: Label
    meaning: Label
    values: Sequence[Number | Ratio]


@dataclass(frozen=True)
class Balance:
    """One identity with what is left over in each period; nothing is left where it holds."""

    identity: Identity
    remainders: list[Number]

    @property
    def holds(self) -> bool:
        return not any(self.remainders)


@dataclass(frozen=True)
class Section:
    """One chapter, answered."""

    chapter: Chapter
    lines: list[Line]
    balances: list[Balance]


@dataclass(frozen=True)
class Rollup:
    """All chapters over the same periods, and when each was closed if it is told as closed.

    `not_known` records of closed periods are left out of a narrowed rollup, because the history
    does not say whether they answered to it.
    """

    periods: list[Period]
    sections: list[Section]
    closed_at: list[datetime | None] = field(default_factory=list)
    not_known: int = 0

    @property
    def lines(self) -> dict[str, Line]:
        return {line.code: line for section in self.sections for line in section.lines}


def roll_up(
    periods: Sequence[Period],
    narrowed: Narrowed | None = None,
    chapters: Sequence[Chapter] = CHAPTERS,
) -> Rollup:
    """Count everything for each of the periods, one query a sheet; see `Sheet.count`."""
    return Rollup(list(periods), [_counted(chapter, periods, narrowed) for chapter in chapters])


def _counted(chapter: Chapter, periods: Sequence[Period], narrowed: Narrowed | None) -> Section:
    columns = chapter.count(periods, narrowed)
    ratios = [chapter.ratios(column) for column in columns]
    return section_of(
        chapter,
        {code: [column[code] for column in columns] for code in chapter.figures},
        {code: [column[code] for column in ratios] for code in chapter.rates},
    )


def section_of(
    chapter: Chapter, numbers: Mapping[str, list[Number]], ratios: Mapping[str, list[Ratio]]
) -> Section:
    """One chapter with its identities, from the numbers and rates of each code over the periods."""
    figures = [
        Line(code, counted.label, counted.meaning, numbers[code])
        for code, counted in chapter.figures.items()
    ]
    rates = [
        Line(code, rate.label, rate.meaning, ratios[code]) for code, rate in chapter.rates.items()
    ]
    balances = [Balance(each, each.remainders(numbers)) for each in chapter.identities]
    return Section(chapter, figures + rates, balances)
