"""A measurement on an empty SQLite file, and then on an empty PostgreSQL server."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.postgres import HOW_TO_GET_IT, binaries, server

SETTINGS = ("shared_buffers=512MB", "work_mem=64MB", "max_wal_size=4GB", "statement_timeout=0")


def on_both(module: str, arguments: list[str]) -> None:
    """Runs the module once for each database, each time told of it by DATABASE_URL."""
    with tempfile.TemporaryDirectory(prefix="lawgov-bench-") as folder:
        _run(module, arguments, f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
    if binaries() is None:
        print(f"PostgreSQL skipped: {HOW_TO_GET_IT}")
        return
    with server(*SETTINGS) as url:
        _run(module, arguments, url)


def is_told() -> bool:
    """Whether somebody has said which database to fill."""
    return "DATABASE_URL" in os.environ


def _run(module: str, arguments: list[str], url: str) -> None:
    environment = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "lawgov.settings",
        "LAWGOV_DEBUG": "0",  # debug keeps every statement it ever sent
    }
    subprocess.run([sys.executable, "-m", module, *arguments], env=environment, check=True)
