"""Several processes that hand in the same form at the same moment make one record."""

import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from seeds.factories.registry import UserFactory

HANDS = 4


@pytest.fixture
def address(transactional_db: None, tmp_path: Path) -> str:
    """A database that other processes reach: the test's own, or a file beside it for SQLite."""
    if connection.vendor == "postgresql":
        UserFactory.create()
        own = connection.settings_dict
        login = f"{own['USER']}:{own['PASSWORD']}".rstrip(":")
        return f"postgres://{login}@{own['HOST']}:{own['PORT']}/{own['NAME']}"
    url = f"sqlite:///{tmp_path / 'office.sqlite3'}"
    assert _start(url).communicate(timeout=60)[1] == ""
    return url


def _start(url: str, *key: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.cases.registry.desk.handing_in", *key],
        env=os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "lawgov.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_one_makes_the_record_and_the_others_wait_for_it_and_find_it(address: str) -> None:
    key = str(uuid4())
    hands = [_start(address, key) for _ in range(HANDS)]
    for hand in hands:
        assert hand.stdout is not None
        assert hand.stdout.readline() == "ready\n"

    for number, hand in enumerate(hands):
        assert hand.stdin is not None
        hand.stdin.write(f"{number}\n")
        hand.stdin.flush()
    answers = [hand.communicate(timeout=60) for hand in hands]

    said = [answer.split() for answer, _error in answers]
    assert [error for _answer, error in answers] == [""] * HANDS
    assert sorted(word for word, _made in said) == ["found"] * (HANDS - 1) + ["made"]
    assert len({made for _word, made in said}) == 1
