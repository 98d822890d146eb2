"""The working of a deadline, line by line, so that a lawyer can check it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.clock import counted, interrupted
from cases.registry.clock.articles import counting
from cases.registry.clock.phrases import shown
from cases.registry.clock.steps import Kind, Step

if TYPE_CHECKING:
    from cases.registry.clock.deadline import Deadline


def steps(deadline: "Deadline") -> tuple[Step, ...]:
    """Every step, from the law that sets the term to what happens when it lapses."""
    return tuple(_steps(deadline))


def _steps(deadline: "Deadline") -> Iterator[Step]:
    yield from counted.opening(deadline)
    yield from interrupted.conversion(deadline)
    yield from counted.count(deadline)
    yield from interrupted.extensions(deadline)
    yield from interrupted.exclusions(deadline)
    yield from counted.roll(deadline)
    yield from _closing(deadline)


def _closing(deadline: "Deadline") -> Iterator[Step]:
    term, due_on = deadline.term, deadline.due_on
    if due_on is not None:
        text = format_lazy(_("Due: {day}"), day=shown(due_on))
        yield Step(Kind.DUE, text, term.article, due_on)
    for other in deadline.against:
        yield _against(other)
    if deadline.is_provisional:
        text = _("Provisional: the holiday notice of a year it touches is not known yet")
        rules = counting(term, deadline.trigger_on)
        article = rules.working_day if term.counts_working_days else rules.last_day
        yield Step(Kind.PROVISIONAL, text, article)
    if term.lapse:
        text = format_lazy(_("If it lapses: {lapse}"), lapse=term.lapse)
        yield Step(Kind.LAPSE, text, term.article)


def _against(other: "Deadline") -> Step:
    if other.due_on is None:
        text = format_lazy(_("Another limit stands still: {term}"), term=other.term.label)
    else:
        text = format_lazy(
            _("Another limit ends on {day}: {term}; the earlier one governs"),
            day=shown(other.due_on),
            term=other.term.label,
        )
    return Step(Kind.AGAINST, text, other.term.article, other.due_on)
