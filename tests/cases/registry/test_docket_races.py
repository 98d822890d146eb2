"""Several people who take a docket number at the same moment get different ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection, transaction

from cases.registry.dockets import DocketKind, DocketNumber

PROCESSES, EACH = 8, 25


@pytest.fixture
def address(transactional_db: None, tmp_path: Path) -> str:
    """A database that other processes reach: the test's own, or a file beside it for SQLite."""
    if connection.vendor == "postgresql":
        own = connection.settings_dict
        login = f"{own['USER']}:{own['PASSWORD']}".rstrip(":")
        return f"postgres://{login}@{own['HOST']}:{own['PORT']}/{own['NAME']}"
    url = f"sqlite:///{tmp_path / 'office.sqlite3'}"
    _start(0, url).communicate(timeout=60)
    return url


def _start(count: int, url: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.cases.registry.taking", str(count)],
        env=os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "lawgov.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _take_at_once(url: str) -> list[int]:
    """What all of them got; they are let go together, once the last is ready."""
    people = [_start(EACH, url) for _ in range(PROCESSES)]
    for person in people:
        assert person.stdout is not None
        assert person.stdout.readline() == "ready\n", person.communicate()[1]
    for person in people:
        assert person.stdin is not None
        person.stdin.write("go\n")
        person.stdin.flush()
    answers = [person.communicate(timeout=120) for person in people]
    assert [error for _, error in answers] == [""] * PROCESSES
    return [int(number) for numbers, _ in answers for number in numbers.split()]


def test_eight_processes_at_once_take_no_number_twice_and_leave_none_out(address: str) -> None:
    taken = _take_at_once(address)

    assert sorted(taken) == list(range(1, PROCESSES * EACH + 1))


@transaction.atomic
def _take_and_fail() -> None:
    DocketNumber.objects.take(DocketKind.RECONSIDERATION, 2024)
    raise RuntimeError


def test_a_number_given_back_by_a_failed_transaction_is_given_out_again(
    transactional_db: None,
) -> None:
    """Nothing was entered under it, so that nothing is missing from the register."""
    with pytest.raises(RuntimeError):
        _take_and_fail()

    assert DocketNumber.objects.take(DocketKind.RECONSIDERATION, 2024).sequence == 1
