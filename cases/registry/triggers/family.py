"""Triggers that belong together: put in place, taken away and missed as one."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import ClassVar

from django.db.backends.base.base import BaseDatabaseWrapper

from cases.registry.triggers.declared import Trigger
from cases.registry.triggers.dialects import DIALECTS, Dialect, Statements


class Family(ABC):
    """All triggers whose names begin with one prefix, and nothing but them.

    A table that is not there yet, or no longer, is passed over: migrations also run half way and
    back. A database nobody has spelt them for is left alone.
    """

    prefix: ClassVar[str]
    warning: ClassVar[str]  # the id of the check that warns of a table without them
    lost: ClassVar[str]  # what it says; the tables follow
    leans_on: ClassVar[tuple[str, ...]] = ()  # tables without which none can stand

    @abstractmethod
    def declared(self, dialect: Dialect) -> Iterable[Trigger]:
        """Every trigger the declarations ask for."""

    def shared(self, dialect: Dialect) -> Statements:  # noqa: ARG002  # for those who share
        """What all of them call."""
        return ()

    def install(self, connection: BaseDatabaseWrapper) -> None:
        """Put every trigger in place, and nothing that once stood there."""
        self.remove(connection)
        if (dialect := DIALECTS.get(connection.vendor)) is None:
            return
        possible = list(self._possible(connection, dialect))
        with connection.cursor() as cursor:
            for statement in self.shared(dialect) if possible else ():
                cursor.execute(statement)
            for trigger in possible:
                for statement in dialect.creates(trigger):
                    cursor.execute(statement)

    def remove(self, connection: BaseDatabaseWrapper) -> None:
        """Take every trigger away, so that tables can be rebuilt."""
        if (dialect := DIALECTS.get(connection.vendor)) is None:
            return
        standing = self._standing(connection, dialect)
        with connection.cursor() as cursor:
            for name, table in standing.items():
                cursor.execute(dialect.drops(name, table))

    def missing(self, connection: BaseDatabaseWrapper) -> set[str]:
        """The tables that lack a trigger though the declarations ask for it."""
        if (dialect := DIALECTS.get(connection.vendor)) is None:
            return set()
        standing = self._standing(connection, dialect)
        return {
            trigger.table
            for trigger in self._possible(connection, dialect)
            if trigger.name not in standing
        }

    def _standing(self, connection: BaseDatabaseWrapper, dialect: Dialect) -> dict[str, str]:
        with connection.cursor() as cursor:
            cursor.execute(dialect.standing)
            return {name: on for name, on in cursor.fetchall() if name.startswith(self.prefix)}

    def _possible(self, connection: BaseDatabaseWrapper, dialect: Dialect) -> Iterator[Trigger]:
        there = columns(connection, dialect)
        if not there.keys() >= {*self.leans_on}:
            return
        for trigger in self.declared(dialect):
            has = there.get(trigger.table)
            if has is not None and trigger.needs <= has and dialect.creates(trigger):
                yield trigger


def columns(connection: BaseDatabaseWrapper, dialect: Dialect) -> dict[str, set[str]]:
    """Every table there is, with the names of its columns."""
    found: dict[str, set[str]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(dialect.columns)
        for table, column in cursor.fetchall():
            found[table].add(column)
    return dict(found)
