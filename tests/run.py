"""The suite on both databases, what only looks at pages once: python -m tests.run [options]."""

import os
import subprocess
import sys

from tests.postgres import HOW_TO_GET_IT, binaries, server


def suite(name: str, database_url: str | None, options: list[str]) -> int:
    print(f"\n== The suite on {name}", flush=True)
    environment = dict(os.environ)
    environment.pop("DATABASE_URL", None)
    if database_url:
        environment["DATABASE_URL"] = database_url
    # In their order, however they are shared out: those that commit come last.
    command = [sys.executable, "-m", "pytest", "-n", str(os.cpu_count() or 2), *options]
    return subprocess.run(command, env=environment, check=False).returncode


def main(options: list[str]) -> int:
    failed = suite("SQLite", None, options)
    if binaries() is None:
        print(f"\n== The suite on PostgreSQL skipped: {HOW_TO_GET_IT}")
        return failed or bool(os.environ.get("LAWGOV_NOTHING_SKIPPED"))
    with server() as url:
        # The databases go with their server; dropping them would wait for threads of live pages.
        on_it = [*options, "--reuse-db", "-m", "not looks"]
        return suite("PostgreSQL", url, on_it) or failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
