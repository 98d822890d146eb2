"""Puts the triggers of the history in place, and takes them away for the time of a migration."""

from collections.abc import Iterable

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from cases.registry.history.acts import Door, acting, current_act
from cases.registry.history.dialects import DIALECTS, Dialect, statements
from cases.registry.history.models import Change
from cases.registry.history.watching import Watched


def install(connection: BaseDatabaseWrapper, watched: Iterable[Watched]) -> None:
    """Watch every table that is there, and has every column; migrations also run half way."""
    if (dialect := DIALECTS.get(connection.vendor)) is None:
        return
    remove(connection)
    watched = _standing(connection, watched)
    with connection.cursor() as cursor:
        if not watched:
            return
        for _table, spelt in statements(dialect, watched):
            for statement in spelt:
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every trigger away, so that tables can be rebuilt."""
    if (dialect := DIALECTS.get(connection.vendor)) is None:
        return
    with connection.cursor() as cursor:
        for name, table in _installed(connection, dialect):
            cursor.execute(dialect.drop(name, table))


def note_what_stands(connection: BaseDatabaseWrapper, watched: Iterable[Watched], why: str) -> None:
    """Write down each row that changed, or came, while no trigger stood: what migrations did."""
    if (dialect := DIALECTS.get(connection.vendor)) is None:
        return
    act = current_act()
    with (
        acting(Door.COMMAND, act.by if act else None, why),
        transaction.atomic(using=connection.alias),
        connection.cursor() as cursor,
    ):
        for each in _standing(connection, watched):
            cursor.execute(dialect.found(each))


def missing(connection: BaseDatabaseWrapper, watched: Iterable[Watched]) -> set[str]:
    """The tables whose changes are not written down though they should be."""
    if (dialect := DIALECTS.get(connection.vendor)) is None:
        return set()
    there = _standing(connection, watched)
    expected = list(statements(dialect, there)) if there else []
    standing = [table for _name, table in _installed(connection, dialect)]
    return {
        table
        for table, spelt in expected
        if standing.count(table) < sum(each.startswith("CREATE TRIGGER") for each in spelt)
    }


def _installed(connection: BaseDatabaseWrapper, dialect: Dialect) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(dialect.installed)
        found: list[tuple[str, str]] = cursor.fetchall()
    return found


def _standing(connection: BaseDatabaseWrapper, watched: Iterable[Watched]) -> list[Watched]:
    """Those whose table has every column; none while the history's own table is not there."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        if Change._meta.db_table not in there:
            return []
        return [
            each
            for each in watched
            if each.table in there and _needed(each) <= _columns(connection, each.table)
        ]


def _needed(watched: Watched) -> set[str]:
    needed = {column.name for column in watched.columns}
    return needed | {"version"} if watched.has_versions else needed


def _columns(connection: BaseDatabaseWrapper, table: str) -> set[str]:
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, table)
    return {column.name for column in found}
