"""lawgov run on another database than this one, in a process of its own."""

import json
import os
import subprocess
import sys
from typing import Any

from django.conf import settings

from lawgov.keeping.inventory import Inventory
from lawgov.keeping.refusals import Refused


def run(url: str, *arguments: str) -> str:
    """What a command of manage.py prints when the database is the one at `url`.

    Raises:
        Refused: the command failed, with what it complained of.
    """
    command = [sys.executable, str(settings.ROOT / "manage.py"), *arguments]
    environment = os.environ | {"DATABASE_URL": url, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # our own program
    if done.returncode:
        raise Refused(done.stderr.strip())
    return done.stdout


def inventory(url: str, *options: str) -> Inventory:
    found: dict[str, Any] = json.loads(run(url, "inventory", *options))
    return found


def migrate(url: str) -> None:
    run(url, "migrate", "--no-input", "--verbosity", "0")
