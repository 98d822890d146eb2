"""Sessions that know who is acting before they are given anything to do."""

from typing import Any

from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus

from cases.registry.history.acts import Act, Door, current_act

TELL = (
    "SELECT set_config('lawgov.act', %s, false), set_config('lawgov.door', %s, false),"
    " set_config('lawgov.by', %s, false), set_config('lawgov.why', %s, false)"
)
NOBODY = ("", str(Door.OUTSIDE.value), "", "")


class DatabaseWrapper(base.DatabaseWrapper):
    """No cursor is handed out before the session has been told of the present act.

    A rollback takes back what the session was told inside, so it is told again after one.
    """

    _told: tuple[str, ...] | None = NOBODY

    def get_new_connection(self, conn_params: Any) -> Any:
        self._told = NOBODY
        return super().get_new_connection(conn_params)

    def create_cursor(self, name: str | None = None) -> Any:
        self._tell(current_act())
        return super().create_cursor(name)

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
