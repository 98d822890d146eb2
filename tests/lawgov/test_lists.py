"""What stands above the rows of a list: how many, and what they were narrowed by."""

from datetime import date
from typing import Any

import pytest
from django.contrib.admin.views.main import ChangeList
from django.test import Client
from django.urls import reverse

from cases.reconsideration.terms import Outcome
from cases.registry import paginator
from lawgov.templatetags.house import count_of, narrowings
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


def said(clerk: Client, **params: Any) -> list[tuple[str, str]]:
    return [(found.by, found.to) for found in narrowings(changelist(clerk, **params))]


def test_a_short_list_says_exactly_how_many(clerk: Client) -> None:
    ReconsiderationFactory.create_batch(3)

    assert count_of(changelist(clerk)) == "3"


def test_a_list_nobody_counts_to_the_end_says_so(
    clerk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paginator, "FURTHEST", 4)
    ReconsiderationFactory.create_batch(6)

    response = clerk.get(reverse(LIST))

    assert count_of(response.context["cl"]) == "4+"
    assert response.content.count(b"<strong>4+</strong>") == 2  # above and below the rows


def test_a_list_of_everything_names_nothing(clerk: Client) -> None:
    assert said(clerk) == []


def test_each_condition_is_named_with_the_word_it_was_chosen_by(clerk: Client) -> None:
    ReconsiderationFactory.create(concluded=True, received_on=date(2024, 3, 4))

    found = said(
        clerk,
        q="申请人甲",
        outcome__exact=Outcome.UPHELD,
        received_on__year="2024",
        received_on__month="3",
    )

    assert found == [
        ("search", "“申请人甲”"),
        ("outcome", "Upheld"),
        ("received on", "March 2024"),
    ]


def test_a_condition_from_elsewhere_is_named_too(clerk: Client) -> None:
    assert said(clerk, handler__id__exact="7") == [("handler__id__exact", "7")]


def test_each_condition_can_be_taken_away_alone(clerk: Client) -> None:
    shown = changelist(clerk, outcome__exact=Outcome.UPHELD, received_on__year="2024")

    assert [found.address for found in narrowings(shown)] == [
        "?received_on__year=2024",
        "?outcome__exact=upheld",
    ]


def test_an_empty_list_offers_to_enter_the_first(clerk: Client) -> None:
    response = clerk.get(reverse(LIST))

    assert reverse("admin:cases_reconsideration_add") in response.content.decode().split("empty")[1]


def test_a_list_narrowed_to_nothing_says_what_to_do(clerk: Client) -> None:
    ReconsiderationFactory.create()

    response = clerk.get(reverse(LIST), {"q": "nobody"})

    assert "Nothing fits all of this" in response.content.decode()
