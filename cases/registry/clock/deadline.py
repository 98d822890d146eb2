"""A deadline: the due date together with everything it was computed from."""

from dataclasses import dataclass, field, replace
from datetime import date

from cases.registry.clock import working
from cases.registry.clock.adjustments import UNADJUSTED, Adjustments
from cases.registry.clock.calendar import Calendar
from cases.registry.clock.exclusions import Exclusion, Interval, Pause
from cases.registry.clock.steps import Step
from cases.registry.clock.terms import Term


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a term; due_on is None exactly while the term stands still.

    nominal_on is where the bare length ends, end_on where it ends with extensions and excluded
    time, due_on that day rolled off holidays. A provisional date rests on a year whose holiday
    notice is not known.
    """

    term: Term
    trigger_on: date
    length: int
    nominal_on: date
    end_on: date | None
    due_on: date | None
    is_provisional: bool
    calendar: Calendar = field(repr=False, compare=False)
    adjustments: Adjustments = UNADJUSTED
    origin: Term | None = None  # the simplified procedure's term, when it was converted
    exclusions: tuple[Exclusion, ...] = ()
    disregarded: tuple[Interval, ...] = ()
    pause: Pause | None = None
    since: "Deadline | None" = None  # the deadline whose last day is this one's event
    against: tuple["Deadline", ...] = ()  # later limits that this one beats
    is_named: bool = False  # a document names the last day; nothing was counted

    @property
    def paused_since(self) -> date | None:
        return self.pause.interval.start if self.pause else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The working, line by line, in the order a lawyer would write it down."""
        return working.steps(self)

    def days_left(self, on: date) -> int | None:
        """Calendar days until the due date, negative when overdue; None while paused."""
        return None if self.due_on is None else (self.due_on - on).days

    def is_overdue(self, on: date) -> bool:
        """Past the due date; the due date itself is in time, and a paused term is never overdue."""
        return self.due_on is not None and on > self.due_on


def earliest(first: Deadline, *others: Deadline) -> Deadline:
    """Of several limits the one that ends first, remembering those it beats (arts. 20(3), 21).

    A limit that stands still ends last. The answer is provisional also when a provisional
    limit it beats could yet turn out to end no later.
    """
    limits = sorted((first, *others), key=lambda each: each.due_on or date.max)
    governing, beaten = limits[0], tuple(limits[1:])
    if governing.due_on is None:
        return replace(governing, against=beaten)
    due_on = governing.due_on
    could_flip = any(each.is_provisional and each.nominal_on <= due_on for each in beaten)
    return replace(governing, against=beaten, is_provisional=governing.is_provisional or could_flip)
