"""Keeping accounts: initial passwords, roles, and nobody's own."""

from typing import Any

import pytest
from django.test import Client

from cases.registry.accesses.entries import AccessEntry
from cases.registry.agencies import Agency
from cases.registry.roles import Role
from cases.registry.users import User
from tests.lawgov.gates.conftest import acts, age, sign_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
FIRST = "Initial-pass-1"


@pytest.fixture
def keeper(client: Client, security: User) -> Client:
    sign_in(client, "security")
    return client


def typed(user: User, **changed: Any) -> dict[str, Any]:
    form = {
        "username": user.username,
        "full_name": user.full_name,
        "email": "",
        "agency": user.agency_id,
        "role": user.role,
        "is_active": "on",
        "is_staff": "on",
    }
    return form | changed


def test_a_new_account_has_to_change_its_password(keeper: Client, bureau: Agency) -> None:
    new = {"username": "new", "full_name": "某新人", "agency": bureau.pk, "role": "clerk"}

    keeper.post(
        "/admin/cases/user/add/",
        {**new, "is_staff": "on", "password1": FIRST, "password2": FIRST},
    )

    made = User.objects.get(username="new")
    assert made.must_change_password
    assert made.check_password(FIRST)


def test_so_has_one_that_was_given_another(keeper: Client, person: User) -> None:
    keeper.post(
        f"/admin/cases/user/{person.pk}/password/",
        {"password1": FIRST, "password2": FIRST, "usable_password": "true", "set-password": "1"},
    )

    person.refresh_from_db()
    assert person.must_change_password
    assert acts() == ["sign_in", "password"]


def test_a_change_of_role_is_entered_from_and_to(keeper: Client, person: User) -> None:
    keeper.post(f"/admin/cases/user/{person.pk}/change/", typed(person, role="supervisor"))

    entered = AccessEntry.objects.get(act="permission")
    assert User.objects.get(pk=person.pk).role == Role.SUPERVISOR
    assert entered.subject == "clerk"
    assert "role: clerk → supervisor" in entered.detail


@pytest.mark.parametrize("changed", [{"role": "clerk"}, {"agency": ""}, {"is_staff": ""}])
def test_nobody_changes_their_own_rights(
    keeper: Client, security: User, changed: dict[str, str]
) -> None:
    before = User.objects.values("role", "agency", "is_staff", "is_active").get(pk=security.pk)

    keeper.post(f"/admin/cases/user/{security.pk}/change/", typed(security, **changed))

    after = User.objects.values("role", "agency", "is_staff", "is_active").get(pk=security.pk)
    assert after == before


def test_who_signed_in_long_ago_is_asked_for_the_password_before_an_account_is_changed(
    keeper: Client, person: User
) -> None:
    age(keeper, confirmed_at=16)
    address = f"/admin/cases/user/{person.pk}/change/"

    asked = keeper.post(address, typed(person, role="supervisor"))

    assert b'name="again_password"' in asked.content
    assert b'name="role" value="supervisor"' in asked.content
    assert User.objects.get(pk=person.pk).role == Role.CLERK


def test_and_the_change_is_made_once_it_was_given(keeper: Client, person: User) -> None:
    age(keeper, confirmed_at=16)
    address = f"/admin/cases/user/{person.pk}/change/"
    carried = typed(person, role="supervisor") | {"again_for": "POST"}

    wrong = keeper.post(address, carried | {"again_password": "wrong"})
    right = keeper.post(address, carried | {"again_password": "correct horse"})

    assert "This is not your password" in wrong.content.decode()
    assert right.status_code == 302
    assert User.objects.get(pk=person.pk).role == Role.SUPERVISOR


@pytest.mark.parametrize("role", [r for r in Role if r != Role.SECURITY_ADMINISTRATOR])
def test_nobody_else_opens_the_accounts(
    client: Client, person: User, security: User, role: Role
) -> None:
    User.objects.filter(pk=person.pk).update(role=role)
    sign_in(client, "clerk")
    addresses = ["", "add/", f"{security.pk}/change/", f"{security.pk}/password/"]

    answers = {client.get(f"/admin/cases/user/{each}").status_code for each in addresses}

    assert answers == {403}
