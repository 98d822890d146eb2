"""The part of the working that interrupts: a change of procedure, extensions, time left out."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.clock import units
from cases.registry.clock.articles import counting
from cases.registry.clock.exclusions import Exclusion, Interval, Pause
from cases.registry.clock.phrases import amount, shown
from cases.registry.clock.steps import Kind, Step
from cases.registry.clock.terms import Unit
from cases.registry.clock.words import Words

if TYPE_CHECKING:
    from cases.registry.clock.deadline import Deadline


def conversion(deadline: "Deadline") -> Iterator[Step]:
    """The simplified procedure became ordinary: another length from the same event."""
    change, origin = deadline.adjustments.conversion, deadline.origin
    if change is None or origin is None:
        return
    text = format_lazy(
        _("Simplified procedure ({term}) until {day}, then ordinary; the clock is not restarted"),
        term=origin.label,
        day=shown(change.on),
    )
    article = counting(deadline.term, deadline.trigger_on).conversion
    yield Step(Kind.CONVERTED, text, article, change.on)


def extensions(deadline: "Deadline") -> Iterator[Step]:
    """Each extension, counted on from the nominal end before any roll."""
    rule, unit, total = deadline.term.extension, deadline.term.day_unit, 0
    if rule is None:
        return
    for each in deadline.adjustments.extensions:
        total += each.days
        end = units.count(unit, deadline.nominal_on, total, deadline.calendar)
        text = format_lazy(
            _("Extended by {amount} from the nominal end: {day}; approved by {approver}"),
            amount=amount(unit, each.days),
            day=shown(end),
            approver=rule.approver,
        )
        yield Step(Kind.EXTENDED, text, rule.article, end)


def exclusions(deadline: "Deadline") -> Iterator[Step]:
    """Each interval left out, each that came too late, and the one that still lasts."""
    unit = deadline.term.day_unit
    for each in deadline.exclusions:
        yield _left_out(each, unit)
    for interval in deadline.disregarded:
        yield _disregarded(interval)
    if deadline.pause is not None:
        yield _paused(deadline.pause, unit)


def _left_out(each: Exclusion, unit: Unit) -> Step:
    start, end = each.interval.start, each.interval.end or each.end_on
    text = format_lazy(
        _("{start} until {end}: {grounds}, {amount} left out; the end moves to {day}"),
        start=shown(start),
        end=shown(end),
        grounds=_labels(each.interval),
        amount=amount(unit, each.lost),
        day=shown(each.end_on),
    )
    return Step(Kind.EXCLUDED, text, _articles(each.interval), start, end)


def _disregarded(interval: Interval) -> Step:
    text = format_lazy(
        _("{day}: {grounds}, but the term had run out; nothing is left out"),
        day=shown(interval.start),
        grounds=_labels(interval),
    )
    return Step(Kind.DISREGARDED, text, _articles(interval), interval.start, interval.end)


def _paused(pause: Pause, unit: Unit) -> Step:
    text = format_lazy(
        _("Since {day}: {grounds}; the term stands still, {used} used, {left} left"),
        day=shown(pause.interval.start),
        grounds=_labels(pause.interval),
        used=amount(unit, pause.used),
        left=amount(unit, pause.left),
    )
    return Step(Kind.PAUSED, text, _articles(pause.interval), pause.interval.start)


def _labels(interval: Interval) -> Words:
    return _join(ground.label for ground in interval.grounds)


def _articles(interval: Interval) -> Words:
    return _join(ground.article for ground in interval.grounds)


def _join(words: Iterable[Words]) -> Words:
    each = list(dict.fromkeys(words))
    return Words("; ".join(word.en for word in each), "、".join(word.zh for word in each))
