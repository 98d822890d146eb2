"""What a person reads of a record's clock: every term, where it stands, and its working."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline
from cases.registry.clock.phrases import shown
from cases.registry.clock.terms import Certainty
from cases.registry.figures import Label
from cases.registry.timing.loading import Clocks
from cases.registry.timing.rooms import Facts, Room
from cases.registry.timing.running import Reckoned, Watch, reckon


class State(StrEnum):
    """Where a term stands on a day; the stylesheet marks each its own way."""

    IN_TIME = "in_time"
    LATE = "late"
    ENDED = "ended"
    PAUSED = "paused"
    UNKNOWN = "unknown"
    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    RUNNING = "running"
    OVER = "over"
    SHOWN = "shown"


SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of a record as it stands on a day.

    other_due_on: the day it would be due if the county's closures were judged the other way;
    None where they make no difference. name: what the term was called last, where no version
    of it is in force.
    """

    reckoned: Reckoned
    today: date
    other_due_on: date | None = None
    name: Label = ""

    @property
    def deadline(self) -> Deadline | None:
        return self.reckoned.deadline

    @property
    def title(self) -> Label:
        """The term, and which of several it is."""
        name = str(self.deadline.term.label) if self.deadline else str(self.name)
        which = self.reckoned.running.which
        return format_lazy("{name} · {which}", name=name, which=which) if which else name

    @property
    def days_left(self) -> int | None:
        """Calendar days until it is due, negative when overdue; None when nobody waits."""
        if not self.reckoned.running.is_open or self.deadline is None:
            return None
        return self.deadline.days_left(self.today)

    @property
    def is_done_with(self) -> bool:
        """Met, ended, or run out where this office had nothing to do in it."""
        running = self.reckoned.running
        is_over = self.state is State.OVER and running.watch is Watch.SHOWN
        return is_over or not running.is_open

    @property
    def state(self) -> State:
        running = self.reckoned.running
        if running.met_on is not None:
            return _MET[self.reckoned.is_in_time]
        if running.ended_on is not None:
            return State.ENDED
        if self.deadline is None:
            return State.UNKNOWN
        days = self.days_left
        return State.PAUSED if days is None else self._pressing(days)

    def _pressing(self, days: int) -> State:
        if self.reckoned.running.watch is not Watch.STAYS and days < 0:
            return State.OVER  # nobody of this office is late
        if self.reckoned.running.watch is Watch.SHOWN:
            return State.SHOWN
        if days < 0:
            return State.OVERDUE
        if days == 0:
            return State.TODAY
        return State.SOON if days <= SOON_DAYS else State.RUNNING

    @property
    def standing(self) -> Label:
        """Where the term stands, in words."""
        running, days = self.reckoned.running, self.days_left
        if running.met_on is not None:
            return format_lazy(_MET_WORDS[self.reckoned.is_in_time], day=shown(running.met_on))
        if running.ended_on is not None:
            return format_lazy(_("no longer runs since {day}"), day=shown(running.ended_on))
        if self.deadline is None:
            return _("cannot be reckoned")
        if self.state is State.OVER:
            return _("ran out")
        return _("stands still") if days is None else days_left_words(days)

    @property
    def certainty(self) -> Label:
        """What is not read in a text is said to be so; empty for what is."""
        return "" if self.deadline is None else _certainty(self.deadline)

    @property
    def remarks(self) -> Iterator[Label]:
        """Everything a reader has to know beside the working."""
        if self.deadline is not None:
            yield from reservations(self.deadline)
        if self.reckoned.running.remark and not self.reckoned.running.which:
            yield self.reckoned.running.remark
        if self.other_due_on is not None:
            yield format_lazy(
                _("With the county's closures judged the other way: {day}; the earlier is safe"),
                day=shown(self.other_due_on),
            )
        if self.deadline is None and self.reckoned.refusal is not None:
            yield str(self.reckoned.refusal)
        elif self.reckoned.refusal is not None:
            text = _("Left aside, the law refuses it: {refusal}")
            yield format_lazy(text, refusal=self.reckoned.refusal)


def _certainty(deadline: Deadline) -> Label:
    certainty = deadline.term.certainty
    if certainty is Certainty.VERIFIED:
        return ""
    return format_lazy("[{mark}] {label}", mark=certainty.value, label=certainty.label)


def _grounds(deadline: Deadline) -> tuple[Label, ...]:
    """The grounds that time was left out on and that are not read in a text."""
    intervals = [each.interval for each in deadline.exclusions]
    intervals += [deadline.pause.interval] if deadline.pause else []
    doubtful = {
        ground: format_lazy(
            _("[{mark}] {ground}: {label}"),
            mark=ground.certainty.value,
            ground=ground.label,
            label=ground.certainty.label,
        )
        for interval in intervals
        for ground in interval.grounds
        if ground.certainty is not Certainty.VERIFIED
    }
    return tuple(doubtful.values())


def reservations(deadline: Deadline) -> Iterator[Label]:
    """How far the law behind a date is certain, and what its editors noted."""
    if certainty := _certainty(deadline):
        yield certainty
    yield from _grounds(deadline)
    if deadline.term.note:
        yield format_lazy(_("Note: {note}"), note=deadline.term.note)


_MET = {True: State.IN_TIME, False: State.LATE, None: State.ENDED}
_MET_WORDS = {
    True: _("met on {day}, in time"),
    False: _("met on {day}, late"),
    None: _("met on {day}"),
}


def days_left_words(days: int) -> Label:
    """Such as "3 days left", "due today" and "2 days overdue"."""
    if days == 0:
        return _("due today")
    if days < 0:
        template = ngettext_lazy("{count} day overdue", "{count} days overdue", -days)
        return format_lazy(template, count=-days)
    template = ngettext_lazy("{count} day left", "{count} days left", days)
    return format_lazy(template, count=days)


def entries(room: Room, facts: Facts, clocks: Clocks, today: date) -> list[Entry]:
    """Every term of a record: what is still to be done first, by its date, then what is met."""
    working = room.working(facts, clocks.governing)
    found = [_entry(each, clocks, today) for each in working if _has_begun(each, today)]
    return sorted(found, key=_pressing_first)


def _has_begun(reckoned: Reckoned, today: date) -> bool:
    """What is only shown, and waits for the end of another term, is not shown before that day."""
    deadline = reckoned.deadline
    if deadline is None or deadline.since is None or reckoned.running.watch is not Watch.SHOWN:
        return True
    return deadline.trigger_on < today


def _entry(reckoned: Reckoned, clocks: Clocks, today: date) -> Entry:
    if reckoned.deadline is None:
        return Entry(reckoned, today, name=_last_name(clocks.governing, reckoned.running.code))
    if clocks.other is None:
        return Entry(reckoned, today)
    other = reckon(clocks.other, reckoned.running)
    differs = other is not None and other.due_on != reckoned.due_on
    return Entry(reckoned, today, other.due_on if other is not None and differs else None)


def _last_name(clock: Clock, code: str) -> Label:
    """What the newest version of a term is called."""
    versions = [term for term in clock.catalogue.terms if term.code == code]
    newest = max(versions, key=lambda term: term.valid_from, default=None)
    return code if newest is None else str(newest.label)


def _pressing_first(entry: Entry) -> tuple[bool, date]:
    reckoned = entry.reckoned
    is_pressing = reckoned.is_due(entry.today) or entry.state is State.PAUSED
    event = reckoned.deadline.trigger_on if reckoned.deadline else date.max
    return (not is_pressing, reckoned.due_on or date.max) if is_pressing else (True, event)


def lines(found: Sequence[Entry]) -> Iterator[str]:
    """The panel as plain text: a heading for each term, its working indented below."""
    for entry in found:
        due_on = entry.reckoned.due_on
        day = shown(due_on) if due_on else "–"
        if entry.deadline is not None and entry.deadline.is_provisional:
            day = format_lazy(_("{day}, provisional"), day=day)
        text = _("{title}: {day}; {standing}")
        yield str(format_lazy(text, title=entry.title, day=day, standing=entry.standing))
        yield from (f"    {step}" for step in working(entry.deadline))
        yield from (f"    * {remark}" for remark in entry.remarks)
        yield ""


def working(deadline: Deadline | None) -> tuple[str, ...]:
    """The steps of a deadline as text."""
    return () if deadline is None else tuple(str(step) for step in deadline.steps)
