"""Every ledger of every domain, in the order in which they refer to each other."""

from typing import Any

from cases.litigation import resources as litigation
from cases.reconsideration import resources as reconsideration
from cases.registry import resources as registry
from cases.registry.ledgers.ledger import Ledger
from enforcement import resources as enforcement
from mediation import resources as mediation

LEDGERS: list[Ledger[Any]] = [
    *registry.LEDGERS,
    *reconsideration.LEDGERS,
    *litigation.LEDGERS,
    *mediation.LEDGERS,
    *enforcement.LEDGERS,
]
