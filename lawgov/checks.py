"""What is refused at start-up rather than at click time."""

from typing import Any

from django.core import checks

from cases.registry.ledgers.checks import check
from lawgov.ledgers import LEDGERS


@checks.register
def ledgers(**_kwargs: Any) -> list[checks.CheckMessage]:
    """Every ledger names columns its model has, and a key that tells its rows apart."""
    return list(check(LEDGERS))
