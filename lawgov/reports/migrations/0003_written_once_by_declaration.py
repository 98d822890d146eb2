"""The refusals of 0002 are declared now, and put in place after every migration.

Backwards, they stand again as 0002 made them, so that it finds what it takes away.
"""

from importlib import import_module
from typing import Any

from django.db import migrations

APPEND_ONLY = import_module("lawgov.reports.migrations.0002_append_only")


def hand_over(_apps: Any, editor: Any) -> None:
    is_postgresql = editor.connection.vendor == "postgresql"
    for table, event, _condition in APPEND_ONLY.refusals():
        on = f" ON {table}" if is_postgresql else ""
        editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event.lower()}{on}")
    if is_postgresql:
        editor.execute("DROP FUNCTION IF EXISTS reports_refuse()")


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_append_only")]

    operations = [migrations.RunPython(hand_over, APPEND_ONLY.install)]
