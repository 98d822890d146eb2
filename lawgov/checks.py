"""What is refused at start-up rather than at click time."""

from typing import Any

from django.contrib import admin
from django.core import checks
from django.core.exceptions import ImproperlyConfigured

from cases.registry.attachments.formats import accepted
from cases.registry.desk import tabs
from cases.registry.ledgers.checks import check
from lawgov.ledgers import LEDGERS


@checks.register
def ledgers(**_kwargs: Any) -> list[checks.CheckMessage]:
    """Every ledger names columns its model has, and a key that tells its rows apart."""
    return list(check(LEDGERS))


@checks.register
def file_types(**_kwargs: Any) -> list[checks.CheckMessage]:
    """The types of file that are taken are known ones."""
    try:
        accepted()
    except ImproperlyConfigured as mistake:
        return [checks.Error(str(mistake), id="lawgov.E010")]
    return []


@checks.register
def forms(**_kwargs: Any) -> list[checks.CheckMessage]:
    """Every inline stands beside a part of its form that is there."""
    return list(tabs.check(admin.site._registry.values()))
