"""Fifty clerks at once, over HTTP, against a server with several processes."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tests.clerks import SERVED, Clerk, Form, served
from tests.offices import Builder, Office

pytestmark = pytest.mark.django_db

CLERKS = 50
ADD = "/admin/cases/reconsideration/add/"


@pytest.fixture
def office(new_office: Builder, tmp_path: Path) -> Office:
    made = new_office(tmp_path)
    made.more.update(SERVED)
    return made


def at_once(work: Callable[[int], int]) -> list[int]:
    """What everybody was answered; all of them begin at the same moment."""
    with ThreadPoolExecutor(CLERKS) as people:
        return list(people.map(work, range(CLERKS)))


def test_fifty_clerks_at_once_take_fifty_numbers_without_gap_or_error(office: Office) -> None:
    chosen = json.loads(office.run("-m", "tests.staffing", str(CLERKS)).stdout)
    typed = {"received_on": "2024-03-04", **chosen}
    ready = Barrier(CLERKS)

    with served(office, workers=3, threads=4) as (port, _server):

        def enter(number: int) -> int:
            clerk = Clerk(port, f"clerk{number}")
            assert clerk.sign_in().status == 302
            form = Form(clerk.get(ADD).page).values
            ready.wait()
            answer = clerk.post(ADD, form | typed)
            assert "errornote" not in answer.page, answer.page
            return answer.status

        answers = at_once(enter)

    numbers = "SELECT sequence FROM cases_docketnumber ORDER BY sequence"
    named = "SELECT count(DISTINCT entered_by_id) FROM cases_reconsideration"
    assert answers == [302] * CLERKS
    assert [sequence for (sequence,) in office.ask(numbers)] == list(range(1, CLERKS + 1))
    assert office.ask(named) == [(CLERKS,)]
