"""Stretches of days that figures are counted over."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

MONTHS_A_YEAR = 12


class Period(NamedTuple):
    """The days from `start` up to, but not including, `end`, in the county's own calendar.

    Half-open, so that neighbouring periods share no day and leave none out.
    """

    start: date
    end: date

    @classmethod
    def of(cls, first: date, last: date) -> "Period":
        """Both days included, the way people say it.

        Raises:
            ValueError: the last day lies before the first.
        """
        if last < first:
            raise ValueError(
                _("The period ends before it starts: %(first)s to %(last)s.")
                % {"first": first, "last": last}
            )
        return cls(first, last + timedelta(days=1))

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read 2024, 2024-08, 2024Q3, 2024H1 or 2024-03-01..2024-06-10 (both days included).

        Raises:
            ValueError: the text is none of these; the message says what was expected.
        """
        for pattern, build in _FORMS:
            if match := pattern.fullmatch(text.strip()):
                return build(*match.groups())
        raise ValueError(
            _(
                "“%(text)s” is not a period: write 2024, 2024-08, 2024Q3, 2024H1 "
                "or 2024-03-01..2024-06-10."
            )
            % {"text": text}
        )

    @property
    def last(self) -> date:
        """The last day that still belongs to the period."""
        return self.end - timedelta(days=1)

    def months(self) -> list["Period"]:
        """The calendar months it touches, the first and last cut to the period."""
        parts, start = [], self.start
        while start < self.end:
            end = min(months_after(start.replace(day=1), 1), self.end)
            parts.append(Period(start, end))
            start = end
        return parts

    def year_earlier(self) -> "Period":
        """The same days of the year before; what ends with February ends with February there."""
        start, end = (months_after(day, -MONTHS_A_YEAR) for day in self)
        # Up to, not including, 29 February is up to 1 March in a year that has none.
        return Period(start, end if end.day == self.end.day else end + timedelta(days=1))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day < self.end

    def __str__(self) -> str:
        """The shortest text that `parse` reads back as this period."""
        year, month = self.start.year, self.start.month
        for name, length in (("{y}", 12), ("{y}H{h}", 6), ("{y}Q{q}", 3), ("{y}-{m:02}", 1)):
            if month % length == 1 % length and self == _months(year, month, length):
                return name.format(y=year, h=month // 6 + 1, q=month // 3 + 1, m=month)
        return f"{self.start}..{self.last}"


def months_after(day: date, months: int) -> date:
    """The same day so many months on (or back), clamped to the end of a shorter month."""
    ordinal = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(ordinal, MONTHS_A_YEAR)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, _length(first)))


def _length(first: date) -> int:
    """How many days the month has that begins on this day."""
    following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return (following - first).days


def _months(year: int, month: int, count: int) -> Period:
    start = date(year, month, 1)
    return Period(start, months_after(start, count))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(_("There is no day %(day)s.") % {"day": text}) from error


def _year(year: int) -> Period:
    return _months(year, 1, MONTHS_A_YEAR)


_FORMS: list[tuple[re.Pattern[str], Callable[..., Period]]] = [
    (re.compile(r"([12]\d{3})"), lambda year: _year(int(year))),
    (
        re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])"),
        lambda year, month: _months(int(year), int(month), 1),
    ),
    (
        re.compile(r"([12]\d{3})[Qq]([1-4])"),
        lambda year, quarter: _months(int(year), 3 * int(quarter) - 2, 3),
    ),
    (
        re.compile(r"([12]\d{3})[Hh]([12])"),
        lambda year, half: _months(int(year), 6 * int(half) - 5, 6),
    ),
    (
        re.compile(r"([12]\d{3}-\d\d-\d\d)\.\.([12]\d{3}-\d\d-\d\d)", re.ASCII),
        lambda first, last: Period.of(_day(first), _day(last)),
    ),
]
