"""All measurements: python -m tests.bench [cases], a million of them unless told otherwise."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.postgres import HOW_TO_GET_IT, binaries, server

MILLION, FEW = 1_000_000, 10_000


def in_a_process_of_its_own(url: str, *module_and_arguments: str) -> None:
    environment = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "lawgov.settings",
        "LAWGOV_DEBUG": "0",  # debug keeps every statement it ever sent
    }
    command = [sys.executable, "-m", *module_and_arguments]
    subprocess.run(command, env=environment, check=True)


def each_database(*module_and_arguments: str) -> None:
    """Run a module against an empty database of either kind."""
    with tempfile.TemporaryDirectory(prefix="lawgov-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        in_a_process_of_its_own(url, *module_and_arguments)
    if binaries() is None:
        print(f"PostgreSQL skipped: {HOW_TO_GET_IT}")
        return
    with server("shared_buffers=1GB", "work_mem=64MB", "max_wal_size=4GB") as url:
        in_a_process_of_its_own(url, *module_and_arguments)


def main(arguments: list[str]) -> None:
    count = int(arguments[0]) if arguments else MILLION
    each_database("tests.bench.measure", str(count), str(min(FEW, count)))


if __name__ == "__main__":
    main(sys.argv[1:])
