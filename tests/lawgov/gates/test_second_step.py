"""The second step: set up, used, lost and taken away."""

import re

import pytest
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from cases.registry.roles import Role
from cases.registry.users import User
from lawgov.gates.codes import codes_on_paper
from tests.lawgov.gates.conftest import acts, age, sign_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
PAGE, CODE = "/account/second-step/", "/account/code/"


def shown(device: TOTPDevice) -> str:
    """What the telephone shows now."""
    return f"{totp(device.bin_key, t0=0):06}"


@pytest.fixture
def phone(person: User) -> TOTPDevice:
    made: TOTPDevice = TOTPDevice.objects.create(user=person, name="totp", confirmed=True)
    return made


def test_it_is_set_up_with_a_picture_and_the_first_code(client: Client, person: User) -> None:
    sign_in(client, "clerk")
    page = client.get(PAGE).content.decode()
    device = TOTPDevice.objects.get(user=person, confirmed=False)

    done = client.post(PAGE, {"set_up": "1", "code": shown(device)})

    assert "<svg" in page
    assert "style=" not in page
    assert len(done.context["on_paper"]) == 10


def test_a_wrong_first_code_sets_nothing_up(client: Client, person: User) -> None:
    sign_in(client, "clerk")
    client.get(PAGE)

    client.post(PAGE, {"set_up": "1", "code": "000000"})

    assert not TOTPDevice.objects.filter(confirmed=True).exists()


def test_the_password_alone_does_not_let_in(client: Client, phone: TOTPDevice) -> None:
    answer = sign_in(client, "clerk")

    assert answer["Location"] == CODE
    assert client.get("/admin/").status_code == 302
    assert acts() == []


def test_the_code_does_and_only_once(client: Client, phone: TOTPDevice) -> None:
    code = shown(phone)
    sign_in(client, "clerk")
    other = Client()
    sign_in(other, "clerk")

    first, second = client.post(CODE, {"code": code}), other.post(CODE, {"code": code})

    assert first["Location"] == "/admin/"
    assert second.status_code == 200
    assert acts() == ["sign_in", "refused"]


def test_a_code_on_paper_lets_in_once(client: Client, person: User, phone: TOTPDevice) -> None:
    code = codes_on_paper(person)[0]
    sign_in(client, "clerk")
    other = Client()
    sign_in(other, "clerk")

    assert client.post(CODE, {"code": code.upper()})["Location"] == "/admin/"
    assert other.post(CODE, {"code": code}).status_code == 200


def test_after_five_wrong_codes_the_password_is_asked_again(
    client: Client, phone: TOTPDevice
) -> None:
    sign_in(client, "clerk")

    for _try in range(5):
        client.post(CODE, {"code": "000000"})

    assert client.post(CODE, {"code": shown(phone)})["Location"] == "/admin/login/"


def test_half_a_sign_in_does_not_last(client: Client, phone: TOTPDevice) -> None:
    sign_in(client, "clerk")
    session = client.session
    session["half_way"] |= {"at": session["half_way"]["at"] - 301}
    session.save()

    assert client.post(CODE, {"code": shown(phone)})["Location"] == "/admin/login/"


def test_it_is_removed_only_with_a_recent_password(client: Client, phone: TOTPDevice) -> None:
    sign_in(client, "clerk")
    client.post(CODE, {"code": shown(phone)})
    age(client, confirmed_at=16)

    asked = client.post(PAGE, {"remove": "1"})

    assert b'name="again_password"' in asked.content
    assert TOTPDevice.objects.filter(confirmed=True).exists()


def test_a_role_of_which_it_is_asked_keeps_it(
    client: Client, phone: TOTPDevice, settings: Settings
) -> None:
    settings.LAWGOV_SECOND_STEP_ROLES = {Role.CLERK}
    sign_in(client, "clerk")
    client.post(CODE, {"code": shown(phone)})

    client.post(PAGE, {"remove": "1"})

    assert TOTPDevice.objects.filter(confirmed=True).exists()


def test_the_security_administrator_takes_it_away_from_others_alone(
    client: Client, person: User, phone: TOTPDevice, security: User
) -> None:
    sign_in(client, "security")
    own = TOTPDevice.objects.create(user=security, name="totp", confirmed=True)
    chosen = [person.pk, security.pk]

    client.post("/admin/cases/user/", {"action": "reset_second_step", "_selected_action": chosen})

    assert list(TOTPDevice.objects.all()) == [own]
    assert acts() == ["sign_in", "second_step"]


def test_codes_on_paper_are_renewed_and_the_old_are_void(
    client: Client, person: User, phone: TOTPDevice
) -> None:
    old = codes_on_paper(person)[0]
    sign_in(client, "clerk")
    client.post(CODE, {"code": shown(phone)})

    new = client.post(PAGE, {"renew": "1"}).content.decode()

    assert old not in new
    assert len(re.findall(r"<li><code>", new)) == 10
