"""Reports as closed: what was closed is read, only the rest is counted."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from cases.registry.conditions import within
from cases.registry.figures import Edge, Figure, Number, Stock, Values
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.closures import ClosedFigure, Closure
from lawgov.reports.numbers import ClosedNumbers, read_numbers
from lawgov.reports.rollup import Rollup, section_of

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

    def counted(self, codes: Set[str]) -> list[Period]:
        """What has to be counted: the gaps, or all of it where a closing knows less than asked."""
        known = all(codes <= each.values.keys() for each in self.closed)
        return self.gaps if known else [self.period]


def roll_up_as_closed(periods: Sequence[Period], chapters: Sequence[Chapter] = CHAPTERS) -> Rollup:
    """`roll_up`, with every closed period as it was closed and every open one as it stands.

    A period that is not closed itself is made up of what is closed of it, the longest closing
    first, and of what is open: counts and sums add up, a stock is that of its first or last
    part, and different values are counted once over all parts. Two or three queries for all
    closings and one for each sheet that still has anything to count, however long the report is.
    """
    layouts = laid_out(periods)
    answered = [_Chapter(chapter, layouts) for chapter in chapters]
    sections = [section_of(each.chapter, each.values(), each.frozen_rates()) for each in answered]
    return Rollup(list(periods), sections, [parts.closed_at for parts in layouts])


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

    def __init__(self, chapter: Chapter, layouts: Sequence[Parts]) -> None:
        self.chapter, self.layouts = chapter, layouts
        self.open = [parts.counted(chapter.figures.keys()) for parts in layouts]
        wanted = list(dict.fromkeys(period for periods in self.open for period in periods))
        counted = chapter.count(wanted) if wanted else []
        self.counted: dict[Period, Values] = dict(zip(wanted, counted, strict=True))
        self.keys = {code: self._keys(code, f) for code, f in _distinct(chapter).items()}

    def values(self) -> list[Values]:
        return [self._column(place) for place in range(len(self.layouts))]

    def frozen_rates(self) -> list[Mapping[str, Ratio]]:
        """The rates of periods that were closed themselves, as they were rounded then."""
        wholes = (parts.whole for parts in self.layouts)
        return [whole.rates if whole else {} for whole in wholes]

    def _column(self, place: int) -> Values:
        parts, open_ = self.layouts[place], self.open[place]
        if open_ == [parts.period]:
            return self.counted[parts.period]
        if parts.whole:
            return parts.whole.values
        return {code: self._value(code, parts, open_) for code in self.chapter.figures}

    def _value(self, code: str, parts: Parts, open_: Sequence[Period]) -> Number:
        figure = self.chapter.figures[code]
        if isinstance(figure, Stock):
            return self._edge(code, parts, figure.at)
        if figure.distinct:
            return len(self._different(code, parts))
        closed = (each.values[code] for each in parts.closed)
        return sum([*closed, *(self.counted[gap][code] for gap in open_)])

    def _edge(self, code: str, parts: Parts, edge: Edge) -> Number:
        """A stock stands where the period begins or ends, in whichever part that lies."""
        known = {each.period: each.values[code] for each in parts.closed}
        known |= {gap: self.counted[gap][code] for gap in parts.gaps}
        return known[min(known) if edge is Edge.START else max(known)]

    def _different(self, code: str, parts: Parts) -> set[Key]:
        found = {key for each in parts.closed for key in each.keys.get(code, [])}
        return found | {key for gap in parts.gaps for key in self.keys[code][gap]}

    def _keys(self, code: str, figure: Figure) -> dict[Period, set[Key]]:
        """The different values in the open stretches of periods that are partly closed."""
        layouts = zip(self.layouts, self.open, strict=True)
        mixed = [parts for parts, open_ in layouts if parts.closed and open_ == parts.gaps]
        gaps = {gap: set[Key]() for parts in mixed for gap in parts.gaps}
        if not gaps:
            return gaps
        condition = Q()
        for gap in gaps:
            condition |= within(figure.on, gap)
        rows = self.chapter.sheet_of(code).rows.filter(condition, figure.where).order_by()
        for day, key in rows.values_list(figure.on, figure.distinct).distinct():
            for gap, keys in gaps.items():
                if day in gap and key is not None:
                    keys.add(_key(key))
        return gaps


def _key(key: Any) -> Key:
    return key if isinstance(key, int) else str(key)
