"""What the nightly look found is told to whom it concerns, and to nobody else."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.registry.agencies import Agency
from cases.registry.roles import Role
from lawgov.keeping.checking import check_everything
from lawgov.keeping.declared import checks
from seeds.factories.reconsideration import (
    ReconsiderationFactory,
)
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.lawgov.keeping.looking import TODAY, gap, gone

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("shelf"),
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


@pytest.fixture
def bureau() -> Agency:
    made: Agency = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    return made


def home(client: Client, **person: Any) -> str:
    client.force_login(UserFactory.create(**person))
    return client.get("/admin/", headers={"accept-language": "en"}).content.decode()


def test_the_administrator_sees_how_many_but_no_case(client: Client, bureau: Agency) -> None:
    case = ReconsiderationFactory.create(handler=gone())
    gap()
    check_everything(checks(), TODAY)

    page = home(client, role=Role.SYSTEM_ADMINISTRATOR, agency=bureau)

    assert "its handler can no longer sign in" in page
    assert "/findings/register.gap/" in page
    assert "/findings/reconsideration.left_alone/" not in page
    assert client.get("/findings/reconsideration.left_alone/").status_code == 404
    assert str(case) not in page


def test_a_case_worker_sees_the_records_of_their_own_with_a_link(
    client: Client, bureau: Agency
) -> None:
    own, other = (ReconsiderationFactory.create(handler=gone()) for _ in range(2))
    check_everything(checks(), TODAY)

    page = home(client, agency=own.respondent)
    listed = client.get("/findings/reconsideration.left_alone/").content.decode()

    assert '<span class="count">1</span>' in page
    assert f"/admin/cases/reconsideration/{own.pk}/change/" in listed
    assert str(other) not in listed


@pytest.mark.parametrize("role", [Role.SECURITY_ADMINISTRATOR, Role.AUDITOR])
def test_the_other_administrators_are_told_nothing(
    client: Client, bureau: Agency, role: Role
) -> None:
    gap()
    check_everything(checks(), TODAY)

    page = home(client, role=role, agency=bureau)

    assert 'class="findings"' not in page
    assert client.get("/findings/register.gap/").status_code == 404


def test_the_administrator_is_told_that_all_is_in_order_or_nothing_was_checked(
    client: Client, bureau: Agency
) -> None:
    before = home(client, role=Role.SYSTEM_ADMINISTRATOR, agency=bureau)
    check_everything(checks(), TODAY)

    after = home(client, role=Role.SYSTEM_ADMINISTRATOR, agency=bureau)

    assert "Nothing was checked yet" in before
    assert "All in order." in after
    assert 'class="findings"' not in home(client, agency=bureau)


def test_the_home_page_costs_the_same_however_much_is_found(client: Client, bureau: Agency) -> None:
    client.force_login(UserFactory.create(agency=bureau))
    person, asked = gone(), []
    for number in (2, 20):
        ReconsiderationFactory.create_batch(number, handler=person)
        check_everything(checks(), TODAY)
        for address in ("/admin/", "/findings/reconsideration.left_alone/"):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            asked.append(len(queries))

    assert asked[:2] == asked[2:]
