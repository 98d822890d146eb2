"""A month of due dates on the working calendar, as a person may see them."""

from calendar import MONDAY, Calendar
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Case, Count, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from cases.registry.clock.calendar import FIRST, LAST
from cases.registry.clock.clock import Clock
from cases.registry.figures import Label
from cases.registry.periods import CALENDAR, Period, months_after
from cases.registry.timing.loading import clocks
from cases.registry.timing.rooms import bring_up_to_date
from cases.registry.users import User
from lawgov.board.items import Item, items_of, rows_of
from lawgov.board.sources import SOURCES, Source
from lawgov.clocks import ROOMS

if TYPE_CHECKING:
    from cases.registry.clock.words import Text

A_DAY = 6  # rows of one kind that a day of the grid has room for


@dataclass(frozen=True)
class More:
    """What a day holds beyond the rows shown, and the list of all of that day."""

    label: Label
    count: int
    address: str


@dataclass(frozen=True)
class Day:
    """One square of the grid; `off` and `worked` name why a day differs from the ordinary week."""

    on: date
    is_within: bool = False
    is_today: bool = False
    is_off: bool = False
    off: "Label | Text" = ""
    worked: "Label | Text" = ""
    items: Sequence[Item] = ()
    more: Sequence[More] = ()


@dataclass(frozen=True)
class Month:
    """Whole weeks from Monday to Sunday; `is_doubtful` while a day's notice is not known yet."""

    first: date
    weeks: list[list[Day]]
    is_doubtful: bool
    before: str | None
    after: str | None

    @property
    def weekdays(self) -> list[date]:
        """A day of each weekday, to be named in the reader's language."""
        return [day.on for day in self.weeks[0]]


def month_named(text: str, today: date) -> Period:
    """2024-08 as the days of August; this month for anything that is no month of the calendar."""
    try:
        found = Period.parse(text, CALENDAR)
    except ValueError:
        found = Period(FIRST, FIRST)
    is_month = found.start.day == 1 and found.end == months_after(found.start, 1)
    if is_month and found.start >= FIRST and found.last <= LAST:
        return found
    first = today.replace(day=1)
    return Period(first, months_after(first, 1))


@dataclass(frozen=True)
class _Asked:
    """Whose dates of which days, seen from which day."""

    user: User
    period: Period
    today: date
    is_mine_only: bool

    def of(self, source: Source) -> "QuerySet[Any]":
        within = Q(due_order__gte=self.period.start, due_order__lt=self.period.end)
        found = source.visible_to(self.user).filter(within)
        return found.filter(source.mine(self.user)) if self.is_mine_only else found


class _Contents(NamedTuple):
    """What stands on each day."""

    items: dict[date, list[Item]]
    more: dict[date, list[More]]


def month(user: User, period: Period, today: date, *, is_mine_only: bool = False) -> Month:
    """The grid of a month, every date brought up to date first."""
    bring_up_to_date(ROOMS, today)
    asked, clock = _Asked(user, period, today, is_mine_only), clocks().governing
    contents = _Contents(defaultdict(list), defaultdict(list))
    for source in SOURCES:
        for item in _items(source, asked, clock):
            contents.items[item.row.due_on].append(item)
        for on, count in _beyond(source, asked):
            more = More(source.label, count, source.addresses(due_order=on))
            contents.more[on].append(more)
    return _grid(asked, clock, contents)


def _items(source: Source, asked: _Asked, clock: Clock) -> Iterator[Item]:
    """As many of each day as there is room for, mine first, in one query."""
    mine_first = Case(When(source.mine(asked.user), then=Value(0)), default=Value(1))
    place = Window(RowNumber(), partition_by=F("due_order"), order_by=[mine_first, "-pk"])
    rows = rows_of(source, asked.of(source).annotate(place=place).filter(place__lte=A_DAY))
    yield from items_of(source, rows, clock, asked.user, asked.today)


def _beyond(source: Source, asked: _Asked) -> Iterator[tuple[date, int]]:
    """How many of a day there is no room for."""
    days = asked.of(source).order_by().values_list("due_order").annotate(count=Count("pk"))
    yield from ((on, count - A_DAY) for on, count in days if count > A_DAY)


def _grid(asked: _Asked, clock: Clock, contents: _Contents) -> Month:
    period = asked.period
    weeks = Calendar(MONDAY).monthdatescalendar(period.start.year, period.start.month)
    return Month(
        period.start,
        [[_day(on, asked, clock, contents) for on in week] for week in weeks],
        clock.calendar.is_doubtful(period.start, period.last),
        _name(period.start - timedelta(days=1)),
        _name(period.end),
    )


def _name(day: date) -> str | None:
    """2024-08; None where the calendar ends."""
    return f"{day:%Y-%m}" if FIRST <= day <= LAST else None


def _day(on: date, asked: _Asked, clock: Clock, contents: _Contents) -> Day:
    """A day of a neighbouring month stays blank; it may lie outside the calendar."""
    if on not in asked.period:
        return Day(on)
    return Day(
        on=on,
        is_within=True,
        is_today=on == asked.today,
        is_off=not clock.calendar.is_working(on),
        off=clock.calendar.why_off(on) or "",
        worked=clock.calendar.why_worked(on) or "",
        items=sorted(contents.items.get(on, []), key=_order),
        more=contents.more.get(on, []),
    )


def _order(item: Item) -> tuple[bool, date, str]:
    return item.order
