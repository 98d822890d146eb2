"""Frozen forms and numbers are written once, like everything else of a closing."""

from typing import Any

from django.db import migrations

WRITTEN_ONCE = ("reports_closednumbers", "reports_closedtable")
REFUSED = "what was closed is never altered"


def install(_apps: Any, editor: Any) -> None:
    for table in WRITTEN_ONCE:
        for event in ("UPDATE", "DELETE"):
            head = f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table}"
            if editor.connection.vendor == "postgresql":
                body = "EXECUTE FUNCTION reports_refuse()"
            else:
                body = f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            editor.execute(f"{head} FOR EACH ROW {body}", None)


def remove(_apps: Any, editor: Any) -> None:
    for table in WRITTEN_ONCE:
        on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        for event in ("update", "delete"):
            editor.execute(f"DROP TRIGGER {table}_no_{event}{on}")


class Migration(migrations.Migration):
    dependencies = [("reports", "0006_number_what_is_closed")]

    operations = [migrations.RunPython(install, remove)]
