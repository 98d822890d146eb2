"""The command line closes, opens again, verifies, and tells what was closed."""

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from cases.registry.roles import Role
from lawgov.reports.closures import Closure
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.lawgov.reports.closed import APRIL, MARCH, close_all
from tests.lawgov.reports.county import County

pytestmark = pytest.mark.django_db


def report(*arguments: str) -> Any:
    out = StringIO()
    call_command("report", *arguments, "--format", "json", stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize(
    ("arguments", "received"), [((), 0), (("--as-closed",), 0), (("--as-it-stands",), 1)]
)
def test_the_command_line_tells_it_as_closed_unless_told_otherwise(
    county: County, arguments: tuple[str, ...], received: int
) -> None:
    close_all(MARCH)
    ReconsiderationFactory.create(received_on=date(2024, 3, 4))

    found = report("2024-03", *arguments)

    assert found["figures"]["reconsideration.received"] == {"value": received}
    assert ("closed_at" in found) is (received == 0)


def test_the_table_says_what_is_told_as_closed(county: County) -> None:
    close_all(MARCH)
    out = StringIO()

    call_command("report", "2024Q1", "--by", "month", "--language", "en", stdout=out)

    assert out.getvalue().startswith("2024-03 as closed at 20")


def test_it_is_either_as_closed_or_as_it_stands() -> None:
    with pytest.raises(CommandError):
        report("2024", "--as-closed", "--as-it-stands")


def run(*arguments: str) -> str:
    out = StringIO()
    with translation.override("en"):
        call_command("close", *arguments, stdout=out)
    return out.getvalue()


def test_a_month_is_closed_at_the_command_line(county: County) -> None:
    said = run("2024-08")

    closure = Closure.objects.get()
    assert (str(closure.period), closure.closed_by) == ("2024-08", None)
    assert said.startswith("2024-08 is closed: ")
    assert closure.digest in said


def test_a_supervisor_is_named_at_the_command_line(county: County) -> None:
    person = county.person(Role.SUPERVISOR)

    run("2024-08", "--by", person.username)

    assert Closure.objects.get().closed_by == person


def test_it_is_reopened_by_two_at_the_command_line(county: County) -> None:
    first, second = county.person(Role.SUPERVISOR), county.person(Role.SUPERVISOR)
    run("2024-08")

    names = ["--by", first.username, "--second", second.username]
    said = run("2024-08", "--reopen", *names, "--reason", "one case was missing")

    assert said == "2024-08 is open again.\n"
    assert not Closure.objects.standing().exists()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "Say which period"),
        (("2024-13",), "is not a period"),
        (("2099",), "when it is over"),
        (("2024-08", "--by", "nobody"), "Nobody is called"),
        (("2024-08", "--by", "handler"), "Only a supervisor"),
        (("2024-08", "--reopen", "--by", "handler"), "two people"),
        (("2024-08", "--reopen", "--by", "handler", "--second", "handler"), "Only supervisors"),
    ],
)
def test_the_command_line_says_why_it_refuses(
    county: County, arguments: tuple[str, ...], reason: str
) -> None:
    with pytest.raises(CommandError, match=reason):
        run(*arguments)


def test_a_second_closing_is_refused_at_the_command_line(county: County) -> None:
    run("2024-08")

    with pytest.raises(CommandError, match="closed already"):
        run("2024-08")


def test_digests_that_fit_are_verified(busy: County) -> None:
    close_all(MARCH, APRIL)

    assert run("--verify") == "2 closings checked\n"


def test_a_digest_that_does_not_fit_is_named_and_exits_with_one(
    county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("2024-08")
    monkeypatch.setattr("lawgov.reports.sealing.SEALED", ("value",))  # as if all else had changed

    out = StringIO()
    with translation.override("en"), pytest.raises(SystemExit, match="1"):
        call_command("close", "--verify", stdout=out)

    assert "2024-08, closed on" in out.getvalue()
