"""A figure of mediation equals the rows behind it, and means what it says."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from cases.registry.periods import Period
from mediation.figures import CHAPTER, STREAMS
from mediation.models.outreach import OutreachSession
from mediation.terms import Commission, Result
from seeds.factories.mediation import (
    CentreFactory,
    MediationFactory,
    MediationOrganisationFactory,
    MediatorFactory,
    OutreachSessionFactory,
)
from seeds.factories.registry import AgencyFactory
from tests.cases.behind import adding, behind
from tests.mediation.ledgers import Filler

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2024")
NEXT_YEAR = Period.parse("2025")
MARCH = Period.parse("2024-03")


@pytest.fixture
def ledger() -> None:
    Filler(2024).fill(matters=120)


def totals(period: Period = YEAR) -> dict[str, Any]:
    return CHAPTER.count([period])[0]


def rate(code: str, period: Period = YEAR) -> str | None:
    return CHAPTER.ratios(totals(period))[f"mediation.{code}"].text


def test_a_number_equals_the_rows_behind_it(ledger: None) -> None:
    values = totals()

    assert values == {code: behind(CHAPTER, code, YEAR) for code in CHAPTER.figures}


def test_months_add_up_to_the_year(ledger: None) -> None:
    *months, year = CHAPTER.count([*YEAR.months(), YEAR])

    assert year == totals()
    for code in adding(CHAPTER):
        assert year[code] == sum(month[code] for month in months), code


def test_what_is_pending_in_one_month_is_carried_over_into_the_next(ledger: None) -> None:
    months = CHAPTER.count(YEAR.months())

    for before, after in pairwise(months):
        for stream in STREAMS:
            assert before[stream.named("pending")] == after[stream.named("carried_over")]


def test_a_sheet_asks_once(ledger: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(len(CHAPTER.sheets)):
        CHAPTER.count([*YEAR.months(), YEAR])


def test_a_year_without_records_is_zeros_and_dashes() -> None:
    assert set(totals().values()) == {0}
    assert rate("court_referral_rate") is None


def test_a_matter_settled_after_new_year_is_a_success_of_the_new_year() -> None:
    MediationFactory.create(
        settled=True, received_on=date(2024, 12, 20), concluded_on=date(2025, 1, 8)
    )

    assert totals()["mediation.court_referred"] == 1
    assert totals()["mediation.court_succeeded"] == 0
    assert totals(NEXT_YEAR)["mediation.court_succeeded"] == 1


def test_a_matter_recorded_before_new_year_is_referred_after_it() -> None:
    MediationFactory.create(
        referred=True, received_on=date(2024, 12, 31), referred_on=date(2025, 1, 2)
    )

    assert totals()["mediation.court_accepted"] == 1
    assert totals()["mediation.court_referred"] == 0
    assert totals()["mediation.intake_pending"] == 1


@pytest.mark.parametrize("period", ["2024-03", "2024-04"])
def test_a_past_month_stays_what_it_was(period: str) -> None:
    matter = MediationFactory.create(accepted=True)
    before = totals(MARCH)["mediation.court_pending"]

    matter.concluded_on, matter.result = date(2024, 4, 8), Result.FAR_APART
    matter.save()

    assert before == totals(MARCH)["mediation.court_pending"] == 1


def test_what_a_court_entrusts_after_filing_is_not_pre_suit() -> None:
    MediationFactory.create(settled=True)
    MediationFactory.create(settled=True, commission=Commission.SIMPLIFIED)

    values = totals()

    assert values["mediation.court_accepted"] == values["mediation.court_succeeded"] == 1
    assert values["mediation.court_filed_succeeded"] == 1


def test_a_pending_matter_depresses_the_published_rate_alone() -> None:
    MediationFactory.create(agreed=True)
    MediationFactory.create(accepted=True)

    assert rate("court_success_rate") == "50.00"
    assert rate("court_success_rate_of_concluded") == "100.00"


def test_a_rate_is_cut_off_and_keeps_its_zeros() -> None:
    MediationFactory.create_batch(2, settled=True)
    MediationFactory.create(failed=True)

    assert rate("court_success_rate") == "66.66"
    assert rate("court_referral_rate") == "100.00"


def test_a_station_counts_once_however_much_it_refers() -> None:
    station = AgencyFactory.create()
    centre = CentreFactory.create()
    MediationFactory.create_batch(3, police=True, referred=True, origin=station, centre=centre)
    MediationFactory.create(police=True, referred=True, centre=centre)

    values = totals()

    assert values["mediation.police_referred"] == 4
    assert values["mediation.police_stations_referring"] == 2
    assert values["mediation.centres_receiving_police"] == 1


@pytest.mark.parametrize(
    ("trait", "mediated"),
    [("agreed", 1), ("settled", 1), ("failed", 1), ("declined", 0), ("accepted", 0)],
)
def test_a_petition_is_mediated_whatever_came_of_it(trait: str, mediated: int) -> None:
    MediationFactory.create(petition=True, **{trait: True})

    assert totals()["mediation.petition_mediated"] == mediated


def test_requests_add_up_to_a_whole_number() -> None:
    OutreachSessionFactory.create_batch(2, requests_heard=4, requests_resolved=3)

    resolved = totals()["mediation.outreach_requests_resolved"]

    assert (resolved, type(resolved)) == (6, int)


def test_money_adds_up_to_the_cent() -> None:
    for amount in ("0.10", "0.20", "30000"):
        MediationFactory.create(agreed=True, amount=Decimal(amount))

    assert str(totals()["mediation.agreement_amount"]) == "30000.30"


@pytest.mark.parametrize(
    ("until_on", "standing"),
    [(None, 1), (date(2025, 1, 1), 1), (date(2024, 12, 31), 0)],
)
def test_who_is_gone_on_the_last_day_no_longer_stands(until_on: date | None, standing: int) -> None:
    organisation = MediationOrganisationFactory.create(until_on=until_on)
    MediatorFactory.create(until_on=until_on, organisation=organisation)

    values = totals()

    assert values["mediation.organisations"] == standing
    assert values["mediation.mediators"] == standing


def test_a_voided_record_counts_nowhere() -> None:
    voided = {"voided_on": date(2024, 12, 2), "void_reason": "重复录入"}
    MediationFactory.create(agreed=True, **voided)
    OutreachSessionFactory.create(**voided)

    assert set(totals().values()) == {0}
    assert OutreachSession.objects.count() == 1


def test_every_figure_of_a_matter_says_how_it_is_counted() -> None:
    unsaid = [code for code, figure in CHAPTER.figures.items() if not str(figure.meaning)]

    assert unsaid == [
        "mediation.organisations_founded",
        "mediation.organisations_dissolved",
        "mediation.mediators_left",
    ]
