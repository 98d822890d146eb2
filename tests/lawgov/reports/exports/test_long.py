"""A long export shows how far it is, and stops when nobody wants it any more."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from cases.registry.roles import Role
from lawgov.reports.exports import commas, long, sending
from lawgov.reports.exports.grids import Grid, Line
from lawgov.reports.exports.log import ExportFormat, ExportLog
from lawgov.reports.exports.sending import Counter, send, streamed
from seeds.factories.reconsideration import ReconsiderationPartyFactory
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES

LIST = "/reports/export/{}/rows/reconsideration.received/?period=2024"
MANY = 100


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few lines are many, and every tenth is looked at."""
    monkeypatch.setattr(long, "LONG", 5)
    monkeypatch.setattr(sending, "EVERY", 10)
    monkeypatch.setattr(sending, "SECONDS", 0)


def waiting(client: Client, form: str = "csv") -> Any:
    page = client.get(LIST.format(form))
    assert page.status_code == 200
    return page.context


def entry_of(county: County, **given: Any) -> ExportLog:
    return ExportLog.objects.create(person=county.handler, what="清单", format="csv", **given)


def lines(cancelled: ExportLog | None = None) -> Iterator[Line]:
    """Many lines; somebody cancels the export after the thirty-fifth."""
    for number in range(MANY):
        if cancelled and number == 35:
            ExportLog.objects.filter(pk=cancelled.pk).update(cancelled_at=timezone.now())
        yield Line([number])


def grid(rows: Iterator[Line]) -> Grid:
    return Grid("a", "a", [], [["序号"]], rows, is_long=True)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_long_list_gets_a_page_first_and_then_the_file(
    supervisor: Client, busy: County, form: str
) -> None:
    page = waiting(supervisor, form)
    assert page["total"] == 14
    assert not ExportLog.objects.exists()

    response = supervisor.get(page["file"])

    assert response["Content-Disposition"].startswith("attachment")
    assert len(b"".join(response.streaming_content)) > 100  # type: ignore[attr-defined]


def test_its_page_is_told_how_far_it_is(supervisor: Client, busy: County) -> None:
    page = waiting(supervisor)
    before = supervisor.get(page["progress"]).json()

    list(supervisor.get(page["file"]))

    assert before == {"lines": 0, "state": "waiting", "said": ""}
    after = supervisor.get(page["progress"]).json()
    assert after == {"lines": 14, "state": "done", "said": "14 lines, all"}


def test_a_short_list_is_a_plain_download(
    supervisor: Client, busy: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long, "LONG", 14)

    response = supervisor.get(LIST.format("csv"))

    assert response["Content-Disposition"].startswith("attachment")


def test_it_begins_once(supervisor: Client, busy: County) -> None:
    page = waiting(supervisor)
    list(supervisor.get(page["file"]))

    assert supervisor.get(page["file"]).status_code == 409
    assert supervisor.get(LIST.format("csv") + "&ticket=made-up").status_code == 409


def test_nobody_else_sees_or_stops_it(supervisor: Client, client: Client, busy: County) -> None:
    page = waiting(supervisor)
    list(supervisor.get(page["file"]))
    other = Client()
    other.force_login(busy.person(Role.SUPERVISOR))

    assert other.get(page["progress"]).json()["state"] == "waiting"
    assert other.post(page["cancel"]).status_code == 404


def test_the_writer_says_how_far_it_is_while_it_writes(county: County) -> None:
    entry = entry_of(county)
    written = Counter(entry).pass_on(grid(lines())).lines

    seen = {ExportLog.objects.get(pk=entry.pk).lines for _line in written}

    assert sorted(seen) == list(range(0, MANY + 1, 10))


def test_a_cancelled_file_ends_with_a_line_that_says_so(county: County) -> None:
    entry = entry_of(county)

    text = "".join(streamed(grid(lines(entry)), Counter(entry)))

    assert text.count("\r\n") < MANY
    assert "40" in text.splitlines()[-1]
    assert ExportLog.objects.get().lines == 40


def test_of_a_cancelled_workbook_nothing_is_sent(
    supervisor: Client, county: County, rf: Any
) -> None:
    request = rf.get("/")
    request.user = county.handler

    def stopping() -> Iterator[Line]:
        yield from lines(ExportLog.objects.get())

    response = send(request, grid(stopping()), "", ExportFormat.XLSX)

    assert response.status_code == 204
    entry = ExportLog.objects.get()
    assert (entry.lines, entry.ended_at) == (40, None)


def test_cancelling_is_a_button_that_works_without_a_script(
    supervisor: Client, busy: County
) -> None:
    person = busy.person(Role.SUPERVISOR)
    supervisor.force_login(person)
    ticket = "a" * 32
    ExportLog.objects.create(person=person, what="清单", format="csv", ticket=ticket, lines=40)

    page = supervisor.post(f"/reports/exports/{ticket}/cancel/", follow=True)

    assert "cancelled at 40 lines" in page.content.decode()
    assert ExportLog.objects.get().cancelled_at is not None


def test_what_has_ended_is_not_cancelled(supervisor: Client, busy: County) -> None:
    page = waiting(supervisor)
    list(supervisor.get(page["file"]))

    supervisor.post(page["cancel"])

    assert ExportLog.objects.get().cancelled_at is None


@pytest.mark.parametrize(
    "given",
    [{"ended_at": timezone.now(), "cancelled_at": timezone.now()}, {"ticket": "b" * 32}],
    ids=["ended and cancelled", "two for one ticket"],
)
def test_the_database_refuses_what_cannot_be(county: County, given: dict[str, Any]) -> None:
    entry_of(county, ticket="b" * 32)

    with pytest.raises(IntegrityError), transaction.atomic():
        entry_of(county, **{"ticket": "c" * 32, **given})


@pytest.mark.parametrize(
    ("role", "status"), [(Role.SUPERVISOR, 200), (Role.CLERK, 403), (Role.REVIEWER, 403)]
)
def test_numbers_in_full_leave_with_who_answers_for_them_and_only_when_asked(
    busy: County, client: Client, role: Role, status: int
) -> None:
    ReconsiderationPartyFactory.create(
        case__accepted=True,
        case__received_on=date(2024, 3, 4),
        identity_number="620000199001011234",
    )
    client.force_login(busy.person(role))
    address = "/reports/export/csv/tables/reconsideration/rows/?period=2024"
    asked = f"{address}&section=field&column=applicants&ticket={'d' * 32}"

    masked = b"".join(client.get(asked).streaming_content)  # type: ignore[attr-defined]
    full = client.get(f"{asked.replace('d' * 32, 'e' * 32)}&in_full=移送执行")

    assert full.status_code == status
    assert b"620000199001011234" not in masked
    assert status != 200 or b"620000199001011234" in b"".join(full.streaming_content)  # type: ignore[attr-defined]


def test_a_running_export_stops_when_its_button_is_pressed(
    supervisor: Client, busy: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "EVERY", 2)
    monkeypatch.setattr(commas, "LINES_A_PIECE", 2)
    page = waiting(supervisor)
    running: Any = iter(supervisor.get(page["file"]).streaming_content)  # type: ignore[attr-defined]
    begun = next(running)

    supervisor.post(page["cancel"])
    rest = b"".join(running).decode()

    entry = ExportLog.objects.get()
    assert begun
    assert 0 < entry.lines < page["total"]
    assert rest.strip().splitlines()[-1] == f"cancelled at {entry.lines} lines" == entry.said
