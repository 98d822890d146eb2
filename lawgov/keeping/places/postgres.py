"""A database on a PostgreSQL server, by its own programs."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lawgov.keeping import elsewhere
from lawgov.keeping.inventory import PASSING, Inventory
from lawgov.keeping.refusals import Refused

DEBIAN = Path("/usr/lib/postgresql")  # where Debian keeps them, out of the path
ASIDE = "replaced_"
TRIAL = "lawgov_trial_"  # and the day it was begun on


class Postgres:
    """Copied by pg_dump under an exported snapshot, put back in one transaction."""

    vendor = "postgresql"

    @property
    def address(self) -> str:
        return address()

    def is_there(self) -> bool:
        return True

    def dumped(self, to: Path) -> Inventory:
        """The copy and what is said of it are of one snapshot; nobody waits for either."""
        os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
            _run(
                "pg_dump",
                "--format=custom",
                f"--snapshot={snapshot}",
                f"--file={to}",
                f"--exclude-schema={ASIDE}*",
                *(f"--exclude-table-data={table}" for table in PASSING),
            )
            return elsewhere.inventory(address(), "--snapshot", snapshot)

    @contextmanager
    def trial(self, dump: Path) -> Iterator[str]:
        _clear_abandoned()
        name = f"{TRIAL}{timezone.now():%Y%m%d}_{uuid4().hex[:12]}"
        try:
            _order(f"CREATE DATABASE {name}")
        except DatabaseError as fault:
            text = _("A throw-away database is needed to try an archive: %(fault)s")
            raise Refused(text % {"fault": fault}) from fault
        try:
            self._filled(name, dump)
            yield address(name)
        finally:
            _order(f"DROP DATABASE {name} WITH (FORCE)")

    def _filled(self, name: str, dump: Path) -> None:
        flags = ("--no-owner", "--no-privileges", "--no-comments", "--exit-on-error")
        _run("pg_restore", *flags, "--single-transaction", f"--dbname={name}", str(dump))

    def switched_to(self, dump: Path, url: str, moment: datetime, *, keep: bool) -> str:  # noqa: ARG002
        """The old tables step aside into a schema of their own, in the same transaction."""
        aside = f"{ASIDE}{moment:%Y%m%dt%H%M%S}"
        flags = ("--no-owner", "--no-privileges", "--no-comments", "--file=-")
        script = _run("pg_restore", *flags, str(dump))
        before = [
            f"ALTER SCHEMA public RENAME TO {aside}",
            "CREATE SCHEMA public AUTHORIZATION pg_database_owner",
            *(f'ALTER EXTENSION "{name}" SET SCHEMA public' for name in _extensions()),
        ]
        after = [] if keep else [f"DROP SCHEMA {aside} CASCADE"]
        whole = ";\n".join([*before, ""]) + script + ";\n".join(["", *after, ""])
        flags = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
        _run("psql", *flags, "--file=-", "--output=/dev/null", sent=whole)
        return _("the schema %(name)s") % {"name": aside} if keep else ""


def _clear_abandoned() -> None:
    """A restoring that was killed leaves its trial behind; a day later nobody works on it."""
    before = f"{TRIAL}{timezone.now() - timedelta(days=1):%Y%m%d}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'lawgov\\_trial\\_%'")
        names = [name for (name,) in cursor.fetchall()]
    for name in names:
        if name < before:
            _order(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _order(sql: str) -> None:
    """Said to the server on a connection that is not kept open."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
    connection.close()


def _extensions() -> list[str]:
    """What is installed beside our tables has to stay beside them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT extname FROM pg_extension WHERE extnamespace = 'public'::regnamespace"
        )
        found = [name for (name,) in cursor.fetchall()]
    connection.close()
    return found


def address(name: str = "") -> str:
    """The same server, and this database or another."""
    own = connection.settings_dict
    login = ":".join(quote(own[part], safe="") for part in ("USER", "PASSWORD") if own[part])
    host = f"{own['HOST']}:{own['PORT']}" if own["PORT"] else own["HOST"]
    return f"postgres://{login}@{host}/{quote(name or own['NAME'], safe='')}"


def program(name: str) -> str:
    """Where a program of PostgreSQL is; the newest reads what any older one wrote.

    Raises:
        Refused: it is not installed.
    """
    versions = sorted(DEBIAN.glob(f"*/bin/{name}"), key=_version)
    found = str(versions[-1]) if versions else shutil.which(name)
    if not found:
        text = _("“%(name)s” is not installed here (Debian: apt-get install postgresql-client).")
        raise Refused(text % {"name": name})
    return found


def _version(path: Path) -> float:
    folder = path.parent.parent.name
    return float(folder) if folder.replace(".", "", 1).isdecimal() else 0


def _run(name: str, *arguments: str, sent: str | None = None) -> str:
    own: dict[str, Any] = connection.settings_dict
    given = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    environment = os.environ | {key: str(own[part]) for key, part in given.items() if own[part]}
    environment |= {"PGDATABASE": own["NAME"], "PGCLIENTENCODING": "UTF8"}
    environment |= {"PGSSLMODE": mode} if (mode := own["OPTIONS"].get("sslmode")) else {}
    done = subprocess.run(  # noqa: S603  # programs of the server
        [program(name), *arguments],
        env=environment,
        input=sent,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refused(f"{name}: {done.stderr.strip()}")
    return done.stdout
