"""A load that stops half way and waits to be killed: python -m tests.…halfway FOLDER."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
django.setup()

from django.apps import apps  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from cases.registry.agencies import Agency  # noqa: E402
from cases.registry.ledgers.intake import Intake  # noqa: E402
from cases.registry.resources import LEDGERS  # noqa: E402


def stopping(pages: Sequence[Any], _title: str) -> Iterator[Any]:
    """Lets two pages in; then says how many rows there are by now, and waits."""
    yield from pages[:2]
    sys.stdout.write(f"{Agency.objects.count()}\n")
    sys.stdout.flush()
    time.sleep(60)


if __name__ == "__main__":
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)
    Intake(LEDGERS, progress=stopping).load(Path(sys.argv[1]))
