"""Reminds everybody of what is due to them: on the board always, by mail where mail is on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from cases.registry.roles import CASE_ROLES, Role
from cases.registry.timing.panel import SOON_DAYS
from cases.registry.timing.rooms import bring_up_to_date
from cases.registry.users import User
from lawgov.board.items import Row, rows_of
from lawgov.board.models import Mail, Reminder, lead_of
from lawgov.board.sources import SOURCES, Source
from lawgov.clocks import ROOMS

BATCH = 2000
# After mail was off for long, or is switched on, nobody gets years of it.
STILL_NEWS = timedelta(days=7)


@dataclass(frozen=True)
class Told:
    """How many reminders a person was given on a day."""

    user: User
    count: int


def remind(today: date) -> Iterator[Told]:
    """Write down for each person what they were not reminded of yet.

    What stands in the ledger is not written again, whichever day it was: a day that nobody ran
    this is made up for by the next, with the lead that the date has by then.
    """
    bring_up_to_date(ROOMS, today)
    for user in people():
        yield Told(user, _remind(user, today))


def people() -> "QuerySet[User]":
    """Everybody who works on cases and can sign in."""
    found = User.objects.filter(is_active=True, role__in=CASE_ROLES)
    return found.select_related("agency__parent", "due_delivery").order_by("pk")


@transaction.atomic
def _remind(user: User, today: date) -> int:
    count = 0
    for source in SOURCES:
        reminders = [
            _reminder(user, source, row, today) for row in _concerning(source, user, today)
        ]
        count += _write_new(user, source, reminders)
    return count


def _concerning(source: Source, user: User, today: date) -> list[Row]:
    """What is the person's own; what is nobody's concerns the clerks who may see it."""
    concerns: Q = source.mine(user)
    if user.role == Role.CLERK:
        concerns |= source.nobodys()
    soon = Q(due_order__lte=today + timedelta(days=SOON_DAYS))
    return rows_of(source, source.visible_to(user).filter(concerns, soon))


def _reminder(user: User, source: Source, row: Row, today: date) -> Reminder:
    lead = lead_of(row.due_on, today)
    assert lead is not None  # noqa: S101  # only what is due within the longest lead was asked for
    return Reminder(
        user=user,
        table=source.name,
        record=row.pk,
        term=row.code,
        due_on=row.due_on,
        lead=lead,
        raised_on=today,
    )


def _write_new(user: User, source: Source, reminders: Iterable[Reminder]) -> int:
    """The database refuses a second one; two runs at once so write each but once."""
    written = Reminder.objects.filter(user=user, table=source.name)
    before = written.count()
    Reminder.objects.bulk_create(reminders, batch_size=BATCH, ignore_conflicts=True)
    return written.count() - before


def unsent(user: User, today: date) -> "QuerySet[Reminder]":
    """What no mail has carried yet and is still news."""
    return Reminder.objects.filter(
        user=user, mail__isnull=True, raised_on__gt=today - STILL_NEWS, raised_on__lte=today
    )


@transaction.atomic
def claim(user: User, today: date) -> Mail | None:
    """The one mail of a person and a day, with all it carries; None if there is nothing to carry
    or the day's mail has gone."""
    reminders = unsent(user, today)
    if not reminders.exists():
        return None
    mail, is_new = Mail.objects.get_or_create(user=user, on=today)
    if not is_new:
        return None
    reminders.update(mail=mail)
    return mail


def release(mail: Mail) -> Any:
    """The mail could not be sent: what it carried waits for the next."""
    return mail.delete()
