"""What is written into the history, as each database spells it."""

# ruff: noqa: S608  # names come from the models, never from a person

from typing import Final, Protocol

from cases.registry.history.digests import DIGESTED
from cases.registry.history.models import Kind
from cases.registry.history.spelling import CHANGES, PREFIX, Entry, Spelling, Statements
from cases.registry.history.watching import Column, Watched

WRITTEN: Final = (*DIGESTED, "digest")
ONCE: Final = " LIMIT -1 OFFSET 0"
AT: Final = "%Y-%m-%d %H:%M:%f"  # milliseconds; the zeros behind make them microseconds


class Dialect(Protocol):
    """How one database spells what is written into the history."""

    def shared(self) -> Statements:
        """What all triggers lean on."""

    def write(self, watched: Watched, kind: Kind, row: str) -> str:
        """A statement of a trigger that writes a change of a row down."""

    def found(self, watched: Watched) -> str:
        """Write down every row that is not what its last change left."""

    def otherwise(self, watched: Watched, row: str) -> str:
        """A condition: the row is not what its last change left, or has none."""

    def said(self, watched: Watched, row: str) -> str:
        """All that a row says, as JSON."""

    def raised(self, watched: Watched, *rows: str) -> Statements:
        """The record of a row that belongs to it is no longer what somebody may have opened."""


class SQLite(Spelling):
    """The act and the digests come from functions of the connection.

    A connection that does not have them, such as another program's, is refused every change.
    """

    distinct = "IS NOT"

    def shared(self) -> Statements:
        return ()

    def quoted(self, column: Column, value: str) -> str:
        if column.kind == "BooleanField":  # a number here
            return f"CASE {value} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END"
        return f"json_quote({value})"

    def digested(self, text: str) -> str:
        return f"lawgov_digest({text})"

    def found(self, watched: Watched) -> str:
        source = f'FROM "{watched.table}" t WHERE {self.otherwise(watched, "t")}'
        return self.write(watched, Kind.FOUND, "t", source)

    def version(self, watched: Watched, row: str) -> str:
        """Read again: another statement of the trigger raises it after NEW was handed over."""
        if watched.has_versions and row == "NEW":
            return f'(SELECT version FROM "{watched.table}" WHERE id = NEW.id)'
        return super().version(watched, row)

    def write(self, watched: Watched, kind: Kind, row: str, source: str = "") -> str:
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


class PostgreSQL(Spelling):
    """The act is a setting of the session."""

    distinct = "IS DISTINCT FROM"

    def shared(self) -> Statements:
        """The one function that writes a change."""
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
        )

    def quoted(self, column: Column, value: str) -> str:
        if column.kind == "DateTimeField":  # whatever zone the session is in
            value = f"({value} AT TIME ZONE 'UTC')"
        return f"COALESCE(to_json({value})::text, 'null')"

    def digested(self, text: str) -> str:
        return f"encode(sha256(convert_to({text}, 'UTF8')), 'hex')"

    def found(self, watched: Watched) -> str:
        call = self.write(watched, Kind.FOUND, "t").replace("PERFORM", "SELECT", 1)
        return f'{call} FROM "{watched.table}" t WHERE {self.otherwise(watched, "t")}'

    def write(self, watched: Watched, kind: Kind, row: str) -> str:
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


DIALECTS: Final[dict[str, Dialect]] = {"sqlite": SQLite(), "postgresql": PostgreSQL()}
