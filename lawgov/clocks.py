"""Every kind of record that has a clock, and the triggers that keep its dates from going stale."""

from typing import Any

from django.apps import apps
from django.core import checks
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver
from django.utils import timezone

from cases.litigation import clock as litigation
from cases.reconsideration import clock as reconsideration
from cases.registry.dockets import Docket
from cases.registry.timing import triggers
from cases.registry.timing.clocked import Clocked
from cases.registry.timing.rooms import Room, bring_up_to_date
from mediation import clock as mediation

ROOMS: list[Room] = [
    reconsideration.ROOM,
    litigation.ROOM,
    litigation.SUGGESTIONS,
    mediation.ROOM,
]


def up_to_date() -> int:
    """Bring every stored date to what it is today; how many records had to be reckoned."""
    return bring_up_to_date(ROOMS, timezone.localdate())


@receiver(post_migrate, sender=apps.get_app_config("cases"))
def install(*, using: str, **_sent: Any) -> None:
    """After migrating: watch every table the rooms read."""
    triggers.install(connections[using], ROOMS)


@receiver(pre_migrate, sender=apps.get_app_config("cases"))
def remove(*, using: str, plan: Any = None, **_sent: Any) -> None:
    """Before migrating: a table that is watched cannot be rebuilt on SQLite."""
    if plan:
        triggers.remove(connections[using])


@checks.register("database")
def watched(databases: Any = None, **_kwargs: Any) -> list[checks.CheckMessage]:
    """Every table that feeds a clock is watched; a restored backup may have lost it."""
    found: list[checks.CheckMessage] = []
    for alias in databases or ():
        if tables := triggers.missing(connections[alias], ROOMS):
            text = f"No trigger marks due dates stale on: {', '.join(sorted(tables))}"
            found.append(checks.Warning(text, hint="Run manage.py migrate.", id="lawgov.W001"))
    return found


def find(number: str) -> tuple[Room, Clocked] | None:
    """The record that bears a number, whichever line of work it belongs to."""
    for room in ROOMS:
        for text in _spellings(number):
            record = room.model._base_manager.filter(**{room.number: text}).first()
            if record is not None:
                return room, record
    return None


def _spellings(number: str) -> list[str]:
    """As typed, and as the register writes it."""
    try:
        return [str(Docket.parse(number)), number.strip()]
    except ValueError:
        return [number.strip()]
