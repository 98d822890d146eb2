"""The access log: what stands in it, who may alter it (nobody), and how long it is kept."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from pytest_django import Settings

from cases.registry.accesses.addresses import AddressMiddleware, address_of, current_address
from cases.registry.accesses.entries import AccessEntry
from cases.registry.accesses.log import Access, noted
from lawgov.triggers import ACCESSES, standing
from seeds.factories.registry import UserFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 8, 5, 9, 30, tzinfo=timezone.get_fixed_timezone(480))


def entry(days: int) -> AccessEntry:
    """An access of so many days ago; only the triggers stand against writing that."""
    ACCESSES.remove(connection)
    made = noted(None, Access.SIGN_IN, f"{days}")
    AccessEntry.objects.filter(pk=made.pk).update(at=timezone.now() - timedelta(days=days))
    ACCESSES.install(connection)
    return made


def test_an_access_says_who_what_and_to_what() -> None:
    person = UserFactory.create()

    made = noted(person, Access.EXPORT, "2024", "xlsx")

    assert AccessEntry.objects.get() == made
    assert (made.person, made.act, made.subject) == (person, "export", "2024")
    assert made.succeeded


def test_a_refusal_is_no_success_and_a_stranger_is_nobody() -> None:
    made = noted(AnonymousUser(), Access.REFUSED, "某人")

    assert (made.person, made.succeeded) == (None, False)


def test_what_is_longer_than_the_log_is_wide_is_cut() -> None:
    made = noted(None, Access.EXPORT, "长" * 5000, "长" * 5000)

    assert (len(made.subject), len(made.detail)) == (200, 1000)


def test_an_access_to_nothing_is_refused() -> None:
    with pytest.raises(IntegrityError, match="accessentry_says_to_what"):
        noted(None, Access.EXPORT, "")


def test_nobody_alters_an_entry() -> None:
    noted(None, Access.EXPORT, "2024")

    with pytest.raises(DatabaseError, match="never altered"), transaction.atomic():
        AccessEntry.objects.update(subject="2023")


@pytest.mark.parametrize("days", [0, 182])
def test_nobody_removes_an_entry_within_half_a_year(days: int) -> None:
    entry(days)

    with pytest.raises(DatabaseError, match="kept for six months"), transaction.atomic():
        AccessEntry.objects.all().delete()


def test_old_entries_are_pruned_and_that_is_entered() -> None:
    kept = entry(300)
    entry(400)
    told = StringIO()

    call_command("prune_accesses", stdout=told)

    left = AccessEntry.objects.order_by("pk")
    assert [each.act for each in left] == ["sign_in", "prune"]
    assert left[0] == kept
    assert "1" in told.getvalue()


def test_who_prunes_where_nothing_is_old_leaves_no_trace() -> None:
    entry(300)

    call_command("prune_accesses", stdout=StringIO())

    assert AccessEntry.objects.count() == 1


def test_less_than_half_a_year_is_not_kept_by_any_setting() -> None:
    with pytest.raises(CommandError):
        call_command("prune_accesses", days=30)


def test_a_log_without_its_triggers_is_noticed() -> None:
    assert standing(databases=["default"]) == []

    ACCESSES.remove(connection)

    assert [found.id for found in standing(databases=["default"])] == ["lawgov.W002"]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.7, 203.0.113.9", "198.51.100.7"),
        (1, "", "192.0.2.1"),
        (1, "unknown", "192.0.2.1"),
    ],
)
def test_the_address_is_the_one_our_own_proxy_saw(
    settings: Settings, proxies: int, forwarded: str, expected: str
) -> None:
    settings.LAWGOV_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=forwarded)

    assert address_of(request) == expected


def test_the_address_is_known_while_a_request_is_answered() -> None:
    def answer(_request: object) -> HttpResponse:
        return HttpResponse(noted(None, Access.EXPORT, "2024").address)

    response = AddressMiddleware(answer)(RequestFactory().get("/", REMOTE_ADDR="192.0.2.1"))

    assert isinstance(response, HttpResponse)
    assert (response.content, current_address()) == (b"192.0.2.1", None)
