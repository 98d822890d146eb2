"""Database triggers that mark a record stale through whatever door its dates are changed.

They are written from the declarations of the rooms and installed after every migration: a
migration may rebuild a table (SQLite does), and what is declared is then what is watched.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from cases.registry.timing.calendars import CalendarEntry, KnownYear, Timekeeping
from cases.registry.timing.clocked import STORED
from cases.registry.timing.dialects import DIALECTS, PREFIX, Dialect
from cases.registry.timing.rooms import Feed, Guard, Room
from cases.registry.timing.statutes import ExclusionGround, StatutoryTerm

RULING: tuple[type[models.Model], ...] = (
    StatutoryTerm,
    ExclusionGround,
    CalendarEntry,
    KnownYear,
)


@dataclass(frozen=True)
class Trigger:
    """What stands on one table, the columns it needs there, and how it is made."""

    name: str
    table: str
    columns: frozenset[str]
    statements: tuple[str, ...]


def triggers(rooms: Iterable[Room], dialect: Dialect) -> Iterator[Trigger]:
    """Every trigger the declarations ask for."""
    for room in rooms:
        yield _own(room, dialect)
        for name, feed in room.feeds.items():
            yield _fed(room, name, feed, dialect)
        for guard in room.guards:
            yield _guarded(room, guard, dialect)
    for model in RULING:
        table = model._meta.db_table
        name = f"{PREFIX}{model._meta.model_name}"
        yield Trigger(name, table, frozenset(), dialect.rules(name, table, _keeping()))
    name = f"{PREFIX}timekeeping"
    needed = frozenset({"revision", "closures_count"})
    yield Trigger(name, _keeping(), needed, dialect.keeping(name, _keeping()))


def install(connection: BaseDatabaseWrapper, rooms: Iterable[Room]) -> None:
    """Put every trigger in place, and let all dates be reckoned anew.

    A table that is not there yet, or no longer, is passed over: migrations also run half way
    and back.
    """
    if (dialect := DIALECTS.get(connection.vendor)) is None:
        return
    remove(connection)
    with connection.cursor() as cursor:
        for trigger in triggers(rooms, dialect):
            if trigger.columns <= _columns(connection, trigger.table):
                for statement in trigger.statements:
                    cursor.execute(statement)
        if _columns(connection, _keeping()):
            cursor.execute(dialect.draw(_keeping()))


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every trigger away, so that tables can be rebuilt."""
    if (dialect := DIALECTS.get(connection.vendor)) is None:
        return
    with connection.cursor() as cursor:
        cursor.execute(dialect.installed)
        for name, table in cursor.fetchall():
            cursor.execute(dialect.drop(name, table))


def missing(connection: BaseDatabaseWrapper, rooms: Iterable[Room]) -> set[str]:
    """The tables that are not watched though the declarations ask for it."""
    if (dialect := DIALECTS.get(connection.vendor)) is None:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(dialect.installed)
        watched = {table for _name, table in cursor.fetchall()}
        there = set(connection.introspection.table_names(cursor))
    return ({trigger.table for trigger in triggers(rooms, dialect)} & there) - watched


def _keeping() -> str:
    return Timekeeping._meta.db_table


def _own(room: Room, dialect: Dialect) -> Trigger:
    table = room.model._meta.db_table
    columns = _column_names(room.model, room.columns)
    name = f"{PREFIX}{room.model._meta.model_name}"
    needed = frozenset({*columns, *STORED, "clock_turn"})
    return Trigger(name, table, needed, dialect.own(name, table, columns, STORED))


def _fed(room: Room, name: str, feed: Feed, dialect: Dialect) -> Trigger:
    table = feed.model._meta.db_table
    columns = _column_names(feed.model, dict.fromkeys((*feed.columns, feed.link)))
    title = f"{PREFIX}{room.model._meta.model_name}_{name}"
    statements = dialect.fed(title, table, columns, room.model._meta.db_table, _path(feed))
    return Trigger(title, table, frozenset(columns), statements)


def _guarded(room: Room, guard: Guard, dialect: Dialect) -> Trigger:
    table = guard.model._meta.db_table
    record = room.model._meta.db_table
    refuses = guard.refuses.format(case=f'"{record}" c WHERE c.id = NEW.case_id AND 1 = 1')
    refuses = refuses.replace("AND 1 = 1 WHERE", "AND")
    name = f"{PREFIX}{guard.name}"
    needed = frozenset(guard.columns or {"case_id"})
    return Trigger(name, table, needed, dialect.guard(name, table, refuses, guard.columns))


def _column_names(model: type[models.Model], names: Iterable[str]) -> tuple[str, ...]:
    found = (str(model._meta.get_field(name).column) for name in names)  # type: ignore[union-attr]  # columns only
    return tuple(dict.fromkeys(found))


def _path(feed: Feed) -> str:
    """SQL for the record's key, from the row {row} of the feeding table."""
    model, names = feed.model, feed.via.split("__")
    first = model._meta.get_field(names[0])
    path = f'{{row}}."{first.column}"'  # type: ignore[union-attr]  # a foreign key
    for name in names[1:]:
        model = first.related_model  # type: ignore[assignment]  # a foreign key
        first = model._meta.get_field(name)
        path = f'(SELECT "{first.column}" FROM "{model._meta.db_table}" WHERE id = {path})'  # type: ignore[union-attr]  # a foreign key  # noqa: S608
    return path


def _columns(connection: BaseDatabaseWrapper, table: str) -> set[str]:
    with connection.cursor() as cursor:
        if table not in connection.introspection.table_names(cursor):
            return set()
        found = connection.introspection.get_table_description(cursor, table)
    return {column.name for column in found}
