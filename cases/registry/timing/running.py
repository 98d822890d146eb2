"""A term that runs for a record: what started it, what befell it, whether it was met."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, Final

from cases.registry.clock.adjustments import Extension
from cases.registry.clock.arithmetic import compute
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline
from cases.registry.clock.refusals import Refusal
from cases.registry.clock.terms import Unit, Variation
from cases.registry.figures import Label

# What may have befallen a term, and what it is without it.
_NOTHING: Final[dict[str, Any]] = {
    "extensions": (),
    "converted_on": None,
    "suspensions": (),
    "named_on": None,
    "concluded_on": None,
}
# What is left aside where the law refuses a term as it is entered, the least first.
REFUSABLE: Final = (
    ("extensions",),
    ("converted_on",),
    ("extensions", "converted_on"),
    ("suspensions",),
    tuple(_NOTHING),
)

Rule = Callable[[Clock], Deadline | None]
Stretch = tuple[date, date | None]


class Watch(Enum):
    """How a term stands in the record's next due date."""

    STAYS = "stays"  # ours: due until it is met, however late
    LAPSES = "lapses"  # somebody else's: it is over with its last day
    SHOWN = "shown"  # only on the panel: it is no date of this office


@dataclass(frozen=True, slots=True)
class Running:
    """One term of one record, declared purely from dates; nothing is counted here.

    met_on: what the term asks for happened; ended_on: nobody asks any more. named_on: the
    document itself names the last day. since: the deadline whose last day was the event, if
    the law says so. rule: where more than one date decides. remark: which of several it is, or
    a sentence (translated when shown) on the dates that were taken.
    """

    code: str
    on: date | None = None
    met_on: date | None = None
    ended_on: date | None = None
    watch: Watch = Watch.STAYS
    suspensions: tuple[Stretch, ...] = ()
    extensions: tuple[Extension, ...] = ()
    converted_on: date | None = None
    concluded_on: date | None = None
    named_on: date | None = None
    since: Rule | None = None
    rule: Rule | None = None
    remark: Label = ""

    @property
    def which(self) -> str:
        """The number of a court or of a letter, where there are several; no sentence."""
        return self.remark if isinstance(self.remark, str) else ""

    @property
    def is_open(self) -> bool:
        return self.met_on is None and self.ended_on is None

    @property
    def is_watched(self) -> bool:
        return self.is_open and self.watch is not Watch.SHOWN


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A running term with its deadline, or with the reason why it has none.

    Where the law refuses what befell a term (a suspension before it began, an extension too
    late), the deadline is reckoned without it, and the refusal stands beside it.
    """

    running: Running
    deadline: Deadline | None
    refusal: Refusal | None = None

    @property
    def due_on(self) -> date | None:
        return None if self.deadline is None else self.deadline.due_on

    @property
    def is_in_time(self) -> bool | None:
        """Whether what was met was met in time; None while it is not met or has no last day."""
        if self.running.met_on is None or self.due_on is None:
            return None
        return self.running.met_on <= self.due_on

    def is_due(self, today: date) -> bool:
        """Something is still to be done; a term of others is over once its last day is."""
        if not self.running.is_watched or self.due_on is None:
            return False
        return self.running.watch is Watch.STAYS or self.due_on >= today


def reckon(clock: Clock, running: Running) -> Reckoned | None:
    """The deadline of a running term; None where its rule says that it does not run."""
    try:
        deadline = _deadline(clock, running)
    except Refusal as refusal:
        return Reckoned(running, _bare(clock, running), refusal)
    return None if deadline is None else Reckoned(running, deadline)


def _deadline(clock: Clock, running: Running) -> Deadline | None:
    if running.rule is not None:
        return running.rule(clock)
    if running.on is None:
        return None
    if running.named_on is not None:
        return _named(clock, running, running.on, running.named_on)
    suspensions = [clock.suspension(running.code, *each) for each in running.suspensions]
    since = None if running.since is None else running.since(clock)
    return clock.deadline(
        running.code,
        since or running.on,
        suspensions=suspensions,
        extensions=running.extensions,
        converted_on=running.converted_on,
        concluded_on=running.concluded_on,
    )


def _named(clock: Clock, running: Running, on: date, last: date) -> Deadline:
    """A document that names a day names it as it stands: no roll, no other length."""
    term = clock.catalogue.applicable(running.code, on)
    named = replace(term, unit=Unit.CALENDAR_DAY, length=None, rolls=False, varies=Variation.SET)
    return replace(compute(named, on, clock.calendar, length=(last - on).days), is_named=True)


def _bare(clock: Clock, running: Running) -> Deadline | None:
    """The deadline without what the law refuses; what it allows of the rest stays."""
    for left_aside in REFUSABLE:
        bare = replace(running, **{name: _NOTHING[name] for name in left_aside})
        try:
            return _deadline(clock, bare)
        except Refusal:
            continue
    return None
