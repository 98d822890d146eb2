"""The made-up year of mediation gives the published figures back and is made up consistently."""

from itertools import groupby
from typing import Any

import pytest
from django.db.models import F, Model

from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock
from cases.registry.dockets import Docket, DocketKind, DocketNumber
from cases.registry.periods import Period
from mediation.clock import DELEGATED, ROOM
from mediation.figures import CHAPTER
from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession
from mediation.models.parties import MediationParty
from mediation.terms import Commission, Result
from seeds.makers import mediation
from seeds.makers.days import office_day
from seeds.makers.registry import Ledgers, make_county
from tests.cases.behind import broken

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2024")
PUBLISHED = {
    "organisations": 291,
    "mediators": 1320,
    "outreach_sessions": 138,
    "outreach_requests_resolved": 421,
    "court_accepted": 784,
    "court_referred": 548,
    "court_succeeded": 365,
    "police_stations_referring": 16,
    "centres_receiving_police": 15,
    "police_referred": 828,
    "police_succeeded": 767,
    "petition_mediated": 17,
    "enterprise_related_succeeded": 9,
}
PUBLISHED_RATES = {
    "court_referral_rate": "69.89",
    "court_success_rate": "66.60",
    "police_success_rate": "92.63",
}
FILES: list[tuple[str, type[Model]]] = [
    ("mediation_organisations", MediationOrganisation),
    ("mediators", Mediator),
    ("outreach_sessions", OutreachSession),
    ("mediations", Mediation),
    ("mediation_parties", MediationParty),
]


@pytest.fixture(scope="module")
def made() -> Ledgers:
    return mediation.make(make_county())


@pytest.fixture
def year() -> None:
    """The rows of the year, written as an intake writes them."""
    county = make_county()
    rows = mediation.make(county)
    for agency in county.agencies.values():
        agency.save()
    matters = rows["mediations"]
    dockets = [Docket.parse(matter.docket.text) for matter in matters]
    numbers = DocketNumber.objects.reserve(DocketKind.MEDIATION, dockets)
    for matter, number in zip(matters, numbers, strict=True):
        matter.docket = number
    for name, model in FILES:
        model._default_manager.bulk_create(rows[name])


def test_the_published_figures_come_back(year: None) -> None:
    values = CHAPTER.count([YEAR])[0]

    rates = CHAPTER.ratios(values)

    assert {code: values[f"mediation.{code}"] for code in PUBLISHED} == PUBLISHED
    assert {c: rates[f"mediation.{c}"].text for c in PUBLISHED_RATES} == PUBLISHED_RATES


def test_the_identities_hold_in_every_month(year: None) -> None:
    for values in CHAPTER.count([*YEAR.months(), YEAR]):
        assert broken(CHAPTER, values) == []


def test_matters_are_carried_over_both_new_years(year: None) -> None:
    values = CHAPTER.count([YEAR])[0]

    assert values["mediation.court_carried_over"] == 14
    assert values["mediation.court_pending"] == 22
    assert values["mediation.intake_pending"] > 0


def test_whoever_mediates_had_begun_by_then(year: None) -> None:
    early = Mediation.objects.filter(mediator__since_on__gt=F("accepted_on"))
    late = Mediation.objects.filter(mediator__until_on__lte=F("concluded_on"))

    assert not early.exists()
    assert not late.exists()


def test_every_month_has_its_share(year: None) -> None:
    months = CHAPTER.count(YEAR.months())

    assert min(month["mediation.court_accepted"] for month in months) > 20
    assert min(month["mediation.police_succeeded"] for month in months) > 20
    assert min(month["mediation.outreach_sessions"] for month in months) > 5


def test_offices_act_on_working_days(made: Ledgers) -> None:
    days = {
        day
        for matter in made["mediations"]
        for day in (matter.referred_on, matter.concluded_on, matter.turned_away_on)
        if day is not None
    }

    assert {day for day in days if office_day(day) != day} == set()


def test_numbers_run_in_the_order_of_receipt(made: Ledgers) -> None:
    matters = [(Docket.parse(m.docket.text), m.received_on) for m in made["mediations"]]

    for year, found in groupby(matters, key=lambda pair: pair[0].year):
        days = [day for _, day in found]
        assert days == sorted(days)
        assert {day.year for day in days} == {year}


def test_everything_is_marked_as_made_up(made: Ledgers) -> None:
    unmarked = [row for name, model in FILES for row in made[name] if not _is_marked(row, model)]

    assert unmarked == []


def _is_marked(row: Any, model: type[Model]) -> bool:
    return bool(row.case.is_synthetic if model is MediationParty else row.is_synthetic)


def test_the_same_year_is_made_every_time(made: Ledgers) -> None:
    again = mediation.make(make_county())

    first, second = (
        [(m.docket.text, m.received_on, m.result, m.amount) for m in rows["mediations"]]
        for rows in (made, again)
    )

    assert first == second


def test_no_period_lapses_before_its_last_day(made: Ledgers) -> None:
    """Whoever gives up before says so, and not that the court's days are over (art. 27)."""
    lapsed = [matter for matter in made["mediations"] if matter.result == Result.LAPSED]
    timed = [matter for matter in lapsed if matter.commission]

    early = [
        matter
        for matter in timed
        for each in ROOM.working(ROOM.made_of(matter, {}), Clock(statutory(), Calendar()))
        if each.running.code in DELEGATED.values() and matter.concluded_on < each.due_on
    ]

    assert len(timed) > 5
    assert early == []


def test_only_agreements_made_before_filing_are_judicially_confirmed(made: Ledgers) -> None:
    applied = [matter for matter in made["mediations"] if matter.confirmation_applied_on]

    assert {matter.commission for matter in applied} == {Commission.BEFORE_FILING}
