"""A database in one file."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from django.db import connection
from django.db.backends.sqlite3._functions import (  # type: ignore[import-untyped]
    register,
)
from django.utils.translation import gettext as _

from cases.registry.attachments.storage import remember
from lawgov.keeping import elsewhere
from lawgov.keeping.inventory import PASSING, Inventory
from lawgov.keeping.refusals import Refused


class SQLite:
    """Copied by SQLite's own online backup, put back by one rename."""

    vendor = "sqlite"

    @property
    def address(self) -> str:
        return address(self.path)

    @property
    def path(self) -> Path:
        return Path(connection.settings_dict["NAME"])

    def is_there(self) -> bool:
        return self.path.exists()

    def dumped(self, to: Path) -> Inventory:
        """One step under one read lock: writers in WAL go on meanwhile, and are not in it."""
        os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with (
            closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(to)) as copy,
        ):
            source.backup(copy)
            _made_fit(copy)
        return elsewhere.inventory(address(to))

    @contextmanager
    def trial(self, dump: Path) -> Iterator[str]:
        with TemporaryDirectory(dir=dump.parent, prefix="trial-") as folder:
            copy = Path(folder) / "db.sqlite3"
            copyfile(dump, copy)
            _sound(copy)
            yield address(copy)

    def switched_to(self, dump: Path, url: str, moment: datetime, *, keep: bool) -> str:  # noqa: ARG002
        """`url` is the trial, which by now was compared and brought up to this version."""
        staged = Path(url.removeprefix("sqlite:///"))
        _rolled_up(staged)
        aside = self.path.with_name(f"{self.path.name}.replaced-{moment:%Y%m%dT%H%M%S}")
        if self.path.exists():
            _rolled_up(self.path)
            if keep:
                os.link(self.path, aside)
        arrived = self.path.with_name(f".{self.path.name}.restoring")
        copyfile(staged, arrived)
        arrived.chmod(0o600)
        with arrived.open("rb") as file:
            os.fsync(file.fileno())
        arrived.replace(self.path)
        remember(self.path.parent)
        return str(aside) if aside.exists() else ""


def address(path: Path) -> str:
    return f"sqlite:///{path}"


def _made_fit(copy: sqlite3.Connection) -> None:
    """One file without a log beside it, without anybody's session, and sound."""
    copy.execute("PRAGMA journal_mode=DELETE")
    copy.execute("PRAGMA secure_delete=ON")
    tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
    with copy:
        for table in PASSING & tables:
            copy.execute(f"DELETE FROM {table}")  # noqa: S608  # names of ours
    _check(copy)


def _sound(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        _check(file)


def _check(file: sqlite3.Connection) -> None:
    register(file)  # the constraints call functions that Django brings along
    answer = file.execute("PRAGMA integrity_check").fetchone()[0]
    loose = file.execute("PRAGMA foreign_key_check").fetchone()
    if answer != "ok" or loose:
        raise Refused(_("The database is damaged: %(fault)s") % {"fault": loose or answer})


def _rolled_up(path: Path) -> None:
    """Take what lies in the log into the file; only who is alone with a database can."""
    with closing(sqlite3.connect(path, timeout=2)) as file:
        try:
            mode = file.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
        except sqlite3.OperationalError:
            mode = "locked"
    if mode != "delete":
        raise Refused(_("The database is in use. Stop the server first, then restore."))
