"""What is refused at start-up rather than at click time."""

from typing import Any

from django.contrib import admin
from django.core import checks

from cases.registry.desk import tabs
from cases.registry.ledgers.checks import check
from lawgov.ledgers import LEDGERS


@checks.register
def ledgers(**_kwargs: Any) -> list[checks.CheckMessage]:
    """Every ledger names columns its model has, and a key that tells its rows apart."""
    return list(check(LEDGERS))


@checks.register
def forms(**_kwargs: Any) -> list[checks.CheckMessage]:
    """Every inline stands beside a part of its form that is there."""
    return list(tabs.check(admin.site._registry.values()))
