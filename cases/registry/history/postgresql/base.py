"""Sessions that know who is acting before they are given anything to do."""

from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.postgresql.operations import DatabaseOperations
from psycopg import ClientCursor, Cursor
from psycopg.pq import TransactionStatus

from cases.registry.history.acts import Act, Door, current_act

TELL = (
    "SELECT set_config('lawgov.act', %s, false), set_config('lawgov.door', %s, false),"
    " set_config('lawgov.by', %s, false), set_config('lawgov.why', %s, false)"
)
PLANS = 60  # kept on a connection, half a megabyte each; a page of all lines asks nineteen
AT_THE_SERVER = "parameters bound at the server"  # instead of the name of a cursor
NOBODY = ("", str(Door.OUTSIDE.value), "", "")


class Operations(DatabaseOperations):
    """In the log of statements each stands with its parameters, however it was sent."""

    def last_executed_query(self, cursor: Any, sql: str, params: Any) -> str:
        if isinstance(cursor, ClientCursor):
            return super().last_executed_query(cursor, sql, params)
        return str(self.compose_sql(sql, params))


class DatabaseWrapper(base.DatabaseWrapper):
    """No cursor is handed out before the session has been told of the present act.

    A rollback takes back what the session was told inside, so it is told again after one.
    """

    ops_class = Operations
    _told: tuple[str, ...] | None = NOBODY

    def get_new_connection(self, conn_params: Any) -> Any:
        self._told = NOBODY
        connection = super().get_new_connection(conn_params)
        connection.prepared_max = PLANS
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        self._tell(current_act())
        if name == AT_THE_SERVER:
            return Cursor(self.connection)
        return super().create_cursor(name)

    def planning_once(self) -> Any:
        """A cursor whose statements the server plans when they come a second time, and keeps.

        Parameters are sent beside the statement and not written into it as by any other cursor,
        so that the next values meet the plan that is there.
        """
        return self._cursor(AT_THE_SERVER)  # type: ignore[attr-defined]  # the stubs leave it out

    def _rollback(self) -> None:
        self._told = None
        super()._rollback()  # type: ignore[misc]  # the stubs leave it out

    def _savepoint_rollback(self, sid: str) -> None:
        self._told = None
        super()._savepoint_rollback(sid)  # type: ignore[misc]  # the stubs leave it out
        self._told = None

    def _tell(self, act: Act | None) -> None:
        now = _spelt(act) if act else NOBODY
        if now == self._told:
            return
        if self.connection.info.transaction_status == TransactionStatus.INERROR:
            return  # nothing but a rollback is taken now
        with self.connection.cursor() as cursor:
            cursor.execute(TELL, now)
        self._told = now


def _spelt(act: Act) -> tuple[str, ...]:
    by = "" if act.by is None else str(act.by)
    return (act.token, str(act.door.value), by, act.why)
