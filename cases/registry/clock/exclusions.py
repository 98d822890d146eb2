"""Time that is left out of a term: overlapping intervals merged, then added to its end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from cases.registry.clock.adjustments import Suspension
from cases.registry.clock.calendar import Calendar
from cases.registry.clock.terms import Ground, Term


@dataclass(frozen=True, slots=True)
class Interval:
    """Time left out without a gap, half-open, with every ground that covers some of it."""

    start: date
    end: date | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """An interval that counted: the units it took out, and where that moved the end of the term."""

    interval: Interval
    lost: int
    end_on: date


@dataclass(frozen=True, slots=True)
class Pause:
    """A suspension that still lasts: units used before it began, and units left when it ends."""

    interval: Interval
    used: int
    left: int


@dataclass(slots=True)
class Excluded:
    """The end of a term once the excluded time is added; paused while an interval is open."""

    end_on: date
    exclusions: list[Exclusion] = field(default_factory=list)
    disregarded: list[Interval] = field(default_factory=list)
    pause: Pause | None = None
    is_doubtful: bool = False


def merge(suspensions: Iterable[Suspension]) -> list[Interval]:
    """Overlapping or touching suspensions as one interval each, so that no day counts twice."""
    merged: list[Interval] = []
    for each in sorted(suspensions, key=lambda each: each.start):
        last = merged[-1] if merged else None
        if last is not None and (last.end is None or each.start <= last.end):
            merged[-1] = _joined(last, each)
        elif each.end != each.start:
            merged.append(Interval(each.start, each.end, (each.ground,)))
    return merged


def exclude(
    term: Term, trigger_on: date, end_on: date, intervals: Iterable[Interval], calendar: Calendar
) -> Excluded:
    """Add each interval to the end, before any roll.

    An interval that begins once the term has run out leaves nothing out: a lapsed term
    does not come back to life.
    """
    result = Excluded(end_on)
    for interval in intervals:
        if _has_run_out(term, result, interval.start, calendar):
            result.disregarded.append(interval)
        elif interval.end is None:
            result.pause = _pause(term, trigger_on, result, interval, calendar)
        else:
            _add(term, result, interval, interval.end, calendar)
    return result


def _joined(interval: Interval, other: Suspension) -> Interval:
    ends = (interval.end, other.end)
    end = None if None in ends else max(day for day in ends if day is not None)
    return Interval(interval.start, end, tuple(dict.fromkeys((*interval.grounds, other.ground))))


def _has_run_out(term: Term, result: Excluded, on: date, calendar: Calendar) -> bool:
    if on <= result.end_on:
        return False
    if not term.rolls:
        return True
    last = calendar.roll(result.end_on)
    result.is_doubtful |= calendar.is_doubtful(result.end_on, last)
    return on > last


def _add(term: Term, result: Excluded, interval: Interval, end: date, calendar: Calendar) -> None:
    # An interval that begins in the days a roll has granted finds no unit left to save;
    # the term then ends when the suspension does, hence the two maxima.
    if term.counts_working_days:
        lost = calendar.count(interval.start, end)
        moved = calendar.after(result.end_on, lost) if lost else result.end_on
        result.end_on = max(moved, calendar.roll(end))
    else:
        lost = (end - interval.start).days
        result.end_on = max(result.end_on + timedelta(lost), end)
    result.exclusions.append(Exclusion(interval, lost, result.end_on))


def _pause(
    term: Term, trigger_on: date, result: Excluded, interval: Interval, calendar: Calendar
) -> Pause:
    lost = sum(exclusion.lost for exclusion in result.exclusions)
    start = interval.start
    if term.counts_working_days:
        used, left = calendar.count(trigger_on, start), calendar.count(start, result.end_on)
    else:
        used, left = (start - trigger_on).days, (result.end_on - start).days
    return Pause(interval, used - lost, max(left, 0))
