"""The triggers of the history, as each database writes them."""

# ruff: noqa: S608  # names come from the models, never from a person

from collections.abc import Iterable
from typing import Final, Protocol

from cases.registry.history.digests import DIGESTED
from cases.registry.history.models import Kind, Seal
from cases.registry.history.spelling import CHANGES, PREFIX, Entry, Spelling, Statements
from cases.registry.history.watching import Column, Watched

REFUSED: Final = "what was recorded is never altered"
WRITTEN_ONCE: Final = (CHANGES, Seal._meta.db_table)
WRITTEN: Final = (*DIGESTED, "digest")
ONCE: Final = " LIMIT -1 OFFSET 0"
AT: Final = "%Y-%m-%d %H:%M:%f"  # milliseconds; the zeros behind make them microseconds


class Dialect(Protocol):
    """How one database spells the triggers; each method answers with whole statements."""

    installed: str

    def shared(self) -> Statements:
        """What all triggers lean on."""

    def watch(self, watched: Watched) -> Statements:
        """Every change of a row is written down, whatever it came through."""

    def refuse(self, table: str) -> Statements:
        """Rows of a table are neither altered nor deleted."""

    def found(self, watched: Watched) -> str:
        """Write down every row that is not what its last change left."""

    def otherwise(self, watched: Watched, row: str) -> str:
        """A condition: the row is not what its last change left, or has none."""

    def said(self, watched: Watched, row: str) -> str:
        """All that a row says, as JSON."""

    def drop(self, name: str, table: str) -> str: ...


class SQLite(Spelling):
    """AFTER triggers; the act and the digests come from functions of the connection.

    A connection that does not have them, such as another program's, is refused every change.
    """

    distinct = "IS NOT"
    installed = (
        "SELECT name, tbl_name FROM sqlite_master"
        f" WHERE type = 'trigger' AND substr(name, 1, {len(PREFIX)}) = '{PREFIX}'"
    )

    def shared(self) -> Statements:
        return ()

    def quoted(self, column: Column, value: str) -> str:
        if column.kind == "BooleanField":  # a number here
            return f"CASE {value} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END"
        return f"json_quote({value})"

    def digested(self, text: str) -> str:
        return f"lawgov_digest({text})"

    def watch(self, watched: Watched) -> Statements:
        columns = ", ".join(f'"{column.name}"' for column in watched.columns)
        changed = f"UPDATE OF {columns}"
        return (
            self._trigger(watched, "entered", "INSERT", self._write(watched, Kind.ENTERED, "NEW")),
            self._trigger(
                watched,
                "changed",
                changed,
                *self._ahead(watched),
                *self.raised(watched, "OLD", "NEW"),
                self._write(watched, Kind.CHANGED, "NEW"),
                when=self.differ(watched),
            ),
            self._trigger(
                watched,
                "removed",
                "DELETE",
                *self.raised(watched, "OLD"),
                self._write(watched, Kind.REMOVED, "OLD"),
            ),
            *self._never_back(watched),
        )

    def refuse(self, table: str) -> Statements:
        return tuple(
            f'CREATE TRIGGER "{PREFIX}{table}_no_{event.lower()}" BEFORE {event} ON "{table}"'
            f" BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            for event in ("UPDATE", "DELETE")
        )

    def found(self, watched: Watched) -> str:
        source = f'FROM "{watched.table}" t WHERE {self.otherwise(watched, "t")}'
        return self._write(watched, Kind.FOUND, "t", source)

    def drop(self, name: str, table: str) -> str:  # noqa: ARG002
        return f'DROP TRIGGER "{name}"'

    def version(self, watched: Watched, row: str) -> str:
        """Read again: another statement of the trigger raises it after NEW was handed over."""
        if watched.has_versions and row == "NEW":
            return f'(SELECT version FROM "{watched.table}" WHERE id = NEW.id)'
        return super().version(watched, row)

    def _ahead(self, watched: Watched) -> Statements:
        if not watched.has_versions:
            return ()
        return (
            f'UPDATE "{watched.table}" SET version = MAX(version, OLD.version + 1)'
            " WHERE id = NEW.id AND version <= OLD.version",
        )

    def _never_back(self, watched: Watched) -> Statements:
        """An old copy saved back does not take the version back with it."""
        if not watched.has_versions:
            return ()
        mend = f'UPDATE "{watched.table}" SET version = MAX(version, OLD.version) WHERE id = NEW.id'
        return (
            self._trigger(
                watched, "version", "UPDATE OF version", mend, when="NEW.version < OLD.version"
            ),
        )

    def _write(self, watched: Watched, kind: Kind, row: str, source: str = "") -> str:
        """LIMIT and OFFSET keep the inner queries from being written out twice."""
        entry = self.entry(watched, kind, row)
        inner = f"SELECT {_parts(watched, entry, self._previous(watched, row))} {source}{ONCE}"
        content = "content" if kind == Kind.CHANGED else "said AS content"
        middle = (
            f"SELECT previous, label, row_key, owner, owner_key, version, kind, {content},"
            f" {self.digested('said')} AS row_digest, lawgov_act('token') AS act,"
            " lawgov_act('door') AS door, lawgov_act('by') AS person, lawgov_act('why') AS why,"
            f" strftime('{AT}', 'now') || '000' AS at FROM ({inner}){ONCE}"
        )
        between = " || char(31) || "
        text = between.join(_never_null(name) for name in DIGESTED)
        return (
            f'INSERT INTO "{CHANGES}" ({", ".join(WRITTEN)}) SELECT {", ".join(DIGESTED)},'
            f" {self.digested(text)} FROM ({middle})"
        )

    def _previous(self, watched: Watched, row: str) -> str:
        return f"COALESCE({self.last(watched, row, 'digest')}, '')"

    def _trigger(self, watched: Watched, what: str, event: str, *body: str, when: str = "") -> str:
        name, condition = f"{PREFIX}{watched.name}_{what}", f" WHEN {when}" if when else ""
        return (
            f'CREATE TRIGGER "{name}" AFTER {event} ON "{watched.table}"{condition}'
            f" BEGIN {'; '.join(body)}; END"
        )


class PostgreSQL(Spelling):
    """BEFORE triggers for the version, AFTER triggers for the record of it; the act is a setting
    of the session.
    """

    distinct = "IS DISTINCT FROM"
    installed = (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        f" WHERE NOT tgisinternal AND left(tgname, {len(PREFIX)}) = '{PREFIX}'"
    )

    def shared(self) -> Statements:
        """The one function that writes a change, and the one that refuses to have it altered."""
        digested = self._digested_change()
        return (
            f"""CREATE OR REPLACE FUNCTION "{PREFIX}write"(label text, row_key bigint, owner text,
                owner_key bigint, version int, kind text, changed text, said text)
            RETURNS void LANGUAGE plpgsql AS $$
            #variable_conflict use_variable
            DECLARE
                content text := COALESCE(changed, said);
                row_digest text := {self.digested("said")};
                at timestamptz := clock_timestamp();
                act text := COALESCE(current_setting('lawgov.act', true), '');
                door text := COALESCE(NULLIF(current_setting('lawgov.door', true), ''), 'outside');
                person bigint := NULLIF(current_setting('lawgov.by', true), '')::bigint;
                why text := COALESCE(current_setting('lawgov.why', true), '');
                previous text := COALESCE((SELECT c.digest FROM "{CHANGES}" c
                    WHERE c.row_key = $2 AND c.label = $1 ORDER BY c.id DESC LIMIT 1), '');
            BEGIN
                INSERT INTO "{CHANGES}" ({", ".join(WRITTEN)})
                VALUES ({", ".join(DIGESTED)}, {digested});
            END $$""",
            f'CREATE OR REPLACE FUNCTION "{PREFIX}refuse"() RETURNS trigger LANGUAGE plpgsql AS'
            f" $$ BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'check_violation'; END $$",
        )

    def quoted(self, column: Column, value: str) -> str:
        if column.kind == "DateTimeField":  # whatever zone the session is in
            value = f"({value} AT TIME ZONE 'UTC')"
        return f"COALESCE(to_json({value})::text, 'null')"

    def digested(self, text: str) -> str:
        return f"encode(sha256(convert_to({text}, 'UTF8')), 'hex')"

    def watch(self, watched: Watched) -> Statements:
        name = f"{PREFIX}{watched.name}"
        ahead = "; ".join((*self.raised(watched, "OLD", "NEW"), ""))
        gone = "; ".join((*self.raised(watched, "OLD"), ""))
        body = (
            f"IF TG_OP = 'INSERT' THEN {self._write(watched, Kind.ENTERED, 'NEW')};"
            f" ELSIF TG_OP = 'UPDATE' THEN {ahead}{self._write(watched, Kind.CHANGED, 'NEW')};"
            f" ELSE {gone}{self._write(watched, Kind.REMOVED, 'OLD')}; END IF; RETURN NULL;"
        )
        table, differ = watched.table, self.differ(watched)
        return (
            self._function(name, body),
            f'CREATE TRIGGER "{name}" AFTER INSERT OR DELETE ON "{table}"'
            f' FOR EACH ROW EXECUTE FUNCTION "{name}"()',
            f'CREATE TRIGGER "{name}_changed" AFTER UPDATE ON "{table}"'
            f' FOR EACH ROW WHEN ({differ}) EXECUTE FUNCTION "{name}"()',
            *self._versions(watched),
        )

    def refuse(self, table: str) -> Statements:
        return (
            f'CREATE TRIGGER "{PREFIX}{table}" BEFORE UPDATE OR DELETE ON "{table}"'
            f' FOR EACH ROW EXECUTE FUNCTION "{PREFIX}refuse"()',
        )

    def found(self, watched: Watched) -> str:
        call = self._write(watched, Kind.FOUND, "t").replace("PERFORM", "SELECT", 1)
        return f'{call} FROM "{watched.table}" t WHERE {self.otherwise(watched, "t")}'

    def drop(self, name: str, table: str) -> str:
        return f'DROP TRIGGER "{name}" ON "{table}"'

    def _versions(self, watched: Watched) -> Statements:
        if not watched.has_versions:
            return ()
        name, differ = f"{PREFIX}{watched.name}_version", self.differ(watched)
        ahead = f"OLD.version + CASE WHEN {differ} THEN 1 ELSE 0 END"
        return (
            self._function(name, f"NEW.version := GREATEST(NEW.version, {ahead}); RETURN NEW;"),
            f'CREATE TRIGGER "{name}" BEFORE UPDATE ON "{watched.table}" FOR EACH ROW'
            f' WHEN ({differ} OR NEW.version < OLD.version) EXECUTE FUNCTION "{name}"()',
        )

    def _write(self, watched: Watched, kind: Kind, row: str) -> str:
        entry = self.entry(watched, kind, row)
        return (
            f"PERFORM \"{PREFIX}write\"('{watched.label}', {entry.key},"
            f" '{watched.owner._meta.label_lower}', {entry.owner_key}, {entry.version},"
            f" '{kind}', {entry.content}, {entry.said})"
        )

    def _digested_change(self) -> str:
        at = "to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
        spelt = (at if name == "at" else f"{_never_null(name)}" for name in DIGESTED)
        return self.digested(" || chr(31) || ".join(spelt))

    def _function(self, name: str, body: str) -> str:
        return (
            f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql'
            f" AS $$ BEGIN {body} END $$"
        )


def _parts(watched: Watched, entry: Entry, previous: str) -> str:
    """What a change says, but for who did it and when, under the names of its columns."""
    parts = {
        "previous": previous,
        "label": f"'{watched.label}'",
        "row_key": entry.key,
        "owner": f"'{watched.owner._meta.label_lower}'",
        "owner_key": entry.owner_key,
        "version": entry.version,
        "kind": f"'{entry.kind}'",
        "content": entry.content,
        "said": entry.said,
    }
    return ", ".join(f"{expression} AS {name}" for name, expression in parts.items())


def _never_null(name: str) -> str:
    return "COALESCE(CAST(person AS text), '')" if name == "person" else name


def statements(dialect: Dialect, watched: Iterable[Watched]) -> Iterable[tuple[str, Statements]]:
    """Every table, and the statements that make it watched; tables of the history come first."""
    yield "", dialect.shared()
    for table in WRITTEN_ONCE:
        yield table, dialect.refuse(table)
    for each in watched:
        yield each.table, dialect.watch(each)


DIALECTS: Final[dict[str, Dialect]] = {"sqlite": SQLite(), "postgresql": PostgreSQL()}
