"""The working shows every step a lawyer would check, with its article, in the reader's language."""

from datetime import date

import pytest
from django.utils import translation

from cases.registry.clock.adjustments import Extension
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline
from cases.registry.clock.steps import Kind, Step

DECISION = "reconsideration.decision"


def lines(deadline: Deadline, kind: Kind) -> list[str]:
    return [str(step.text) for step in deadline.steps if step.kind is kind]


def only(deadline: Deadline, kind: Kind) -> Step:
    (step,) = (step for step in deadline.steps if step.kind is kind)
    return step


def test_it_begins_with_the_law_and_the_event(clock: Clock) -> None:
    term, event, *_ = clock.deadline(DECISION, date(2024, 8, 5)).steps

    assert str(term) == (
        "Decision, ordinary procedure: 60 calendar days"
        " [Administrative Reconsideration Law, art. 62(1)]"
    )
    assert str(event.text) == "Event: acceptance, 2024-08-05 (Mon); that day is not counted"
    assert event.article.zh == "行政复议法第88条第1款，民事诉讼法第85条第2款"


def test_it_names_every_day_off_that_moved_the_end(clock: Clock) -> None:
    deadline = clock.deadline(DECISION, date(2024, 8, 5))

    assert lines(deadline, Kind.COUNTED) == ["Nominal end after 60 calendar days: 2024-10-04 (Fri)"]
    assert lines(deadline, Kind.DAY_OFF) == [
        "2024-10-04 (Fri) to 2024-10-07 (Mon): National Day, the last day moves"
    ]
    assert lines(deadline, Kind.DUE) == ["Due: 2024-10-08 (Tue)"]


def test_it_names_every_day_a_count_of_working_days_passes_over(clock: Clock) -> None:
    deadline = clock.deadline("reconsideration.intake_review", date(2024, 9, 27))

    assert lines(deadline, Kind.DAY_OFF) == [
        "2024-09-28 (Sat): weekend, not counted",
        "2024-10-01 (Tue) to 2024-10-07 (Mon): National Day, not counted",
    ]
    assert lines(deadline, Kind.MAKE_UP) == [
        "2024-09-29 (Sun): make-up working day for National Day, counted"
    ]


def test_the_days_passed_over_come_in_their_order(clock: Clock) -> None:
    steps = clock.deadline("reconsideration.intake_review", date(2024, 9, 27)).steps

    days = [step.on for step in steps if step.kind in {Kind.DAY_OFF, Kind.MAKE_UP}]
    assert days == [date(2024, 9, 28), date(2024, 9, 29), date(2024, 10, 1)]


def test_a_hearing_is_counted_back(clock: Clock) -> None:
    deadline = clock.deadline("reconsideration.hearing_notice", date(2024, 5, 8))

    assert lines(deadline, Kind.COUNTED) == ["Counted back 5 working days: 2024-04-28 (Sun)"]
    assert lines(deadline, Kind.DAY_OFF) == [
        "2024-05-01 (Wed) to 2024-05-05 (Sun): Labour Day, not counted"
    ]


def test_it_shows_the_interval_left_out_and_its_ground(clock: Clock) -> None:
    suspension = clock.suspension(DECISION, date(2024, 3, 20), date(2024, 4, 25))

    step = only(clock.deadline(DECISION, date(2024, 3, 1), suspensions=[suspension]), Kind.EXCLUDED)

    assert str(step.text) == (
        "2024-03-20 (Wed) until 2024-04-25 (Thu): reconsideration suspended,"
        " 36 calendar days left out; the end moves to 2024-06-05 (Wed)"
    )
    assert step.article.zh == "行政复议法第39条"


def test_intervals_that_overlap_are_shown_as_one_with_both_grounds(clock: Clock) -> None:
    spans = [
        clock.suspension(DECISION, date(2024, 3, 20), date(2024, 4, 1)),
        clock.suspension(
            DECISION, date(2024, 3, 25), date(2024, 4, 5), "reconsideration.appraisal"
        ),
    ]

    step = only(clock.deadline(DECISION, date(2024, 3, 1), suspensions=spans), Kind.EXCLUDED)

    assert "reconsideration suspended; expert appraisal, 16 calendar days" in str(step.text)
    assert step.article.zh == "行政复议法第39条、行政复议法实施条例（2007年）第37条"


def test_it_shows_what_is_left_while_the_clock_stands_still(clock: Clock) -> None:
    suspension = clock.suspension(DECISION, date(2024, 3, 20))

    deadline = clock.deadline(DECISION, date(2024, 3, 1), suspensions=[suspension])

    assert lines(deadline, Kind.PAUSED) == [
        "Since 2024-03-20 (Wed): reconsideration suspended; the term stands still,"
        " 19 calendar days used, 41 calendar days left"
    ]
    assert lines(deadline, Kind.DUE) == []


def test_it_shows_a_suspension_that_came_too_late(clock: Clock) -> None:
    suspension = clock.suspension(DECISION, date(2024, 5, 6), date(2024, 5, 20))

    deadline = clock.deadline(DECISION, date(2024, 3, 1), suspensions=[suspension])

    assert "the term had run out" in str(only(deadline, Kind.DISREGARDED).text)


def test_it_shows_who_extended_and_from_where(clock: Clock) -> None:
    deadline = clock.deadline(DECISION, date(2024, 8, 5), extensions=[Extension(30)])

    assert lines(deadline, Kind.EXTENDED) == [
        "Extended by 30 calendar days from the nominal end: 2024-11-03 (Sun); approved by"
        " the head of the reconsideration office, with written notice to the parties"
    ]


def test_it_shows_the_change_of_procedure(clock: Clock) -> None:
    deadline = clock.deadline(DECISION, date(2024, 8, 5), converted_on=date(2024, 8, 20))

    step = only(deadline, Kind.CONVERTED)

    assert "until 2024-08-20 (Tue), then ordinary; the clock is not restarted" in str(step.text)
    assert step.article.zh == "行政复议法第55条"


def test_it_shows_where_the_event_comes_from(clock: Clock) -> None:
    review = clock.deadline("reconsideration.intake_review", date(2024, 9, 27))

    step = only(clock.deadline(DECISION, review), Kind.SINCE)

    assert str(step.text) == (
        "The event is the last day of another term: Intake review, 2024-10-10 (Thu); "
        "the application counts as accepted on the day the review expires (art. 30(3))"
    )


def test_it_shows_a_month_without_that_day(clock: Clock) -> None:
    deadline = clock.deadline("litigation.first_instance", date(2024, 8, 31))

    assert lines(deadline, Kind.CLAMPED) == ["That month has no day 31; its last day counts"]


def test_a_provisional_date_says_so(clock: Clock) -> None:
    assert lines(clock.deadline(DECISION, date(2026, 11, 5)), Kind.PROVISIONAL)
    assert not lines(clock.deadline(DECISION, date(2024, 11, 5)), Kind.PROVISIONAL)


@pytest.mark.parametrize(
    ("code", "lapse"),
    [
        ("reconsideration.reply", "art. 70"),
        ("reconsideration.intake_review", "counts as accepted on the day the review expires"),
        ("litigation.appeal_judgment", "the judgment becomes final"),
        ("mediation.delegated", "back to the court"),
    ],
)
def test_it_ends_with_what_lapses(clock: Clock, code: str, lapse: str) -> None:
    last = clock.deadline(code, date(2024, 8, 5)).steps[-1]

    assert last.kind is Kind.LAPSE
    assert lapse in str(last.text)


@pytest.mark.parametrize("code", ["litigation.answer", "reconsideration.sue_after_decision"])
def test_what_runs_in_court_is_counted_by_the_courts_rules(clock: Clock, code: str) -> None:
    event = only(clock.deadline(code, date(2024, 8, 5)), Kind.EVENT)

    assert event.article.zh == "法释〔2018〕1号第48条第2款"


def test_words_of_the_law_follow_the_reader(clock: Clock) -> None:
    term = clock.deadline(DECISION, date(2024, 8, 5)).steps[0]

    with translation.override("zh-hans"):
        assert str(term.article) == "行政复议法第62条第1款"
        assert "行政复议决定期限（普通程序）" in str(term.text)


def test_every_step_but_the_provisos_names_an_article(clock: Clock) -> None:
    deadline = clock.deadline(DECISION, date(2024, 8, 5), extensions=[Extension(30)])

    assert all(step.article for step in deadline.steps)
