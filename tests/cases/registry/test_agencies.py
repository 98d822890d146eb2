"""Where a body stands in the county, and since when."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from cases.registry.agencies import DEEPEST, Agency, AgencyKind
from seeds.factories.registry import AgencyFactory

pytestmark = pytest.mark.django_db


def chain(length: int) -> list[Agency]:
    """Each under the one before it."""
    found: list[Agency] = []
    for _ in range(length):
        found.append(AgencyFactory.create(parent=found[-1] if found else None))
    return found


def test_under_an_agency_stand_itself_and_everything_below() -> None:
    county, department, station = chain(3)
    sibling = AgencyFactory.create(parent=department)
    AgencyFactory.create()

    assert set(Agency.objects.under(county.pk)) == {county, department, station, sibling}
    assert set(Agency.objects.under(department.pk)) == {department, station, sibling}
    assert set(Agency.objects.under(station.pk)) == {station}


def test_who_stands_under_an_agency_is_asked_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    county, department = chain(2)

    with django_assert_num_queries(1):
        found = [list(county.under), list(county.under)]

    assert found == [[county, department]] * 2


def test_it_reaches_as_deep_as_a_province_is() -> None:
    province = chain(DEEPEST)

    assert list(Agency.objects.under(province[0].pk).order_by("pk")) == province


def test_it_reaches_no_deeper_than_that() -> None:
    *reached, beyond = chain(DEEPEST + 1)

    assert beyond not in Agency.objects.under(reached[0].pk)


def test_nobody_stands_under_an_agency_that_is_not_there() -> None:
    AgencyFactory.create()

    assert not Agency.objects.under(0).exists()


def test_a_ring_of_agencies_is_walked_once_and_left() -> None:
    one, other = chain(2)
    Agency.objects.filter(pk=one.pk).update(parent=other)

    assert set(Agency.objects.under(one.pk)) == {one, other}


@pytest.mark.parametrize(
    ("since_on", "until_on", "exists"),
    [
        (None, None, True),
        (date(2024, 3, 1), None, True),
        (date(2024, 3, 2), None, False),
        (None, date(2024, 3, 2), True),
        (None, date(2024, 3, 1), False),
        (date(2019, 1, 1), date(2024, 3, 1), False),
        (date(2019, 1, 1), date(2024, 3, 2), True),
    ],
)
def test_it_exists_from_its_first_day_up_to_the_day_it_is_dissolved(
    since_on: date | None, until_on: date | None, exists: bool
) -> None:
    AgencyFactory.create(since_on=since_on, until_on=until_on)

    assert Agency.objects.existing(date(2024, 3, 1)).exists() is exists


def test_it_is_found_by_what_it_is() -> None:
    court, township = AgencyFactory.create(court=True), AgencyFactory.create(township=True)
    AgencyFactory.create()

    found = Agency.objects.of_kind(AgencyKind.COURT, AgencyKind.TOWNSHIP)

    assert set(found) == {court, township}
