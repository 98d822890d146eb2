"""What the law does not allow is refused, with the reason and the article."""

from collections.abc import Callable
from datetime import date

import pytest

from cases.registry.clock.adjustments import Extension
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline
from cases.registry.clock.refusals import (
    AlreadyExtended,
    BadDates,
    BadLength,
    ExtensionTooLong,
    NotConvertible,
    NoTermInForce,
    NotExtendable,
    NotSuspendable,
    OutsideCalendar,
    Refusal,
    TooLate,
)

DECISION = "reconsideration.decision"
SIMPLIFIED = "reconsideration.decision_simplified"
ACCEPTED = date(2024, 8, 5)  # sixty days: Oct 4, due Oct 8; thirty days: Sep 4

Demand = Callable[[Clock], Deadline]

REFUSED: list[tuple[str, type[Refusal], Demand]] = [
    (
        "no extension in the simplified procedure",
        NotExtendable,
        lambda clock: clock.deadline(SIMPLIFIED, ACCEPTED, extensions=[Extension(10)]),
    ),
    (
        "no extension granted while the procedure was still simplified",
        NotExtendable,
        lambda clock: clock.deadline(
            SIMPLIFIED,
            ACCEPTED,
            converted_on=date(2024, 8, 20),
            extensions=[Extension(10, date(2024, 8, 19))],
        ),
    ),
    (
        "no extension of a term that knows none",
        NotExtendable,
        lambda clock: clock.deadline("litigation.answer", ACCEPTED, extensions=[Extension(5)]),
    ),
    (
        "no extension beyond thirty days",
        ExtensionTooLong,
        lambda clock: clock.deadline(DECISION, ACCEPTED, extensions=[Extension(31)]),
    ),
    (
        "no second extension, even within thirty days",
        AlreadyExtended,
        lambda clock: clock.deadline(DECISION, ACCEPTED, extensions=[Extension(10), Extension(10)]),
    ),
    (
        "no extension after the decision",
        TooLate,
        lambda clock: clock.deadline(
            DECISION,
            ACCEPTED,
            concluded_on=date(2024, 9, 20),
            extensions=[Extension(10, date(2024, 9, 21))],
        ),
    ),
    (
        "no extension of a term that has run out",
        TooLate,
        lambda clock: clock.deadline(
            DECISION, ACCEPTED, extensions=[Extension(10, date(2024, 10, 9))]
        ),
    ),
    (
        "no extension before acceptance",
        BadDates,
        lambda clock: clock.deadline(
            DECISION, ACCEPTED, extensions=[Extension(10, date(2024, 8, 4))]
        ),
    ),
    (
        "no extension by nothing",
        BadLength,
        lambda clock: clock.deadline(DECISION, ACCEPTED, extensions=[Extension(0)]),
    ),
    (
        "no decision before acceptance",
        BadDates,
        lambda clock: clock.deadline(DECISION, ACCEPTED, concluded_on=date(2024, 8, 4)),
    ),
    (
        "no suspension that ends before it starts",
        BadDates,
        lambda clock: clock.deadline(
            DECISION,
            ACCEPTED,
            suspensions=[clock.suspension(DECISION, date(2024, 9, 10), date(2024, 9, 9))],
        ),
    ),
    (
        "no suspension before acceptance",
        BadDates,
        lambda clock: clock.deadline(
            DECISION,
            ACCEPTED,
            suspensions=[clock.suspension(DECISION, date(2024, 8, 4), date(2024, 9, 9))],
        ),
    ),
    (
        "no suspension of a term the law lets run",
        NotSuspendable,
        lambda clock: clock.deadline(
            "reconsideration.reply",
            ACCEPTED,
            suspensions=[clock.suspension(DECISION, date(2024, 8, 6), date(2024, 8, 7))],
        ),
    ),
    (
        "no suspension on a ground of another procedure",
        NotSuspendable,
        lambda clock: clock.deadline(
            DECISION,
            ACCEPTED,
            suspensions=[
                clock.suspension(DECISION, date(2024, 9, 1), date(2024, 9, 2), "litigation.stay")
            ],
        ),
    ),
    (
        "no ground where the law names none",
        NotSuspendable,
        lambda clock: clock.deadline(
            "litigation.answer",
            ACCEPTED,
            suspensions=[clock.suspension("litigation.answer", date(2024, 8, 6))],
        ),
    ),
    (
        "no ground that is no longer in force",
        NoTermInForce,
        lambda clock: clock.deadline(
            DECISION,
            date(2026, 6, 15),
            suspensions=[
                clock.suspension(
                    DECISION, date(2026, 7, 1), date(2026, 7, 9), "reconsideration.appraisal"
                )
            ],
        ),
    ),
    (
        "no change of procedure once the thirty days are over",
        TooLate,
        lambda clock: clock.deadline(SIMPLIFIED, ACCEPTED, converted_on=date(2024, 9, 5)),
    ),
    (
        "no change of procedure before acceptance",
        BadDates,
        lambda clock: clock.deadline(SIMPLIFIED, ACCEPTED, converted_on=date(2024, 8, 4)),
    ),
    (
        "no change of procedure after the decision",
        TooLate,
        lambda clock: clock.deadline(
            SIMPLIFIED,
            ACCEPTED,
            concluded_on=date(2024, 8, 20),
            converted_on=date(2024, 8, 21),
        ),
    ),
    (
        "no change of a procedure that is not simplified",
        NotConvertible,
        lambda clock: clock.deadline(
            "reconsideration.opinion_reply", ACCEPTED, converted_on=date(2024, 8, 20)
        ),
    ),
    (
        "no length where the law has fixed it",
        BadLength,
        lambda clock: clock.deadline("reconsideration.reply", ACCEPTED, length=20),
    ),
    (
        "no longer limit where a law may only shorten it",
        BadLength,
        lambda clock: clock.deadline(DECISION, ACCEPTED, length=61),
    ),
    (
        "no shorter time to apply where a law may only lengthen it",
        BadLength,
        lambda clock: clock.deadline("reconsideration.application", ACCEPTED, length=59),
    ),
    (
        "no date where the law gives no number and the document is not asked",
        BadLength,
        lambda clock: clock.deadline("reconsideration.performance_of_decision", ACCEPTED),
    ),
    (
        "no term that does not exist",
        NoTermInForce,
        lambda clock: clock.deadline("reconsideration.nonsense", ACCEPTED),
    ),
    (
        "no term before its law was in force",
        NoTermInForce,
        lambda clock: clock.deadline(SIMPLIFIED, date(2023, 12, 31)),
    ),
    (
        "no term of the old regulations after they were replaced",
        NoTermInForce,
        lambda clock: clock.deadline("reconsideration.redo", date(2026, 7, 1)),
    ),
    (
        "no year that is a slip of the pen",
        OutsideCalendar,
        lambda clock: clock.deadline("litigation.sue", date(2924, 8, 5)),
    ),
    (
        "no length that leaves the calendar",
        OutsideCalendar,
        lambda clock: clock.deadline(
            "reconsideration.performance_of_decision", ACCEPTED, length=10**9
        ),
    ),
]


@pytest.mark.parametrize(
    ("refusal", "demand"),
    [(refusal, demand) for _, refusal, demand in REFUSED],
    ids=[name for name, _, _ in REFUSED],
)
def test_it_refuses(clock: Clock, refusal: type[Refusal], demand: Demand) -> None:
    with pytest.raises(refusal) as refused:
        demand(clock)

    assert str(refused.value.reason)


def test_a_refusal_names_the_article(clock: Clock) -> None:
    with pytest.raises(NotExtendable) as refused:
        clock.deadline(SIMPLIFIED, ACCEPTED, extensions=[Extension(10)])

    assert refused.value.article.zh == "行政复议法第62条第2款"
    assert "art. 62(2)" in str(refused.value)


def test_nothing_follows_a_term_that_stands_still(clock: Clock) -> None:
    suspension = clock.suspension(DECISION, date(2024, 9, 1))
    paused = clock.deadline(DECISION, ACCEPTED, suspensions=[suspension])

    with pytest.raises(BadDates):
        clock.deadline("reconsideration.sue_after_silence", paused)


def test_an_extension_is_granted_up_to_the_due_date_itself(clock: Clock) -> None:
    extension = Extension(10, date(2024, 10, 8))

    assert clock.deadline(DECISION, ACCEPTED, extensions=[extension]).due_on == date(2024, 10, 14)
