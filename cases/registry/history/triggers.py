"""The triggers that write every change down, and what they missed while a migration ran."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from cases.registry.history import dialects
from cases.registry.history.acts import Door, acting, current_act
from cases.registry.history.models import Kind, Seal
from cases.registry.history.spelling import CHANGES, PREFIX
from cases.registry.history.watching import Watched
from cases.registry.triggers.declared import Event, Moment, Trigger
from cases.registry.triggers.dialects import DIALECTS, Dialect, Statements
from cases.registry.triggers.family import Family, columns

REFUSED: Final = "what was recorded is never altered"
WRITTEN_ONCE: Final = (CHANGES, Seal._meta.db_table)


@dataclass(frozen=True)
class HistoryTriggers(Family):
    """Every change of a watched row is written down, and what is written stays."""

    watched: Callable[[], Iterable[Watched]]

    prefix = PREFIX
    warning = "lawgov.W002"
    lost = "No trigger writes down the changes of"
    leans_on = (CHANGES,)

    def declared(self, dialect: Dialect) -> Iterator[Trigger]:
        for table in WRITTEN_ONCE:
            for event in (Event.UPDATE, Event.DELETE):
                name = f"{PREFIX}{table}_no_{event.lower()}"
                yield Trigger(name, table, Moment.BEFORE, event, (dialect.refuse(REFUSED),))
        for each in self.watched():
            yield from _watching(each, dialect)

    def shared(self, dialect: Dialect) -> Statements:
        return dialects.DIALECTS[dialect.vendor].shared()

    def note_what_stands(self, connection: BaseDatabaseWrapper, why: str) -> None:
        """Write down each row that changed, or came, while no trigger stood."""
        if (dialect := dialects.DIALECTS.get(connection.vendor)) is None:
            return
        there, act = columns(connection, DIALECTS[connection.vendor]), current_act()
        with (
            acting(Door.COMMAND, act.by if act else None, why),
            transaction.atomic(using=connection.alias),
            connection.cursor() as cursor,
        ):
            for each in self.watched() if CHANGES in there else ():
                if _needed(each) <= there.get(each.table, set()):
                    cursor.execute(dialect.found(each))


def _watching(watched: Watched, dialect: Dialect) -> Iterator[Trigger]:
    name, spelt = f"{PREFIX}{watched.name}", dialects.DIALECTS[dialect.vendor]
    recorded = tuple(column.name for column in watched.columns)
    entered = Trigger(
        f"{name}_entered",
        watched.table,
        Moment.AFTER,
        Event.INSERT,
        (spelt.write(watched, Kind.ENTERED, "NEW"),),
        needs=_needed(watched),
    )
    yield entered
    yield replace(
        entered,
        name=f"{name}_removed",
        event=Event.DELETE,
        body=(*spelt.raised(watched, "OLD"), spelt.write(watched, Kind.REMOVED, "OLD")),
    )
    own = dialect.greatest(dialect.own("version"), "OLD.version + 1")
    yield replace(
        entered,
        name=f"{name}_changed",
        event=Event.UPDATE,
        columns=recorded,
        when=dialect.differ(recorded),
        sets=(("version", own),) if watched.has_versions else (),
        body=(*spelt.raised(watched, "OLD", "NEW"), spelt.write(watched, Kind.CHANGED, "NEW")),
    )
    if watched.has_versions:
        yield _never_back(entered, f"{name}_version", dialect)


def _never_back(like: Trigger, name: str, dialect: Dialect) -> Trigger:
    """An old copy saved back does not take the version back with it."""
    return replace(
        like,
        name=name,
        event=Event.UPDATE,
        columns=("version",),
        when="NEW.version < OLD.version",
        sets=(("version", dialect.greatest(dialect.own("version"), "OLD.version")),),
        body=(),
    )


def _needed(watched: Watched) -> frozenset[str]:
    needed = frozenset(column.name for column in watched.columns)
    return needed | {"version"} if watched.has_versions else needed
