"""A clock keeps the deadlines it has reckoned; nobody can tell but by the time it takes."""

from datetime import date
from typing import Any

import pytest

from cases.registry.clock import clock as module
from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock

REPLY, APPLICATION = "reconsideration.reply", "reconsideration.application"


def a_clock() -> Clock:
    return Clock(statutory(), Calendar())


@pytest.mark.parametrize(
    ("code", "on", "asked"),
    [
        (REPLY, date(2024, 9, 27), {}),
        (REPLY, date(2024, 9, 28), {}),
        (APPLICATION, date(2024, 1, 31), {}),
        (APPLICATION, date(2024, 1, 31), {"length": 90}),
        (APPLICATION, date(2023, 12, 31), {"law_on": date(2024, 1, 1)}),
    ],
)
def test_it_answers_the_second_time_what_a_new_clock_answers(
    code: str, on: date, asked: dict[str, Any]
) -> None:
    asked_before = a_clock()
    for other in ({}, {"length": 90}, {"law_on": date(2024, 1, 1)}):
        if code == APPLICATION:
            asked_before.deadline(code, on, **other)
    asked_before.deadline(code, on, **asked)

    found = asked_before.deadline(code, on, **asked)

    assert found == a_clock().deadline(code, on, **asked)


def test_it_keeps_no_more_than_it_was_given_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 3)
    clock = a_clock()

    for day in range(1, 11):
        clock.deadline(REPLY, date(2024, 3, day))

    assert len(clock._kept) <= 3


def test_what_befell_one_case_is_never_told_of_another() -> None:
    clock, accepted = a_clock(), date(2024, 8, 5)
    plain = clock.deadline("reconsideration.decision", accepted)

    stopped = clock.suspension("reconsideration.decision", date(2024, 8, 20), date(2024, 9, 1))
    longer = clock.deadline("reconsideration.decision", accepted, suspensions=[stopped])

    assert longer.due_on != plain.due_on
    assert clock.deadline("reconsideration.decision", accepted) == plain
