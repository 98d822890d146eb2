"""What was closed is opened again by two, with a reason, and closed anew."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import translation

from cases.registry.roles import Role
from cases.registry.users import User
from lawgov.reports.closing import NotClosed, close
from lawgov.reports.closures import Closure, Reopening
from lawgov.reports.reopening import ask_to_reopen, confirm_reopening, reopen
from tests.lawgov.reports.closed import MARCH, TODAY
from tests.lawgov.reports.county import County

pytestmark = pytest.mark.django_db


def test_reopening_takes_a_second_person(county: County, supervisor: User) -> None:
    close(MARCH, supervisor, TODAY)

    with translation.override("en"), pytest.raises(NotClosed, match="second person"):
        reopen(MARCH, supervisor, supervisor, "two cases were missing")

    assert not Reopening.objects.exists()


def test_the_database_knows_the_second_person_too(county: County, supervisor: User) -> None:
    closure = close(MARCH, supervisor, TODAY)
    moment = closure.closed_at

    with pytest.raises(IntegrityError, match="reopening_by_two_people"), transaction.atomic():
        Reopening.objects.create(
            closure=closure,
            reason="x",
            asked_by=supervisor,
            asked_at=moment,
            confirmed_by=supervisor,
            confirmed_at=moment,
        )


def test_it_stays_closed_until_the_second_person_agrees(
    county: County, supervisor: User, second: User
) -> None:
    closure = close(MARCH, supervisor, TODAY)

    ask_to_reopen(MARCH, supervisor, "two cases were missing")
    assert list(Closure.objects.standing()) == [closure]

    confirm_reopening(MARCH, second)
    assert list(Closure.objects.standing()) == []


def test_it_is_not_reopened_without_a_reason(
    county: County, supervisor: User, second: User
) -> None:
    close(MARCH, supervisor, TODAY)

    with pytest.raises(NotClosed):
        reopen(MARCH, supervisor, second, "  ")


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SUPERVISOR])
def test_the_second_person_is_a_supervisor(county: County, supervisor: User, role: Role) -> None:
    close(MARCH, supervisor, TODAY)

    with pytest.raises(NotClosed):
        reopen(MARCH, supervisor, county.person(role), "two cases were missing")


def test_what_is_open_is_not_reopened(county: County, supervisor: User, second: User) -> None:
    with pytest.raises(NotClosed):
        reopen(MARCH, supervisor, second, "two cases were missing")


def test_what_was_reopened_is_closed_anew_and_the_first_closing_is_kept(
    county: County, supervisor: User, second: User
) -> None:
    first = close(MARCH, supervisor, TODAY)
    reopening = reopen(MARCH, supervisor, second, "two cases were missing")

    again = close(MARCH, supervisor, TODAY)

    assert again.follows == reopening
    assert list(Closure.objects.standing()) == [again]
    assert list(Closure.objects.of(MARCH)) == [first, again]


def test_a_reopening_is_not_taken_back(county: County, supervisor: User, second: User) -> None:
    close(MARCH, supervisor, TODAY)
    reopening = reopen(MARCH, supervisor, second, "two cases were missing")

    reopening.confirmed_by = reopening.confirmed_at = None

    with pytest.raises(DatabaseError, match="never altered"), transaction.atomic():
        reopening.save()
