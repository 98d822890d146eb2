"""Triggers that keep the access log as it was written: no row altered, no young one removed."""

from collections.abc import Iterator
from typing import Final

from cases.registry.accesses.entries import AccessEntry
from cases.registry.triggers.declared import Each, Event, Moment, Trigger
from cases.registry.triggers.dialects import Dialect
from cases.registry.triggers.family import Family

# Six months (Cybersecurity Law art. 23(3)), counted in days so that no six of them are shorter.
SHORTEST_DAYS: Final = 184
REFUSED: Final = "the access log is never altered, and kept for six months"


class AccessTriggers(Family):
    """No door alters an access, or removes one that is not old enough."""

    prefix = "access_log_"
    warning = "lawgov.W002"
    lost = "No trigger keeps the accesses as they were written in"

    def declared(self, dialect: Dialect) -> Iterator[Trigger]:
        young = f"OLD.at > {dialect.days_ago(SHORTEST_DAYS)}"
        yield self._refusal(dialect, Event.UPDATE)
        yield self._refusal(dialect, Event.DELETE, when=young)
        yield self._refusal(dialect, Event.TRUNCATE, each=Each.STATEMENT)

    def _refusal(
        self, dialect: Dialect, event: Event, when: str = "", each: Each = Each.ROW
    ) -> Trigger:
        return Trigger(
            f"{self.prefix}no_{event.lower()}",
            AccessEntry._meta.db_table,
            Moment.BEFORE,
            event,
            (dialect.refuse(REFUSED),),
            when=when,
            each=each,
        )
