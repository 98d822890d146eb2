"""A process that dies of SIGKILL at its n-th step: python -m tests.killing 17 load seeds/2024.

A step is a statement sent to the database, a commit, or a file that is opened for writing, moved
or removed. With 0 it lives, and says at its end how many steps it took.
"""

import os
import signal
import sys
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402  # the apps first
from django.db import connection  # noqa: E402

WRITING = os.O_WRONLY | os.O_RDWR
TOUCHING = frozenset({"os.rename", "os.remove", "os.link", "os.mkdir", "sqlite3.connect"})


class Steps:
    """Counts them, and ends everything at the fatal one."""

    def __init__(self, fatal: int) -> None:
        self.fatal, self.taken = fatal, 0

    def take(self) -> None:
        self.taken += 1
        if self.taken == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def before_statement(self, execute: Any, *statement: Any) -> Any:
        self.take()
        return execute(*statement)

    def around_commit(self, commit: Any) -> Any:
        def committed() -> None:
            self.take()
            commit()
            self.take()

        return committed

    def heard(self, event: str, given: tuple[Any, ...]) -> None:
        is_opened = event == "open" and isinstance(given[2], int) and given[2] & WRITING
        if is_opened or event in TOUCHING:
            self.take()


if __name__ == "__main__":
    steps = Steps(int(sys.argv[1]))
    connection.execute_wrappers.append(steps.before_statement)
    connection._commit = steps.around_commit(connection._commit)  # type: ignore[attr-defined]  # Django's own, for each vendor
    sys.addaudithook(steps.heard)
    call_command(*sys.argv[2:])
    sys.stderr.write(f"{steps.taken}\n")
