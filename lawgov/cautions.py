"""Every soft rule of every domain, and what the ledgers bring in past them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from django.db import transaction
from django.utils import timezone

from cases.litigation import cautions as litigation
from cases.reconsideration import cautions as reconsideration
from cases.registry.cautions.recorded import Caution
from cases.registry.cautions.rules import Cautions, Finding, SoftRule
from cases.registry.cautions.settling import Told, settle
from cases.registry.history.acts import Door
from cases.registry.ledgers.intake import Intake, Progress
from cases.registry.ledgers.tally import Tally
from cases.registry.timing.loading import clocks
from cases.registry.timing.rooms import BATCH
from cases.registry.users import User
from lawgov.clocks import up_to_date
from lawgov.ledgers import LEDGERS
from mediation import cautions as mediation

CAUTIONS: Final[tuple[Cautions, ...]] = (
    reconsideration.CAUTIONS,
    litigation.CAUTIONS,
    litigation.OF_SUGGESTIONS,
    mediation.CAUTIONS,
)
BY_TABLE: Final = {declared.table: declared for declared in CAUTIONS}
RULES: Final = {rule.code: rule for declared in CAUTIONS for rule in declared.rules}
EXAMPLES = 5


@dataclass(frozen=True)
class Noted:
    """How often a soft rule was not kept by what came in, and the numbers of the first records."""

    rule: SoftRule
    count: int
    examples: tuple[str, ...]


@transaction.atomic
def take_in(
    path: Path, progress: Progress, by: User | None = None
) -> tuple[list[Tally], list[Noted]]:
    """Take ledgers in; what they bring past a soft rule is recorded, for nobody is there to ask.

    Raises:
        LedgerRefused: something was wrong; nothing was written.
    """
    up_to_date()  # what the database marks stale after this is what the ledgers touched
    tallies = Intake(LEDGERS, progress, by).load(path)
    today = timezone.localdate()
    return tallies, [each for declared in CAUTIONS for each in _noted(declared, today)]


def _noted(declared: Cautions, today: date) -> Iterator[Noted]:
    recorded = list(_recorded(declared, today))
    for rule in declared.rules:
        pks = [row.record for row in recorded if row.rule == rule.code]
        if pks:
            yield Noted(rule, len(pks), names(declared, pks[:EXAMPLES]))


def _recorded(declared: Cautions, today: date) -> Iterator[Caution]:
    room, clock = declared.room, clocks().governing
    told = Told(Door.LEDGER, timezone.now())
    touched = list(room.stale(today).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(touched), BATCH):
        facts = room.facts(touched[start : start + BATCH])
        found: dict[int, list[Finding]] = {
            pk: declared.found(each, clock) for pk, each in facts.items()
        }
        yield from settle(declared, found, told)


def names(declared: Cautions, pks: list[int]) -> tuple[str, ...]:
    """How a person calls these records, in the order asked for."""
    number = declared.room.number
    found = dict(declared.room.model._base_manager.filter(pk__in=pks).values_list("pk", number))
    return tuple(str(found[pk]) for pk in pks if pk in found)
