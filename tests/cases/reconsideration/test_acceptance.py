"""Acceptance entered late counts from the day on which the law had accepted (art. 30(3))."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from cases.reconsideration.clock import ROOM
from cases.reconsideration.models.case import Reconsideration
from cases.registry.timing.loading import clocks
from cases.registry.timing.running import Reckoned
from seeds.factories.reconsideration import ReconsiderationFactory, SuspensionFactory

pytestmark = pytest.mark.django_db

# Received on Monday 8 April 2024: the five working days 9, 10, 11, 12 and 15 April.
ENTERED_LATE = {"received_on": date(2024, 4, 8), "accepted_on": date(2024, 4, 16)}
CORRECTED = {
    "received_on": date(2024, 3, 4),
    "correction_requested_on": date(2024, 3, 6),
    "correction_served_on": date(2024, 3, 8),
    "correction_received_on": date(2024, 3, 15),
}


def term(case: Reconsideration, code: str) -> Reckoned:
    working = ROOM.working(ROOM.of(case.pk), clocks().governing)
    return next(each for each in working if each.running.code == f"reconsideration.{code}")


@pytest.mark.parametrize(
    ("dates", "due_on"),
    [
        # From 15 April: 15 days to the end of April, 31 of May, 14 of June; not 17 June.
        (ENTERED_LATE, date(2024, 6, 14)),
        # On the last day of the review, and so in time: from the day that is entered.
        ({**ENTERED_LATE, "accepted_on": date(2024, 4, 15)}, date(2024, 6, 14)),
        # 12 April + 60 is 11 June, the day after the Dragon Boat holiday.
        ({**ENTERED_LATE, "accepted_on": date(2024, 4, 12)}, date(2024, 6, 11)),
        # The holidays of October: the review ends on the 10th; 21 + 30 + 9 days.
        (
            {"received_on": date(2024, 9, 27), "accepted_on": date(2024, 10, 21)},
            date(2024, 12, 9),
        ),
        # The review starts again with the corrections, 18 to 22 March: 9 + 30 + 21 days.
        ({**CORRECTED, "accepted_on": date(2024, 3, 25)}, date(2024, 5, 21)),
        # A request to correct that came too late stops nothing: as the first.
        ({**ENTERED_LATE, "correction_requested_on": date(2024, 4, 16)}, date(2024, 6, 14)),
        # The law of 1999 knew no acceptance by lapse: 26 + 29 + 5 days from 5 January.
        (
            {"received_on": date(2023, 12, 25), "accepted_on": date(2024, 1, 5)},
            date(2024, 3, 5),
        ),
    ],
)
def test_the_trial_runs_from_the_day_the_law_had_accepted(
    dates: dict[str, Any], due_on: date
) -> None:
    case = ReconsiderationFactory.create(**dates)

    assert term(case, "decision").due_on == due_on


def test_the_copy_is_due_from_that_day_too() -> None:
    case = ReconsiderationFactory.create(**ENTERED_LATE)

    # 16 to 19 and 22 to 24 April; from the day that was entered it would be the 25th.
    assert term(case, "copy_to_respondent").due_on == date(2024, 4, 24)


def test_a_suspension_is_left_out_of_the_term_from_that_day() -> None:
    case = ReconsiderationFactory.create(**ENTERED_LATE)
    SuspensionFactory.create(case=case, suspended_on=date(2024, 5, 6), resumed_on=date(2024, 5, 20))

    # 14 June and the 14 days from 6 to 20 May.
    assert term(case, "decision").due_on == date(2024, 6, 28)


def test_the_working_says_so_with_the_article() -> None:
    case = ReconsiderationFactory.create(**ENTERED_LATE)

    with translation.override("en"):
        deadline = term(case, "decision").deadline
        assert deadline is not None
        said = {str(step.text): str(step.article) for step in deadline.steps}

    day = next(text for text in said if text.startswith("The event is the last day"))
    assert "2024-04-15" in day
    assert "art. 30" in said[day]
