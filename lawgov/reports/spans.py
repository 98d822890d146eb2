"""Which periods stand beside the one that was asked for, and what people call them."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.registry.periods import MONTHS_A_YEAR, Period, months_after

MOST_MONTHS = 24  # more would not fit on any page; then the columns are years
MOST_YEARS = 30


def too_long(period: Period) -> bool:
    return months_after(period.start, MOST_YEARS * MONTHS_A_YEAR) < period.end


def columns(period: Period) -> list[Period]:
    """The months of the period or, where it is long, its years; nothing where there is but one."""
    months = period.months()
    parts = months if len(months) <= MOST_MONTHS else _years(period)
    return parts if len(parts) > 1 else []


def _years(period: Period) -> list[Period]:
    """The calendar years it touches, the first and last cut to the period."""
    parts, start = [], period.start
    while start < period.end:
        end = min(date(start.year + 1, 1, 1), period.end)
        parts.append(Period(start, end))
        start = end
    return parts


def preceding(period: Period) -> Period:
    """As many months, or else as many days, directly before."""
    if period.start.day == period.end.day == 1:
        return Period(months_after(period.start, -_months_long(period)), period.start)
    return Period(period.start - (period.end - period.start), period.start)


def _months_long(period: Period) -> int:
    years = period.end.year - period.start.year
    return years * MONTHS_A_YEAR + period.end.month - period.start.month


def earlier(period: Period) -> list[Period]:
    """The same period of the year before and the one directly before; a year has both in one."""
    return list(dict.fromkeys([period.year_earlier(), preceding(period)]))


def last_full_month(today: date) -> Period:
    """What a supervisor opens on the first of the month."""
    return preceding(Period(today.replace(day=1), months_after(today.replace(day=1), 1)))


def year_to(month: Period) -> Period:
    """From January to the end of the month."""
    return Period(month.start.replace(month=1), month.end)


def around(period: Period) -> list[list[Period]]:
    """What one may go to next: neighbouring years, and the halves, quarters and months of one."""
    year = Period.parse(str(period.start.year))
    ahead = Period(year.end, months_after(year.end, MONTHS_A_YEAR))
    number = period.start.year
    halves = [Period.parse(f"{number}H{half}") for half in (1, 2)]
    quarters = [Period.parse(f"{number}Q{quarter}") for quarter in (1, 2, 3, 4)]
    return [[preceding(year), year, ahead], halves, quarters, year.months()]


def spoken(period: Period) -> str:
    """The period in words, as it stands above a table."""
    text = str(period)
    if ".." in text:
        first, last = date_format(period.start), date_format(period.last)
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    if "-" in text:
        return date_format(period.start, "YEAR_MONTH_FORMAT")
    if "H" in text or "Q" in text:
        parts = {"year": text[:4], "part": _PARTS[text[4:]]()}
        return pgettext("part of a year", "%(part)s of %(year)s") % parts
    return pgettext("a year alone", "%(year)s") % {"year": text}


def short(period: Period, within: Period | None = None) -> str:
    """The period above a narrow column: 2024, Aug, or its days where the month is cut.

    Beside months of another year a month is written with its own.
    """
    text = str(period)
    if within and within.start.year != within.last.year:
        return text if ".." not in text else f"{period.start} – {period.last}"
    if ".." in text:
        first, last = (f"{day.month}.{day.day}" for day in (period.start, period.last))
        return first if period.end - period.start == timedelta(days=1) else f"{first}–{last}"
    if "-" in text:
        # A format of Django's date_format: M is “Mar”; the Chinese one reads n月.
        return date_format(period.start, pgettext("month in a row of months", "M"))
    return _PARTS[text[4:]]() if len(text) > len("2024") else text


_PARTS = {
    "H1": lambda: _("first half"),
    "H2": lambda: _("second half"),
    "Q1": lambda: _("first quarter"),
    "Q2": lambda: _("second quarter"),
    "Q3": lambda: _("third quarter"),
    "Q4": lambda: _("fourth quarter"),
}
