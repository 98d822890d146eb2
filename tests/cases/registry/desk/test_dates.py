"""Dates in forms: typed as people do, judged by the server."""

from typing import Any

import pytest
from django.contrib import admin
from django.forms import DateField, Form
from django.test import Client, RequestFactory
from django.utils import timezone

from cases.reconsideration.models.case import Reconsideration
from cases.registry.desk.dates import TypedDateField, TypedDateInput
from cases.registry.users import User
from tests.cases.registry.desk.conftest import ADD, Entry

pytestmark = pytest.mark.django_db

OURS = {"cases", "mediation", "enforcement"}


def test_it_takes_a_date_without_separators(desk: Client, entry: Entry) -> None:
    desk.post(ADD, entry)

    assert Reconsideration.objects.get().received_on.isoformat() == "2024-03-04"


def test_it_says_which_year_it_took_for_a_day_without_one(desk: Client, entry: Entry) -> None:
    response = desk.post(ADD, entry | {"received_on": "1-2"}, follow=True)

    told = f"Received on: 1-2 was read as {timezone.localdate().year}-01-02."
    assert told.casefold() in response.content.decode().casefold()


@pytest.mark.parametrize("typed", ["2024-02-30", "soon"])
def test_it_says_what_it_expected_of_an_impossible_date(
    desk: Client, entry: Entry, typed: str
) -> None:
    response = desk.post(ADD, entry | {"received_on": typed})

    errors = response.context["adminform"].form.errors["received_on"]
    assert "xpected a date such as 2024-08-01" in errors[0]
    assert f'value="{typed}"' in response.content.decode()


def _forms(clerk: User) -> list[type[Form]]:
    request = RequestFactory().get("/")
    request.user = clerk
    keepers = [each for each in admin.site._registry.values() if each.opts.app_label in OURS]
    rows = [inline(each.model, admin.site) for each in keepers for inline in each.inlines]
    found: list[Any] = [each.get_form(request) for each in keepers]
    return found + [each.get_formset(request).form for each in rows]


def test_every_date_of_every_form_is_read_the_same_way(clerk: User) -> None:
    dates = [
        field
        for form in _forms(clerk)
        for field in form.base_fields.values()
        if isinstance(field, DateField)
    ]

    assert len(dates) > 50
    assert {(type(field), type(field.widget)) for field in dates} == {
        (TypedDateField, TypedDateInput)
    }
