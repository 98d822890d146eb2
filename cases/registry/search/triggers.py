"""Database triggers that note down which texts have changed, through whatever door."""

# ruff: noqa: S608  # names come from the models, never from a person

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from inspect import getsource

from django.db.backends.base.base import BaseDatabaseWrapper

from cases.registry.search import dialects, spelling
from cases.registry.search.dialects import QUEUE, STAND
from cases.registry.search.searched import Searched, Watch
from cases.registry.triggers.declared import Each, Event, Moment, Trigger
from cases.registry.triggers.dialects import DIALECTS, Dialect
from cases.registry.triggers.family import Family, columns


@dataclass(frozen=True)
class SearchTriggers(Family):
    """They are written from what is searched, which is known once the admin has been read."""

    every: Callable[[], Iterable[Searched]]

    prefix = "search_"
    warning = "lawgov.W002"
    lost = "No trigger notes down what to search anew of"

    def declared(self, dialect: Dialect) -> Iterator[Trigger]:
        for searched in self.every():
            for place, watch in enumerate(searched.watches()):
                name = f"{self.prefix}{searched.kind}_{place}"
                yield from _noted(name, searched, watch, dialect)

    def install(self, connection: BaseDatabaseWrapper) -> None:
        """Put tables and triggers in place; what was not watched meanwhile is read again."""
        if (dialect := dialects.DIALECTS.get(connection.vendor)) is None:
            return
        with connection.cursor() as cursor:
            for statement in dialect.keeping:
                cursor.execute(statement)
        every = list(self.every())
        if self.missing(connection) or not _stands(connection, every):
            there = columns(connection, DIALECTS[connection.vendor])
            for searched in every:
                if searched.model._meta.db_table in there:
                    _prepare(connection, dialect, searched)
            super().install(connection)


def _noted(name: str, searched: Searched, watch: Watch, dialect: Dialect) -> Iterator[Trigger]:
    """A row that the text reaches changes; the record, and what hangs on it, also comes and goes.

    Rows are entered many at a time, so that is noted once for each statement where it can be.
    """
    is_own = watch.table == searched.model._meta.db_table and watch.reached == "{row}.id"
    rows = ("OLD", "NEW") if watch.hangs else ("NEW",)
    changed = Trigger(
        f"{name}_changed",
        watch.table,
        Moment.AFTER,
        Event.UPDATE,
        tuple(_queued(searched, watch.reached.format(row=row)) for row in rows),
        columns=watch.columns,
        when=dialect.differ(watch.columns),
        needs=frozenset(watch.columns),
    )
    yield changed
    if is_own or watch.hangs:
        came = watch.reached.format(row=dialect.entered) + dialect.from_entered
        gone = watch.reached.format(row="OLD")
        comes = replace(changed, columns=(), when="")
        yield replace(
            comes,
            name=f"{name}_entered",
            event=Event.INSERT,
            body=(_queued(searched, came, once=watch.hangs),),
            each=Each.BATCH,
        )
        yield replace(
            comes, name=f"{name}_deleted", event=Event.DELETE, body=(_queued(searched, gone),)
        )


def _queued(searched: Searched, reached: str, *, once: bool = False) -> str:
    """A statement that notes down the records to read again."""
    distinct, keys = "DISTINCT " if once else "", reached.removeprefix("SELECT ")
    return f"INSERT INTO {QUEUE} (kind, record) SELECT {distinct}'{searched.kind}', {keys}"


def _prepare(
    connection: BaseDatabaseWrapper, dialect: dialects.Dialect, searched: Searched
) -> None:
    """The tables of one kind; texts in another spelling are thrown away, others compared."""
    digest = _digest(searched)
    with connection.cursor() as cursor:
        for statement in dialect.made(searched):
            cursor.execute(statement)
        cursor.execute(f"SELECT digest FROM {STAND} WHERE kind = %s", [searched.kind])
        if (row := cursor.fetchone()) is not None and row[0] != digest:
            for statement in dialect.emptied(searched):
                cursor.execute(statement)
        cursor.execute(f"DELETE FROM {STAND} WHERE kind = %s", [searched.kind])
        stand = (searched.kind, digest, 0, False)
        cursor.execute(f"INSERT INTO {STAND} VALUES (%s, %s, %s, %s)", stand)


def _stands(connection: BaseDatabaseWrapper, every: Iterable[Searched]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT kind, digest FROM {STAND}")
        return dict(cursor.fetchall()) == {each.kind: _digest(each) for each in every}


def _digest(searched: Searched) -> str:
    """What the kept texts rest on: the paths, and how text is spelt."""
    rests_on = f"{searched.paths} {getsource(spelling)}"
    return sha256(rests_on.encode()).hexdigest()[:16]
