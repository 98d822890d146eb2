"""The home page, the language switch, and looking up what goes into a field."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.registry.agencies import Agency
from cases.registry.roles import Role
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

HANDLER = {"app_label": "cases", "model_name": "reconsideration", "field_name": "handler"}


@pytest.fixture
def bureau() -> Agency:
    county = AgencyFactory.create(county=True)
    made: Agency = AgencyFactory.create(bureau=True, parent=county)
    return made


def sign_in(client: Client, bureau: Agency, role: Role) -> Client:
    client.force_login(UserFactory.create(role=role, agency=bureau, full_name=f"某{role.value}"))
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def clerk(client: Client, bureau: Agency) -> Client:
    return sign_in(client, bureau, Role.CLERK)


def lines(client: Client) -> dict[str, Any]:
    listed = client.get(reverse("admin:index")).context["app_list"]
    return {entry["line"]: entry for entry in listed}


def test_the_lines_of_work_stand_in_the_order_everybody_names_them(clerk: Client) -> None:
    named = ["reconsideration", "litigation", "mediation", "enforcement", "registry"]

    found = list(lines(clerk))

    assert found == [line for line in named if line in found]
    assert {"reconsideration", "registry"} <= set(found)


def test_records_stand_before_the_tables_that_serve_them(clerk: Client) -> None:
    found = lines(clerk)

    assert [table["object_name"] for table in found["reconsideration"]["records"]] == [
        "Reconsideration"
    ]
    assert found["registry"]["records"] == []
    assert "Agency" in [table["object_name"] for table in found["registry"]["sides"]]


def test_an_administrator_is_shown_no_line_of_work(client: Client, bureau: Agency) -> None:
    sign_in(client, bureau, Role.SYSTEM_ADMINISTRATOR)

    assert list(lines(client)) == ["registry"]


def test_an_account_without_a_role_is_told_whom_to_ask(client: Client) -> None:
    client.force_login(UserFactory.create(role="", agency=None))
    client.cookies["django_language"] = "en"

    assert "Your account has no role yet" in client.get(reverse("admin:index")).content.decode()


def test_an_empty_register_says_how_to_begin(clerk: Client) -> None:
    before = clerk.get(reverse("admin:index")).context["nothing_entered"]
    ReconsiderationFactory.create()

    after = clerk.get(reverse("admin:index")).context["nothing_entered"]

    assert (before, after) == (True, False)


def test_an_administrator_is_not_told_whether_there_are_records(
    client: Client, bureau: Agency
) -> None:
    sign_in(client, bureau, Role.SYSTEM_ADMINISTRATOR)

    assert client.get(reverse("admin:index")).context["nothing_entered"] is False


def test_the_home_page_costs_the_same_however_much_was_entered(clerk: Client) -> None:
    clerk.get(reverse("admin:index"))
    ReconsiderationFactory.create()
    with CaptureQueriesContext(connection) as few:  # a date to be reckoned, before as after
        clerk.get(reverse("admin:index"))
    ReconsiderationFactory.create_batch(20)

    with CaptureQueriesContext(connection) as many:
        clerk.get(reverse("admin:index"))

    assert len(many) == len(few)


def test_the_page_bears_the_name_of_the_bureau(clerk: Client, settings: Any) -> None:
    settings.LAWGOV_BUREAU = "测试县司法局"

    assert "测试县司法局" in clerk.get(reverse("admin:index")).content.decode()


def test_the_language_is_switched_without_a_script_and_kept(client: Client) -> None:
    page = reverse("admin:login") + "?next=/admin/cases/agency/"

    answer = client.post(reverse("set_language"), {"language": "en", "next": page})

    assert answer["Location"] == page
    assert '<html lang="en"' in client.get(page).content.decode()


@pytest.mark.parametrize(
    ("accepted", "expected"), [("", "zh-hans"), ("en-GB,en", "en"), ("fr", "zh-hans")]
)
def test_the_browser_chooses_the_language_until_somebody_does(
    client: Client, accepted: str, expected: str
) -> None:
    page = client.get(reverse("admin:login"), headers={"accept-language": accepted})

    assert f'<html lang="{expected}"' in page.content.decode()


def test_a_clerk_looks_up_colleagues_who_hold_cases_and_nobody_else(
    clerk: Client, bureau: Agency
) -> None:
    UserFactory.create(full_name="某管理", role=Role.AUDITOR, agency=bureau)
    UserFactory.create(full_name="某离任", agency=bureau, is_active=False)
    UserFactory.create(full_name="某同事", agency=bureau)

    found = clerk.get(reverse("admin:autocomplete"), {**HANDLER, "term": "某"}).json()

    assert {answer["text"] for answer in found["results"]} == {"某clerk", "某同事"}


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR])
def test_who_fills_in_no_field_looks_nothing_up(client: Client, bureau: Agency, role: Role) -> None:
    sign_in(client, bureau, role)

    assert client.get(reverse("admin:autocomplete"), HANDLER).status_code == 403
