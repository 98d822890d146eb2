"""Emptying a whole database leaves no history of the emptying behind."""

from collections.abc import Iterable

from django.db import transaction
from django.db.backends.sqlite3 import operations

# The triggers of the history; `spelling` has the same prefix, but lies above the models.
FIND = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 8) = 'history_'"
)


class DatabaseOperations(operations.DatabaseOperations):
    """`flush` deletes every row here, as it truncates elsewhere; no trigger is asked."""

    def execute_sql_flush(self, sql_list: Iterable[str]) -> None:
        with transaction.atomic(using=self.connection.alias), self.connection.cursor() as cursor:
            cursor.execute(FIND)
            triggers: list[tuple[str, str]] = cursor.fetchall()
            for name, _statement in triggers:
                cursor.execute(f'DROP TRIGGER "{name}"')
            super().execute_sql_flush(sql_list)
            for _name, statement in triggers:
                cursor.execute(statement)
