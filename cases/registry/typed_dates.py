"""How a date is typed: the one place that reads it, for forms and ledgers alike."""

import re
from datetime import date
from unicodedata import normalize

from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Label

FIRST_YEAR, LAST_YEAR = 1900, 2100

_DATE = re.compile(
    r"(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日?|(\d{4})(\d{2})(\d{2}))"
    r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?",
    re.ASCII,
)
_YEARLESS = re.compile(r"(\d{1,2})[-/.](\d{1,2})|(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2})", re.ASCII)


class NotADate(ValueError):
    """What was typed names no day; `expected` says what would."""

    def __init__(self, expected: Label) -> None:
        super().__init__(expected)
        self.expected = expected


def typed_date(text: str, this_year: int | None = None) -> date:
    """A day typed as 2024-08-01, 2024/8/1, 2024.8.1, 2024年8月1日 or 20240801.

    A time of day behind it is dropped. Where there is a `this_year`, 8-1, 8月1日 and 0801 are
    days of it; a ledger has none, because it is not read in the year it was written.

    Raises:
        NotADate: no day is written like that.
    """
    text = _plain(text)
    if match := _DATE.fullmatch(text):
        year, month, day = _numbers(match)
    elif this_year is not None and (match := _YEARLESS.fullmatch(text)):
        year, (month, day) = this_year, _numbers(match)
    else:
        raise NotADate(_("expected a date such as 2024-08-01"))
    try:
        return within_reach(date(year, month, day))
    except NotADate:
        raise
    except ValueError:
        expected = _("there is no such day; expected a date such as 2024-08-01")
        raise NotADate(expected) from None


def says_no_year(text: str) -> bool:
    """Whether the year of a day was left for us to fill in."""
    return bool(_YEARLESS.fullmatch(_plain(text)))


def within_reach(day: date) -> date:
    """The day itself, if anything that is recorded here can have happened on it.

    Raises:
        NotADate: the year is not of this age.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotADate(
            _("expected a date between the years %(first)s and %(last)s")
            % {"first": FIRST_YEAR, "last": LAST_YEAR}
        )
    return day


def _plain(text: str) -> str:
    """Full-width digits and signs as plain ones, and the stop of a Chinese keyboard as a dot."""
    return normalize("NFKC", text).strip().replace("。", ".")


def _numbers(match: re.Match[str]) -> list[int]:
    return [int(part) for part in match.groups() if part and part.isdigit()]
