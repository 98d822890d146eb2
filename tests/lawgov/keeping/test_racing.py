"""Of two processes that read the same version of a case, one saves and the other is told."""

import subprocess
from pathlib import Path

import pytest

from tests.clerks import SERVED
from tests.offices import PATIENCE, Builder, Office

pytestmark = pytest.mark.django_db

KEPT = """SELECT note, (SELECT username FROM cases_user u WHERE u.id = handler_id)
    FROM cases_reconsideration"""
CHANGES = """SELECT count(*) FROM cases_change
    WHERE label = 'cases.reconsideration' AND kind = 'changed'"""


@pytest.fixture
def office(new_office: Builder, tmp_path: Path) -> Office:
    made = new_office(tmp_path)
    made.more.update(SERVED)
    made.run("-m", "tests.staffing", "2", "1")
    return made


def started(office: Office, door: str, name: str) -> "subprocess.Popen[str]":
    """Somebody who has read the case and waits for the word."""
    racer = office.start("-m", "tests.lawgov.keeping.racing", door, name, stdin=subprocess.PIPE)
    assert racer.stdout is not None
    assert racer.stdout.readline() == "read\n"
    return racer


@pytest.mark.parametrize("doors", [("form", "form"), ("form", "action"), ("action", "action")])
def test_one_saves_and_the_other_is_told(office: Office, doors: tuple[str, str]) -> None:
    (untouched,) = office.ask(KEPT)
    racers = [started(office, door, f"clerk{n}") for n, door in enumerate(doors)]

    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    said = [racer.communicate(timeout=PATIENCE) for racer in racers]

    assert sorted(answer for answer, _error in said) == ["late", "saved"], said
    winner = [answer for answer, _error in said].index("saved")
    expected = list(untouched)
    expected[doors[winner] == "action"] = f"clerk{winner}"
    assert office.ask(KEPT) == [tuple(expected)]
    assert office.ask(CHANGES) == [(1,)]
