"""The row of years, months and days by which a list is cut, at the price of two index look-ups."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.admin.utils import get_fields_from_path
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import pgettext

# A typing error of a century must not become a hundred links.
MOST_YEARS = 30
MONTHS = range(1, 13)


@dataclass(frozen=True)
class PeriodLink:
    """One year, month or day to choose; the chosen one leads back out of itself."""

    text: str
    spoken: str
    address: str
    is_chosen: bool


@dataclass(frozen=True)
class PeriodLinks:
    """What a list may be cut to, level by level; a level is empty until the one above is chosen."""

    field: str
    years: list[PeriodLink]
    months: list[PeriodLink]
    days: list[PeriodLink]


@dataclass(frozen=True)
class Chosen:
    """The period an address names, as far as it names one."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, params: Mapping[str, str], field: str) -> "Chosen":
        """Django has refused what is no date before a list is drawn; a gap ends the reading."""
        parts: list[int] = []
        for part in ("year", "month", "day"):
            text = params.get(f"{field}__{part}", "")
            if not text.isdecimal():
                break
            parts.append(int(text))
        return cls(*parts)

    def __str__(self) -> str:
        if self.year is None:
            return ""
        if self.month is None:
            return str(self.year)
        if self.day is None:
            return date_format(date(self.year, self.month, 1), "YEAR_MONTH_FORMAT")
        return date_format(date(self.year, self.month, self.day))


def dated_by(changelist: ChangeList) -> str:
    """What the dates of a list are called."""
    path = get_fields_from_path(changelist.model, str(changelist.date_hierarchy))
    return str(path[-1].verbose_name)


def period_links(changelist: ChangeList) -> PeriodLinks | None:
    """The links above a list, or None where it has no date or nothing is dated yet.

    Django asks which years, months and days occur, which reads every row of the list (on SQLite
    through a Python callback for each). Here the years run from the first to the last date, and
    every month and day of them is offered.
    """
    field = str(changelist.date_hierarchy or "")
    if not field or (edges := _edges(changelist.root_queryset, field)) is None:
        return None
    chosen = Chosen.read(changelist.params, field)
    first, last = edges
    years = range(max(first.year, last.year - MOST_YEARS + 1), last.year + 1)
    row = _Row(changelist, field)
    return PeriodLinks(
        field=dated_by(changelist),
        years=[row.year(year, chosen) for year in years],
        months=[row.month(chosen.year, month, chosen) for month in MONTHS] if chosen.year else [],
        days=[row.day(day, chosen) for day in _days(chosen)],
    )


def _days(chosen: Chosen) -> list[date]:
    """Every day of the chosen month, if there is one."""
    if chosen.year is None or chosen.month is None:
        return []
    _weekday, length = monthrange(chosen.year, chosen.month)
    return [date(chosen.year, chosen.month, day) for day in range(1, length + 1)]


class _Row:
    """Draws the links of one list."""

    def __init__(self, changelist: ChangeList, field: str) -> None:
        self.changelist, self.field = changelist, field
        # A format of Django's date_format: M is “Mar”; the Chinese one reads n月.
        self.short = pgettext("month in a row of months", "M")

    def year(self, year: int, chosen: Chosen) -> PeriodLink:
        return self._link(str(year), str(year), Chosen(year), chosen.year == year, Chosen())

    def month(self, year: int, month: int, chosen: Chosen) -> PeriodLink:
        first = date(year, month, 1)
        text, spoken = date_format(first, self.short), date_format(first, "YEAR_MONTH_FORMAT")
        is_chosen = chosen.month == month
        return self._link(text, spoken, Chosen(year, month), is_chosen, Chosen(year))

    def day(self, day: date, chosen: Chosen) -> PeriodLink:
        target = Chosen(day.year, day.month, day.day)
        outwards = Chosen(day.year, day.month)
        return self._link(str(day.day), date_format(day), target, chosen == target, outwards)

    def _link(
        self, text: str, spoken: str, target: Chosen, is_chosen: bool, outwards: Chosen
    ) -> PeriodLink:
        goal = outwards if is_chosen else target
        names = {"year": goal.year, "month": goal.month, "day": goal.day}
        params = {f"{self.field}__{part}": str(n) for part, n in names.items() if n}
        address = self.changelist.get_query_string(params, [f"{self.field}__"])
        return PeriodLink(text, spoken, address, is_chosen)


def _edges(rows: QuerySet[Any], field: str) -> tuple[date, date] | None:
    """The first and the last day; SQLite answers MIN and MAX in one breath by reading every row."""
    dated = rows.filter(**{f"{field}__isnull": False}).values_list(field, flat=True)
    first, last = dated.order_by(field).first(), dated.order_by(f"-{field}").first()
    return None if first is None or last is None else (_local(first), _local(last))


def _local(moment: date) -> date:
    """A moment falls on a day of this county; a day is a day."""
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
