"""Closings are written once: the database itself refuses to alter or delete one."""

from collections.abc import Iterator
from typing import Final

from cases.registry.triggers.declared import Event, Moment, Trigger
from cases.registry.triggers.dialects import Dialect
from cases.registry.triggers.family import Family
from lawgov.reports.models import (
    ClosedCodes,
    ClosedFigure,
    ClosedNumbers,
    ClosedRecords,
    ClosedTable,
    Closure,
    Reopening,
)

WRITTEN_ONCE: Final = (
    Closure,
    ClosedFigure,
    ClosedRecords,
    ClosedTable,
    ClosedCodes,
    ClosedNumbers,
    Reopening,
)
REFUSED: Final = "what was closed is never altered"
# A reopening is altered once, by the second person, who changes nothing of what was asked.
ALTERED_TWICE: Final = (
    "OLD.confirmed_by_id IS NOT NULL OR NEW.confirmed_by_id IS NULL"
    " OR NEW.closure_id <> OLD.closure_id OR NEW.asked_by_id <> OLD.asked_by_id"
    " OR NEW.asked_at <> OLD.asked_at OR NEW.reason <> OLD.reason"
)


class ClosingTriggers(Family):
    """No door alters what was closed, or takes it away."""

    prefix = "reports_"
    warning = "lawgov.W002"
    lost = "No trigger keeps what was closed in"

    def declared(self, dialect: Dialect) -> Iterator[Trigger]:
        for model in WRITTEN_ONCE:
            table = model._meta.db_table
            for event in (Event.UPDATE, Event.DELETE):
                is_confirmed = model is Reopening and event == Event.UPDATE
                yield Trigger(
                    f"{table}_no_{event.lower()}",
                    table,
                    Moment.BEFORE,
                    event,
                    (dialect.refuse(REFUSED),),
                    when=ALTERED_TWICE if is_confirmed else "",
                )
