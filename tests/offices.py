"""Offices of their own: a migrated database, a folder of files, and lawgov run in processes."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import connection
from django.db.backends.sqlite3._functions import register  # type: ignore[import-untyped]

from cases.registry.attachments.storage import keys, path_of
from lawgov.keeping.places.postgres import address

PATIENCE = 300  # seconds after which a process hangs
# Whoever looks at a place, backs it up or restores it leaves an entry there.
LOGS = frozenset({"cases_accessentry"})


@dataclass(frozen=True)
class Office:
    """A place in which processes of lawgov work, far from the test's own database."""

    url: str
    folder: Path
    more: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        own = {
            "DATABASE_URL": self.url,
            "LAWGOV_DATA_DIR": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "lawgov.settings",
            "PYTHONWARNINGS": "ignore",
        }
        return os.environ | own | self.more

    @property
    def files(self) -> Path:
        return self.folder / "files"

    def start(self, *command: str, **options: Any) -> subprocess.Popen[str]:
        """A process of Python in this office: a module or a script with its arguments."""
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=settings.ROOT,
            env=self.environment,
            text=True,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
        )

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        process = self.start(*command)
        said, complained = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(command, process.returncode, said, complained)

    def manage(self, *command: str) -> str:
        """What a command says; one that fails fails the test."""
        done = self.run("manage.py", *command)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refused(self, *command: str) -> str:
        """What a command complains of that has to fail."""
        done = self.run("manage.py", *command)
        assert done.returncode != 0, done.stdout
        return done.stderr

    def inventory(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.manage("inventory"))
        return without_logs(found)

    def note_everywhere(self, text: str) -> None:
        """Change every reconsideration case by a process of lawgov, so that triggers may ask it."""
        model = "from cases.reconsideration.models.case import Reconsideration"
        change = f"{model}; Reconsideration.objects.update(note={text!r})"
        self.manage("shell", "--verbosity", "0", "--command", change)

    def blobs(self) -> dict[str, bytes]:
        return {key: path_of(key, self.files).read_bytes() for key in keys(self.files)}

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of the office's database, read without lawgov."""
        with _opened(self.url) as database:
            cursor = database.execute(sql)
            return list(cursor.fetchall()) if cursor.description else []


def without_logs(inventory: dict[str, Any]) -> dict[str, Any]:
    """What two places have to have in common."""
    tables = {name: found for name, found in inventory["tables"].items() if name not in LOGS}
    return inventory | {"tables": tables}


@contextmanager
def _opened(url: str) -> Iterator[Any]:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file, file:
            register(file)
            yield file
    else:
        psycopg = connection.Database  # type: ignore[attr-defined]  # the driver of this vendor
        with psycopg.connect(url, autocommit=True) as session:
            yield session


Builder = Callable[[Path], Office]


@contextmanager
def builder(folder: Path) -> Iterator[Builder]:
    """Copies of the test's own database as it was migrated; those of a server are dropped again.

    Only while nothing else is connected to it, and nothing was entered.
    """
    build = _on_server if connection.vendor == "postgresql" else _in_files
    with build(folder) as made:
        yield made


@contextmanager
def _in_files(folder: Path) -> Iterator[Builder]:
    template = folder / "template.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(template)])

    def office(folder: Path) -> Office:
        shutil.copyfile(template, folder / "db.sqlite3")
        return Office(f"sqlite:///{folder / 'db.sqlite3'}", folder)

    yield office


@contextmanager
def _on_server(_folder: Path) -> Iterator[Builder]:
    made: list[str] = []
    template = f"office_{uuid4().hex[:12]}"
    own = connection.settings_dict["NAME"]
    connection.close()
    _create(template, own)

    def office(folder: Path) -> Office:
        made.append(f"{template}_{len(made)}")
        _create(made[-1], template)
        return Office(address(made[-1]), folder)

    yield office
    with _opened(address("postgres")) as server:
        for name in (*made, template):
            for each in (f"{name}_empty", name):
                server.execute(f"DROP DATABASE IF EXISTS {each} WITH (FORCE)")


def _create(name: str, template: str = "template1") -> None:
    with _opened(address("postgres")) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")


def empty(like: Office, folder: Path) -> Office:
    """A place in which there is nothing at all, not even tables."""
    if like.url.startswith("sqlite"):
        return Office(f"sqlite:///{folder / 'db.sqlite3'}", folder)
    name = f"{like.url.rsplit('/', 1)[1]}_empty"
    with _opened(address("postgres")) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    _create(name)
    return Office(address(name), folder)
