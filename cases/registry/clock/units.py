"""Counting units of time from a day that is itself not counted."""

from calendar import monthrange
from datetime import date

from django.utils.translation import gettext_lazy as _

from cases.registry.clock.calendar import Calendar
from cases.registry.clock.refusals import OutsideCalendar
from cases.registry.clock.terms import Unit

_MONTHS = 12


def add_months(day: date, count: int) -> date:
    """The same day-number count months on, or the last day of a month that has no such day."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + count, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def count(unit: Unit, day: date, length: int, calendar: Calendar) -> date:
    """The last day of a term; a negative length counts back from the day."""
    try:
        return _count(unit, day, length, calendar)
    except OutsideCalendar:
        raise
    except (OverflowError, ValueError) as error:  # past the last date there is
        raise OutsideCalendar(_("The count leaves the years 1950 to 2099.")) from error


def _count(unit: Unit, day: date, length: int, calendar: Calendar) -> date:
    if unit is Unit.CALENDAR_DAY:
        return date.fromordinal(day.toordinal() + length)
    if unit is Unit.WORKING_DAY:
        return calendar.after(day, length) if length > 0 else calendar.before(day, -length)
    return add_months(day, length * _MONTHS if unit is Unit.YEAR else length)
