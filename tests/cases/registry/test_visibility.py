"""Who sees which rows: one rule, asked everywhere."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import (
    CaseTag,
    Extension,
    OpinionLetter,
    ReconsiderationParty,
    Suspension,
)
from cases.registry.agencies import Agency, AgencyKind
from cases.registry.records import reach
from cases.registry.roles import Role
from cases.registry.users import User
from seeds.factories.reconsideration import (
    CaseTagFactory,
    ExtensionFactory,
    OpinionLetterFactory,
    ReconsiderationFactory,
    ReconsiderationPartyFactory,
    SuspensionFactory,
)
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = pytest.mark.django_db

CASE_ROLES = [Role.CLERK, Role.REVIEWER, Role.SUPERVISOR]
ADMINISTRATORS = [Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR]


class County:
    """A county with its bureau, a department with a station, two townships; a case for each."""

    def __init__(self) -> None:
        new = AgencyFactory.create
        self.county: Agency = new(county=True)
        self.bureau: Agency = new(bureau=True, parent=self.county)
        self.police: Agency = new(parent=self.county)
        self.station: Agency = new(parent=self.police, kind=AgencyKind.POLICE_STATION)
        self.town: Agency = new(township=True, parent=self.county)
        self.other_town: Agency = new(township=True, parent=self.county)
        self.outside: Agency = new(name="邻县自然资源局")
        self.of_police = self.case(self.police)
        self.of_station = self.case(self.station)
        self.of_town = self.case(self.town)
        self.of_outside = self.case(self.outside)

    def case(self, respondent: Agency, **more: Any) -> Reconsideration:
        case: Reconsideration = ReconsiderationFactory.create(respondent=respondent, **more)
        return case


@pytest.fixture
def county(db: None) -> County:
    return County()


def person(**more: Any) -> User:
    """Somebody without a password, which takes its time to hash; a clerk unless said otherwise."""
    user: User = UserFactory.create(password=None, **more)
    return user


def seen_by(user: Any) -> set[Reconsideration]:
    return set(Reconsideration.objects.visible_to(user))


@pytest.mark.parametrize("role", CASE_ROLES)
def test_the_bureaus_people_see_the_whole_county(county: County, role: Role) -> None:
    assert seen_by(person(role=role, agency=county.bureau)) == {
        county.of_police,
        county.of_station,
        county.of_town,
        county.of_outside,
    }


def test_the_county_government_sees_the_whole_county(county: County) -> None:
    clerk = person(agency=county.county)

    assert seen_by(clerk) == set(Reconsideration.objects.all())


def test_a_townships_clerk_sees_its_own_cases_alone(county: County) -> None:
    assert seen_by(person(agency=county.town)) == {county.of_town}
    assert seen_by(person(agency=county.other_town)) == set()


def test_a_department_sees_its_stations_cases_and_a_station_not_its_departments(
    county: County,
) -> None:
    assert seen_by(person(agency=county.police)) == {
        county.of_police,
        county.of_station,
    }
    assert seen_by(person(agency=county.station)) == {county.of_station}


def test_a_station_that_helped_to_resolve_a_case_sees_it(county: County) -> None:
    justice_station = AgencyFactory.create(parent=county.town, kind=AgencyKind.JUSTICE_STATION)
    case = county.case(county.police, resolved_by=justice_station)

    assert seen_by(person(agency=justice_station)) == {case}
    assert seen_by(person(agency=county.town)) == {case, county.of_town}


def test_a_case_one_sees_twice_over_is_listed_once(county: County) -> None:
    county.case(county.town, resolved_by=county.town)

    assert Reconsideration.objects.visible_to(person(agency=county.town)).count() == 2


@pytest.mark.parametrize("role", ADMINISTRATORS)
def test_administrators_see_no_case_even_at_the_bureau(county: County, role: Role) -> None:
    assert seen_by(person(role=role, agency=county.bureau)) == set()


def test_who_belongs_to_no_agency_sees_nothing(county: County) -> None:
    clerk = User(role=Role.CLERK, agency=None)

    assert seen_by(clerk) == set()


def test_who_was_switched_off_sees_nothing(county: County) -> None:
    assert seen_by(person(agency=county.bureau, is_active=False)) == set()


def test_who_has_no_role_sees_nothing_not_even_as_superuser(county: County) -> None:
    nobody = person(role="", agency=county.bureau, is_superuser=True)

    assert seen_by(nobody) == set()


def test_who_has_not_signed_in_sees_nothing(county: County) -> None:
    assert seen_by(AnonymousUser()) == set()


def test_a_bureau_that_stands_under_nothing_sees_its_own_rows_alone(county: County) -> None:
    stray = AgencyFactory.create(kind=AgencyKind.BUREAU)
    case = county.case(stray)

    assert seen_by(person(agency=stray)) == {case}


def test_a_county_below_another_government_sees_its_own_subtree_alone(county: County) -> None:
    below = AgencyFactory.create(kind=AgencyKind.COUNTY_GOVERNMENT, parent=county.county)
    case = county.case(AgencyFactory.create(parent=below))

    assert seen_by(person(agency=below)) == {case}


@pytest.mark.parametrize(
    ("model", "factory"),
    [
        (ReconsiderationParty, ReconsiderationPartyFactory),
        (Suspension, SuspensionFactory),
        (Extension, ExtensionFactory),
        (CaseTag, CaseTagFactory),
        (OpinionLetter, OpinionLetterFactory),
    ],
)
def test_what_hangs_on_a_case_is_seen_by_whoever_sees_the_case(
    county: County, model: Any, factory: Any
) -> None:
    of_town = factory.create(case__respondent=county.town)
    factory.create(case__respondent=county.police)

    assert set(model.objects.visible_to(person(agency=county.town))) == {of_town}


def test_voided_cases_stay_visible_and_are_not_recorded(county: County) -> None:
    clerk = person(agency=county.town)
    Reconsideration.objects.filter(pk=county.of_town.pk).update(
        voided_on="2024-06-03", void_reason="重复录入"
    )

    assert seen_by(clerk) == {county.of_town}
    assert not Reconsideration.objects.visible_to(clerk).recorded().exists()


def test_whoever_is_asked_for_by_reach_sees_the_same(county: County) -> None:
    case = county.case(county.outside, resolved_by=county.station)
    letters = [OpinionLetterFactory.create(case=each) for each in (case, county.of_town)]
    people: list[Any] = [
        User(role=role, agency=agency, is_active=is_active)
        for agency in [*Agency.objects.all(), None]
        for role in (*CASE_ROLES, Role.AUDITOR, "")
        for is_active in (True, False)
    ]

    seen = [
        (set(rows.visible_to(person)), set(rows.within_reach(reach(person))))
        for person in [*people, AnonymousUser()]
        for rows in (Reconsideration.objects.all(), OpinionLetter.objects.all())
    ]

    assert all(by_rule == by_reach for by_rule, by_reach in seen)
    assert {len(by_rule) for by_rule, _by_reach in seen} >= {0, 1, len(letters)}
