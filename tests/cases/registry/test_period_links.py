"""The row of years, months and days above a list."""

from datetime import date
from typing import Any

import pytest
from django.contrib.admin.views.main import ChangeList
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.registry.period_links import PeriodLink, PeriodLinks, period_links
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

LIST = "admin:cases_reconsideration_changelist"


@pytest.fixture
def clerk(client: Client) -> Client:
    county = AgencyFactory.create(county=True)
    client.force_login(UserFactory.create(agency=AgencyFactory.create(bureau=True, parent=county)))
    client.cookies["django_language"] = "en"
    return client


def changelist(clerk: Client, **params: Any) -> ChangeList:
    found: ChangeList = clerk.get(reverse(LIST), params).context["cl"]
    return found


def links(clerk: Client, **params: Any) -> PeriodLinks:
    found = period_links(changelist(clerk, **params))
    assert found is not None
    return found


def texts(row: list[PeriodLink]) -> list[str]:
    return [link.text for link in row]


def test_the_years_run_from_the_first_case_to_the_last(clerk: Client) -> None:
    ReconsiderationFactory.create(received_on=date(2021, 12, 31))
    ReconsiderationFactory.create(received_on=date(2024, 1, 1))

    found = links(clerk)

    assert texts(found.years) == ["2021", "2022", "2023", "2024"]
    assert found.months == found.days == []


def test_a_list_without_a_date_has_no_row(clerk: Client) -> None:
    assert period_links(changelist(clerk)) is None


def test_a_year_mistyped_by_centuries_does_not_make_centuries_of_links(clerk: Client) -> None:
    ReconsiderationFactory.create(received_on=date(204, 3, 4))
    ReconsiderationFactory.create(received_on=date(2024, 3, 4))

    found = texts(links(clerk).years)

    assert len(found) == 30
    assert found[-1] == "2024"


def test_a_year_opens_its_twelve_months(clerk: Client) -> None:
    ReconsiderationFactory.create()

    found = links(clerk, received_on__year="2024")

    assert texts(found.months)[:3] == ["Jan", "Feb", "Mar"]
    assert len(found.months) == 12
    assert [link.text for link in found.years if link.is_chosen] == ["2024"]


def test_a_month_opens_its_days_leap_days_included(clerk: Client) -> None:
    ReconsiderationFactory.create()

    found = links(clerk, received_on__year="2024", received_on__month="2")

    assert texts(found.days)[-1] == "29"


def test_a_link_narrows_the_list_to_what_it_says(clerk: Client) -> None:
    ReconsiderationFactory.create(received_on=date(2024, 2, 29))
    wanted = ReconsiderationFactory.create(received_on=date(2024, 3, 1))
    march = links(clerk, received_on__year="2024").months[2]

    response = clerk.get(reverse(LIST) + march.address)

    assert list(response.context["cl"].result_list) == [wanted]


def test_what_is_chosen_leads_back_out_of_itself(clerk: Client) -> None:
    ReconsiderationFactory.create()
    march = links(clerk, received_on__year="2024", received_on__month="3").months[2]

    assert march.is_chosen
    assert march.address == "?received_on__year=2024"


def test_the_other_filters_stay_as_they_are(clerk: Client) -> None:
    ReconsiderationFactory.create()

    year = links(clerk, procedure__exact="ordinary").years[0]

    assert year.address == "?procedure__exact=ordinary&received_on__year=2024"


@pytest.mark.parametrize("month", [None, "3"])
def test_two_short_questions_answer_any_row(clerk: Client, month: str | None) -> None:
    ReconsiderationFactory.create_batch(5)
    params = {"received_on__year": "2024", "received_on__month": month} if month else {}
    shown = changelist(clerk, **params)

    with CaptureQueriesContext(connection) as asked:
        period_links(shown)

    assert len(asked) == 2
    assert all("LIMIT 1" in question["sql"] for question in asked)


def test_no_question_of_the_page_reads_every_date(clerk: Client) -> None:
    ReconsiderationFactory.create()

    with CaptureQueriesContext(connection) as asked:
        clerk.get(reverse(LIST), {"received_on__year": "2024"})

    questions = " ".join(question["sql"] for question in asked)
    assert "DISTINCT" not in questions
    assert "django_date" not in questions


@pytest.mark.parametrize(
    "params",
    [
        {"received_on__year": "9999"},
        {"received_on__year": "99999999999999999999"},
        {"received_on__year": "0"},
        {"received_on__year": "soon"},
        {"received_on__year": "2024", "received_on__month": "13"},
        {"received_on__year": "2024", "received_on__month": "2", "received_on__day": "30"},
        {"received_on__year": "２０２４"},
        {"received_on__month": "3"},
        {"received_on__day": "-1"},
    ],
)
def test_an_odd_address_never_breaks_the_list(clerk: Client, params: dict[str, str]) -> None:
    ReconsiderationFactory.create()

    response = clerk.get(reverse(LIST), params, follow=True)

    assert response.status_code == 200
