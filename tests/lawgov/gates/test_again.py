"""Taking something out asks for the password again when the sign-in is no longer recent."""

import pytest
from axes.models import AccessAttempt
from django.test import Client

from cases.registry.roles import Role
from cases.registry.users import User
from tests.lawgov.gates.conftest import PASSWORD, acts, age, sign_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
EXPORT = "/reports/export/csv/?period=2024"


@pytest.fixture
def reader(client: Client, person: User) -> Client:
    User.objects.filter(pk=person.pk).update(role=Role.SUPERVISOR)
    sign_in(client, "clerk")
    return client


def test_an_export_after_a_recent_sign_in_goes_out_and_is_entered(reader: Client) -> None:
    answer = reader.get(EXPORT)

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert acts() == ["sign_in", "export"]


@pytest.mark.parametrize(
    "address",
    [
        EXPORT,
        "/reports/export/csv/rows/reconsideration.received/?period=2024",
        "/reports/export/csv/tables/appearance-2020/?period=2024",
        "/reports/statement/?period=2024",
    ],
)
def test_later_it_does_not(reader: Client, address: str) -> None:
    age(reader, confirmed_at=16)

    answer = reader.get(address)

    assert b'name="again_password"' in answer.content
    assert "export" not in acts()


def test_the_password_leads_back_to_the_export(reader: Client) -> None:
    age(reader, confirmed_at=16)
    given = {"again_password": PASSWORD, "again_for": "GET"}

    answer = reader.post(EXPORT, given)

    assert answer["Location"] == EXPORT
    assert reader.get(EXPORT)["Content-Type"] == "text/csv; charset=utf-8"


def test_guessing_there_locks_like_guessing_at_the_sign_in(reader: Client) -> None:
    age(reader, confirmed_at=16)
    guess = {"again_password": "wrong", "again_for": "GET"}

    answers = [reader.post(EXPORT, guess).status_code for _time in range(5)]

    assert answers == [200, 200, 200, 200, 429]


def test_what_was_guessed_is_kept_nowhere(reader: Client) -> None:
    age(reader, confirmed_at=16)

    reader.post(EXPORT, {"again_password": "nearly right", "again_for": "GET", "note": "某事"})

    kept = AccessAttempt.objects.get()
    assert "nearly right" not in kept.post_data
    assert "某事" not in kept.post_data


def test_closing_asks_as_well(reader: Client) -> None:
    age(reader, confirmed_at=16)

    answer = reader.post("/reports/closing/2023/close/")

    assert b'name="again_password"' in answer.content


def test_who_may_not_read_is_asked_nothing(client: Client, security: User) -> None:
    sign_in(client, "security")
    age(client, confirmed_at=16)

    assert client.get(EXPORT).status_code == 403
