"""The form offers no certificate to who has left, and no problem of a file nobody has seen."""

from datetime import date

import pytest
from django.test import Client

from seeds.factories.enforcement import ExaminationFactory, OfficerFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.forms import page_of

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


@pytest.fixture
def desk(client: Client) -> Client:
    county = AgencyFactory.create(county=True)
    client.force_login(UserFactory.create(agency=AgencyFactory.create(bureau=True, parent=county)))
    client.cookies["django_language"] = "en"
    return client


@pytest.mark.parametrize(("until_on", "most"), [(None, "1000"), (date(2024, 5, 6), "0")])
def test_a_certificate_is_issued_to_who_serves(
    desk: Client, until_on: date | None, most: str
) -> None:
    page = page_of(desk, OfficerFactory.create(until_on=until_on))

    assert f'name="certificates-MAX_NUM_FORMS" value="{most}"' in page
    assert ("No officer any more since 2024-05-06" in page) is (most == "0")


@pytest.mark.parametrize(("sampled_on", "most"), [(date(2024, 5, 6), "1000"), (None, "0")])
def test_a_problem_is_found_in_a_file_that_was_seen(
    desk: Client, sampled_on: date | None, most: str
) -> None:
    listed = {"self_examined_on": None, "sampled_on": sampled_on}

    page = page_of(desk, ExaminationFactory.create(**listed))

    assert f'name="rectifications-MAX_NUM_FORMS" value="{most}"' in page
    assert ("Nobody has examined the file yet" in page) is (most == "0")
