"""The SQL that both databases share: what a row says, what changed in it, whose it is."""

# ruff: noqa: S608  # names come from the models, never from a person

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cases.registry.history.models import Change, Kind
from cases.registry.history.watching import Column, Watched

PREFIX: Final = "history_"
CHANGES: Final = Change._meta.db_table
Statements = tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One change as SQL: each part is an expression.

    `content` is NULL where what the row says is all there is to tell.
    """

    kind: Kind
    key: str
    owner_key: str
    version: str
    content: str
    said: str


class Spelling:
    """Expressions over a row that goes by the name NEW, OLD or that of a table."""

    distinct: str

    def quoted(self, column: Column, value: str) -> str:
        """A value as JSON, null where there is none."""
        raise NotImplementedError

    def digested(self, text: str) -> str:
        raise NotImplementedError

    def said(self, watched: Watched, row: str) -> str:
        """All that the row says, as a JSON object without what is empty."""
        return self._object(self._if_said(column, row) for column in watched.columns)

    def changed(self, watched: Watched) -> str:
        """From and to of each column that differs, as a JSON object."""
        return self._object(self._if_changed(column) for column in watched.columns)

    def differ(self, watched: Watched) -> str:
        return " OR ".join(self._differs(column) for column in watched.columns)

    def owner_key(self, watched: Watched, row: str) -> str:
        """The key of the record on whose page the row's history is read."""
        steps = list(watched.ancestors())
        if not steps:
            return f"{row}.id"
        path = f'{row}."{steps[0].column}"'
        for step in steps[1:]:
            table = step.model._meta.db_table
            path = f'(SELECT "{step.column}" FROM "{table}" WHERE id = {path})'
        return path

    def version(self, watched: Watched, row: str) -> str:
        """The version of the record that speaks for the row, as it stands now."""
        if watched.has_versions:
            return f"{row}.version"
        if (keeper := watched.keeper) is None:
            return "0"
        table = keeper.related_model._meta.db_table
        return f'COALESCE((SELECT version FROM "{table}" WHERE id = {row}."{keeper.column}"), 0)'

    def raised(self, watched: Watched, *rows: str) -> Statements:
        """The record of a row that belongs to it is no longer what somebody may have opened."""
        if (keeper := watched.keeper) is None:
            return ()
        table = keeper.related_model._meta.db_table
        keys = ", ".join(f'{row}."{keeper.column}"' for row in rows)
        return (f'UPDATE "{table}" SET version = version + 1 WHERE id IN ({keys})',)

    def entry(self, watched: Watched, kind: Kind, row: str) -> Entry:
        return Entry(
            kind=kind,
            key=f"{row}.id",
            owner_key=self.owner_key(watched, row),
            version=self.version(watched, row),
            content=self.changed(watched) if kind == Kind.CHANGED else "NULL",
            said=self.said(watched, row),
        )

    def last(self, watched: Watched, row: str, column: str) -> str:
        """What the newest change of the row says in one column; NULL where there is none."""
        return (
            f'(SELECT c.{column} FROM "{CHANGES}" c WHERE c.row_key = {row}.id'
            f" AND c.label = '{watched.label}' ORDER BY c.id DESC LIMIT 1)"
        )

    def otherwise(self, watched: Watched, row: str) -> str:
        """The row is not what its last change left, or has none."""
        now = self.digested(self.said(watched, row))
        return f"{self.last(watched, row, 'row_digest')} {self.distinct} {now}"

    def _object(self, parts: Iterable[str]) -> str:
        return f"'{{' || substr({' || '.join(parts)}, 2) || '}}'"

    def _if_said(self, column: Column, row: str) -> str:
        value = f'{row}."{column.name}"'
        name = f"',\"{column.name}\":'"
        if column.is_flag:
            return f"CASE WHEN {value} THEN {name} || 'true' ELSE '' END"
        said = f"{value} <> ''" if column.is_text else f"{value} IS NOT NULL"
        return f"CASE WHEN {said} THEN {name} || {self._shown(column, value)} ELSE '' END"

    def _if_changed(self, column: Column) -> str:
        name = f"',\"{column.name}\":['"
        before, after = (self._shown(column, f'{row}."{column.name}"') for row in ("OLD", "NEW"))
        return (
            f"CASE WHEN {self._differs(column)}"
            f" THEN {name} || {before} || ',' || {after} || ']' ELSE '' END"
        )

    def _shown(self, column: Column, value: str) -> str:
        return self.quoted(column, self.digested(value) if column.is_secret else value)

    def _differs(self, column: Column) -> str:
        return f'OLD."{column.name}" {self.distinct} NEW."{column.name}"'
