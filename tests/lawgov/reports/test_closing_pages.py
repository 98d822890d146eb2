"""A supervisor closes a month on the page, sees what moved since, and reopens it with a second."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.reconsideration.models.case import Reconsideration
from cases.registry.periods import Period
from cases.registry.roles import Role
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.closing import close
from lawgov.reports.closures import Closure, Reopening
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.lawgov.reports.county import County, fill
from tests.lawgov.reports.pages import PAGES, text

pytestmark = PAGES

LIST = "/reports/closing/"
AUGUST = "/reports/closing/2024-08/"
PERIOD = Period.parse("2024-08")
TODAY = date(2025, 1, 2)
ADMINISTRATORS = [Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR]


def signed_in(county: County, role: Role = Role.SUPERVISOR, agency: Any = None) -> Client:
    client = Client()
    client.force_login(county.person(role, agency))
    client.cookies["django_language"] = "en"
    return client


def test_a_year_lists_its_months_and_how_they_stand(supervisor: Client, county: County) -> None:
    close(PERIOD, None, TODAY)

    rows = supervisor.get(LIST, {"period": "2024"}).context["rows"]

    assert [str(row.period) for row in rows] == ["2024", *map(str, rows[0].period.months())]
    assert [str(row.period) for row in rows if row.closure] == ["2024-08"]


def test_any_other_period_that_was_closed_is_listed_too(supervisor: Client, county: County) -> None:
    for period in ("2024Q3", "2024-08-05..2024-08-09"):
        close(Period.parse(period), None, TODAY)

    rows = supervisor.get(LIST, {"period": "2024"}).context["rows"]

    assert [str(row.period) for row in rows if row.closure] == [
        "2024Q3",
        "2024-08-05..2024-08-09",
    ]


def test_the_list_says_how_many_figures_moved(supervisor: Client, busy: County) -> None:
    close(Period.parse("2024-01"), None, TODAY)
    ReconsiderationFactory.create(received_on=date(2024, 1, 4))

    rows = supervisor.get(LIST, {"period": "2024"}).context["rows"]

    assert [row.restated for row in rows if row.closure] == [2]


@pytest.mark.parametrize(
    "path",
    ["/reports/", "/reports/rows/reconsideration.correction_rate/"],
    ids=["years beside each other", "a rate"],
)
def test_a_year_closed_in_part_says_which_months_are_told_as_closed(
    supervisor: Client, busy: County, path: str
) -> None:
    close(PERIOD, None, TODAY)

    page = text(supervisor, f"{path}?period=2022-01-01..2024-12-31")

    assert "As closed: August 2024." in page


def test_before_it_is_closed_the_figures_are_shown(supervisor: Client, busy: County) -> None:
    page = supervisor.get("/reports/closing/2024-01/")

    lines = {line.code: value for _, lines in page.context["sections"] for line, value in lines}
    assert lines["reconsideration.received"] == "7"
    assert page.context["left_over"] == []
    assert not Closure.objects.exists()


def test_it_is_closed_by_a_click_that_is_posted(supervisor: Client, busy: County) -> None:
    supervisor.post(f"{AUGUST}close/")

    closure = Closure.objects.get()
    assert str(closure.period) == "2024-08"
    assert closure.closed_by is not None
    assert closure.digest in text(supervisor, AUGUST)


@pytest.mark.parametrize("act", ["close", "reopen", "confirm"])
def test_nothing_happens_by_opening_an_address(
    supervisor: Client, county: County, act: str
) -> None:
    assert supervisor.get(f"{AUGUST}{act}/").status_code == 405
    assert not Closure.objects.exists()


def test_what_is_not_over_says_so(supervisor: Client, county: County) -> None:
    year = date.today().year + 1  # noqa: DTZ011  # the page has no other clock

    page = text(supervisor, f"/reports/closing/{year}/")
    supervisor.post(f"/reports/closing/{year}/close/")

    assert "A period is closed when it is over, not before." in page
    assert not Closure.objects.exists()


def test_the_restatement_names_the_record_and_who_entered_it(
    supervisor: Client, busy: County
) -> None:
    close(PERIOD, None, TODAY)
    late = ReconsiderationFactory.create(received_on=date(2024, 8, 5), entered_by=busy.handler)

    page = text(supervisor, AUGUST)

    assert str(late) in page
    assert str(busy.handler) in page
    assert "2 figures moved since the period was closed." in page


def test_two_supervisors_reopen_it(supervisor: Client, county: County) -> None:
    close(PERIOD, None, TODAY)
    second = signed_in(county)

    supervisor.post(f"{AUGUST}reopen/", {"reason": "one case was missing"})
    assert "one case was missing" in text(second, AUGUST)
    second.post(f"{AUGUST}confirm/")

    assert not Closure.objects.standing().exists()
    assert "one case was missing" in text(supervisor, AUGUST)


def test_one_supervisor_does_not(supervisor: Client, county: County) -> None:
    close(PERIOD, None, TODAY)

    supervisor.post(f"{AUGUST}reopen/", {"reason": "one case was missing"})
    answer = supervisor.post(f"{AUGUST}confirm/", follow=True)

    assert "Reopening takes a second person." in answer.content.decode()
    assert not Reopening.objects.get().is_confirmed


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER])
@pytest.mark.parametrize("act", ["close", "reopen", "confirm"])
def test_who_works_on_cases_looks_on(county: County, role: Role, act: str) -> None:
    client = signed_in(county, role)

    assert "Close August" not in text(client, AUGUST)
    assert client.post(f"{AUGUST}{act}/").status_code == 403


@pytest.mark.parametrize("address", [LIST, AUGUST])
@pytest.mark.parametrize("role", ADMINISTRATORS)
def test_the_administrators_stay_outside(county: County, role: Role, address: str) -> None:
    client = signed_in(county, role)

    assert client.get(address).status_code == 403
    assert client.post(f"{AUGUST}close/").status_code == 403


def test_what_was_closed_stands_under_the_names_of_its_lines_of_work(
    supervisor: Client, busy: County
) -> None:
    close(PERIOD, None, TODAY)

    context: Any = supervisor.get(AUGUST).context
    frozen = [(str(name), len(lines)) for name, lines in context["frozen"]]

    assert frozen == [
        (str(chapter.label), len(chapter.figures) + len(chapter.rates)) for chapter in CHAPTERS
    ]


@pytest.mark.parametrize("address", [LIST, AUGUST])
@pytest.mark.parametrize("role", [Role.CLERK, Role.SUPERVISOR])
def test_a_township_does_not_see_the_countys_figures(
    county: County, role: Role, address: str
) -> None:
    client = signed_in(county, role, county.township)

    assert client.get(address).status_code == 403
    assert client.post(f"{AUGUST}close/").status_code == 403


@pytest.mark.parametrize("address", [LIST, AUGUST])
def test_whoever_has_not_signed_in_is_led_to_the_door(client: Client, address: str) -> None:
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("period", ["2024-13", "last", "2024-06-10..2024-03-01", "1999..", "2999"])
def test_a_bad_period_gets_a_page_that_says_so(
    supervisor: Client, county: County, period: str
) -> None:
    assert supervisor.get(f"/reports/closing/{period}/").status_code == 400
    assert supervisor.post(f"/reports/closing/{period}/close/").status_code == 400
    assert supervisor.get(LIST, {"period": period}).status_code == 400


@pytest.mark.parametrize("address", [f"{LIST}?period=2024", AUGUST, "/reports/closing/2024/"])
def test_more_changes_take_no_more_queries(supervisor: Client, busy: County, address: str) -> None:
    close(Period.parse("2024"), None, TODAY)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            text(supervisor, address)
        return len(asked)

    fill(busy, rounds=1)
    queries()
    few = queries()
    fill(busy, rounds=5)

    assert queries() == few


def test_more_closings_take_no_more_queries(supervisor: Client, busy: County) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            text(supervisor, f"{LIST}?period=2024")
        return len(asked)

    close(Period.parse("2024-01"), None, TODAY)
    few = queries()
    for month in Period.parse("2024").months()[1:]:
        close(month, supervisor.get(LIST).wsgi_request.user, TODAY)  # type: ignore[arg-type]  # signed in

    assert queries() == few


def test_the_rollup_leads_to_the_closings(supervisor: Client, county: County) -> None:
    assert f'href="{LIST}' in text(supervisor, "/reports/?period=2024")
    township = signed_in(county, Role.SUPERVISOR, county.township)
    assert f'href="{LIST}' not in text(township, "/reports/?period=2024")


def test_a_closed_year_is_reported_as_closed_unless_asked_otherwise(
    supervisor: Client, busy: County
) -> None:
    close(Period.parse("2024"), None, TODAY)
    Reconsideration.objects.update(voided_on=TODAY, void_reason="entered twice")

    def received(address: str) -> Any:
        page = supervisor.get(address)
        rows = {row.code: row for table in page.context["tables"] for row in table.rows}
        cells = rows["reconsideration.received"].cells
        return next(cell.text for cell in cells if cell.tone == "whole")

    assert received("/reports/?period=2024") == "14"
    assert received("/reports/?period=2024&as=stands") == "0"
    assert received("/reports/?period=2024&agency=police") == "10"
