"""The part of the working that counts: the event, the days passed over, the roll at the end."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.clock.articles import counting
from cases.registry.clock.phrases import Run, amount, days_off, days_worked, shown
from cases.registry.clock.steps import Kind, Step
from cases.registry.clock.terms import Unit
from cases.registry.clock.words import Words

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from cases.registry.clock.deadline import Deadline
    from cases.registry.clock.words import Text

_DAY = timedelta(1)


def opening(deadline: "Deadline") -> Iterator[Step]:
    """The term, and the event from which it is counted."""
    term, event = deadline.term, deadline.trigger_on
    text = format_lazy(_("{term}: {amount}"), term=term.label, amount=_length(deadline))
    if deadline.is_named:
        text = format_lazy(_("{term}: the day that the document names"), term=term.label)
    yield Step(Kind.TERM, text, term.article)
    if deadline.since is not None:
        previous = deadline.since.term
        template = _("The event is the last day of another term: {term}, {day}")
        if previous.lapse_event:
            template = _("The event is the last day of another term: {term}, {day}; {lapse}")
        text = format_lazy(template, term=previous.label, day=shown(event), lapse=previous.lapse)
        yield Step(Kind.SINCE, text, previous.article, event)
    yield _event(deadline)


def _event(deadline: "Deadline") -> Step:
    """The day from which it is counted; where a document names the last day, nothing is."""
    term, event = deadline.term, deadline.trigger_on
    if deadline.is_named:
        text = format_lazy(_("Event: {event}, {day}"), event=term.trigger, day=shown(event))
        return Step(Kind.EVENT, text, term.article, event)
    template = _("Event: {event}, {day}; that day is not counted")
    text = format_lazy(template, event=term.trigger, day=shown(event))
    return Step(Kind.EVENT, text, counting(term, event).event, event)


def count(deadline: "Deadline") -> Iterator[Step]:
    """From the event to the nominal end."""
    term, end = deadline.term, deadline.nominal_on
    if deadline.is_named:
        return
    if term.counts_working_days:
        yield from _passed_over(deadline)
    template = (
        _("Counted back {amount}: {day}")
        if term.is_backward
        else _("Nominal end after {amount}: {day}")
    )
    text = format_lazy(template, amount=_length(deadline), day=shown(end))
    yield Step(Kind.COUNTED, text, term.article, end)
    if term.unit in {Unit.MONTH, Unit.YEAR} and end.day != deadline.trigger_on.day:
        text = format_lazy(
            _("That month has no day {day}; its last day counts"), day=deadline.trigger_on.day
        )
        yield Step(Kind.CLAMPED, text, counting(term, deadline.trigger_on).event, end)


def roll(deadline: "Deadline") -> Iterator[Step]:
    """Every day off that moved the last day."""
    end, due = deadline.end_on, deadline.due_on
    if end is None or due is None or end == due:
        return
    first, last = (end, due - _DAY) if end < due else (due + _DAY, end)
    article = counting(deadline.term, deadline.trigger_on).last_day
    for run in days_off(deadline.calendar, first, last):
        yield _line(Kind.DAY_OFF, _("{days}: {reason}, the last day moves"), run, article)


def _passed_over(deadline: "Deadline") -> Iterator[Step]:
    """The days off that a count of working days left out, and the weekend days it took in."""
    first, last = sorted((deadline.trigger_on, deadline.end_on or deadline.nominal_on))
    # The event is not counted; the last day is a working day either way.
    first, last = (first, last - _DAY) if deadline.term.is_backward else (first + _DAY, last)
    # Where no law says in general which days are working days, the term's own article says so.
    article = counting(deadline.term, deadline.trigger_on).working_day or deadline.term.article
    off, worked = _("{days}: {reason}, not counted"), _("{days}: {reason}, counted")
    calendar = deadline.calendar
    lines = [_line(Kind.DAY_OFF, off, run, article) for run in days_off(calendar, first, last)]
    lines += [
        _line(Kind.MAKE_UP, worked, run, article) for run in days_worked(calendar, first, last)
    ]
    yield from sorted(lines, key=lambda step: step.on or date.min)


def _line(kind: Kind, template: "str | _StrPromise", run: Run, article: Words) -> Step:
    text = format_lazy(template, days=run.text, reason=run.reason)
    return Step(kind, text, article, run.first, run.last)


def _length(deadline: "Deadline") -> "Text":
    return amount(deadline.term.unit, deadline.length)
