"""A person's due dates as an iCalendar (RFC 5545), for the calendar on the desk or the phone."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from cases.registry.timing.loading import clocks
from cases.registry.timing.rooms import bring_up_to_date
from cases.registry.users import User
from lawgov.board.items import Item, Row, items_of, rows_of
from lawgov.board.sources import SOURCES, Source
from lawgov.clocks import ROOMS

AHEAD = timedelta(days=92)
MINE, OTHERS = 500, 200  # events of one kind of record: nobody's calendar holds 100,000

Absolute = Callable[[str], str]


def feed(user: User, today: date, at: datetime, absolute: Absolute) -> bytes:
    """Everything due to a person: overdue and the coming three months.

    at: the moment the calendar is made; absolute: an address of the site as others reach it.
    """
    bring_up_to_date(ROOMS, today)
    calendar = Calendar()
    calendar.add("prodid", "-//lawgov//due dates//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Due dates – %(bureau)s") % {"bureau": settings.LAWGOV_BUREAU})
    calendar.add("x-published-ttl", "PT1H")
    for source in SOURCES:
        for item in _items(source, user, today):
            calendar.add_component(_event(item, at, absolute))
    content: bytes = calendar.to_ical()
    return content


def _items(source: Source, user: User, today: date) -> Iterator[Item]:
    """Mine first; of the others what is not long past, so that the old do not crowd them out."""
    visible = source.visible_to(user).filter(due_order__lte=today + AHEAD)
    mine = source.mine(user)
    recent = Q(due_order__gte=today - timedelta(days=31))
    rows = [
        *_first(source, visible.filter(mine), MINE),
        *_first(source, visible.filter(recent), OTHERS),
    ]
    yield from items_of(source, rows, clocks().governing, user, today)


def _first(source: Source, found: "QuerySet[Any]", count: int) -> list[Row]:
    return rows_of(source, found.order_by("due_order", "-pk")[:count])


def _event(item: Item, at: datetime, absolute: Absolute) -> Event:
    """A whole day that keeps nobody from other appointments; tentative while provisional."""
    row = item.row
    event = Event()
    event.add("uid", f"{item.source.name}-{row.pk}-{row.code}@lawgov")
    event.add("dtstamp", at)
    event.add("dtstart", row.due_on)
    event.add("dtend", row.due_on + timedelta(days=1))
    event.add("summary", f"{row.number} {item.term}")
    event.add("description", "\n".join(_description(item)))
    event.add("url", absolute(item.address))
    event.add("status", "TENTATIVE" if row.is_provisional else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("categories", [str(item.source.label), *([_("mine")] if item.is_mine else [])])
    return event


def _description(item: Item) -> Iterator[str]:
    yield f"{item.term}{f' · {item.remark}' if item.remark else ''}"
    yield str(item.article)
    if item.row.is_provisional:
        yield _("Provisional: the holiday notice of that year is not published yet.")
