"""Suspensions, extensions and a change of procedure, each worked out by hand."""

from datetime import date

import pytest

from cases.registry.clock.adjustments import Extension
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline

DECISION = "reconsideration.decision"
SIMPLIFIED = "reconsideration.decision_simplified"

Spans = list[tuple[date, date | None]]


def suspended(
    clock: Clock, code: str, event: date, spans: Spans, *, extended_by: int = 0
) -> Deadline:
    suspensions = [clock.suspension(code, start, end) for start, end in spans]
    extensions = [Extension(extended_by)] if extended_by else []
    return clock.deadline(code, event, suspensions=suspensions, extensions=extensions)


@pytest.mark.parametrize(
    ("accepted", "spans", "due"),
    [
        # Apr 30 + 36 days: Jun 5, Wednesday
        (date(2024, 3, 1), [(date(2024, 3, 20), date(2024, 4, 25))], date(2024, 6, 5)),
        # the same 36 days in two parts that overlap
        (
            date(2024, 3, 1),
            [(date(2024, 3, 20), date(2024, 4, 10)), (date(2024, 4, 1), date(2024, 4, 25))],
            date(2024, 6, 5),
        ),
        # one inside the other
        (
            date(2024, 3, 1),
            [(date(2024, 3, 20), date(2024, 4, 25)), (date(2024, 4, 1), date(2024, 4, 5))],
            date(2024, 6, 5),
        ),
        # Aug 2 + 10 + 5 days apart: Aug 17, Saturday
        (
            date(2024, 6, 3),
            [(date(2024, 6, 10), date(2024, 6, 20)), (date(2024, 7, 1), date(2024, 7, 6))],
            date(2024, 8, 19),
        ),
        # 10 + 5 days that touch, in any order
        (
            date(2024, 6, 3),
            [(date(2024, 6, 20), date(2024, 6, 25)), (date(2024, 6, 10), date(2024, 6, 20))],
            date(2024, 8, 19),
        ),
        # Oct 4 + 10, before any roll: Oct 14, Monday (from the rolled Oct 8 it would be Oct 18)
        (date(2024, 8, 5), [(date(2024, 9, 1), date(2024, 9, 11))], date(2024, 10, 14)),
        # suspended on the very day of acceptance: Apr 30 + 9 = May 9
        (date(2024, 3, 1), [(date(2024, 3, 1), date(2024, 3, 10))], date(2024, 5, 9)),
        # suspended on the last day: Apr 30 + 10 = May 10, the day it is resumed
        (date(2024, 3, 1), [(date(2024, 4, 30), date(2024, 5, 10))], date(2024, 5, 10)),
        # suspended in the days granted by a roll (May 1 to May 6): ends with the suspension
        (date(2024, 3, 2), [(date(2024, 5, 6), date(2024, 5, 16))], date(2024, 5, 16)),
        # suspended after the term ran out on Apr 30: nothing revives it
        (date(2024, 3, 1), [(date(2024, 5, 6), date(2024, 5, 20))], date(2024, 4, 30)),
        # suspended and resumed on one day: nothing is left out
        (date(2024, 3, 1), [(date(2024, 3, 20), date(2024, 3, 20))], date(2024, 4, 30)),
    ],
)
def test_suspended_time_is_added_once_and_before_the_roll(
    clock: Clock, accepted: date, spans: Spans, due: date
) -> None:
    assert suspended(clock, DECISION, accepted, spans).due_on == due


@pytest.mark.parametrize(
    ("ground", "event", "span", "due"),
    [
        # Oct 3 + 10 days: Oct 13, Sunday
        (
            ("mediation.delegated", "mediation.appraisal"),
            date(2024, 9, 3),
            (date(2024, 9, 10), date(2024, 9, 20)),
            date(2024, 10, 14),
        ),
        # Sep 15 + 45 days: Sep 30 is 15, Oct 30, Wednesday
        (
            ("litigation.first_instance", "litigation.stay"),
            date(2024, 3, 15),
            (date(2024, 5, 1), date(2024, 6, 15)),
            date(2024, 10, 30),
        ),
        # Mar 10 + 29 days: Apr 8; the 19 days left, not a fresh sixty (May 19)
        (
            ("reconsideration.application", "reconsideration.obstacle"),
            date(2024, 1, 10),
            (date(2024, 2, 20), date(2024, 3, 20)),
            date(2024, 4, 8),
        ),
        # Apr 30 + 14 days: May 14, Tuesday
        (
            (DECISION, "reconsideration.appraisal"),
            date(2024, 3, 1),
            (date(2024, 3, 11), date(2024, 3, 25)),
            date(2024, 5, 14),
        ),
    ],
)
def test_each_term_leaves_out_what_its_own_law_names(
    clock: Clock, ground: tuple[str, str], event: date, span: tuple[date, date], due: date
) -> None:
    code, name = ground

    suspension = clock.suspension(code, *span, name)

    assert clock.deadline(code, event, suspensions=[suspension]).due_on == due


def test_a_suspension_that_lasts_stops_the_clock(clock: Clock) -> None:
    deadline = suspended(clock, DECISION, date(2024, 3, 1), [(date(2024, 3, 20), None)])

    assert deadline.due_on is None
    assert deadline.paused_since == date(2024, 3, 20)
    assert deadline.days_left(date(2024, 6, 1)) is None


def test_a_stopped_clock_knows_what_is_used_and_what_is_left(clock: Clock) -> None:
    spans: Spans = [(date(2024, 3, 11), date(2024, 3, 16)), (date(2024, 3, 20), None)]

    pause = suspended(clock, DECISION, date(2024, 3, 1), spans).pause

    assert pause is not None
    assert (pause.used, pause.left) == (14, 46)  # Mar 20 is day 19, of which 5 were left out


def test_a_stopped_clock_is_never_overdue(clock: Clock) -> None:
    deadline = suspended(clock, DECISION, date(2024, 3, 1), [(date(2024, 3, 20), None)])

    assert not deadline.is_overdue(date(2025, 3, 1))


def test_an_open_suspension_swallows_what_comes_after(clock: Clock) -> None:
    spans: Spans = [(date(2024, 3, 20), None), (date(2024, 4, 1), date(2024, 4, 10))]

    assert suspended(clock, DECISION, date(2024, 3, 1), spans).paused_since == date(2024, 3, 20)


def test_a_lapsed_term_is_not_stopped(clock: Clock) -> None:
    deadline = suspended(clock, DECISION, date(2024, 3, 1), [(date(2024, 5, 6), None)])

    assert deadline.due_on == date(2024, 4, 30)
    assert len(deadline.disregarded) == 1


@pytest.mark.parametrize(
    ("code", "event", "extended_by", "due"),
    [
        # from the nominal Oct 4, not from Oct 8: Nov 3, Sunday
        (DECISION, date(2024, 8, 5), 30, date(2024, 11, 4)),
        # Oct 4 + 15 = Oct 19, Saturday
        (DECISION, date(2024, 8, 5), 15, date(2024, 10, 21)),
        # Oct 3 + 30 agreed by the parties = Nov 2, Saturday
        ("mediation.delegated", date(2024, 9, 3), 30, date(2024, 11, 4)),
        # working days on working days: May 13, then 14 15 16 17 (18 19) 20
        ("reconsideration.correction", date(2024, 4, 26), 5, date(2024, 5, 20)),
        # Jun 18 (15 days) + 10 = Jun 28, Friday
        ("mediation.confirmation_decision", date(2024, 6, 3), 10, date(2024, 6, 28)),
    ],
)
def test_an_extension_counts_from_the_nominal_end(
    clock: Clock, code: str, event: date, extended_by: int, due: date
) -> None:
    assert clock.deadline(code, event, extensions=[Extension(extended_by)]).due_on == due


@pytest.mark.parametrize(
    ("span", "due"),
    [
        # Apr 30 + 30 = May 30, + 36: Jul 5, Friday
        ((date(2024, 3, 20), date(2024, 4, 25)), date(2024, 7, 5)),
        # begun while the extension runs: May 30 + 14 = Jun 13
        ((date(2024, 5, 20), date(2024, 6, 3)), date(2024, 6, 13)),
    ],
)
def test_extension_and_suspension_add_up(clock: Clock, span: tuple[date, date], due: date) -> None:
    deadline = suspended(clock, DECISION, date(2024, 3, 1), [span], extended_by=30)

    assert deadline.due_on == due


@pytest.mark.parametrize(
    ("code", "event", "converted_on", "due"),
    [
        # sixty days from acceptance, not from the change: Oct 4, National Day to Oct 7
        (SIMPLIFIED, date(2024, 8, 5), date(2024, 8, 20), date(2024, 10, 8)),
        # asked by the term it has now: the same
        (DECISION, date(2024, 8, 5), date(2024, 8, 20), date(2024, 10, 8)),
        # on the last day of the thirty
        (SIMPLIFIED, date(2024, 8, 5), date(2024, 9, 4), date(2024, 10, 8)),
        # ten working days from the original receipt
        (
            "reconsideration.reply_simplified",
            date(2024, 4, 26),
            date(2024, 5, 6),
            date(2024, 5, 13),
        ),
        # six months from filing: Oct 1, National Day to Oct 7
        (
            "litigation.first_instance_simplified",
            date(2024, 4, 1),
            date(2024, 5, 10),
            date(2024, 10, 8),
        ),
    ],
)
def test_a_change_of_procedure_does_not_restart_the_clock(
    clock: Clock, code: str, event: date, converted_on: date, due: date
) -> None:
    assert clock.deadline(code, event, converted_on=converted_on).due_on == due


def test_a_converted_case_may_be_extended(clock: Clock) -> None:
    deadline = clock.deadline(
        SIMPLIFIED,
        date(2024, 8, 5),
        converted_on=date(2024, 8, 20),
        extensions=[Extension(30, date(2024, 9, 20))],
    )

    assert deadline.due_on == date(2024, 11, 4)


def test_a_suspension_gives_the_simplified_case_more_time_to_convert(clock: Clock) -> None:
    # Sep 4 + 10 days: until Sep 14 (worked) it may still become ordinary.
    deadline = clock.deadline(
        SIMPLIFIED,
        date(2024, 8, 5),
        suspensions=[clock.suspension(SIMPLIFIED, date(2024, 8, 10), date(2024, 8, 20))],
        converted_on=date(2024, 9, 14),
    )

    assert deadline.due_on == date(2024, 10, 14)  # Oct 4 + 10


@pytest.mark.parametrize(
    ("code", "event", "length", "due"),
    [
        # another law gives ninety days: Jul 29, Aug 31 = 60, Sep 30 = 90: Monday
        ("reconsideration.application", date(2024, 7, 2), 90, date(2024, 9, 30)),
        # another law gives only thirty: Mar 31, Sunday
        (DECISION, date(2024, 3, 1), 30, date(2024, 4, 1)),
        # the document fixes fifteen: Apr 16
        ("reconsideration.performance_of_decision", date(2024, 4, 1), 15, date(2024, 4, 16)),
        # the court asks for an answer in one month
        ("litigation.judicial_suggestion_reply", date(2024, 5, 31), 1, date(2024, 7, 1)),
    ],
)
def test_another_law_or_the_document_may_set_the_length(
    clock: Clock, code: str, event: date, length: int, due: date
) -> None:
    assert clock.deadline(code, event, length=length).due_on == due
