"""The tables, triggers and questions of the search, as each database writes them."""

# ruff: noqa: S608  # names come from the models, never from a person

from collections.abc import Iterable, Sequence
from typing import Any, Final, Protocol
from zlib import crc32

from django.db.backends.base.base import BaseDatabaseWrapper

from cases.registry.search.searched import Searched, Watch
from cases.registry.search.spelling import grams

PREFIX: Final = "search_"
QUEUE, STAND = "search_queue", "search_stand"
Statements = Iterable[str]


class Dialect(Protocol):
    """How one database keeps the search."""

    installed: str
    holds: str  # SQL: whether the text of s has the word that is given
    keeping: tuple[str, ...]
    lock: str

    def made(self, searched: Searched) -> Statements:
        """The table of texts of one kind, and the index of its grams."""

    def emptied(self, searched: Searched) -> Statements: ...

    def own(self, name: str, searched: Searched, watch: Watch) -> Statements:
        """The record itself comes, goes or changes."""

    def other(self, name: str, searched: Searched, watch: Watch) -> Statements:
        """A row that the text reaches changes; one that hangs on the record comes and goes."""

    def drop(self, name: str, table: str) -> str: ...

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


def queued(kind: str, select: str) -> str:
    return f"INSERT INTO {QUEUE} (kind, record) {select.format(kind=kind)}"


def _select(reached: str, row: str) -> str:
    """The records to mark, as a SELECT with their kind in front."""
    said = reached.format(row=row)
    if said.startswith("SELECT t0.id"):
        return said.replace("SELECT t0.id", "SELECT '{kind}', t0.id", 1)
    return f"SELECT '{{kind}}', {said}"


class SQLite:
    """FTS5 without content or positions: a list of keys for each gram. Python alone writes it."""

    installed = (
        "SELECT name, tbl_name FROM sqlite_master"
        f" WHERE type = 'trigger' AND substr(name, 1, {len(PREFIX)}) = '{PREFIX}'"
    )
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

    def own(self, name: str, searched: Searched, watch: Watch) -> Statements:
        yield self._trigger(f"{name}_entered", f'INSERT ON "{watch.table}"', searched, "NEW.id")
        yield self._trigger(f"{name}_deleted", f'DELETE ON "{watch.table}"', searched, "OLD.id")
        yield self._changed(name, searched, watch, ["NEW"])

    def other(self, name: str, searched: Searched, watch: Watch) -> Statements:
        yield self._changed(name, searched, watch, ["OLD", "NEW"] if watch.hangs else ["NEW"])
        if watch.hangs:
            for event, row in (("INSERT", "NEW"), ("DELETE", "OLD")):
                yield self._trigger(
                    f"{name}_{event.lower()}",
                    f'{event} ON "{watch.table}"',
                    searched,
                    watch.reached.format(row=row),
                )

    def drop(self, name: str, table: str) -> str:  # noqa: ARG002
        return f'DROP TRIGGER "{name}"'

    def _trigger(self, name: str, event: str, searched: Searched, record: str) -> str:
        mark = queued(searched.kind, f"SELECT '{{kind}}', {record}")
        return f'CREATE TRIGGER "{name}" AFTER {event} BEGIN {mark}; END'

    def _changed(self, name: str, searched: Searched, watch: Watch, rows: Sequence[str]) -> str:
        columns = ", ".join(f'"{column}"' for column in watch.columns)
        differ = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in watch.columns)
        marks = "; ".join(queued(searched.kind, _select(watch.reached, row)) for row in rows)
        return (
            f'CREATE TRIGGER "{name}_changed" AFTER UPDATE OF {columns} ON "{watch.table}"'
            f" WHEN {differ} BEGIN {marks}; END"
        )

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

    installed = (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        f" WHERE NOT tgisinternal AND left(tgname, {len(PREFIX)}) = '{PREFIX}'"
    )
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

    def own(self, name: str, searched: Searched, watch: Watch) -> Statements:
        """Rows are entered many at a time, so that is noted once for each statement."""
        yield from self._entered(name, searched, watch.table, "SELECT '{kind}', id FROM entered")
        yield from self._row(f"{name}_deleted", "DELETE", searched, watch, ["OLD"])
        yield from self._row(f"{name}_changed", "UPDATE", searched, watch, ["NEW"])

    def other(self, name: str, searched: Searched, watch: Watch) -> Statements:
        rows = ["OLD", "NEW"] if watch.hangs else ["NEW"]
        yield from self._row(f"{name}_changed", "UPDATE", searched, watch, rows)
        if watch.hangs:
            link = watch.reached.format(row="entered")
            entered = f"SELECT DISTINCT '{{kind}}', {link} FROM entered"
            yield from self._entered(name, searched, watch.table, entered)
            yield from self._row(f"{name}_deleted", "DELETE", searched, watch, ["OLD"])

    def drop(self, name: str, table: str) -> str:
        return f'DROP TRIGGER "{name}" ON "{table}"'

    def _entered(self, name: str, searched: Searched, table: str, select: str) -> Statements:
        yield self._function(f"{name}_entered", queued(searched.kind, select))
        yield (
            f'CREATE TRIGGER "{name}_entered" AFTER INSERT ON "{table}" REFERENCING NEW TABLE'
            f' AS entered FOR EACH STATEMENT EXECUTE FUNCTION "{name}_entered"()'
        )

    def _row(
        self, name: str, event: str, searched: Searched, watch: Watch, rows: Sequence[str]
    ) -> Statements:
        marks = "; ".join(queued(searched.kind, _select(watch.reached, row)) for row in rows)
        differ = " OR ".join(f'OLD."{c}" IS DISTINCT FROM NEW."{c}"' for c in watch.columns)
        when = f" WHEN ({differ})" if event == "UPDATE" else ""
        yield self._function(name, marks)
        yield (
            f'CREATE TRIGGER "{name}" AFTER {event} ON "{watch.table}" FOR EACH ROW{when}'
            f' EXECUTE FUNCTION "{name}"()'
        )

    def _function(self, name: str, body: str) -> str:
        return (
            f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql'
            f" AS $$ BEGIN {body}; RETURN NULL; END $$"
        )

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
