"""Periods laid out end to end in what was closed of them and what is still open."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from cases.registry.figures import Number, Values
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from lawgov.reports.closures import Closure
from lawgov.reports.numbers import Key, Read, keys_of, numbers_by_code, numbers_of


@dataclass
class Frozen:
    """One closing as a report reads it; without what was read, its values are filled in."""

    pk: int
    period: Period
    closed_at: datetime
    digest: str
    read: Read | None = None
    keys: dict[str, list[Key]] = field(default_factory=dict)

    @cached_property
    def values(self) -> Values:
        return self.read.values() if self.read else {}

    @cached_property
    def rates(self) -> Mapping[str, Ratio]:
        """As they were rounded when it was closed."""
        return self.read.rates() if self.read else {}

    @property
    def codes(self) -> frozenset[str]:
        """The figures whose values it holds."""
        return self.read.order.known if self.read else frozenset(self.values)


@dataclass(frozen=True)
class Parts:
    """A period laid out end to end: what was closed of it, and the stretches still open."""

    period: Period
    closed: list[Frozen]
    gaps: list[Period]

    @property
    def is_closed(self) -> bool:
        return not self.gaps

    @cached_property
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
        held = list({each.codes for each in self.closed})
        return held[0].intersection(*held[1:]) if len(held) > 1 else frozenset(*held)

    @cached_property
    def columns(self) -> Mapping[str, Sequence[Number]]:
        """The numbers of its closings by code; nothing where some of it is open, or where they
        do not share their codes."""
        read = [each.read for each in self.closed if each.read]
        alike = {id(each.order) for each in read}
        is_read = self.is_closed and len(read) == len(self.closed) and len(alike) == 1
        return numbers_by_code(read) if is_read else {}


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
    rows = found.order_by("pk").values_list("pk", "start_on", "end_on", "closed_at", "digest")
    return {
        pk: Frozen(pk, Period(start, end), closed_at, digest)
        for pk, start, end, closed_at, digest in rows
    }


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
    """The frozen numbers of the closings that are needed."""
    if not pks:
        return
    for pk, read in numbers_of({pk: standing[pk].digest for pk in pks}).items():
        standing[pk].read = read


def _fill_keys(standing: dict[int, Frozen], pks: set[int]) -> None:
    """The different values in closings that are parts of a longer period."""
    if not pks:
        return
    for pk, different in keys_of(pks).items():
        standing[pk].keys = different
