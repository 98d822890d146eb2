"""The figures of random ledgers, counted by the database and once more in plain Python."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.reconsideration.figures import CHAPTER
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter
from cases.registry.figures import Number, Stock
from cases.registry.periods import Period
from tests.cases.behind import broken
from tests.cases.reconsideration.ledgers import (
    askings,
    counted,
    entered,
    ledgers,
    letters,
    open_on,
    periods,
)

pytestmark = pytest.mark.django_db

CASES, LETTERS = CHAPTER.sheets
# Every example empties the tables again, so the fixture that gives the database may be shared.
thoroughly = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

CORRECTED = {
    "modified",
    "revoked",
    "partly_revoked",
    "confirmed_unlawful",
    "confirmed_invalid",
    "ordered_to_perform",
    "contract_liability",
}
MEDIATED = {"mediated", "settled"}

Recount = Callable[[Reconsideration, Period], Number]


def every(case: Reconsideration) -> bool:
    return True


def on(event: str, test: Callable[[Reconsideration], bool] = every) -> Recount:
    return lambda case, period: getattr(case, event) in period and test(case)


def ended(*outcomes: str) -> Recount:
    return on("concluded_on", lambda case: case.outcome in outcomes)


def _awaiting(case: Reconsideration, day: Any) -> bool:
    return open_on(day, case.received_on, case.accepted_on or case.turned_away_on)


def _on_trial(case: Reconsideration, day: Any) -> bool:
    return open_on(day, case.accepted_on, case.concluded_on)


# What each figure says, once more in plain Python.
RECOUNTS: dict[str, Recount] = {
    "reconsideration.received": on("received_on"),
    "reconsideration.intake_carried_over": lambda case, period: _awaiting(case, period.start),
    "reconsideration.intake_pending": lambda case, period: _awaiting(case, period.end),
    "reconsideration.accepted": on("accepted_on"),
    "reconsideration.not_accepted": on(
        "turned_away_on", lambda case: case.turned_away == "not_accepted"
    ),
    "reconsideration.turned_away_otherwise": on(
        "turned_away_on", lambda case: case.turned_away != "not_accepted"
    ),
    "reconsideration.carried_over": lambda case, period: _on_trial(case, period.start),
    "reconsideration.concluded": on("concluded_on"),
    "reconsideration.pending": lambda case, period: _on_trial(case, period.end),
    "reconsideration.mediated": ended(*MEDIATED),
    "reconsideration.corrected": ended(*CORRECTED),
    "reconsideration.upheld": ended("upheld"),
    "reconsideration.dismissed": ended("claim_dismissed", "application_dismissed"),
    "reconsideration.terminated": ended("self_corrected", "withdrawn", "terminated"),
    "reconsideration.comprehensively_corrected": ended(*CORRECTED, *MEDIATED, "self_corrected"),
    "reconsideration.enterprise_related_resolved": on(
        "concluded_on", lambda case: case.is_enterprise_related
    ),
    "reconsideration.compensation_awarded": lambda case, period: (
        (case.compensation_awarded or 0) if case.concluded_on in period else 0
    ),
}


def recount(ledger: Sequence[Reconsideration], period: Period) -> dict[str, Number]:
    kept = counted(ledger)
    return {code: sum(tell(case, period) for case in kept) for code, tell in RECOUNTS.items()}


def test_every_figure_has_its_recount() -> None:
    assert set(RECOUNTS) == set(CASES.figures)


@thoroughly
@given(ledgers, askings)
def test_the_database_counts_what_plain_python_counts(
    ledger: list[Reconsideration], asked: list[Period]
) -> None:
    with entered(ledger):
        found = CASES.count(asked)

    assert found == [recount(ledger, period) for period in asked]


@thoroughly
@given(ledgers, askings)
def test_each_respondent_has_the_figures_of_its_own_cases(
    ledger: list[Reconsideration], asked: list[Period]
) -> None:
    with entered(ledger) as respondents:
        found = CASES.count_by("respondent", asked)

    nothing = [recount([], period) for period in asked]
    for respondent in respondents:
        theirs = [case for case in ledger if case.respondent == respondent]
        expected = [recount(theirs, period) for period in asked]
        assert found.get(respondent.pk, nothing) == expected


@thoroughly
@given(ledgers, periods)
def test_every_number_is_the_number_of_rows_behind_it(
    ledger: list[Reconsideration], period: Period
) -> None:
    with entered(ledger):
        totals = CASES.totals(period)
        behind = {code: CASES.behind(code, period).count() for code in CASES.figures}

    counts = {
        code: n for code, n in behind.items() if code != "reconsideration.compensation_awarded"
    }
    assert {code: totals[code] for code in counts} == counts


@thoroughly
@given(ledgers, periods)
def test_the_sum_awarded_is_the_sum_of_the_rows_behind_it(
    ledger: list[Reconsideration], period: Period
) -> None:
    code = "reconsideration.compensation_awarded"

    with entered(ledger):
        total = CASES.totals(period)[code]
        awarded = [case.compensation_awarded or 0 for case in CASES.behind(code, period)]

    assert total == sum(awarded)


@thoroughly
@given(ledgers, periods)
def test_the_months_add_up_and_what_one_leaves_the_next_takes_over(
    ledger: list[Reconsideration], period: Period
) -> None:
    with entered(ledger):
        *months, whole = CASES.count([*period.months(), period])

    for code, figure in CASES.figures.items():
        if not isinstance(figure, Stock):
            assert sum(month[code] for month in months) == whole[code]
    for before, after in pairwise(months):
        assert before["reconsideration.pending"] == after["reconsideration.carried_over"]
        assert (
            before["reconsideration.intake_pending"] == after["reconsideration.intake_carried_over"]
        )


@thoroughly
@given(ledgers, askings)
def test_every_identity_holds_in_every_period(
    ledger: list[Reconsideration], asked: list[Period]
) -> None:
    with entered(ledger):
        found = CHAPTER.count(asked)

    assert not any(broken(CHAPTER, values) for values in found)


@thoroughly
@given(ledgers, st.lists(letters(), max_size=8), askings, st.data())
def test_letters_are_counted_by_their_own_days_and_not_of_voided_cases(
    ledger: list[Reconsideration],
    written: list[OpinionLetter],
    asked: list[Period],
    data: st.DataObject,
) -> None:
    with entered(ledger):
        for number, letter in enumerate(written if ledger else []):
            letter.number, letter.case = f"测意{number}", data.draw(st.sampled_from(ledger))
            letter.save()
        found = LETTERS.count(asked)

    standing = [letter for letter in written if letter.case_id and letter.case.voided_on is None]
    for values, period in zip(found, asked, strict=True):
        assert values == {
            "reconsideration.opinion_letters_issued": sum(x.issued_on in period for x in standing),
            "reconsideration.opinion_letters_answered": sum(
                x.answered_on in period for x in standing
            ),
        }
