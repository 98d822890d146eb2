"""Every kind of record that has a clock, and the triggers that keep their dates from going stale."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Warning, register
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver
from django.utils import timezone

from cases.litigation import clock as litigation
from cases.reconsideration import clock as reconsideration
from cases.registry.timing import triggers
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


@register("database")
def watched(databases: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """Every table that feeds a clock is watched; a restored backup may have lost it."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        if tables := triggers.missing(connections[alias], ROOMS):
            text = f"No trigger marks due dates stale on: {', '.join(sorted(tables))}"
            found.append(Warning(text, hint="Run manage.py migrate.", id="lawgov.W001"))
    return found
