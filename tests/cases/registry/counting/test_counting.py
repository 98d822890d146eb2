"""How a sheet is answered: one query, whatever is asked, and parts that fit together."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from django.db.models import Q
from hypothesis import HealthCheck, given, settings
from pytest_django import DjangoAssertNumQueries

from cases.reconsideration.figures import CHAPTER
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import ReconsiderationParty
from cases.reconsideration.terms import Outcome
from cases.registry.agencies import Agency
from cases.registry.figures import Figure
from cases.registry.periods import Period
from cases.registry.sheets import Sheet
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from tests.cases.reconsideration.ledgers import askings, counted, entered, ledgers, periods
from tests.cases.registry.counting.sheet import ADDITIVE, H1, H2, LINE, MONTHS, Q1, SHEET, YEAR

pytestmark = pytest.mark.django_db

thoroughly = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_a_year_is_counted_from_dated_events(docket: None) -> None:
    assert SHEET.totals(YEAR) == {
        "received": 3,
        "accepted": 2,
        "concluded": 2,
        "upheld": 2,
        "awarded": 0,
        "respondents": 2,
        "carried_over": 1,
        "pending": 1,
    }


def test_nothing_entered_is_zeros(db: None) -> None:
    assert SHEET.totals(YEAR) == dict.fromkeys(SHEET.figures, 0)


def test_a_whole_year_by_months_is_one_query(
    docket: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        SHEET.count([*MONTHS, YEAR])


def test_a_year_by_months_for_every_respondent_is_one_query(
    docket: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        SHEET.count_by("respondent", [*MONTHS, YEAR])


def test_asking_for_no_period_asks_nothing(
    docket: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert SHEET.count([]) == []


def test_a_year_laid_out_in_months_is_the_year_asked_alone(docket: None) -> None:
    *_, year = SHEET.count([*MONTHS, YEAR])

    assert year == SHEET.totals(YEAR)


def test_halves_laid_out_in_quarters_and_months_are_what_they_are_alone(docket: None) -> None:
    asked = [YEAR, H1, Q1, *MONTHS, H2]

    assert SHEET.count(asked) == [SHEET.totals(period) for period in asked]


def test_periods_that_overlap_do_not_disturb_each_other(docket: None) -> None:
    spring, early = Period.parse("2024-02-01..2024-05-06"), Period.parse("2024-01-15..2024-02-10")

    assert SHEET.count([early, spring, H1]) == [SHEET.totals(p) for p in (early, spring, H1)]


def test_the_same_period_asked_twice_is_answered_twice(docket: None) -> None:
    assert SHEET.count([H1, YEAR, H1]) == [SHEET.totals(p) for p in (H1, YEAR, H1)]


def test_periods_far_apart_each_have_their_own_stock(docket: None) -> None:
    december, june = SHEET.count([Period.parse("2023-12"), Period.parse("2024-06")])

    assert (december["carried_over"], december["pending"]) == (0, 1)
    assert (june["carried_over"], june["pending"]) == (1, 1)


def test_what_stood_open_long_ago_is_reckoned_from_the_first_record(
    docket: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    asked = [Period.parse("2023-12"), Period.parse("2024-06"), Period.parse("1999")]

    with django_assert_num_queries(2):  # one of them when the first record entered
        december, june, before = LINE.count(asked, until=date(2044, 1, 1))

    assert (december["carried_over"], december["pending"]) == (0, 1)
    assert (june["carried_over"], june["pending"]) == (1, 1)
    assert (before["carried_over"], before["pending"]) == (0, 0)


def test_a_stock_moves_along_with_what_entered_and_what_left(docket: None) -> None:
    months = SHEET.count(MONTHS)

    assert [month["pending"] for month in months] == [1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]
    assert all(a["pending"] == b["carried_over"] for a, b in pairwise(months))


def test_a_case_accepted_on_the_first_day_is_new_and_not_carried_over(police: Agency) -> None:
    ReconsiderationFactory.create(received_on=date(2024, 1, 1), accepted_on=date(2024, 1, 1))

    january = SHEET.totals(MONTHS[0])

    assert (january["carried_over"], january["accepted"], january["pending"]) == (0, 1, 1)


def test_a_case_concluded_on_the_first_day_was_carried_over(police: Agency) -> None:
    ReconsiderationFactory.create(
        received_on=date(2023, 12, 4),
        accepted_on=date(2023, 12, 8),
        concluded_on=date(2024, 1, 1),
        outcome=Outcome.UPHELD,
    )

    january = SHEET.totals(MONTHS[0])

    assert (january["carried_over"], january["concluded"], january["pending"]) == (1, 1, 0)


def test_a_case_that_enters_and_leaves_on_one_day_is_never_in_stock(police: Agency) -> None:
    day = date(2024, 3, 4)
    ReconsiderationFactory.create(
        received_on=day, accepted_on=day, concluded_on=day, outcome=Outcome.MEDIATED
    )

    before, itself, after = SHEET.count(
        [Period.parse(f"2024-03-{d}..2024-03-{d}") for d in ("03", "04", "05")]
    )

    assert [v["carried_over"] for v in (before, itself, after)] == [0, 0, 0]
    assert [v["pending"] for v in (before, itself, after)] == [0, 0, 0]


def test_different_values_of_a_year_are_not_the_sum_of_its_months(
    docket: None, police: Agency
) -> None:
    ReconsiderationFactory.create(received_on=date(2024, 8, 1), respondent=police)

    *months, year = SHEET.count([*MONTHS, YEAR])

    assert (sum(month["respondents"] for month in months), year["respondents"]) == (3, 2)


@pytest.mark.parametrize("code", sorted(SHEET.figures.keys() - {"awarded", "respondents"}))
def test_a_number_equals_the_rows_behind_it(docket: None, code: str) -> None:
    assert SHEET.totals(H1)[code] == SHEET.behind(code, H1).count()


def test_money_is_added_up_to_the_cent(db: None) -> None:
    for cents in ("0.10", "0.20", "1234567.89", None):
        ReconsiderationFactory.create(concluded=True, compensation_awarded=cents and Decimal(cents))

    awarded = SHEET.totals(YEAR)["awarded"]

    assert awarded == Decimal("1234568.19")
    assert str(awarded) == "1234568.19"


def test_no_money_is_written_to_the_cent_whether_rows_are_found_or_not(docket: None) -> None:
    counted = CHAPTER.sheets[0].count([YEAR, Period.parse("1999")])

    found = {str(values["reconsideration.compensation_awarded"]) for values in counted}
    assert found == {"0.00"}


def test_whole_numbers_are_added_up_as_whole_numbers(db: None) -> None:
    case = ReconsiderationFactory.create()
    for persons in (1, 12):
        ReconsiderationPartyFactory.create(case=case, persons=persons)
    sheet = Sheet(
        ReconsiderationParty.objects.all(),
        Figure("persons", "Applicants", "case__received_on", total="persons"),
    )

    total = sheet.totals(YEAR)["persons"]

    assert total == 13
    assert isinstance(total, int)


def test_half_a_century_by_months_is_still_right(
    docket: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Three events of six hundred months are 1,800 ranges, more than a statement may join."""
    fifty_years = Period.parse("1990-01-01..2039-12-31")

    with django_assert_num_queries(5):
        *months, whole = SHEET.count([*fifty_years.months(), fifty_years])

    assert whole["received"] == sum(month["received"] for month in months) == 4
    assert [months[12 * 34 + m]["pending"] for m in (0, 2, 4, 11)] == [1, 0, 1, 1]


@thoroughly
@given(ledgers, askings)
def test_groups_add_up_to_the_total(ledger: list[Reconsideration], asked: list[Period]) -> None:
    with entered(ledger):
        totals = SHEET.count(asked)
        groups = SHEET.count_by("respondent", asked)

    for place, values in enumerate(totals):
        for code in SHEET.figures:
            assert values[code] == sum(group[place][code] for group in groups.values())


@thoroughly
@given(ledgers, askings)
def test_an_asking_is_answered_as_if_each_period_were_asked_alone(
    ledger: list[Reconsideration], asked: list[Period]
) -> None:
    with entered(ledger):
        together = SHEET.count(asked)
        alone = [SHEET.totals(period) for period in asked]

    assert together == alone


@thoroughly
@given(ledgers, askings)
def test_a_stock_is_the_same_from_now_back_and_from_the_first_record_on(
    ledger: list[Reconsideration], asked: list[Period]
) -> None:
    with entered(ledger):
        assert LINE.count(asked, until=date(2050, 1, 1)) == SHEET.count(asked)


@thoroughly
@given(ledgers, periods)
def test_different_values_are_counted_once_each(
    ledger: list[Reconsideration], period: Period
) -> None:
    with entered(ledger):
        *_, whole = SHEET.count([*period.months(), period])

    received = [case for case in counted(ledger) if case.received_on in period]
    assert whole["respondents"] == len({case.respondent.pk for case in received})


@thoroughly
@given(ledgers, periods)
def test_parts_of_a_period_add_up_to_it(ledger: list[Reconsideration], period: Period) -> None:
    with entered(ledger):
        *months, whole = SHEET.count([*period.months(), period])

    sums = {code: sum(month[code] for month in months) for code in ADDITIVE}
    assert sums == {code: whole[code] for code in ADDITIVE}


@pytest.mark.parametrize("text", ["50%", "%s", "%(arm)s", "100%% 'sure'", "a\\b"])
def test_what_a_condition_compares_with_is_taken_as_it_stands(text: str) -> None:
    ReconsiderationFactory.create(received_on=date(2024, 3, 1), act_number=f"so {text} it is")
    ReconsiderationFactory.create(received_on=date(2024, 3, 1), act_number="so it is")
    said = Figure("said", "Said", "received_on", Q(act_number__contains=text))

    assert Sheet(Reconsideration.objects.recorded(), said).totals(YEAR) == {"said": 1}
