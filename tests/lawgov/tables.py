"""The tables of the admin as tests walk through them: who opens them, and rows to fill them."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.contrib import admin
from django.db.models import Model
from factory.django import DjangoModelFactory

from cases.registry.roles import CONFIGURATION, Role, may
from seeds import factories

Table = type[Model]


def name_of(model: Table) -> str:
    return model._meta.label_lower


def _may(role: Role, action: str, model: Table) -> bool:
    return may(role, action, model._meta.app_label, model._meta.object_name.lower())  # type: ignore[union-attr]  # a concrete table has a name


REGISTERED = sorted(admin.site._registry, key=name_of)
# A library's tables (groups of users) that no role opens.
CLOSED = [model for model in REGISTERED if not any(_may(role, "view", model) for role in Role)]
TABLES = [model for model in REGISTERED if model not in CLOSED]
# What a clerk enters; administrators stay outside.
RECORDS = [model for model in TABLES if _may(Role.CLERK, "change", model)]
# Moved by the cases, a single row, or written by the application alone.
NEVER_ADDED = {
    "cases.accessentry",
    "cases.caution",
    "cases.docketseries",
    "cases.timekeeping",
    "reports.exportlog",
}
CODES = [model for model in TABLES if model._meta.model_name in CONFIGURATION]


def keeper_of(model: Table) -> Role:
    """A role that enters rows of the table, or reads those that nobody enters."""
    ways = ("change", "view")
    return next(role for way in ways for role in Role if _may(role, way, model))


def rows(model: Table, count: int, **values: Any) -> list[Model]:
    """So many made-up rows; a table without a factory in seeds/factories is a fault."""
    found = {factory._meta.model: factory for factory in _factories(DjangoModelFactory)}
    assert model in found, f"seeds/factories has none for {model.__name__}"
    return list(found[model].create_batch(count, **values))


def _factories(base: type) -> Iterator[Any]:
    for module in pkgutil.iter_modules(factories.__path__):
        import_module(f"{factories.__name__}.{module.name}")
    factory: Any
    for factory in base.__subclasses__():
        yield factory
        yield from _factories(factory)
