"""Signing in, failing to, being locked out, and being let in again."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from cases.registry.accesses.entries import AccessEntry
from cases.registry.users import User
from seeds.factories.registry import UserFactory
from tests.lawgov.gates.conftest import PASSWORD, acts, sign_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


def fail(client: Client, name: str, times: int = 5, **more: str) -> int:
    """The status of the last of so many wrong passwords."""
    answers: list[int] = [
        sign_in(client, name, "wrong", **more).status_code for _time in range(times)
    ]
    return answers[-1]


def test_signing_in_and_out_is_entered(client: Client, person: User) -> None:
    answer = sign_in(client, "clerk", REMOTE_ADDR="192.0.2.7")
    client.post("/admin/logout/")

    assert answer["Location"] == "/admin/"
    assert acts() == ["sign_in", "sign_out"]
    assert AccessEntry.objects.earliest("pk").address == "192.0.2.7"


def test_a_wrong_password_is_entered_and_a_name_nobody_bears_is_not(
    client: Client, person: User
) -> None:
    fail(client, "clerk", 1)
    fail(client, "Secret-of-mine", 1)

    entries = AccessEntry.objects.order_by("pk")
    assert [(each.person, each.succeeded) for each in entries] == [(person, False), (None, False)]
    assert "Secret-of-mine" not in entries[1].subject


def test_who_fails_five_times_is_locked_out_even_with_the_password(
    client: Client, person: User
) -> None:
    locked = fail(client, "clerk")

    answer = sign_in(client, "clerk")

    assert (locked, answer.status_code) == (429, 429)
    assert "Locked for a while" in answer.content.decode()
    assert acts().count("locked") == 2


def test_nobody_else_is_locked_out_with_them(client: Client, person: User) -> None:
    UserFactory.create(username="colleague", agency=person.agency)
    fail(client, "clerk")

    colleague = sign_in(client, "colleague")
    elsewhere = sign_in(Client(), "clerk", REMOTE_ADDR="192.0.2.99")

    assert (colleague.status_code, elsewhere.status_code) == (302, 302)


def test_the_lock_opens_by_itself(client: Client, person: User, settings: Settings) -> None:
    settings.AXES_COOLOFF_TIME = timedelta(microseconds=1)
    fail(client, "clerk", 4)

    assert sign_in(client, "clerk").status_code == 302


def test_the_security_administrator_unlocks_and_that_is_entered(
    client: Client, person: User, security: User
) -> None:
    fail(Client(), "clerk")
    sign_in(client, "security")
    people = client.get("/admin/cases/user/")

    client.post("/admin/cases/user/", {"action": "unlock", "_selected_action": [person.pk]})

    assert [each.locked for each in people.context["cl"].result_list] == [True, False]
    assert sign_in(Client(), "clerk").status_code == 302
    assert AccessEntry.objects.get(act="unlock").person == security


def test_a_second_session_ends_the_first_where_one_is_allowed(
    client: Client, person: User, settings: Settings
) -> None:
    settings.LAWGOV_ONE_SESSION = True
    sign_in(client, "clerk")
    other = Client()
    sign_in(other, "clerk")

    first, second = client.get("/admin/"), other.get("/admin/")

    assert first["Location"] == "/admin/login/?next=%2Fadmin%2F"
    assert second.status_code == 200


def test_two_sessions_live_where_the_office_allows_it(
    client: Client, person: User, settings: Settings
) -> None:
    settings.LAWGOV_ONE_SESSION = False
    sign_in(client, "clerk")
    sign_in(Client(), "clerk")

    assert client.get("/admin/").status_code == 200


def test_who_was_switched_off_does_not_get_in(client: Client, person: User) -> None:
    person.is_active = False
    person.save()

    assert sign_in(client, "clerk", PASSWORD).status_code == 200
    assert acts() == ["refused"]


def test_the_way_back_leads_to_no_other_host(client: Client, person: User) -> None:
    client.cookies["django_language"] = "en"
    asked = {"username": "clerk", "password": PASSWORD, "next": "https://example.org/"}

    assert client.post("/admin/login/", asked)["Location"] != asked["next"]
