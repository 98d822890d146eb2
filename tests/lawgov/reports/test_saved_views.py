"""A question is kept under a name, for oneself or for everybody."""

import pytest
from django.db import IntegrityError
from django.test import Client

from cases.registry.roles import Role
from cases.registry.users import User
from lawgov.reports.models import SavedView
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES

QUERY = "period=2024&agency=police"


@pytest.fixture
def somebody(county: County) -> User:
    return county.person(Role.CLERK)


def names(client: Client) -> list[str]:
    return [view.name for view in client.get("/reports/?period=2024").context["saved_views"]]


def test_a_question_is_saved_and_opened_again(supervisor: Client, county: County) -> None:
    response = supervisor.post("/reports/saved/", {"name": " Police ", "query": QUERY})

    view = SavedView.objects.get()
    assert (view.name, view.query, view.is_shared) == ("Police", QUERY, False)
    assert response.headers["Location"] == f"/reports/?{QUERY}"
    assert (
        f'href="/reports/?{QUERY}"'.replace("&", "&amp;")
        in supervisor.get(f"/reports/?{QUERY}").content.decode()
    )


def test_a_view_of_somebody_else_is_seen_only_if_it_is_shared(
    supervisor: Client, somebody: User
) -> None:
    SavedView.objects.create(owner=somebody, name="Mine", query=QUERY)
    SavedView.objects.create(owner=somebody, name="Ours", query=QUERY, is_shared=True)

    assert names(supervisor) == ["Ours"]


def test_a_name_is_taken_once_by_one_person(supervisor: Client, somebody: User) -> None:
    SavedView.objects.create(owner=somebody, name="Police", query=QUERY)
    for _time in range(2):
        page = supervisor.post("/reports/saved/", {"name": "Police", "query": QUERY}, follow=True)

    assert SavedView.objects.count() == 2
    assert "You have a view of this name already." in page.content.decode()


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_view_needs_a_name_that_fits(supervisor: Client, county: County, name: str) -> None:
    supervisor.post("/reports/saved/", {"name": name, "query": QUERY})

    assert not SavedView.objects.exists()


def test_a_question_that_makes_no_sense_is_not_saved(supervisor: Client, county: County) -> None:
    response = supervisor.post("/reports/saved/", {"name": "Never", "query": "period=2024-13"})

    assert response.status_code == 400
    assert not SavedView.objects.exists()


def test_the_owner_takes_a_view_away(supervisor: Client, county: County) -> None:
    supervisor.post("/reports/saved/", {"name": "Police", "query": QUERY, "is_shared": "on"})

    supervisor.post(f"/reports/saved/{SavedView.objects.get().pk}/remove/")

    assert not SavedView.objects.exists()


def test_nobody_else_takes_a_view_away(supervisor: Client, somebody: User) -> None:
    view = SavedView.objects.create(owner=somebody, name="Ours", query=QUERY, is_shared=True)

    assert supervisor.post(f"/reports/saved/{view.pk}/remove/").status_code == 404
    assert SavedView.objects.exists()


def test_an_administrator_saves_nothing(client: Client, county: County) -> None:
    client.force_login(county.person(Role.AUDITOR))

    assert client.post("/reports/saved/", {"name": "Mine", "query": QUERY}).status_code == 403


def test_the_database_refuses_a_second_view_of_the_name(somebody: User) -> None:
    SavedView.objects.create(owner=somebody, name="Police", query=QUERY)

    with pytest.raises(IntegrityError, match="owner"):
        SavedView.objects.create(owner=somebody, name="Police", query=QUERY)


def test_the_database_refuses_a_view_without_a_name(somebody: User) -> None:
    with pytest.raises(IntegrityError, match="savedview_has_a_name"):
        SavedView.objects.create(owner=somebody, name="", query=QUERY)
