"""Every kind of record that is searched, and the triggers that note down what has changed."""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.core import checks
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver

from cases.registry.desk.search import SearchedAdmin
from cases.registry.search import keeping, triggers
from cases.registry.search.searched import Searched


def every() -> list[Searched]:
    """As the admin declares them: what a list is searched by is what is indexed."""
    found = (each.searched() for each in _admins())
    return [each for each in found if each is not None]


def _admins() -> list[SearchedAdmin]:
    return [each for each in admin.site._registry.values() if isinstance(each, SearchedAdmin)]


def up_to_date() -> None:
    """Read again whatever has changed, however much that is."""
    keeping.bring_up_to_date(every())


@receiver(post_migrate, sender=apps.get_app_config("cases"))
def install(*, using: str, **_sent: Any) -> None:
    """After migrating: watch every table whose text is searched."""
    triggers.install(connections[using], every())


@receiver(pre_migrate, sender=apps.get_app_config("cases"))
def remove(*, using: str, plan: Any = None, **_sent: Any) -> None:
    """Before migrating: a table that is watched cannot be rebuilt on SQLite."""
    if plan:
        triggers.remove(connections[using])


@checks.register("database")
def watched(databases: Any = None, **_kwargs: Any) -> list[checks.CheckMessage]:
    """Every table that is searched is watched; a restored backup may have lost it."""
    found: list[checks.CheckMessage] = []
    for alias in databases or ():
        if tables := triggers.missing(connections[alias], every()):
            text = f"No trigger notes down what to search anew of: {', '.join(sorted(tables))}"
            found.append(checks.Warning(text, hint="Run manage.py migrate.", id="lawgov.W002"))
    return found
