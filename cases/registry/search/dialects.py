"""The tables and questions of the search, as each database writes them."""

# ruff: noqa: S608  # names come from the models, never from a person

from collections.abc import Iterable
from typing import Any, Final, Protocol
from zlib import crc32

from django.db.backends.base.base import BaseDatabaseWrapper

from cases.registry.search.searched import Searched
from cases.registry.search.spelling import grams

QUEUE, STAND = "search_queue", "search_stand"
Statements = Iterable[str]


class Dialect(Protocol):
    """How one database keeps the search."""

    holds: str  # SQL: whether the text of s has the word that is given
    keeping: tuple[str, ...]
    lock: str

    def made(self, searched: Searched) -> Statements:
        """The table of texts of one kind, and the index of its grams."""

    def emptied(self, searched: Searched) -> Statements: ...

    def write(
        self,
        connection: BaseDatabaseWrapper,
        searched: Searched,
        before: dict[int, str],
        after: dict[int, str],
    ) -> None:
        """Put texts in place of those before."""

    def candidates(self, searched: Searched, found: set[str], count: int) -> tuple[str, list[Any]]:
        """SQL for the keys of the records that have all grams and, of these, all words."""


class SQLite:
    """FTS5 without content or positions: a list of keys for each gram. Python alone writes it."""

    holds = "instr(s.text, %s) > 0"
    keeping: tuple[str, ...] = (
        f"CREATE TABLE IF NOT EXISTS {QUEUE} (id INTEGER PRIMARY KEY AUTOINCREMENT,"
        " kind TEXT NOT NULL, record INTEGER NOT NULL)",
        f"CREATE INDEX IF NOT EXISTS {QUEUE}_by_kind ON {QUEUE} (kind, id)",
        f"CREATE TABLE IF NOT EXISTS {STAND} (kind TEXT PRIMARY KEY, digest TEXT NOT NULL,"
        " built INTEGER NOT NULL, is_built INTEGER NOT NULL)",
    )
    lock = ""  # a transaction that writes is the only one

    def made(self, searched: Searched) -> Statements:
        table = searched.table
        yield f"CREATE TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY, text TEXT NOT NULL)"
        yield (
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {table}_grams USING fts5(grams, content='',"
            " detail=none, columnsize=0, tokenize='ascii')"
        )

    def emptied(self, searched: Searched) -> Statements:
        table = searched.table
        yield f"DELETE FROM {table}"
        yield f"INSERT INTO {table}_grams ({table}_grams) VALUES ('delete-all')"

    def write(
        self,
        connection: BaseDatabaseWrapper,
        searched: Searched,
        before: dict[int, str],
        after: dict[int, str],
    ) -> None:
        """What was indexed has to be said again to be taken out of an index without content."""
        table = searched.table
        out = f"INSERT INTO {table}_grams ({table}_grams, rowid, grams) VALUES ('delete', %s, %s)"
        with connection.cursor() as cursor:
            cursor.executemany(out, _spelt(before))
            cursor.executemany(f"DELETE FROM {table} WHERE id = %s", [(pk,) for pk in before])
            into = f"INSERT INTO {table}_grams (rowid, grams) VALUES (%s, %s)"
            cursor.executemany(into, _spelt(after))
            cursor.executemany(f"INSERT INTO {table} VALUES (%s, %s)", list(after.items()))

    def candidates(self, searched: Searched, found: set[str], count: int) -> tuple[str, list[Any]]:
        table = searched.table
        sql = (
            f"SELECT s.id FROM {table}_grams g CROSS JOIN {table} s ON s.id = g.rowid"
            f" WHERE g.{table}_grams MATCH %s{f' AND {self.holds}' * count}"
            " ORDER BY g.rowid DESC"
        )
        return sql, [" AND ".join(f'"{gram}"' for gram in sorted(found))]


class PostgreSQL:
    """A GIN index over the grams of each text, kept as numbers."""

    holds = "position(%s in s.text) > 0"
    keeping: tuple[str, ...] = (
        f"CREATE TABLE IF NOT EXISTS {QUEUE} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
        " kind text NOT NULL, record bigint NOT NULL)",
        f"CREATE INDEX IF NOT EXISTS {QUEUE}_by_kind ON {QUEUE} (kind, id)",
        f"CREATE TABLE IF NOT EXISTS {STAND} (kind text PRIMARY KEY, digest text NOT NULL,"
        " built bigint NOT NULL, is_built boolean NOT NULL)",
    )
    lock = "SELECT pg_advisory_xact_lock(hashtext('lawgov_search'))"

    def made(self, searched: Searched) -> Statements:
        table = searched.table
        yield (
            f"CREATE TABLE IF NOT EXISTS {table} (id bigint PRIMARY KEY, text text NOT NULL,"
            " grams int[] NOT NULL)"
        )
        yield f"CREATE INDEX IF NOT EXISTS {table}_grams ON {table} USING gin (grams)"

    def emptied(self, searched: Searched) -> Statements:
        yield f"DELETE FROM {searched.table}"

    def write(
        self,
        connection: BaseDatabaseWrapper,
        searched: Searched,
        before: dict[int, str],
        after: dict[int, str],
    ) -> None:
        with connection.cursor() as cursor:
            if before:
                cursor.execute(f"DELETE FROM {searched.table} WHERE id = ANY(%s)", [list(before)])
            with cursor.copy(f"COPY {searched.table} (id, text, grams) FROM STDIN") as copy:
                for pk, text in after.items():
                    copy.write_row((pk, text, _numbers(grams(text))))

    def candidates(self, searched: Searched, found: set[str], count: int) -> tuple[str, list[Any]]:
        sql = (
            f"SELECT s.id FROM {searched.table} s WHERE s.grams @> %s::int[]"
            f"{f' AND {self.holds}' * count}"
        )
        return sql, [_numbers(found)]


def _spelt(texts: dict[int, str]) -> list[tuple[int, str]]:
    return [(pk, " ".join(grams(text))) for pk, text in texts.items()]


def _numbers(found: Iterable[str]) -> list[int]:
    """Grams as the signed numbers an int column takes; two that share one differ in the text."""
    return [(crc32(gram.encode()) ^ 0x80000000) - 0x80000000 for gram in found]


DIALECTS: Final[dict[str, Dialect]] = {"sqlite": SQLite(), "postgresql": PostgreSQL()}
