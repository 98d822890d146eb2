"""Database triggers that note down which texts have changed, through whatever door."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from inspect import getsource
from typing import NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper

from cases.registry.search import spelling
from cases.registry.search.dialects import DIALECTS, PREFIX, STAND, Dialect
from cases.registry.search.searched import Searched


class Trigger(NamedTuple):
    """What stands on one table, the columns it needs there, and how it is made."""

    table: str
    columns: frozenset[str]
    statements: tuple[str, ...]


def triggers(every: Iterable[Searched], dialect: Dialect) -> Iterator[Trigger]:
    for searched in every:
        own = searched.model._meta.db_table
        for place, watch in enumerate(searched.watches()):
            name = f"{PREFIX}{searched.kind}_{place}"
            is_own = watch.table == own and watch.reached == "{row}.id"
            make = dialect.own if is_own else dialect.other
            statements = tuple(make(name, searched, watch))
            yield Trigger(watch.table, frozenset(watch.columns), statements)


def install(connection: BaseDatabaseWrapper, every: Iterable[Searched]) -> None:
    """Put tables and triggers in place; what was not watched meanwhile is read again.

    A table that is not there yet, or no longer, is passed over: migrations also run half way
    and back.
    """
    every = list(every)
    if (dialect := DIALECTS.get(connection.vendor)) is None:
        return
    there = _columns(connection, {watch.table for each in every for watch in each.watches()})
    possible = [
        trigger for trigger in triggers(every, dialect) if trigger.columns <= there[trigger.table]
    ]
    with connection.cursor() as cursor:
        for statement in dialect.keeping:
            cursor.execute(statement)
        cursor.execute(dialect.installed)
        watched = {table for _name, table in cursor.fetchall()}
        if watched == {each.table for each in possible} and _stands(connection, every):
            return
        remove(connection)
        for searched in every:
            if there[searched.model._meta.db_table]:
                _prepare(connection, dialect, searched)
        for trigger in possible:
            for statement in trigger.statements:
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every trigger away, so that tables can be rebuilt."""
    if (dialect := DIALECTS.get(connection.vendor)) is None:
        return
    with connection.cursor() as cursor:
        cursor.execute(dialect.installed)
        for name, table in cursor.fetchall():
            cursor.execute(dialect.drop(name, table))


def missing(connection: BaseDatabaseWrapper, every: Iterable[Searched]) -> set[str]:
    """The tables that are not watched though the declarations ask for it."""
    if (dialect := DIALECTS.get(connection.vendor)) is None:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(dialect.installed)
        watched = {table for _name, table in cursor.fetchall()}
        there = set(connection.introspection.table_names(cursor))
    return ({trigger.table for trigger in triggers(every, dialect)} & there) - watched


def _prepare(connection: BaseDatabaseWrapper, dialect: Dialect, searched: Searched) -> None:
    """The tables of one kind; texts in another spelling are thrown away, others compared."""
    digest = _digest(searched)
    with connection.cursor() as cursor:
        for statement in dialect.made(searched):
            cursor.execute(statement)
        cursor.execute(f"SELECT digest FROM {STAND} WHERE kind = %s", [searched.kind])  # noqa: S608
        if (row := cursor.fetchone()) is not None and row[0] != digest:
            for statement in dialect.emptied(searched):
                cursor.execute(statement)
        cursor.execute(f"DELETE FROM {STAND} WHERE kind = %s", [searched.kind])  # noqa: S608
        stand = (searched.kind, digest, 0, False)
        cursor.execute(f"INSERT INTO {STAND} VALUES (%s, %s, %s, %s)", stand)  # noqa: S608


def _stands(connection: BaseDatabaseWrapper, every: Iterable[Searched]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT kind, digest FROM {STAND}")  # noqa: S608
        return dict(cursor.fetchall()) == {each.kind: _digest(each) for each in every}


def _digest(searched: Searched) -> str:
    """What the kept texts rest on: the paths, and how text is spelt."""
    rests_on = f"{searched.paths} {getsource(spelling)}"
    return sha256(rests_on.encode()).hexdigest()[:16]


def _columns(connection: BaseDatabaseWrapper, tables: set[str]) -> dict[str, set[str]]:
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        return {
            table: {
                column.name
                for column in connection.introspection.get_table_description(cursor, table)
            }
            if table in there
            else set()
            for table in tables
        }
