"""A process killed with -9 at any point leaves everything done or nothing."""

import json
import os
import random
import shutil
import signal
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from threading import Timer

import pytest
from django.conf import settings
from django.db import connection

from lawgov.keeping.archive import unpacked
from tests.clerks import SERVED, Clerk, Form, served
from tests.offices import Builder, Office

pytestmark = pytest.mark.django_db

KILLS = 2 if connection.vendor == "sqlite" else 1  # a server keeps its own files whole
PARTIES = 60
COUNTS = "SELECT (SELECT count(*) FROM cases_agency), (SELECT count(*) FROM cases_reconsideration)"
ADD = "/admin/cases/reconsideration/add/"
LIST = "/admin/cases/reconsideration/"
TOGETHER = 60
# Those voided, and what the history has of their voiding.
VOIDED = """SELECT
    (SELECT count(*) FROM cases_reconsideration WHERE void_reason <> '' AND id IN ({keys})),
    (SELECT count(*) FROM cases_change WHERE kind = 'changed' AND row_key IN ({keys})
        AND label = 'cases.reconsideration')"""
CHANGED = "SELECT count(*) FROM cases_reconsideration WHERE note = 'before'"


def is_sound(office: Office) -> bool:
    if not office.url.startswith("sqlite"):
        return True  # a server keeps that itself
    return office.ask("PRAGMA integrity_check") == [("ok",)]


def killed(office: Office, seed: int, *command: str) -> Iterator[int]:
    """Run a command to its end elsewhere, then as often as wanted to some step of it."""
    for step in chosen(seed, steps_of(office, *command)):
        done = office.run("-m", "tests.killing", str(step), *command)
        assert done.returncode in {0, -signal.SIGKILL}, done.stderr
        yield step


def chosen(seed: int, steps: int) -> list[int]:
    """Some of the steps, the same ones in every run."""
    return random.Random(seed).sample(range(1, steps), KILLS)  # noqa: S311  # no secret


def steps_of(office: Office, *command: str) -> int:
    done = office.run("-m", "tests.killing", "0", *command)
    assert done.returncode == 0, done.stderr
    return int(done.stderr.split()[-1])


@pytest.fixture
def ledgers(tmp_path: Path) -> Path:
    """Two lines of the demonstration year."""
    folder = tmp_path / "ledgers"
    folder.mkdir()
    for name in ("agencies", "staff", "reconsideration", "litigation"):
        for file in (settings.ROOT / "seeds" / "2024").glob(f"{name}*.csv"):
            shutil.copy(file, folder)
    return folder


def test_a_killed_import_leaves_all_or_nothing(
    new_office: Builder, tmp_path: Path, ledgers: Path
) -> None:
    for name in ("whole", "office"):
        (tmp_path / name).mkdir()
    whole, office = new_office(tmp_path / "whole"), new_office(tmp_path / "office")
    steps = steps_of(whole, "load", str(ledgers))
    everything = whole.ask(COUNTS)

    seen = []
    for step in chosen(2024, steps):
        office.run("-m", "tests.killing", str(step), "load", str(ledgers))
        assert is_sound(office)
        seen += office.ask(COUNTS)

    office.manage("load", str(ledgers))
    assert set(seen) <= {(0, 0), *everything}
    assert office.ask(COUNTS) == everything


def test_a_killed_backup_leaves_a_whole_archive_or_none(county: Office, tmp_path: Path) -> None:
    path = tmp_path / "county.tar.gz"
    left = []

    for step in chosen(825, steps_of(county, "backup", str(tmp_path / "first.tar.gz"))):
        county.run("-m", "tests.killing", str(step), "backup", str(path))
        left += [unpacked(each).vendor for each in tmp_path.glob("county*")]
        path.unlink(missing_ok=True)

    county.manage("backup", str(path))
    assert len(left) < KILLS  # at most the last steps come after the archive has its name
    assert unpacked(path).damaged == []


def test_a_killed_restoring_leaves_what_was_or_what_is_to_be(
    new_office: Builder, county: Office, archive: Path, tmp_path: Path
) -> None:
    office = new_office(tmp_path)
    office.manage("restore", str(archive))
    (everything,) = office.ask("SELECT count(*) FROM cases_reconsideration")

    for _step in killed(office, 76, "restore", "--replace", str(archive)):
        assert is_sound(office)
        assert office.ask(CHANGED)[0] in {(0,), everything}
        assert set(office.blobs()) >= set(county.blobs())
        office.note_everywhere("before")

    office.manage("restore", "--replace", str(archive))
    assert office.inventory() == county.inventory()


def test_a_server_killed_in_a_save_leaves_the_case_with_all_its_rows_or_none(
    new_office: Builder, tmp_path: Path
) -> None:
    office = new_office(tmp_path)
    office.more.update(SERVED)
    chosen = json.loads(office.run("-m", "tests.staffing", "1").stdout)
    chance = random.Random(30)  # noqa: S311  # to be repeated, not secret

    for _kill in range(3):
        with served(office, workers=1, threads=2) as (port, server):
            clerk = Clerk(port, "clerk0")
            clerk.sign_in()
            posted = Form(clerk.get(ADD).page).values | {"received_on": "2024-03-04", **chosen}
            posted |= parties()
            reaper = Timer(chance.uniform(0.02, 0.4), os.killpg, [server.pid, signal.SIGKILL])
            reaper.start()
            with suppress(OSError, HTTPException):
                clerk.post(ADD, posted)
            reaper.join()
        assert is_sound(office)

    cases = "SELECT count(*) FROM cases_reconsideration"
    rows = "SELECT count(*) FROM cases_reconsiderationparty GROUP BY case_id"
    numbers = "SELECT sequence FROM cases_docketnumber ORDER BY 1"
    (count,) = office.ask(cases)[0]
    assert office.ask(rows) == [(PARTIES,)] * count
    assert office.ask(numbers) == [(number + 1,) for number in range(count)]


def test_a_server_killed_in_a_bulk_action_has_changed_every_record_or_none(
    new_office: Builder, tmp_path: Path
) -> None:
    office = new_office(tmp_path)
    office.more.update(SERVED)
    office.run("-m", "tests.staffing", "1", str(KILLS * TOGETHER))
    keys = [str(key) for (key,) in office.ask("SELECT id FROM cases_reconsideration ORDER BY id")]
    chance = random.Random(31)  # noqa: S311  # to be repeated, not secret

    for kill in range(KILLS):
        some = keys[kill * TOGETHER : (kill + 1) * TOGETHER]
        with served(office, workers=1, threads=2) as (port, server):
            clerk = Clerk(port, "clerk0")
            clerk.sign_in()
            form = Form(clerk.get(LIST).page).values
            reaper = Timer(chance.uniform(0.05, 0.5), os.killpg, [server.pid, signal.SIGKILL])
            reaper.start()
            with suppress(OSError, HTTPException):
                clerk.post(LIST, form | voiding(some))
            reaper.join()
        assert is_sound(office)
        assert office.ask(VOIDED.format(keys=", ".join(some)))[0] in {(0, 0), (TOGETHER, TOGETHER)}

    with served(office, workers=1, threads=2) as (port, _server):
        clerk = Clerk(port, "clerk0")
        clerk.sign_in()
        clerk.post(LIST, Form(clerk.get(LIST).page).values | voiding(keys))
    assert office.ask(VOIDED.format(keys=", ".join(keys))) == [(len(keys), len(keys))]


def voiding(keys: list[str]) -> dict[str, str | list[str]]:
    """The confirmed page of an action, every record in its first version."""
    seen = [f"{key}:1" for key in keys]
    said = {"action": "void", "_confirmed": "1", "why": "重复录入"}
    return {**said, "_selected_action": keys, "_seen": seen}


def parties() -> dict[str, str]:
    """So many people on one form."""
    rows = {"parties-TOTAL_FORMS": str(PARTIES)}
    for number in range(PARTIES):
        typed = {"role": "applicant", "kind": "citizen", "name": f"申请人{number}", "persons": "1"}
        rows |= {f"parties-{number}-{name}": value for name, value in typed.items()}
    return rows
