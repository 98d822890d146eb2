"""Connections that lend the triggers of the history two functions."""

from typing import Any

from django.db.backends.sqlite3 import base

from cases.registry.history.acts import Door, current_act
from cases.registry.history.digests import digest
from cases.registry.history.sqlite3.cursors import Cursor
from cases.registry.history.sqlite3.operations import DatabaseOperations


class DatabaseWrapper(base.DatabaseWrapper):
    """Every connection can say what is being done, and digest a text."""

    ops_class = DatabaseOperations

    def get_new_connection(self, conn_params: Any) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.create_function("lawgov_digest", 1, _digest, deterministic=True)
        connection.create_function("lawgov_act", 1, _act)
        return connection

    def create_cursor(self, name: str | None = None) -> Cursor:  # noqa: ARG002  # Django's own
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        return cursor


def _digest(text: str | None) -> str | None:
    return None if text is None else digest(text)


def _act(part: str) -> str | int | None:
    """The act of whoever sends the statement: SQLite asks in the same thread and context."""
    act = current_act()
    if part == "door":
        return str((act.door if act else Door.OUTSIDE).value)
    if part == "by":
        return act.by if act else None
    return str(getattr(act, part)) if act else ""
