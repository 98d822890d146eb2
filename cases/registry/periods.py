"""Stretches of days that figures are counted over."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

MONTHS_A_YEAR = 12
NAMES_KEPT = 1024  # periods whose names stay written


class CutOff(NamedTuple):
    """The day with which a reporting month ends; the rest of that month belongs to the next.

    With 10, January 2024 is 2023-12-11 to 2024-01-10 and the year 2024 ends on 2024-12-10: a
    month is named after the one it ends in, a year after that of its months. With 0 they are
    those of the calendar. Months lie end to end, and twelve of them are a year, whatever the day.
    """

    day: int = 0

    def start(self, year: int, month: int) -> date:
        """The first day of the reporting month; a thirteenth month is the next year's first."""
        first = months_after(date(year, 1, 1), month - 1)
        if not self.day:
            return first
        return months_after(first, -1).replace(day=self.day) + timedelta(days=1)

    def month_of(self, day: date) -> tuple[int, int]:
        """The year and the month that a day is reported in."""
        if not self.day or day.day <= self.day:
            return day.year, day.month
        following = months_after(day.replace(day=1), 1)
        return following.year, following.month

    def months(self, year: int, month: int, count: int) -> "Period":
        """So many reporting months from this one on."""
        return Period(self.start(year, month), self.start(year, month + count))

    def year(self, year: int) -> "Period":
        return self.months(year, 1, MONTHS_A_YEAR)

    def year_of(self, day: date) -> "Period":
        """The reporting year a day falls in."""
        return self.year(self.month_of(day)[0])

    def begins(self, day: date) -> bool:
        """Whether a reporting month begins on this day."""
        return self.start(*self.month_of(day)) == day

    def moved(self, day: date, months: int) -> date:
        """The same day so many months on or back; where months begin, where those begin."""
        if self.begins(day):
            year, month = self.month_of(day)
            return self.start(year, month + months)
        return months_after(day, months)


CALENDAR = CutOff()


def cut_off() -> CutOff:
    """How this county cuts its months."""
    return CutOff(settings.LAWGOV_CUT_OFF_DAY)


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
    def parse(cls, text: str, by: CutOff | None = None) -> "Period":
        """Read 2024, 2024-08, 2024Q3, 2024H1 or 2024-03-01..2024-06-10 (both days included).

        Months and years are those of the county, unless another way to cut them is given.

        Raises:
            ValueError: the text is none of these; the message says what was expected.
        """
        for pattern, build in _FORMS:
            if match := pattern.fullmatch(text.strip()):
                return build(by or cut_off(), *match.groups())
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
        """The reporting months it touches, the first and last cut to the period."""
        return self._cut(1)

    def years(self) -> list["Period"]:
        """The reporting years it touches, the first and last cut to the period."""
        return self._cut(MONTHS_A_YEAR)

    def _cut(self, count: int) -> list["Period"]:
        parts, start, by = [], self.start, cut_off()
        while start < self.end:
            year, month = by.month_of(start)
            end = min(by.start(year, month + 1 if count == 1 else count + 1), self.end)
            parts.append(Period(start, end))
            start = end
        return parts

    @property
    def is_whole(self) -> bool:
        """Whether it is made of whole reporting months."""
        return cut_off().begins(self.start) and cut_off().begins(self.end)

    def year_earlier(self) -> "Period":
        """The same days of the year before; what ends with February ends with February there."""
        start, end = (cut_off().moved(day, -MONTHS_A_YEAR) for day in self)
        if cut_off().begins(self.end):
            return Period(start, end)
        # Up to, not including, 29 February is up to 1 March in a year that has none.
        return Period(start, end if end.day == self.end.day else end + timedelta(days=1))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day < self.end

    def __str__(self) -> str:
        """The shortest text that `parse` reads back as this period."""
        return _shortest(self, cut_off())


@lru_cache(maxsize=NAMES_KEPT)
def _shortest(period: Period, by: CutOff) -> str:
    """A page writes the same few periods some hundred times."""
    year, month = by.month_of(period.start)
    for name, length in (("{y}", 12), ("{y}H{h}", 6), ("{y}Q{q}", 3), ("{y}-{m:02}", 1)):
        if month % length == 1 % length and period == by.months(year, month, length):
            return name.format(y=year, h=month // 6 + 1, q=month // 3 + 1, m=month)
    return f"{period.start}..{period.last}"


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


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(_("There is no day %(day)s.") % {"day": text}) from error


_FORMS: list[tuple[re.Pattern[str], Callable[..., Period]]] = [
    (re.compile(r"([12]\d{3})", re.ASCII), lambda by, year: by.year(int(year))),
    (
        re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])", re.ASCII),
        lambda by, year, month: by.months(int(year), int(month), 1),
    ),
    (
        re.compile(r"([12]\d{3})[Qq]([1-4])", re.ASCII),
        lambda by, year, quarter: by.months(int(year), 3 * int(quarter) - 2, 3),
    ),
    (
        re.compile(r"([12]\d{3})[Hh]([12])", re.ASCII),
        lambda by, year, half: by.months(int(year), 6 * int(half) - 5, 6),
    ),
    (
        re.compile(r"([12]\d{3}-\d\d-\d\d)\.\.([12]\d{3}-\d\d-\d\d)", re.ASCII),
        lambda _by, first, last: Period.of(_day(first), _day(last)),
    ),
]
