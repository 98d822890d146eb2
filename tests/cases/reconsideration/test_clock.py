"""Which terms run for a reconsideration case, and which of them a reader is shown."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

from cases.reconsideration.clock import ROOM
from cases.reconsideration.terms import Outcome, Procedure, SimplifiedGround
from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock
from cases.registry.timing.loading import Clocks
from cases.registry.timing.panel import entries
from seeds.factories.reconsideration import ReconsiderationFactory

CLOCK = Clock(statutory(), Calendar())
ACCEPTED = date(2024, 3, 1)  # sixty days end on 30 April 2024
SIMPLIFIED = {
    "procedure": Procedure.SIMPLIFIED,
    "simplified_ground": SimplifiedGround.WARNING,
}
SUSPENDED = SimpleNamespace(
    ground="39-1-6", suspended_on=date(2024, 3, 20), resumed_on=date(2024, 4, 25)
)


def case(**dates: Any) -> Any:
    return ReconsiderationFactory.build(
        docket=None, respondent=None, field=None, act_kind=None, **dates
    )


def facts(record: Any, **rows: Any) -> Any:
    feeds = dict.fromkeys(("suspensions", "extensions", "tags", "letters"), ())
    return ROOM.made_of(record, {**feeds, **rows})


def due(record: Any, **rows: Any) -> dict[str, date | None]:
    working = ROOM.working(facts(record, **rows), CLOCK)
    return {each.running.code.removeprefix("reconsideration."): each.due_on for each in working}


@pytest.mark.parametrize(
    ("entered", "sued_by"),
    [
        # Never decided: 15 days from 30 April are 15 May.
        ({}, date(2024, 5, 15)),
        # Decided late, the suit for silence had been open all the same.
        ({"concluded_on": date(2024, 5, 6), "outcome": Outcome.UPHELD}, date(2024, 5, 15)),
        # Decided on the last day: in time.
        ({"concluded_on": date(2024, 4, 30), "outcome": Outcome.UPHELD}, None),
        # Thirty days end on Sunday 31 March, and so on 1 April: 16 April.
        (SIMPLIFIED, date(2024, 4, 16)),
    ],
)
def test_without_a_decision_in_time_the_applicant_may_sue(
    entered: dict[str, Any], sued_by: date | None
) -> None:
    record = case(received_on=ACCEPTED, accepted_on=ACCEPTED, **entered)

    assert due(record).get("sue_after_silence") == sued_by


def test_where_reconsideration_comes_first_it_is_article_34_that_lets_him_sue() -> None:
    record = case(received_on=ACCEPTED, accepted_on=ACCEPTED, is_mandatory_first=True)

    found = due(record)

    assert found["sue_after_refusal"] == date(2024, 5, 15)
    assert "sue_after_silence" not in found


def test_nobody_sues_for_silence_while_the_trial_stands_still() -> None:
    record = case(received_on=ACCEPTED, accepted_on=ACCEPTED)
    still = SimpleNamespace(ground="39-1-6", suspended_on=date(2024, 3, 20), resumed_on=None)

    assert "sue_after_silence" not in due(record, suspensions=[still])


@pytest.mark.parametrize(
    ("today", "is_shown"), [(date(2024, 4, 30), False), (date(2024, 5, 1), True)]
)
def test_the_suit_for_silence_is_shown_once_there_is_silence(today: date, is_shown: bool) -> None:
    record = case(received_on=ACCEPTED, accepted_on=ACCEPTED)

    shown = entries(ROOM, facts(record), Clocks(CLOCK, None), today)

    codes = {each.reckoned.running.code for each in shown}
    assert ("reconsideration.sue_after_silence" in codes) is is_shown


@pytest.mark.parametrize(
    ("entered", "extension", "code", "due_on"),
    [
        # Approved after 5 June, when the term had run out: 30 April and the 36 days of March
        # and April in which the trial stood still.
        ({}, (30, date(2024, 6, 6)), "decision", date(2024, 6, 5)),
        # No extension in the simplified procedure: 31 March and 36 days are 6 May.
        (SIMPLIFIED, (30, date(2024, 4, 26)), "decision_simplified", date(2024, 5, 6)),
        # Changed to the ordinary procedure after 6 May: the same, without the change.
        (
            {**SIMPLIFIED, "converted_on": date(2024, 5, 7)},
            (30, date(2024, 5, 8)),
            "decision_simplified",
            date(2024, 5, 6),
        ),
    ],
    ids=["extended late", "extended simplified", "changed late"],
)
def test_what_the_law_refuses_leaves_the_suspension_standing(
    entered: dict[str, Any], extension: tuple[int, date], code: str, due_on: date
) -> None:
    record = case(received_on=ACCEPTED, accepted_on=ACCEPTED, **entered)
    days, approved_on = extension
    extended = SimpleNamespace(days=days, approved_on=approved_on)

    found = due(record, suspensions=[SUSPENDED], extensions=[extended])

    assert found[code] == due_on


def test_late_corrections_leave_five_working_days_to_find_out_why() -> None:
    # Received on 1 March, asked on the 4th, ten working days end on the 18th; came on the 20th.
    record = case(
        received_on=date(2024, 3, 1),
        correction_requested_on=date(2024, 3, 4),
        correction_served_on=date(2024, 3, 4),
        correction_received_on=date(2024, 3, 20),
    )

    found = due(record)

    assert found["correction"] == date(2024, 3, 18)
    assert found["intake_review"] == date(2024, 3, 27)  # 21, 22, 25, 26, 27


def test_what_was_not_entered_is_a_remark_and_no_part_of_the_title() -> None:
    record = case(received_on=date(2024, 3, 1), correction_requested_on=date(2024, 3, 4))

    with translation.override("en"):
        (correction, _notice) = entries(ROOM, facts(record), Clocks(CLOCK, None), date(2024, 3, 5))
        assert str(correction.title) == "Correction by the applicant"
        assert "Receipt of the notice is not entered" in str(next(iter(correction.remarks)))


def test_a_term_whose_law_is_not_entered_says_so_by_name() -> None:
    record = case(
        received_on=ACCEPTED,
        accepted_on=ACCEPTED,
        concluded_on=date(2024, 3, 8),
        outcome=Outcome.REVOKED,
        decision_served_on=date(2026, 7, 1),
    )
    redo = SimpleNamespace(tag="redo")

    with translation.override("en"):
        shown = entries(ROOM, facts(record, tags=[redo]), Clocks(CLOCK, None), date(2026, 7, 2))
        (unknown,) = [entry for entry in shown if entry.deadline is None]
        assert list(map(str, unknown.remarks)) == [
            "No version of “Redoing an act that was revoked” is in force on 2026-07-01."
        ]


@pytest.mark.parametrize(
    ("today", "is_done_with"), [(date(2024, 3, 26), False), (date(2024, 3, 27), True)]
)
def test_a_suit_that_ran_out_is_done_with(today: date, is_done_with: bool) -> None:
    # Served on 11 March: fifteen days are the 26th.
    record = case(
        received_on=ACCEPTED,
        accepted_on=ACCEPTED,
        concluded_on=date(2024, 3, 8),
        outcome=Outcome.UPHELD,
        decision_served_on=date(2024, 3, 11),
    )

    shown = entries(ROOM, facts(record), Clocks(CLOCK, None), today)

    (suit,) = [entry for entry in shown if "sue_" in entry.reckoned.running.code]
    assert suit.is_done_with is is_done_with
