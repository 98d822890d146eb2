"""What a new form says already, and what it keeps of the one just saved."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib import admin
from django.test import Client
from django.utils import timezone

from cases.registry.desk.entering import EnteringAdmin
from cases.registry.users import User
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.cases.registry.desk.conftest import ADD, Entry

pytestmark = pytest.mark.django_db

KEEPERS = [keeper for keeper in admin.site._registry.values() if isinstance(keeper, EnteringAdmin)]


def initial(response: Any) -> dict[str, Any]:
    return dict(response.context["adminform"].form.initial)


def test_a_new_case_was_received_today_and_is_mine(desk: Client, clerk: User) -> None:
    found = initial(desk.get(ADD))

    assert found["received_on"] == timezone.localdate()
    assert found["handler"] == clerk.pk
    assert "respondent" not in found


def test_it_comes_the_way_the_last_one_came(desk: Client, entry: Entry) -> None:
    desk.post(ADD, entry | {"received_by": "online"})

    assert initial(desk.get(ADD))["received_by"] == "online"


def test_the_next_keeps_what_repeats_and_nothing_else(desk: Client, entry: Entry) -> None:
    response = desk.post(ADD, entry | {"_addanother": "1"})

    kept = parse_qs(urlsplit(response["Location"]).query)
    assert kept["received_on"] == ["2024-03-04"]
    assert kept["respondent"] == [str(entry["respondent"])]
    assert "act_number" not in kept


def test_the_next_form_says_what_was_saved_and_leads_to_it(desk: Client, entry: Entry) -> None:
    response = desk.post(ADD, entry | {"_addanother": "1"}, follow=True)

    message = str(next(iter(response.context["messages"])))
    assert "张政复〔2024〕1号</a>" in message
    assert initial(response)["respondent"] == str(entry["respondent"])


@pytest.mark.parametrize(("kind", "is_own"), [("township", True), ("bureau", False)])
def test_a_file_is_of_the_agency_of_who_enters_it_unless_it_oversees(
    client: Client, kind: str, is_own: bool
) -> None:
    agency = AgencyFactory.create(**{kind: True})
    client.force_login(UserFactory.create(agency=agency))

    found = initial(client.get("/admin/enforcement/casefile/add/"))

    assert (found.get("agency") == agency.pk) is is_own


@pytest.mark.parametrize("keeper", KEEPERS, ids=lambda keeper: keeper.opts.label)
def test_only_fields_of_the_form_are_declared(keeper: EnteringAdmin) -> None:
    declared = {*keeper.repeated, *keeper.today, *keeper.by_me, *keeper.own_agency}
    declared |= {*keeper.as_before, *keeper.workers, *keeper.offered, *keeper.at_a_glance}
    declared |= {*keeper.possible, *keeper.decided_by}

    assert declared <= {field.name for field in keeper.opts.fields}
