"""The working calendar of the mainland: holidays, make-up days, and what the county adds."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cases.registry.clock import notices
from cases.registry.clock.days import WEEKDAY, WEEKEND, DayRule
from cases.registry.clock.refusals import OutsideCalendar

if TYPE_CHECKING:
    from cases.registry.clock.words import Text

FIRST, LAST = date(1950, 1, 1), date(2099, 12, 31)
_BASE = FIRST.toordinal()
_SIZE = LAST.toordinal() - _BASE + 1
_SATURDAY = 5
# A notice may take the last days of the year before: 2018-12-29 was worked and 2018-12-31
# off by the notice for 2019. Until next year's notice is known these days stay doubtful.
_YEAR_END = 25


class Calendar:
    """Which days are worked and which are off; immutable, equal when it says the same of every day.

    Later overlays win over earlier ones, and all of them over the State Council's notices. A day
    of a year without a notice is judged by Monday to Friday, and every answer that rests on it is
    doubtful. Tables made once let every question be answered without walking from day to day.
    """

    def __init__(self, *overlays: Mapping[date, DayRule], known_years: Iterable[int] = ()) -> None:
        self._rules: dict[date, DayRule] = dict(notices.rules())
        for overlay in overlays:
            self._rules.update(overlay)
        self._years = notices.years() | frozenset(known_years)
        flags = self._week()
        for day, rule in self._rules.items():
            flags[_offset(day)] = rule.working
        self._worked = [offset for offset, flag in enumerate(flags) if flag]
        self._before = list(accumulate(flags, initial=0))  # working days before each day
        self._doubts = list(accumulate(self._doubtful(), initial=0))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Calendar):
            return NotImplemented
        return (self._rules, self._years) == (other._rules, other._years)

    def __hash__(self) -> int:
        return hash((self._years, len(self._rules)))

    def check(self, day: date) -> None:
        """Refuse a day outside the calendar: surely a slip of the pen."""
        _offset(day)

    def is_known(self, year: int) -> bool:
        """The year's notice is known, so its days need no guess."""
        return year in self._years

    def is_working(self, day: date) -> bool:
        offset = _offset(day)
        return self._before[offset + 1] > self._before[offset]

    def is_doubtful(self, first: date, last: date) -> bool:
        """A day from first to last, both included, is judged without its year's notice."""
        return self._doubts[_offset(last) + 1] > self._doubts[_offset(first)]

    def rule(self, day: date) -> DayRule:
        """What is known of the day, the ordinary week included."""
        self.check(day)
        return self._rules.get(day) or (WEEKEND if day.weekday() >= _SATURDAY else WEEKDAY)

    def why_off(self, day: date) -> "Text | None":
        """The reason the day is off; None for a working day."""
        rule = self.rule(day)
        return None if rule.working else rule.reason

    def why_worked(self, day: date) -> "Text | None":
        """The reason a Saturday or Sunday is worked; None for any other day."""
        rule = self.rule(day)
        return rule.reason if rule.working and day.weekday() >= _SATURDAY else None

    def after(self, day: date, count: int) -> date:
        """The count-th working day after the day, which is itself not counted."""
        return self._nth(self._before[_offset(day) + 1] + count - 1)

    def before(self, day: date, count: int) -> date:
        """The count-th working day before the day, which is itself not counted."""
        return self._nth(self._before[_offset(day)] - count)

    def roll(self, day: date) -> date:
        """The day itself, or the first working day after it when it is off."""
        return self._nth(self._before[_offset(day)])

    def roll_back(self, day: date) -> date:
        """The day itself, or the last working day before it when it is off."""
        return self._nth(self._before[_offset(day) + 1] - 1)

    def count(self, after: date, until: date) -> int:
        """How many working days lie after the first day and up to the second, that one included."""
        return self._before[_offset(until) + 1] - self._before[_offset(after) + 1]

    def days(self, first: date, last: date) -> Iterator[date]:
        """Every day from first to last, both included."""
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            yield date.fromordinal(ordinal)

    def _nth(self, position: int) -> date:
        if not 0 <= position < len(self._worked):
            raise OutsideCalendar(_("The count leaves the years 1950 to 2099."))
        return date.fromordinal(_BASE + self._worked[position])

    def _week(self) -> bytearray:
        """The bare week, Monday to Friday worked, over the whole span."""
        start = FIRST.weekday()
        week = bytes(int((start + day) % 7 < _SATURDAY) for day in range(7))
        return bytearray((week * (_SIZE // 7 + 1))[:_SIZE])

    def _doubtful(self) -> bytearray:
        flags = bytearray(b"\1" * _SIZE)
        for year in self._years & frozenset(range(FIRST.year, LAST.year + 1)):
            end = date(year + 1, 1, 1) if year + 1 in self._years else date(year, 12, _YEAR_END)
            start, stop = _offset(date(year, 1, 1)), _offset(end - timedelta(1)) + 1
            flags[start:stop] = bytes(stop - start)
        return flags


def _offset(day: date) -> int:
    offset = day.toordinal() - _BASE
    if not 0 <= offset < _SIZE:
        raise OutsideCalendar(_("The calendar covers the years 1950 to 2099."))
    return offset
