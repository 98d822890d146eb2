"""One box for all lines: a number leads to its record, anything else to what has it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.registry.agencies import Agency
from cases.registry.roles import Role
from lawgov import searches
from seeds.factories.litigation import DisputeFactory, LitigationPartyFactory
from seeds.factories.mediation import MediationFactory, MediationPartyFactory
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


@pytest.fixture
def bureau() -> Agency:
    made: Agency = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    return made


@pytest.fixture
def clerk(client: Client, bureau: Agency) -> Client:
    client.force_login(UserFactory.create(agency=bureau))
    client.cookies["django_language"] = "en"
    return client


def found(client: Client, typed: str) -> Any:
    return client.get(reverse("find"), {"q": typed})


def rows(response: Any) -> set[Any]:
    kinds = [hits for _line, hits in response.context["lines"]]
    return {row for hits in kinds for each in hits for row in each.rows}


def bear(name: str) -> set[Any]:
    """A case of each of three lines with a party of this name."""
    return {
        ReconsiderationPartyFactory.create(case=ReconsiderationFactory.create(), name=name).case,
        LitigationPartyFactory.create(dispute=DisputeFactory.create(), name=name).dispute,
        MediationPartyFactory.create(case=MediationFactory.create(), name=name).case,
    }


def test_a_name_is_found_in_every_line(clerk: Client) -> None:
    everywhere = bear("欧阳娜")

    response = found(clerk, "欧阳娜")

    assert rows(response) == everywhere
    assert len(response.context["lines"]) == 3


@pytest.mark.parametrize("concluded", [False, True])
def test_a_whole_number_leads_straight_to_its_record(clerk: Client, concluded: bool) -> None:
    case = ReconsiderationFactory.create(concluded=concluded)
    series = case.docket.series
    ReconsiderationFactory.create(act_number=str(case.docket))

    response = found(clerk, f" {series.prefix}({series.year}){case.docket.sequence} 号")

    assert response.url == reverse("admin:cases_reconsideration_change", args=[case.pk])


def test_a_number_of_somebody_elses_record_leads_nowhere(client: Client, bureau: Agency) -> None:
    town = AgencyFactory.create(parent=bureau.parent)
    client.force_login(UserFactory.create(agency=town))
    case = ReconsiderationFactory.create()

    response = found(client, str(case.docket))

    assert response.status_code == 200
    assert rows(response) == set()


def test_more_than_a_few_are_left_to_the_list(clerk: Client) -> None:
    for case in ReconsiderationFactory.create_batch(7):
        ReconsiderationPartyFactory.create(case=case, name="欧阳娜")

    content = found(clerk, "欧阳娜").content.decode()

    assert "All that were found" in content
    assert "state=all" in content


def test_nothing_found_says_what_to_try(clerk: Client) -> None:
    content = found(clerk, "没有这样的人").content.decode()

    assert "No record that you may see" in content
    assert "open or concluded" in content


@pytest.mark.parametrize("typed", ["", " ", "张", "〔〕", "%", "'; --", '"', "\x00", "张" * 3000])
def test_whatever_is_typed_is_no_error(clerk: Client, typed: str) -> None:
    assert found(clerk, typed).status_code == 200


def test_a_search_costs_the_same_however_much_it_finds(clerk: Client) -> None:
    searches.up_to_date()
    bear("欧阳娜")
    few = _questions(clerk)

    for _more in range(9):
        bear("欧阳娜")

    assert _questions(clerk) == few


def _questions(client: Client) -> int:
    found(client, "欧阳娜")
    with CaptureQueriesContext(connection) as asked:
        found(client, "欧阳娜")
    return len(asked)


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR])
def test_who_sees_no_records_finds_none(client: Client, bureau: Agency, role: Role) -> None:
    client.force_login(UserFactory.create(role=role, agency=bureau))
    case = ReconsiderationFactory.create()

    response = found(client, str(case.docket))

    assert rows(response) == set()
    assert b'id="find"' not in response.content
