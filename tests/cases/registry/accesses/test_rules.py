"""What a password has to be."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from cases.registry.users import User
from seeds.factories.registry import UserFactory

pytestmark = pytest.mark.django_db


def person(*passwords: str) -> User:
    """Somebody who had these passwords, one after the other."""
    made: User = UserFactory.create()
    for password in passwords:
        made.set_password(password)
        made.save()
    return made


@pytest.mark.parametrize(
    "password", ["Lanzhou-24", "lanzhou-2024", "LANZHOU 2024", "黄河Lz水量2024年"]
)
def test_three_kinds_of_characters_will_do(password: str) -> None:
    validate_password(password, person())


@pytest.mark.parametrize(
    "password", ["Lanzhou-4", "lanzhou-river", "lanzhou20242024", "20240801-0801"]
)
def test_a_short_or_plain_one_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password, person())


def test_none_of_the_last_five_comes_back() -> None:
    had = [f"Lanzhou-river-{number}" for number in range(6)]
    somebody = person(*had)

    for password in had[1:]:
        with pytest.raises(ValidationError):
            validate_password(password, somebody)

    validate_password(had[0], somebody)


def test_no_more_than_five_are_remembered_and_none_in_the_clear() -> None:
    somebody = person(*(f"Lanzhou-river-{number}" for number in range(7)))

    kept = somebody.past_passwords.values_list("password", flat=True)

    assert len(kept) == 5
    assert not any("Lanzhou" in each for each in kept)


def test_the_day_of_a_new_password_is_kept() -> None:
    somebody = person()
    before = somebody.password_set_at

    somebody.set_password("Lanzhou-river-1")
    somebody.save()

    somebody.refresh_from_db()
    assert somebody.password_set_at > before
