"""When a term ends: its length counted, lengthened, suspended, and rolled off days off."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from cases.registry.clock import guards
from cases.registry.clock.adjustments import UNADJUSTED, Adjustments
from cases.registry.clock.calendar import Calendar
from cases.registry.clock.deadline import Deadline
from cases.registry.clock.exclusions import Excluded, Interval, exclude, merge
from cases.registry.clock.refusals import BadDates
from cases.registry.clock.terms import Term
from cases.registry.clock.units import count


@dataclass(frozen=True, slots=True)
class _Run:
    """One term running from its event; the guards have already passed."""

    term: Term
    on: date | Deadline
    length: int
    nominal_on: date
    calendar: Calendar
    intervals: tuple[Interval, ...]

    @property
    def event(self) -> date:
        return event_of(self.on)

    @property
    def since(self) -> Deadline | None:
        return self.on if isinstance(self.on, Deadline) else None

    def ends(self, extra: int = 0) -> Excluded:
        """Where the term ends before any roll, with extra units counted on from its nominal end."""
        end = self.nominal_on
        if extra:
            end = count(self.term.day_unit, end, extra, self.calendar)
        return exclude(self.term, self.event, end, self.intervals, self.calendar)

    def due(self, ended: Excluded) -> date | None:
        return None if ended.pause else roll(self.term, ended.end_on, self.calendar)

    def is_provisional(self, ended: Excluded, due_on: date | None) -> bool:
        """Some day that was asked about belongs to a year whose notice is not known."""
        if ended.is_doubtful or (self.since is not None and self.since.is_provisional):
            return True
        if self.term.counts_working_days:
            first, last = sorted((self.event, due_on or ended.end_on))
        elif self.term.rolls and due_on is not None:
            first, last = sorted((ended.end_on, due_on))
        else:
            return False
        return self.calendar.is_doubtful(first, last)


def compute(
    term: Term,
    on: date | Deadline,
    calendar: Calendar,
    adjustments: Adjustments = UNADJUSTED,
    length: int | None = None,
) -> Deadline:
    """The deadline of a term whose event fell on a day, or is itself the last day of a deadline.

    Raises a Refusal, with the reason and the article, for whatever the law does not allow.
    """
    calendar.check(event_of(on))
    if adjustments is UNADJUSTED:
        run = _start(term, on, calendar, length)
        return _deadline(run, run.ends(), adjustments)
    return _adjusted(term, on, calendar, adjustments, length)


def roll(term: Term, day: date, calendar: Calendar) -> date:
    """The day itself, or the working day it moves to; back for a term that is counted back."""
    if not term.rolls:
        calendar.check(day)
        return day
    return calendar.roll_back(day) if term.is_backward else calendar.roll(day)


def event_of(on: date | Deadline) -> date:
    """The day of the event: a date, or the last day of the term before."""
    if not isinstance(on, Deadline):
        return on
    if on.due_on is None:
        raise BadDates(_("The term before it stands still and has no last day."), on.term.article)
    return on.due_on


def _start(
    term: Term,
    on: date | Deadline,
    calendar: Calendar,
    asked: int | None,
    intervals: tuple[Interval, ...] = (),
) -> _Run:
    length = guards.length(term, asked)
    signed = -length if term.is_backward else length
    nominal_on = count(term.unit, event_of(on), signed, calendar)
    return _Run(term, on, length, nominal_on, calendar, intervals)


def _adjusted(
    term: Term,
    on: date | Deadline,
    calendar: Calendar,
    adjustments: Adjustments,
    length: int | None,
) -> Deadline:
    event, conversion = event_of(on), adjustments.conversion
    guards.conclusion(term, event, adjustments.concluded_on)
    governing = conversion.into if conversion else term
    for each in adjustments.suspensions:
        guards.suspension((governing, term), event, each)
    intervals = tuple(merge(adjustments.suspensions))
    if conversion:
        guards.conversion(term, event, conversion, adjustments.concluded_on)
        simplified = _start(term, on, calendar, None, intervals)
        guards.conversion_in_time(term, conversion, simplified.due(simplified.ends()))
    run = _start(governing, on, calendar, length, intervals)
    ended = run.ends(_extra(run, adjustments))
    return _deadline(run, ended, adjustments, origin=term if conversion else None)


def _extra(run: _Run, adjustments: Adjustments) -> int:
    """The units all extensions add, each granted while the term as it then stood still ran."""
    if not adjustments.extensions:
        return 0
    guards.extensions(run.term, run.event, adjustments)
    extra = 0
    for each in sorted(adjustments.extensions, key=lambda each: each.granted_on or date.min):
        guards.extension_in_time(run.term, each, run.due(run.ends(extra)))
        extra += each.days
    return extra


def _deadline(
    run: _Run, ended: Excluded, adjustments: Adjustments, origin: Term | None = None
) -> Deadline:
    due_on = run.due(ended)
    return Deadline(
        term=run.term,
        trigger_on=run.event,
        length=run.length,
        nominal_on=run.nominal_on,
        end_on=None if ended.pause else ended.end_on,
        due_on=due_on,
        is_provisional=run.is_provisional(ended, due_on),
        calendar=run.calendar,
        adjustments=adjustments,
        origin=origin,
        exclusions=tuple(ended.exclusions),
        disregarded=tuple(ended.disregarded),
        pause=ended.pause,
        since=run.since,
    )
