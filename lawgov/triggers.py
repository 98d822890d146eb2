"""Every family of triggers: gone before a migration, back after it, and missed by a check."""

from typing import Any, Final

from django.apps import apps
from django.core import checks
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver

from cases.registry.accesses.guards import AccessTriggers
from cases.registry.history.triggers import HistoryTriggers
from cases.registry.search.triggers import SearchTriggers
from cases.registry.timing.triggers import ClockTriggers
from cases.registry.triggers.family import Family
from lawgov import clocks, histories, searches
from lawgov.reports.written_once import ClosingTriggers

CLOCK: Final = ClockTriggers(tuple(clocks.ROOMS))
SEARCH: Final = SearchTriggers(searches.every)
ACCESSES: Final = AccessTriggers()
CLOSINGS: Final = ClosingTriggers()
HISTORY: Final = HistoryTriggers(histories.watched)
FAMILIES: Final[tuple[Family, ...]] = (CLOCK, SEARCH, ACCESSES, CLOSINGS, HISTORY)


@receiver(pre_migrate, sender=apps.get_app_config("cases"))
def remove(*, using: str, plan: Any = None, **_sent: Any) -> None:
    """Before migrating: a table that another one's trigger mentions cannot be rebuilt on SQLite."""
    if plan:
        for family in FAMILIES:
            family.remove(connections[using])


@receiver(post_migrate, sender=apps.get_app_config("enforcement"))
def install(*, using: str, plan: Any = None, **_sent: Any) -> None:
    """After migrating; what the migrations did to the rows is then written down."""
    for family in FAMILIES:
        family.install(connections[using])
    if plan:
        HISTORY.note_what_stands(connections[using], "migrate")


@checks.register("database")
def standing(databases: Any = None, **_kwargs: Any) -> list[checks.CheckMessage]:
    """A restored backup may have lost triggers."""
    return [
        checks.Warning(
            f"{family.lost}: {', '.join(sorted(tables))}",
            hint="Run manage.py migrate.",
            id=family.warning,
        )
        for alias in databases or ()
        for family in FAMILIES
        if (tables := family.missing(connections[alias]))
    ]
