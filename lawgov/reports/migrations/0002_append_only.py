"""Closings are written once: the database itself refuses to alter or delete one."""

from typing import Any

from django.db import migrations

WRITTEN_ONCE = (
    "reports_closure",
    "reports_closedfigure",
    "reports_closedrecords",
    "reports_closedtable",
    "reports_closednumbers",
)
REFUSED = "what was closed is never altered"
# A reopening is altered once, by the second person, who changes nothing of what was asked.
ALTERED_TWICE = """OLD.confirmed_by_id IS NOT NULL OR NEW.confirmed_by_id IS NULL
    OR NEW.closure_id <> OLD.closure_id OR NEW.asked_by_id <> OLD.asked_by_id
    OR NEW.asked_at <> OLD.asked_at OR NEW.reason <> OLD.reason"""


def refusals() -> list[tuple[str, str, str]]:
    """Table, event and the condition under which the event is refused."""
    always = [(table, event, "") for table in WRITTEN_ONCE for event in ("UPDATE", "DELETE")]
    return [
        *always,
        ("reports_reopening", "DELETE", ""),
        ("reports_reopening", "UPDATE", ALTERED_TWICE),
    ]


def install(_apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(
            "CREATE FUNCTION reports_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'check_violation'; END $$"
        )
    for table, event, condition in refusals():
        when = f"WHEN ({condition})" if condition else ""
        head = f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} FOR EACH ROW"
        if editor.connection.vendor == "postgresql":
            editor.execute(f"{head} {when} EXECUTE FUNCTION reports_refuse()", None)
        else:
            editor.execute(f"{head} {when} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END", None)


def remove(_apps: Any, editor: Any) -> None:
    for table, event, _condition in refusals():
        on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        editor.execute(f"DROP TRIGGER {table}_no_{event.lower()}{on}")
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP FUNCTION reports_refuse()")


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_closings_and_exports")]

    operations = [migrations.RunPython(install, remove)]
