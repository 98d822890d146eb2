"""How dates, amounts of time and runs of days off are put into words, when they are shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from cases.registry.clock.calendar import Calendar
from cases.registry.clock.terms import Unit

if TYPE_CHECKING:
    from cases.registry.clock.words import Text


@dataclass(frozen=True, slots=True)
class Run:
    """Days on end, both included, that are off (or worked) for one and the same reason."""

    first: date
    last: date
    reason: "Text"

    @property
    def text(self) -> "Text":
        if self.first == self.last:
            return shown(self.first)
        return format_lazy(_("{first} to {last}"), first=shown(self.first), last=shown(self.last))


def shown(day: date) -> "Text":
    """A date with its day of the week, such as 2024-10-04 (Fri)."""
    return format_lazy(
        _("{day} ({weekday})"), day=day.isoformat(), weekday=WEEKDAYS_ABBR[day.weekday()]
    )


def amount(unit: Unit, count: int) -> "Text":
    """A number of units, such as 10 working days."""
    if unit is Unit.WORKING_DAY:
        template = ngettext_lazy("{count} working day", "{count} working days", count)
    elif unit is Unit.CALENDAR_DAY:
        template = ngettext_lazy("{count} calendar day", "{count} calendar days", count)
    elif unit is Unit.MONTH:
        template = ngettext_lazy("{count} month", "{count} months", count)
    else:
        template = ngettext_lazy("{count} year", "{count} years", count)
    return format_lazy(template, count=count)


def days_off(calendar: Calendar, first: date, last: date) -> Iterator[Run]:
    """The days off from first to last, those on end for one reason together."""
    return _runs((day, calendar.why_off(day)) for day in calendar.days(first, last))


def days_worked(calendar: Calendar, first: date, last: date) -> Iterator[Run]:
    """The weekend days from first to last that are worked in exchange for a holiday."""
    return _runs((day, calendar.why_worked(day)) for day in calendar.days(first, last))


def _runs(days: "Iterator[tuple[date, Text | None]]") -> Iterator[Run]:
    run: Run | None = None
    for day, reason in days:
        if run is not None and (reason is None or reason != run.reason):
            yield run
            run = None
        if reason is not None:
            run = Run(run.first if run else day, day, reason)
    if run is not None:
        yield run
