"""Which periods stand beside the one that was asked for, and what people call them."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.registry.periods import MONTHS_A_YEAR, Period, cut_off, months_after

MOST_MONTHS = 24  # more would not fit on any page; then the columns are years
MOST_YEARS = 30


def too_long(period: Period) -> bool:
    return months_after(period.start, MOST_YEARS * MONTHS_A_YEAR) < period.end


def columns(period: Period) -> list[Period]:
    """The months of the period or, where it is long, its years; nothing where there is but one."""
    months = period.months()
    parts = months if len(months) <= MOST_MONTHS else period.years()
    return parts if len(parts) > 1 else []


def preceding(period: Period) -> Period:
    """As many months, or else as many days, directly before."""
    if period.is_whole:
        return Period(cut_off().moved(period.start, -len(period.months())), period.start)
    return Period(period.start - (period.end - period.start), period.start)


def earlier(period: Period) -> list[Period]:
    """The same period of the year before and the one directly before; a year has both in one.

    A period of more than a year shares most of itself with that of the year before, and what
    differs would be its first year and its last: it stands beside the one directly before alone.
    """
    before, a_year_before = preceding(period), period.year_earlier()
    if a_year_before.end > period.start:
        return [before]
    return list(dict.fromkeys([a_year_before, before]))


def last_full_month(today: date) -> Period:
    """What a supervisor opens on the first of the month."""
    return preceding(cut_off().months(*cut_off().month_of(today), 1))


def year_to(month: Period) -> Period:
    """From January to the end of the month."""
    return Period(cut_off().year_of(month.start).start, month.end)


def year_named(period: Period) -> int:
    """What the reporting year is called that the period begins in."""
    return cut_off().month_of(period.start)[0]


def around(period: Period) -> list[list[Period]]:
    """What one may go to next: neighbouring years, and the halves, quarters and months of one."""
    number = year_named(period)
    year, ahead = cut_off().year(number), cut_off().year(number + 1)
    halves = [Period.parse(f"{number}H{half}") for half in (1, 2)]
    quarters = [Period.parse(f"{number}Q{quarter}") for quarter in (1, 2, 3, 4)]
    return [[preceding(year), year, ahead], halves, quarters, year.months()]


def spoken(period: Period) -> str:
    """The period in words, as it stands above a table.

    Where months are not those of the calendar, its name is followed by its days.
    """
    name = _named(period)
    if not cut_off().day or ".." in str(period):
        return name
    days = {"name": name, "first": period.start, "last": period.last}
    return pgettext("reporting period", "%(name)s (%(first)s to %(last)s)") % days


def reporting_months() -> str:
    """How the months run, where they are not those of the calendar."""
    if not (day := cut_off().day):
        return ""
    return _("Reporting months end with day %(last)s; a year begins on 12-%(first)02d.") % {
        "last": day,
        "first": day + 1,
    }


def _named(period: Period) -> str:
    text = str(period)
    if ".." in text:
        first, last = date_format(period.start), date_format(period.last)
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    if "-" in text:
        return date_format(_month(period), "YEAR_MONTH_FORMAT")
    if "H" in text or "Q" in text:
        parts = {"year": text[:4], "part": _PARTS[text[4:]]()}
        return pgettext("part of a year", "%(part)s of %(year)s") % parts
    return pgettext("a year alone", "%(year)s") % {"year": text}


def short(period: Period, within: Period | None = None) -> str:
    """The period above a narrow column: 2024, Aug, or its days where the month is cut.

    Beside months of another year a month is written with its own.
    """
    text = str(period)
    if within and year_named(within) != cut_off().month_of(within.last)[0]:
        return text if ".." not in text else f"{period.start} – {period.last}"
    if ".." in text:
        first, last = (f"{day.month}.{day.day}" for day in (period.start, period.last))
        return first if period.end - period.start == timedelta(days=1) else f"{first}–{last}"
    if "-" in text:
        # A format of Django's date_format: M is “Mar”; the Chinese one reads n月.
        return date_format(_month(period), pgettext("month in a row of months", "M"))
    return _PARTS[text[4:]]() if len(text) > len("2024") else text


def _month(period: Period) -> date:
    """The first of the month that a reporting month is named after."""
    return date(*cut_off().month_of(period.start), 1)


_PARTS = {
    "H1": lambda: _("first half"),
    "H2": lambda: _("second half"),
    "Q1": lambda: _("first quarter"),
    "Q2": lambda: _("second quarter"),
    "Q3": lambda: _("third quarter"),
    "Q4": lambda: _("fourth quarter"),
}
