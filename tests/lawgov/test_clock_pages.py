"""The clock on the pages: columns, filters, the panel of a record, the calculator."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from cases.reconsideration.models.case import Reconsideration
from cases.registry.roles import Role
from seeds.factories.reconsideration import ReconsiderationFactory, SuspensionFactory
from seeds.factories.registry import AgencyFactory, UserFactory

LIST = "/admin/cases/reconsideration/"
CALCULATOR = "/clock/"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),  # static files uncollected
]


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def clerk() -> Client:
    county = AgencyFactory.create(county=True)
    bureau = AgencyFactory.create(bureau=True, parent=county)
    client = Client(headers={"accept-language": "en"})
    client.force_login(UserFactory.create(role=Role.CLERK, agency=bureau, is_staff=True))
    return client


def due_in(days: int) -> Reconsideration:
    """A case whose decision is due so many days from today, on whatever day that falls."""
    return ReconsiderationFactory.create(
        received_on=timezone.localdate() - timedelta(days=50),
        accepted_on=timezone.localdate() - timedelta(days=50),
        concluded_on=timezone.localdate() - timedelta(days=20),
        outcome="mediated",
        performance_due_on=timezone.localdate() + timedelta(days=days),
    )


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("overdue", [-2]),
        ("today", [0]),
        ("3", [0, 3]),
        ("7", [0, 3, 7]),
        ("any", [-2, 0, 3, 7, 8]),
    ],
)
def test_it_lists_what_is_due(clerk: Client, chosen: str, expected: list[int]) -> None:
    cases = {days: due_in(days) for days in (-2, 0, 3, 7, 8)}

    page = clerk.get(LIST, {"due": chosen})

    assert set(page.context["cl"].result_list) == {cases[days] for days in expected}


def test_it_sorts_what_is_due_first_and_what_has_no_date_last(clerk: Client) -> None:
    later, none, sooner = due_in(5), due_in(1), due_in(2)
    Reconsideration.objects.filter(pk=none.pk).update(performed_on=timezone.localdate())
    listed = clerk.get(LIST, {"state": "all"}).context["cl"].list_display

    page = clerk.get(LIST, {"state": "all", "o": str(listed.index("next_due"))})

    assert list(page.context["cl"].result_list) == [sooner, later, none]


def test_the_list_says_what_is_due_and_in_how_many_days(clerk: Client) -> None:
    due_in(3)

    page = clerk.get(LIST, {"state": "all"}).content.decode()

    assert "Performance of the decision" in page
    assert "3 days left" in page


def test_the_list_takes_as_many_queries_for_many_as_for_few(clerk: Client) -> None:
    queries = []
    due_in(3)
    clerk.get(LIST)
    for count in (1, 20):
        for _ in range(count):
            due_in(3)
        clerk.get(LIST)
        with CaptureQueriesContext(connection) as captured:
            clerk.get(LIST)
        queries.append(len(captured))

    assert queries[0] == queries[1]


def test_the_form_shows_the_working_with_its_articles(clerk: Client) -> None:
    case = ReconsiderationFactory.create(
        received_on=date(2024, 2, 28), accepted_on=date(2024, 3, 1)
    )
    SuspensionFactory.create(
        case=case, suspended_on=date(2024, 3, 20), resumed_on=date(2024, 4, 25)
    )

    page = clerk.get(f"{LIST}{case.pk}/change/").content.decode()

    assert "2024-06-05" in page
    assert "36 calendar days left out" in page
    assert "[I] reconsideration suspended: our own reading" in page


def test_the_calculator_answers_with_the_working(clerk: Client) -> None:
    page = clerk.get(CALCULATOR, {"term": "reconsideration.decision", "on": "2024-08-05"})

    assert page.context["deadline"].due_on == date(2024, 10, 8)
    assert "National Day, the last day moves" in page.content.decode()


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ({"extend": "31"}, "longer than the law allows"),
        ({"suspensions": "yesterday"}, "is no stretch of days"),
        ({"converted": "2024-09-20"}, "ran out before it was changed"),
    ],
)
def test_the_calculator_says_what_the_law_refuses(
    clerk: Client, asked: dict[str, str], complaint: str
) -> None:
    page = clerk.get(CALCULATOR, {"term": "reconsideration.decision", "on": "2024-08-05", **asked})

    assert complaint in page.content.decode()


def test_the_calculator_says_what_is_our_own_reading(clerk: Client) -> None:
    asked = {"term": "reconsideration.decision", "on": "2024-03-01"}
    stretch = {"suspensions": "2024-03-20..2024-04-25"}

    page = clerk.get(CALCULATOR, {**asked, **stretch}).content.decode()

    assert "[I] reconsideration suspended: our own reading" in page


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        (["reconsideration.decision", "--on", "2024-08-05"], "2024-10-08"),
        (["reconsideration.decision", "--on", "2024-08-05", "--extend", "30"], "2024-11-04"),
        (
            ["reconsideration.decision", "--on", "2024-03-01", "--suspend=2024-03-20..2024-04-25"],
            "2024-06-05",
        ),
        (
            ["reconsideration.decision_simplified", "--on=2024-06-17", "--converted=2024-07-05"],
            "2024-08-16",
        ),
        (["reconsideration.hearing_notice", "--on", "2024-05-08"], "2024-04-28"),
    ],
)
def test_the_command_ends_with_the_due_date_alone(asked: list[str], last: str) -> None:
    said = StringIO()

    call_command("clock", "--term", *asked, "--language", "en", stdout=said)

    assert said.getvalue().splitlines()[-1] == last


def test_nobody_calculates_without_signing_in(client: Client) -> None:
    assert client.get(CALCULATOR).status_code == 302
