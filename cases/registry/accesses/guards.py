"""Triggers that keep the access log as it was written: no row altered, no young one removed."""

from collections.abc import Iterator
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

from cases.registry.accesses.entries import AccessEntry

# Six months (Cybersecurity Law art. 23(3)), counted in days so that no six of them are shorter.
SHORTEST_DAYS: Final = 184
PREFIX: Final = "access_log_"
TABLE: Final = AccessEntry._meta.db_table
REFUSED: Final = "the access log is never altered, and kept for six months"

INSTALLED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def _sqlite() -> Iterator[str]:
    young = f"WHEN OLD.at > datetime('now', '-{SHORTEST_DAYS} days')"
    for event, condition in (("UPDATE", ""), ("DELETE", young)):
        yield (
            f"CREATE TRIGGER {PREFIX}no_{event.lower()} BEFORE {event} ON {TABLE}"
            f" FOR EACH ROW {condition} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )


def _postgresql() -> Iterator[str]:
    yield (
        f"CREATE OR REPLACE FUNCTION {PREFIX}refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'check_violation'; END $$"
    )
    young = f"WHEN (OLD.at > now() - interval '{SHORTEST_DAYS} days')"
    for event, each in (("UPDATE", "ROW"), ("DELETE", f"ROW {young}"), ("TRUNCATE", "STATEMENT")):
        yield (
            f"CREATE TRIGGER {PREFIX}no_{event.lower()} BEFORE {event} ON {TABLE}"
            f" FOR EACH {each} EXECUTE FUNCTION {PREFIX}refuse()"
        )


STATEMENTS = {"sqlite": _sqlite, "postgresql": _postgresql}


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place, where the table is there to be kept."""
    if connection.vendor not in STATEMENTS:
        return
    remove(connection)
    with connection.cursor() as cursor:
        if TABLE in connection.introspection.table_names(cursor):
            for statement in STATEMENTS[connection.vendor]():
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, so that the table can be rebuilt."""
    on = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
    names = installed(connection)
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TRIGGER {name}{on}")


def installed(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that stand now; three on PostgreSQL, which can also empty a table at once."""
    if connection.vendor not in INSTALLED:
        return []
    with connection.cursor() as cursor:
        cursor.execute(INSTALLED[connection.vendor])
        return sorted(name for (name,) in cursor.fetchall() if name.startswith(PREFIX))
