"""A finding is kept since when it stands, and goes once it is mended."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lawgov.keeping.checking import check_everything
from lawgov.keeping.declared import checks
from lawgov.keeping.models import Checkup, Finding
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.lawgov.keeping.looking import TODAY, gone

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("shelf"),
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


def test_a_finding_keeps_since_when_and_goes_once_it_is_mended() -> None:
    person = gone()
    ReconsiderationFactory.create(handler=person)
    check_everything(checks(), TODAY)
    first = Finding.objects.get(code="reconsideration.left_alone")
    check_everything(checks(), TODAY)
    again = Finding.objects.get(code="reconsideration.left_alone")

    person.is_active = True
    person.save()
    check_everything(checks(), TODAY)

    assert again.since_at == first.since_at
    assert not Finding.objects.filter(code="reconsideration.left_alone").exists()


def test_the_command_ends_with_an_error_if_anything_is_found_and_without_if_not() -> None:
    said = StringIO()
    call_command("check_records", stdout=said)
    ReconsiderationFactory.create(handler=gone())

    with pytest.raises(CommandError, match="finding"):
        call_command("check_records", stdout=said)

    assert "all in order" in said.getvalue()
    assert "reconsideration.left_alone" in said.getvalue()


def test_more_findings_ask_hardly_more_queries() -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            check_everything(checks(), TODAY)
        return len(asked)

    person = gone()
    ReconsiderationFactory.create_batch(2, handler=person)
    few = questions()
    ReconsiderationFactory.create_batch(20, handler=person)

    assert questions() == few


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ({"code": ""}, "finding_of_something"),
        ({"row": 0}, "finding_of_something"),
    ],
)
def test_the_database_refuses_a_finding_of_nothing(broken: dict[str, Any], rule: str) -> None:
    now = timezone.now()
    checkup = Checkup.objects.create(begun_at=now)
    whole = {"code": "a.b", "model": "cases.user", "row": 1, "since_at": now, "checkup": checkup}

    with pytest.raises(IntegrityError, match=rule):
        Finding.objects.create(**(whole | broken))


def test_the_database_refuses_a_checkup_that_ends_before_it_begins() -> None:
    now = timezone.now()

    with pytest.raises(IntegrityError, match="checkup_ends_after_it_begins"):
        Checkup.objects.create(begun_at=now, ended_at=now - timedelta(seconds=1))
