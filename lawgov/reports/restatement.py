"""A closed period as it would be counted now: which figures moved, and by which records."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Label, Number, Values
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter
from lawgov.reports.changes import change
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.closures import ClosedFigure, Closure
from lawgov.reports.footprints import Footprint, Share, expand, footprint, number, unpack
from lawgov.reports.touched import Known, Touched, look_up


class Move(Enum):
    """What became of a record that a closed figure looked at, or looks at now."""

    ADDED = _("added")
    LEFT = _("no longer counted")
    CHANGED = _("counts otherwise")


@dataclass(frozen=True)
class Moved:
    """One record behind a figure that moved, with what it added to it then and adds now."""

    record: Touched
    move: Move
    then: Share | None
    now: Share | None


@dataclass(frozen=True)
class Restated:
    """One figure or rate that would not be printed today as it was closed.

    A figure whose records changed places is restated even where its number is the same. A rate
    has no records of its own; a figure that nothing declares any more has no number now.
    """

    code: str
    label: Label
    then: Number | Ratio
    now: Number | Ratio | None
    moved: list[Moved]

    @property
    def difference(self) -> str:
        return "-" if self.now is None else change(self.now, self.then).difference


@dataclass(frozen=True)
class Restatement:
    """Everything that moved since a closing."""

    closure: Closure
    figures: list[Restated]

    @property
    def unchanged(self) -> int:
        """How many figures give the same number from other records."""
        return sum(figure.now == figure.then for figure in self.figures)

    @property
    def records(self) -> list[Touched]:
        """Every record that moved a figure, once."""
        moved = (each.record for figure in self.figures for each in figure.moved)
        return sorted(set(moved), key=lambda record: (record.table, record.pk))


@dataclass(frozen=True)
class _Moving:
    """The moves of one figure, as keys."""

    code: str
    now: Number
    shares: dict[int, tuple[Share | None, Share | None]]


def restatement(closure: Closure) -> Restatement:
    """Compare the records behind the closed figures with those behind them now.

    The number of queries follows from what is declared, not from how much was changed.
    """
    then = {figure.code: figure for figure in closure.figures.all()}
    behind: Footprint = {}
    for kept in closure.records.all():
        behind |= unpack(expand(kept.footprint))
    moving = {chapter.code: list(_moving(chapter, closure, then, behind)) for chapter in CHAPTERS}
    known = look_up(_keys(moving), closure.closed_at)
    figures = [
        restated
        for chapter in CHAPTERS
        for restated in _restated(chapter, moving[chapter.code], then, known)
    ]
    return Restatement(closure, [*figures, *_gone(then)])


def _moving(
    chapter: Chapter, closure: Closure, then: Mapping[str, ClosedFigure], behind: Footprint
) -> Iterator[_Moving]:
    for sheet in chapter.sheets:
        live = footprint(sheet, closure.period)
        for code in then.keys() & live.keys():
            before, now = behind.get(code, {}), live[code]
            shares = {
                pk: (before.get(pk), now.get(pk))
                for pk in before.keys() | now.keys()
                if before.get(pk) != now.get(pk)
            }
            yield _Moving(code, number(sheet.figures[code], now), shares)


def _keys(moving: Mapping[str, list[_Moving]]) -> dict[str, set[int]]:
    """The keys of the records that moved anything, under a code of the sheet that keeps them."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for each in (each for several in moving.values() for each in several):
        if each.shares:
            found[each.code] |= each.shares.keys()
    return dict(found)


def _restated(
    chapter: Chapter, moving: list[_Moving], then: Mapping[str, ClosedFigure], known: Known
) -> Iterator[Restated]:
    by_code = {each.code: each for each in moving}
    for code, counted in chapter.figures.items():
        each = by_code.get(code)
        if each and (each.shares or each.now != then[code].number):
            moved = [_moved(known[code, pk], *pair) for pk, pair in sorted(each.shares.items())]
            yield Restated(code, counted.label, then[code].number, each.now, moved)
    yield from _rates(chapter, {code: each.now for code, each in by_code.items()}, then)


def _rates(chapter: Chapter, now: Values, then: Mapping[str, ClosedFigure]) -> Iterator[Restated]:
    for code, rate in chapter.rates.items():
        if code not in then or not now.keys() >= {*rate.numerator, *rate.denominator}:
            continue
        before, after = then[code].number, rate.of(now)
        if before != after:
            yield Restated(code, rate.label, before, after, [])


def _gone(then: Mapping[str, ClosedFigure]) -> Iterator[Restated]:
    declared = {code for chapter in CHAPTERS for code in (*chapter.figures, *chapter.rates)}
    for code in sorted(then.keys() - declared):
        yield Restated(code, then[code].label, then[code].number, None, [])


def _moved(record: Touched, then: Share | None, now: Share | None) -> Moved:
    if then is None:
        return Moved(record, Move.ADDED, then, now)
    return Moved(record, Move.LEFT if now is None else Move.CHANGED, then, now)
