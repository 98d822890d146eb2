"""From receipt to acceptance: corrections restart the review, silence accepts."""

from datetime import date

import pytest

from cases.registry.clock.clock import Clock
from cases.registry.clock.intake import Intake, acceptance_by_lapse, correction, review, running
from cases.registry.clock.refusals import BadDates

RECEIVED = date(2024, 9, 12)  # five working days: 13, 14 (worked), 18, 19, 20
NOTICED = date(2024, 9, 20)


def test_the_review_runs_from_receipt(clock: Clock) -> None:
    assert review(clock, Intake(RECEIVED)).due_on == date(2024, 9, 20)


def test_silence_accepts_on_the_day_the_review_expires(clock: Clock) -> None:
    accepted = acceptance_by_lapse(clock, Intake(date(2024, 9, 27)))

    assert accepted is not None
    assert accepted.due_on == date(2024, 10, 10)


def test_that_day_starts_the_sixty_days(clock: Clock) -> None:
    accepted = acceptance_by_lapse(clock, Intake(date(2024, 9, 27)))
    assert accepted is not None

    assert clock.deadline("reconsideration.decision", accepted).due_on == date(2024, 12, 9)


def test_a_notice_on_its_way_stops_the_review(clock: Clock) -> None:
    intake = Intake(RECEIVED, notice_sent_on=NOTICED)

    assert running(clock, intake) is None
    assert acceptance_by_lapse(clock, intake) is None


def test_the_applicant_has_ten_working_days_from_receiving_the_notice(clock: Clock) -> None:
    intake = Intake(RECEIVED, NOTICED, date(2024, 9, 23))

    deadline = running(clock, intake)

    # 24 25 26 27 (28) 29W 30 (Oct 1-7) 8 9 10 11
    assert deadline is not None
    assert deadline.due_on == date(2024, 10, 11)
    assert acceptance_by_lapse(clock, intake) is None


def test_the_authority_may_lengthen_the_time_to_correct(clock: Clock) -> None:
    intake = Intake(RECEIVED, NOTICED, date(2024, 9, 23), extended_by=3)

    deadline = correction(clock, intake)

    assert deadline is not None
    assert deadline.due_on == date(2024, 10, 15)  # 12W (13) 14 15


def test_corrections_start_the_review_anew(clock: Clock) -> None:
    intake = Intake(RECEIVED, NOTICED, date(2024, 9, 23), date(2024, 10, 9))

    accepted = acceptance_by_lapse(clock, intake)

    assert accepted is not None
    assert accepted.trigger_on == date(2024, 10, 9)
    assert accepted.due_on == date(2024, 10, 15)  # 10 11 12W (13) 14 15


def test_corrections_that_come_late_are_reviewed_all_the_same(clock: Clock) -> None:
    intake = Intake(RECEIVED, NOTICED, date(2024, 9, 23), date(2024, 10, 12))

    deadline = running(clock, intake)

    # A day after the 11th. Was there a good reason (art. 31(2))? (13) 14 15 16 17 18
    assert deadline is not None
    assert deadline.term.code == "reconsideration.review_after_correction"
    assert deadline.due_on == date(2024, 10, 18)


def test_a_notice_after_five_working_days_does_not_stop_acceptance(clock: Clock) -> None:
    late = Intake(RECEIVED, date(2024, 9, 23), date(2024, 9, 24), date(2024, 9, 25))

    accepted = acceptance_by_lapse(clock, late)

    assert accepted is not None
    assert accepted.due_on == date(2024, 9, 20)
    assert correction(clock, late) is None


def test_the_law_of_1999_knew_no_acceptance_by_lapse(clock: Clock) -> None:
    assert acceptance_by_lapse(clock, Intake(date(2023, 12, 28))) is None


@pytest.mark.parametrize(
    "dates",
    [
        {"notice_sent_on": date(2024, 9, 11)},
        {"notice_sent_on": NOTICED, "notice_received_on": date(2024, 9, 19)},
        {"notice_sent_on": NOTICED, "corrected_on": date(2024, 9, 19)},
        {"corrected_on": date(2024, 9, 25)},
    ],
    ids=[
        "notice before receipt",
        "received before sent",
        "corrected before asked",
        "corrected unasked",
    ],
)
def test_it_refuses_dates_that_cannot_follow_one_another(dates: dict[str, date]) -> None:
    with pytest.raises(BadDates):
        Intake(RECEIVED, **dates)  # type: ignore[arg-type]  # every value is a date
