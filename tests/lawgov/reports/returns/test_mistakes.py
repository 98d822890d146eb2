"""The mistakes of deployed reports, each of which the reconsideration table cannot make."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from cases.reconsideration.terms import Outcome
from cases.registry.agencies import Agency
from cases.registry.codes import RespondentKind
from cases.registry.periods import Period
from cases.registry.sheets import Chapter
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.returns.columns import Malformed, complete, read_column
from lawgov.reports.returns.layouts import layout_for
from lawgov.reports.returns.pivot import Pivot
from seeds.factories.reconsideration import (
    ExtensionFactory,
    ReconsiderationFactory,
    ReconsiderationPartyFactory,
    SuspensionFactory,
)
from seeds.factories.registry import ActKindFactory, AgencyFactory, RespondentKindFactory
from tests.lawgov.reckoned import accepted, due

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2024")
NEW_YEAR, MARCH, JUNE = date(2024, 1, 1), date(2024, 3, 4), date(2024, 6, 3)


def table(form: str = "reconsideration") -> Pivot:
    return Pivot(layout_for(form, YEAR), YEAR)


def totals(pivot: Pivot | None = None) -> Mapping[str, Any]:
    """The last line of the table: every column over all rows."""
    [section] = (pivot or table()).filled()
    return section.total.values


def case(**given: Any) -> Any:
    return ReconsiderationFactory.create(**{"received_on": MARCH, **given})


def body(row: str) -> Agency:
    kind: RespondentKind = RespondentKindFactory.create(code=f"kind-{row}", row=row)
    made: Agency = AgencyFactory.create(respondent_kind=kind)
    return made


def taken(prefix: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a group that hold a number."""
    return {key: value for key, value in values.items() if key.startswith(prefix) and value}


def test_a_case_open_since_an_earlier_year_is_carried_over_and_pending() -> None:
    case(received_on=date(2022, 5, 9), accepted=True)

    found = totals()

    assert (found["carried_over"], found["accepted"]) == (1, 0)
    assert (found["concluded"], found["pending"]) == (0, 1)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("县级政府", "respondent_county"),
        ("县级政府的部门", "respondent_county_department"),
        ("市（地）级政府", "respondent_city"),
    ],
)
def test_b_a_respondent_stands_under_the_kind_it_is_named_by(row: str, column: str) -> None:
    case(accepted=True, respondent=body(row))

    assert taken("respondent_", totals()) == {column: 1}


@pytest.mark.parametrize("act", ["行政处罚", "一个表里没有的事项"])
def test_c_every_act_is_in_a_column_so_that_the_columns_are_the_whole(act: str) -> None:
    case(accepted=True, act_kind=ActKindFactory.create(code=f"act-{act}", row=act))

    found = totals()

    assert sum(taken("act_", found).values()) == found["accepted"] == 1


def test_d_the_county_itself_decides_every_case_it_accepted() -> None:
    case(accepted=True)
    case(received_on=JUNE, accepted=True)

    assert taken("organ_", totals()) == {"organ_county": 2}


OUTCOMES = list(Outcome.values)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_e_and_f_every_outcome_has_exactly_one_column(outcome: str) -> None:
    case(concluded=True, outcome=outcome)
    pivot = table()
    parts = [column for column in pivot.layout.columns if column.of == "concluded"]

    found = totals(pivot)

    assert [found[part.key] for part in parts].count(1) == 1
    assert sum(found[part.key] for part in parts) == found["concluded"] == 1


def test_e_a_group_without_a_column_for_the_rest_is_refused() -> None:
    whole = read_column({"key": "all", "zh": "总计", "en": "Total", "figure": "x"})
    part = read_column({"key": "a", "zh": "驳回", "en": "A", "of": "all", "where": {"o": ["a"]}})

    with pytest.raises(Malformed, match="exactly one column for the rest"):
        complete([whole, part])


def test_g_applicants_are_those_of_the_cases_accepted() -> None:
    ReconsiderationPartyFactory.create(case=case(accepted=True), persons=3)
    ReconsiderationPartyFactory.create(case=case(received_on=JUNE, refused=True), persons=50)

    found = totals()

    assert (found["accepted"], found["applicants"]) == (1, 3)


def test_h_compensation_is_what_was_awarded_in_cases_concluded_in_the_year() -> None:
    case(concluded=True, compensation_claimed=90_000)
    case(received_on=JUNE, concluded=True, compensation_awarded=Decimal("1200.50"))
    case(received_on=date(2024, 12, 2), concluded=True, compensation_awarded=700)

    found = totals()

    assert found["compensation_cases"] == 1
    assert found["compensation_amount"] == Decimal("1200.50")


def test_it_counts_a_case_received_on_the_first_day_once() -> None:
    case(received_on=NEW_YEAR, accepted_on=NEW_YEAR)

    found = totals()

    assert (found["carried_over"], found["received"], found["accepted"]) == (0, 1, 1)


def test_it_counts_a_case_with_several_parties_once() -> None:
    parties = ReconsiderationPartyFactory.create_batch(3, case=case(accepted=True))

    found = totals()

    assert found["accepted"] == 1
    assert found["applicants"] == len(parties)


def test_it_adds_up_in_every_row_and_group() -> None:
    for place, outcome in enumerate(Outcome.values):
        case(
            received_on=date(2023, 11, 1 + place),
            concluded=True,
            outcome=outcome,
            respondent=body("乡镇政府") if place % 2 else AgencyFactory.create(),
        )
    pivot = table()

    sums = pivot.sums(pivot.filled())

    assert len(sums) == 5
    assert [each.left_over for each in sums] == [[]] * 5


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.code)
def test_no_label_has_two_formulas(chapter: Chapter, language: str) -> None:
    with translation.override(language):
        labels = [str(one.label) for one in (*chapter.figures.values(), *chapter.rates.values())]

    assert len(labels) == len(set(labels))


def test_a_case_both_extended_and_suspended_is_shown_as_both() -> None:
    twofold = case(accepted=True)
    extension = ExtensionFactory.create(case=twofold)
    suspension = SuspensionFactory.create(case=twofold)

    assert (twofold.extension, twofold.suspensions.get()) == (extension, suspension)
    assert (totals()["accepted"], totals()["pending"]) == (1, 1)


def test_the_review_runs_from_acceptance_and_not_from_receipt() -> None:
    # The sixty days after 1 March: 30 of March, 30 of April. From receipt it were the 28th.
    assert due(accepted())[0] == date(2024, 4, 30)


def test_suspended_days_are_taken_out() -> None:
    one = accepted()
    SuspensionFactory.create(case=one, suspended_on=date(2024, 3, 11), resumed_on=date(2024, 3, 21))

    # Ten days later than without.
    assert due(one)[0] == date(2024, 5, 10)


def test_five_working_days_are_not_five_days() -> None:
    # 29 February, 1 March, and after the week-end 4, 5, 6. The fifth day were the 4th.
    assert due(case(received_on=date(2024, 2, 28)))[0] == date(2024, 3, 6)
