"""Reports as closed: what was closed is read, only the rest is counted."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from cases.registry.conditions import within
from cases.registry.figures import Counted, Edge, Figure, Number, Stock, Values
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.closures import ClosedFigure, Closure
from lawgov.reports.numbers import ClosedNumbers, read_numbers
from lawgov.reports.rollup import Narrowed, Rollup, section_of

Key = int | str


@dataclass
class Frozen:
    """One closing as a report reads it."""

    pk: int
    period: Period
    closed_at: datetime
    values: Values = field(default_factory=dict)
    rates: dict[str, Ratio] = field(default_factory=dict)
    keys: dict[str, list[Key]] = field(default_factory=dict)


@dataclass(frozen=True)
class Parts:
    """A period laid out end to end: what was closed of it, and the stretches still open."""

    period: Period
    closed: list[Frozen]
    gaps: list[Period]

    @property
    def is_closed(self) -> bool:
        return not self.gaps

    @property
    def whole(self) -> Frozen | None:
        """The closing of the period itself, not of parts of it."""
        return self.closed[0] if len(self.closed) == 1 and self.is_closed else None

    @property
    def closed_at(self) -> datetime | None:
        """When the last of it was closed; None while any of it is open."""
        return max(each.closed_at for each in self.closed) if self.is_closed else None

    @cached_property
    def known(self) -> frozenset[str]:
        """The figures that every closing has; one that was declared later is counted."""
        held = [each.values.keys() for each in self.closed]
        return frozenset(held[0]).intersection(*held[1:]) if held else frozenset()


def made_of(
    counted: Counted, pieces: Mapping[Period, Number], different: Mapping[Period, Set[Key]]
) -> Number:
    """A number of a period from those of the pieces it is laid out in, closed and open.

    Counts and sums add up, a stock is that of the first or last piece, and different values are
    counted once over all of them.
    """
    if isinstance(counted, Stock):
        edge = min if counted.at is Edge.START else max
        return pieces[edge(pieces)]
    if counted.distinct:
        return len(set[Key]().union(*different.values()))
    return sum(pieces.values())


def roll_up_as_closed(periods: Sequence[Period], chapters: Sequence[Chapter] = CHAPTERS) -> Rollup:
    """`roll_up`, with every closed period as it was closed and every open one as it stands.

    A period that is not closed itself is made up of what is closed of it, the longest closing
    first, and of what is open, see `made_of`. Two or three queries for all closings and one for
    each sheet that still has anything to count, however long the report is.
    """
    return rolled_up(laid_out(periods), chapters)


def rolled_up(
    layouts: Sequence[Parts], chapters: Sequence[Chapter], narrowed: Narrowed | None = None
) -> Rollup:
    """The same of periods laid out already; what is open is counted among the `narrowed` rows."""
    answered = [_Chapter(chapter, layouts, narrowed or {}) for chapter in chapters]
    sections = [section_of(each.chapter, each.values(), each.frozen_rates()) for each in answered]
    periods = [parts.period for parts in layouts]
    return Rollup(periods, sections, [parts.closed_at for parts in layouts])


def laid_out(periods: Sequence[Period]) -> list[Parts]:
    """Each period laid out end to end in what was closed of it and what is open."""
    standing = _standing(periods)
    by_start: defaultdict[date, list[tuple[Period, int]]] = defaultdict(list)
    for pk, frozen in standing.items():
        by_start[frozen.period.start].append((frozen.period, pk))
    starts = sorted(by_start)
    laid = [_lay(period, by_start, starts) for period in periods]
    _fill(standing, {pk for pks, _gaps in laid for pk in pks})
    _fill_keys(standing, {pk for pks, gaps in laid if len(pks) + len(gaps) > 1 for pk in pks})
    return [
        Parts(period, [standing[pk] for pk in pks], gaps)
        for period, (pks, gaps) in zip(periods, laid, strict=True)
    ]


def _standing(periods: Sequence[Period]) -> dict[int, Frozen]:
    """The closings that lie within any of the periods."""
    first, last = min(p.start for p in periods), max(p.end for p in periods)
    found = Closure.objects.standing().filter(start_on__gte=first, end_on__lte=last)
    rows = found.order_by("pk").values_list("pk", "start_on", "end_on", "closed_at")
    return {pk: Frozen(pk, Period(start, end), closed_at) for pk, start, end, closed_at in rows}


def _lay(
    period: Period, by_start: dict[date, list[tuple[Period, int]]], starts: list[date]
) -> tuple[list[int], list[Period]]:
    """The longest closing from each day on; where there is none, a gap to the next."""
    pks: list[int] = []
    gaps: list[Period] = []
    day = period.start
    for start in starts[bisect_left(starts, period.start) : bisect_left(starts, period.end)]:
        fitting = [each for each in by_start[start] if each[0].end <= period.end]
        if start < day or not fitting:
            continue
        if start > day:
            gaps.append(Period(day, start))
        longest, pk = max(fitting)
        pks.append(pk)
        day = longest.end
    if day < period.end:
        gaps.append(Period(day, period.end))
    return pks, gaps


def _fill(standing: dict[int, Frozen], pks: set[int]) -> None:
    """The frozen numbers of the closings that are needed, one row for each, in one query."""
    if not pks:
        return
    rows = ClosedNumbers.objects.filter(closure__in=pks).order_by()
    for pk, text in rows.values_list("closure", "numbers"):
        standing[pk].values, standing[pk].rates = read_numbers(text)


def _fill_keys(standing: dict[int, Frozen], pks: set[int]) -> None:
    """The different values in closings that are parts of a longer period, in one query."""
    codes = [code for chapter in CHAPTERS for code in _distinct(chapter)]
    if not pks:
        return
    rows = ClosedFigure.objects.filter(closure__in=pks, code__in=codes).order_by()
    for pk, code, keys in rows.values_list("closure", "code", "keys"):
        standing[pk].keys[code] = keys


def _distinct(chapter: Chapter) -> dict[str, Figure]:
    return {
        code: counted
        for code, counted in chapter.figures.items()
        if isinstance(counted, Figure) and counted.distinct
    }


class _Chapter:
    """One chapter over the laid out periods: what is open of it is counted, once for all."""

    def __init__(self, chapter: Chapter, layouts: Sequence[Parts], narrowed: Narrowed) -> None:
        self.chapter, self.layouts, self.narrowed = chapter, layouts, narrowed
        wanted = list(dict.fromkeys(period for parts in layouts for period in self._open(parts)))
        counted = chapter.count(wanted, narrowed) if wanted else []
        self.counted: dict[Period, Values] = dict(zip(wanted, counted, strict=True))
        self.keys = {code: self._keys(code, f) for code, f in _distinct(chapter).items()}

    def _open(self, parts: Parts) -> list[Period]:
        """What has to be counted: the gaps, and all of it for what a closing does not know."""
        if self.chapter.figures.keys() <= parts.known:
            return parts.gaps
        return [*parts.gaps, parts.period]

    def values(self) -> list[Values]:
        return [self._column(parts) for parts in self.layouts]

    def _column(self, parts: Parts) -> Values:
        codes, whole = self.chapter.figures.keys(), parts.whole
        if whole and codes <= parts.known:
            return {code: whole.values[code] for code in codes}
        return {code: self._value(code, parts) for code in codes}

    def frozen_rates(self) -> list[Mapping[str, Ratio]]:
        """The rates of periods that were closed themselves, as they were rounded then."""
        wholes = (parts.whole for parts in self.layouts)
        return [whole.rates if whole else {} for whole in wholes]

    def _value(self, code: str, parts: Parts) -> Number:
        if code not in parts.known:
            return self.counted[parts.period][code]
        if parts.whole:
            return parts.whole.values[code]
        closed = {each.period: each for each in parts.closed}
        pieces = {period: each.values[code] for period, each in closed.items()}
        pieces |= {gap: self.counted[gap][code] for gap in parts.gaps}
        different = {period: set(each.keys.get(code, [])) for period, each in closed.items()}
        different |= {gap: self.keys[code][gap] for gap in parts.gaps if code in self.keys}
        return made_of(self.chapter.figures[code], pieces, different)

    def _keys(self, code: str, figure: Figure) -> dict[Period, set[Key]]:
        """The different values in the open stretches of periods that are partly closed."""
        gaps = [gap for parts in self.layouts if code in parts.known for gap in parts.gaps]
        sheet = self.chapter.sheet_of(code)
        rows = self.narrowed.get(sheet.rows.model, sheet.rows)
        found = different_values(rows, figure, gaps)
        return {gap: {key for _part, key in pairs} for gap, pairs in found.items()}


def different_values(
    rows: QuerySet[Any], figure: Figure, periods: Collection[Period], by: str = ""
) -> dict[Period, set[tuple[Any, Key]]]:
    """The different values that a figure counts in each of the periods, with what they fall
    under by another field; one query."""
    found = {period: set[tuple[Any, Key]]() for period in periods}
    condition = Q()
    for period in found:
        condition |= within(figure.on, period)
    if not found:
        return found
    happened = rows.filter(condition, figure.where).order_by()
    named = happened.values_list(figure.on, figure.distinct, *([by] if by else []))
    for day, key, *part in named.distinct():
        for period, keys in found.items():
            if day in period and key is not None:
                keys.add((part[0] if part else None, _key(key)))
    return found


def _key(key: Any) -> Key:
    return key if isinstance(key, int) else str(key)
