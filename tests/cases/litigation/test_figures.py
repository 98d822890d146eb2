"""A figure of litigation response equals the rows behind it, and means what it says."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from cases.litigation.figures import CHAPTER
from cases.litigation.terms import (
    Adoption,
    Result,
)
from cases.registry.figures import Figure
from cases.registry.periods import Period
from seeds.factories.litigation import (
    DisputeFactory,
    HearingFactory,
    InstanceFactory,
    SuggestionFactory,
)
from tests.cases.behind import broken

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2024")
MARCH = Period.parse("2024-03")


def totals(period: Period = YEAR) -> dict[str, Any]:
    return CHAPTER.count([period])[0]


def test_a_number_equals_the_rows_behind_it(ledger: None) -> None:
    values = totals()

    for code, figure in CHAPTER.figures.items():
        rows = CHAPTER.sheet_of(code).behind(code, YEAR)
        if isinstance(figure, Figure) and figure.total:
            sums = (getattr(row, figure.total) or Decimal(0) for row in rows)
            assert values[code] == sum(sums), code
        else:
            assert values[code] == rows.count(), code


def test_months_add_up_to_the_year(ledger: None) -> None:
    *months, year = CHAPTER.count([*YEAR.months(), YEAR])
    alone = totals()

    flows = [code for code, figure in CHAPTER.figures.items() if isinstance(figure, Figure)]

    assert year == alone
    assert {c: sum(month[c] for month in months) for c in flows} == {c: alone[c] for c in flows}


def test_what_is_pending_in_one_month_is_carried_over_into_the_next(ledger: None) -> None:
    months = CHAPTER.count(YEAR.months())

    for before, after in pairwise(months):
        assert before["litigation.pending"] == after["litigation.carried_over"]
        assert before["litigation.instances_pending"] == after["litigation.instances_carried_over"]


@pytest.mark.parametrize("period", ["2024", "2024-03", "2024Q3", "2023-11-15..2024-02-10"])
def test_the_identities_hold(ledger: None, period: str) -> None:
    assert broken(CHAPTER, totals(Period.parse(period))) == []


def test_a_sheet_asks_once(ledger: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(len(CHAPTER.sheets)):
        CHAPTER.count([*YEAR.months(), YEAR])


def test_an_appeal_does_not_make_a_second_case() -> None:
    first = InstanceFactory.create(concluded=True)
    InstanceFactory.create(dispute=first.dispute, second=True, received_on=date(2024, 7, 1))

    values = totals()

    assert values["litigation.cases"] == 1
    assert values["litigation.instances_received"] == 2


def test_a_retrial_leaves_the_past_as_it_was() -> None:
    dispute = DisputeFactory.create(concluded=True)
    before = totals()["litigation.concluded"]

    InstanceFactory.create(dispute=dispute, retrial=True, received_on=date(2024, 12, 2))

    assert totals()["litigation.concluded"] == before == 1


def test_a_joint_loss_is_one_lost_case_and_a_loss_of_each() -> None:
    DisputeFactory.create(
        joint=True, concluded=True, result=Result.REVOKED, organ_result=Result.REVOKED
    )

    values = totals()

    assert values["litigation.lost"] == 1
    assert values["litigation.lost_by_agency"] == 1
    assert values["litigation.lost_by_organ"] == 1


def test_a_reconsideration_decision_put_right_alone_counts_as_corrected() -> None:
    DisputeFactory.create(joint=True, concluded=True, organ_result=Result.UNLAWFUL)

    values = totals()

    assert values["litigation.corrected"] == 1
    assert values["litigation.claims_rejected"] == 1
    assert values["litigation.lost_by_agency"] == 0


def test_compensation_alone_is_lost_but_corrects_nothing() -> None:
    DisputeFactory.create(concluded=True, result=Result.COMPENSATE)

    values = totals()

    assert values["litigation.lost"] == 1
    assert values["litigation.corrected"] == 0


def test_a_suit_withdrawn_after_a_change_is_corrected_only_comprehensively() -> None:
    DisputeFactory.create(concluded=True, result=Result.WITHDRAWN_CHANGED)

    values = totals()

    assert values["litigation.corrected"] == values["litigation.lost"] == 0
    assert values["litigation.comprehensively_corrected"] == 1


def test_a_head_who_came_once_need_not_come_again() -> None:
    first = HearingFactory.create(appeared=True)
    HearingFactory.create(instance=first.instance, discharged=True, scheduled_on=date(2024, 5, 8))

    values = totals()

    assert values["litigation.hearings_in_all"] == 2
    assert CHAPTER.ratios(values)["litigation.head_appearance_rate"].text == "100.00"


def test_an_excused_head_lowers_the_rate_all_the_same() -> None:
    HearingFactory.create(appeared=True)
    HearingFactory.create(excused=True)

    assert CHAPTER.ratios(totals())["litigation.head_appearance_rate"].text == "50.00"


def test_a_hearing_put_off_counts_nowhere() -> None:
    HearingFactory.create(scheduled_on=date(2024, 3, 20), adjourned_on=date(2024, 3, 18))

    assert totals(MARCH)["litigation.hearings_in_all"] == 0


def test_no_hearing_makes_no_rate() -> None:
    assert CHAPTER.ratios(totals())["litigation.head_appearance_rate"].text is None


@pytest.mark.parametrize(
    ("replied_on", "text"),
    [(date(2024, 7, 8), "100.00"), (date(2024, 7, 9), "0.00"), (None, "0.00")],
)
def test_a_reply_on_the_due_day_is_in_time(replied_on: date | None, text: str) -> None:
    SuggestionFactory.create(
        due_on=date(2024, 7, 8),
        replied_on=replied_on,
        adoption=Adoption.ADOPTED if replied_on else "",
    )

    assert CHAPTER.ratios(totals())["litigation.suggestion_reply_rate"].text == text


def test_every_ambiguous_figure_says_what_was_assumed() -> None:
    ambiguous = ["cases", "concluded", "corrected", "hearings_held"]

    said = [str(CHAPTER.figures[f"litigation.{code}"].meaning) for code in ambiguous]

    assert [text for text in said if not text] == []
