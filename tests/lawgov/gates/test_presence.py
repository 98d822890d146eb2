"""Being away, and what has to be done first."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from cases.registry.roles import Role
from cases.registry.users import User
from seeds.factories.registry import UserFactory
from tests.lawgov.gates.conftest import PASSWORD, acts, age, sign_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
NEW = "Lanzhou-river-1"
CHANGE = "/admin/password_change/"


def test_who_is_away_too_long_is_signed_out_and_led_back(client: Client, person: User) -> None:
    sign_in(client, "clerk")
    age(client, seen_at=31)

    answer = client.get("/admin/cases/agency/")

    assert answer["Location"] == "/admin/login/?next=%2Fadmin%2Fcases%2Fagency%2F"
    assert acts() == ["sign_in", "sign_out"]
    assert client.get("/admin/").status_code == 302


def test_who_works_on_stays_signed_in(client: Client, person: User) -> None:
    sign_in(client, "clerk")
    age(client, seen_at=29)

    first = client.get("/admin/")

    assert first.status_code == 200
    assert timezone.now().timestamp() - client.session["seen_at"] < 60


def test_how_long_one_may_be_away_is_a_setting(
    client: Client, person: User, settings: Settings
) -> None:
    settings.LAWGOV_IDLE_MINUTES = 10
    sign_in(client, "clerk")
    shown = client.get("/admin/").content.decode()
    age(client, seen_at=11)

    assert '<meta name="idle-seconds" content="600">' in shown
    assert client.get("/admin/").status_code == 302


def change(client: Client, new: str = NEW) -> int:
    typed = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    return client.post(CHANGE, typed).status_code


def test_a_password_somebody_else_chose_is_changed_first(client: Client, person: User) -> None:
    User.objects.filter(pk=person.pk).update(must_change_password=True)
    sign_in(client, "clerk")

    before = client.get("/admin/")
    changed = change(client)

    assert (before["Location"], changed) == (CHANGE, 302)
    assert client.get("/admin/").status_code == 200
    assert acts() == ["sign_in", "password"]


def test_a_plain_password_is_refused_and_still_has_to_be_changed(
    client: Client, person: User
) -> None:
    User.objects.filter(pk=person.pk).update(must_change_password=True)
    sign_in(client, "clerk")

    assert change(client, "lanzhou-river") == 200
    assert client.get("/admin/")["Location"] == CHANGE


@pytest.mark.parametrize(
    ("days", "allowed", "is_worn"), [(91, 90, True), (89, 90, False), (900, 0, False)]
)
def test_a_password_wears_out(settings: Settings, days: int, allowed: int, is_worn: bool) -> None:
    settings.LAWGOV_PASSWORD_DAYS = allowed
    person = UserFactory.create(password_set_at=timezone.now() - timedelta(days=days))
    client = Client()
    client.force_login(person)

    assert (client.get("/admin/").status_code == 302) is is_worn


@pytest.mark.parametrize("path", ["/reports/", "/due/", "/clock/", "/admin/cases/agency/"])
def test_there_is_no_way_around_the_change(client: Client, person: User, path: str) -> None:
    User.objects.filter(pk=person.pk).update(must_change_password=True)
    sign_in(client, "clerk")

    assert client.get(path)["Location"] == CHANGE


def test_a_role_of_which_it_is_asked_sets_up_a_second_step_first(
    client: Client, person: User, settings: Settings
) -> None:
    settings.LAWGOV_SECOND_STEP_ROLES = {Role.CLERK}
    sign_in(client, "clerk")

    assert client.get("/admin/")["Location"] == "/account/second-step/"
    assert client.get("/account/second-step/").status_code == 200
