"""A load that is killed half way leaves the database as it was."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from cases.registry.ledgers.pages import LINES
from tests.cases.registry.ledgers.conftest import Desk

HALFWAY = [sys.executable, "-m", "tests.cases.registry.ledgers.halfway"]


def test_a_killed_load_leaves_nothing_behind(desk: Desk, tmp_path: Path) -> None:
    lines = [[f"T{n}", f"第{n}局", "department"] for n in range(3 * LINES)]
    desk.lay_lines("agencies", ["code", "name", "kind"], *lines)
    database = tmp_path / "killed.sqlite3"
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{database}"}

    with subprocess.Popen(
        [*HALFWAY, str(desk.folder)], env=environment, stdout=subprocess.PIPE, text=True
    ) as load:
        assert load.stdout is not None
        written = load.stdout.readline()
        load.kill()

    assert written == f"{2 * LINES}\n"
    assert rows(database) == 0


def rows(database: Path) -> int:
    """What another process finds, once the database has recovered."""
    with closing(sqlite3.connect(database)) as connection:
        (count,) = connection.execute("SELECT COUNT(*) FROM cases_agency").fetchone()
    return int(count)
