"""Keeps the access log guarded: its triggers go before a migration and come back after it."""

from typing import Any

from django.apps import apps
from django.core import checks
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver

from cases.registry.accesses import guards


@receiver(post_migrate, sender=apps.get_app_config("cases"))
def install(*, using: str, **_sent: Any) -> None:
    guards.install(connections[using])


@receiver(pre_migrate, sender=apps.get_app_config("cases"))
def remove(*, using: str, plan: Any = None, **_sent: Any) -> None:
    """Before migrating: a table with triggers cannot be rebuilt on SQLite."""
    if plan:
        guards.remove(connections[using])


@checks.register("database")
def guarded(databases: Any = None, **_kwargs: Any) -> list[checks.CheckMessage]:
    """A restored backup may have lost the triggers."""
    bare = [
        alias
        for alias in databases or ()
        if guards.TABLE in connections[alias].introspection.table_names()
        and not guards.installed(connections[alias])
    ]
    text = "The access log can be altered: its triggers are missing."
    hint = "Run manage.py migrate."
    return [checks.Warning(text, hint=hint, id="lawgov.W002") for _alias in bare]
