"""The reminders of a person that still ask for something."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.registry.timing.loading import clocks
from cases.registry.users import User
from lawgov.board.items import Item, items_of, rows_of
from lawgov.board.models import Mail, Reminder
from lawgov.board.sources import SOURCES, Source

SHOWN = 30
LOOKED_AT = 500  # of the newest, for some are settled by now


@dataclass(frozen=True)
class Reminded:
    """A reminder and what it is about as that stands now."""

    reminder: Reminder
    item: Item


def reminders(user: User, today: date) -> list[Reminded]:
    """The newest reminder of each date, unless the date was met, moved or is no longer to be seen;
    the dates are up to date already."""
    return _standing(user, Reminder.objects.filter(user=user)[:LOOKED_AT], today)[:SHOWN]


def carried_by(mail: Mail, today: date) -> list[Item]:
    """What a mail says of the reminders it carries, the most pressing first."""
    pressing = mail.reminders.order_by("due_on", "pk")[:LOOKED_AT]
    found = _standing(mail.user, pressing, today)
    return [each.item for each in found]


def _standing(user: User, found: Iterable[Reminder], today: date) -> list[Reminded]:
    newest: dict[str, dict[int, Reminder]] = defaultdict(dict)
    for reminder in found:
        newest[reminder.table].setdefault(reminder.record, reminder)
    standing = [
        Reminded(newest[source.name][item.row.pk], item)
        for source in SOURCES
        for item in _items(source, newest[source.name], user, today)
    ]
    return sorted(standing, key=lambda each: (each.item.row.due_on, each.item.row.number))


def _items(source: Source, of: dict[int, Reminder], user: User, today: date) -> list[Item]:
    rows = rows_of(source, source.visible_to(user).filter(pk__in=list(of)))
    open_ones = [
        row for row in rows if (row.code, row.due_on) == (of[row.pk].term, of[row.pk].due_on)
    ]
    return list(items_of(source, open_ones, clocks().governing, user, today))
