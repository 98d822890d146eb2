"""A question that makes no sense is answered with the reason, and keeps what was typed."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.registry.periods import Period
from cases.registry.roles import Role
from lawgov.reports.closing import close
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES

ROWS = "/reports/rows/reconsideration.accepted/"
PARTS = "/reports/breakdown/reconsideration.accepted/"

BAD = [
    ("/reports/", "period=2024-13", "“2024-13” is not a period"),
    ("/reports/", "period=soon", "“soon” is not a period"),
    ("/reports/", "period=", "Say which period"),
    ("/reports/", "period=2024-02-30..2024-03-01", "There is no day 2024-02-30"),
    ("/reports/", "period=2024-06-01..2024-03-01", "The period ends before it starts"),
    ("/reports/", "first=2024-06-01&last=2024-03-01", "ends before it"),
    ("/reports/", "first=2024-06-01", "Say both the first and the last day"),
    ("/reports/", "first=yesterday&last=2024-03-01", "Expected a date such as"),
    ("/reports/", "period=1900-01-01..2024-12-31", "at most 30 years"),
    ("/reports/", "period=2024&period=2023", "“period” stands in the address more than once"),
    ("/reports/", "period=2024&agency=nowhere", "“nowhere” is the code of no agency"),
    ("/reports/", "period=2024&unit=nowhere", "“nowhere” names nothing to narrow by"),
    ("/reports/", "period=2024&field=nix", "“nix” names nothing to narrow by"),
    ("/reports/", "period=2024&act=nix", "“nix” names nothing to narrow by"),
    ("/reports/", "period=2024&respondent_kind=nix", "“nix” names nothing to narrow by"),
    ("/reports/", "period=2024&handler=nobody", "“nobody” names nothing to narrow by"),
    ("/reports/", "period=2024&enterprise=maybe", "“maybe” names nothing to narrow by"),
    ("/reports/", "period=2024&colour=red", "nothing called “colour” to narrow by"),
    ("/reports/", "period=2024&outcome=upheld", "nothing called “outcome” to narrow by"),
    ("/reports/", "period=2024%00", "Null characters are not allowed"),
    ("/reports/", "period=2024&agency=%00", "Null characters are not allowed"),
    ("/reports/", "period=2024&handler=a%00b", "Null characters are not allowed"),
    ("/reports/", "period=0000", "“0000” is not a period"),
    ("/reports/", "period=0", "“0” is not a period"),
    ("/reports/", "period=99999999999999999999", "is not a period"),
    ("/reports/", "period=2024&as=maybe", "Closed periods are told as closed"),
    (ROWS, "period=2024&page=99999999999999999999999", "There is no page"),
    (ROWS, "period=2024&page=-1", "There is no page"),
    (ROWS, "", "Say which period"),
    (ROWS, "period=2024&outcome=won", "“won” names nothing to narrow by"),
    (ROWS, "period=2024&page=7", "There is no page “7”"),
    (ROWS, "period=2024&page=two", "There is no page “two”"),
    (ROWS, "period=2024&door=court", "nothing called “door” to narrow by"),
    (PARTS, "period=2024&by=weather", "cannot be broken down by “weather”"),
    (PARTS, "period=2024&by=agency", "cannot be broken down by “agency”"),
    ("/reports/rows/litigation.loss_rate/", "period=2024&colour=red", "nothing called “colour”"),
    ("/reports/rows/mediation.success_rate/", "period=2024&field=land", "cannot be narrowed so"),
]


@pytest.mark.parametrize(("path", "query", "reason"), BAD)
def test_it_says_what_is_wrong(
    supervisor: Client, busy: County, path: str, query: str, reason: str
) -> None:
    page = supervisor.get(f"{path}?{query}")

    assert page.status_code == 400
    assert reason in page.content.decode()
    assert "<table" not in page.content.decode()


def test_it_keeps_what_was_typed(supervisor: Client, busy: County) -> None:
    page = supervisor.get("/reports/?period=2024-13&agency=police&first=2024-02-01")

    shown = page.content.decode()
    assert 'value="2024-13"' in shown
    assert '<option value="police" selected>' in shown
    assert 'value="2024-02-01"' in shown


@pytest.mark.parametrize("page", ["rows", "breakdown"])
@pytest.mark.parametrize("code", ["nothing", "reconsideration", "litigation.losses"])
def test_a_figure_that_nobody_counts_is_not_found(
    supervisor: Client, county: County, page: str, code: str
) -> None:
    response = supervisor.get(f"/reports/{page}/{code}/?period=2024")

    assert response.status_code == 404
    assert f"No figure is called “{code}”" in response.content.decode()


def test_a_rate_is_broken_down_through_what_it_divides(supervisor: Client, county: County) -> None:
    response = supervisor.get("/reports/breakdown/litigation.loss_rate/?period=2024")

    assert response.status_code == 404


@pytest.mark.parametrize("period", ["1000", "2999-12", "1000-01-01..1000-01-01"])
def test_the_edges_of_the_calendar_are_answered(
    supervisor: Client, county: County, period: str
) -> None:
    assert supervisor.get("/reports/", {"period": period}).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_only_read(supervisor: Client, county: County, method: str) -> None:
    assert getattr(supervisor, method)("/reports/?period=2024").status_code == 405


SHARED = ("unit", "field", "act", "respondent_kind", "handler", "enterprise")


@pytest.mark.parametrize(
    ("path", "names"),
    [("/reports/", SHARED), (ROWS, (*SHARED, "outcome")), (PARTS, (*SHARED, "outcome"))],
)
def test_what_is_not_known_as_closed_is_not_asked_of_records_as_they_stand(
    supervisor: Client, busy: County, path: str, names: tuple[str, ...]
) -> None:
    close(Period.parse("2024-03"), None, date(2025, 1, 2))

    def answers(query: str) -> set[int]:
        asked = (supervisor.get(f"{path}?{query}&{name}=unknown", follow=True) for name in names)
        return {page.status_code for page in asked}

    assert answers("period=2024&as=stands") == {400}
    assert answers("period=2023") == {400}  # nothing of it is closed
    assert answers("period=2024") == {200}


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("period=2024&as=stands", "not of records as they stand"),
        ("period=2023", "nothing of this period is closed"),
    ],
)
def test_it_says_of_what_it_is_not_known(
    supervisor: Client, county: County, query: str, reason: str
) -> None:
    page = supervisor.get(f"/reports/?{query}&unit=unknown")

    assert reason in page.content.decode()


def test_what_is_not_known_as_closed_has_no_way_to_records_as_they_stand(
    supervisor: Client, county: County
) -> None:
    close(Period.parse("2024-03"), None, date(2025, 1, 2))

    page = supervisor.get("/reports/?period=2024-03").content.decode()
    unknown = supervisor.get("/reports/?period=2024-03&unit=unknown").content.decode()

    assert "as=stands" in page
    assert "as=stands" not in unknown


@pytest.mark.parametrize("path", ["/reports/", ROWS, PARTS])
def test_what_is_not_known_as_closed_leads_to_no_period_of_which_nothing_is_closed(
    supervisor: Client, county: County, path: str
) -> None:
    close(Period.parse("2024-03"), None, date(2025, 1, 2))
    close(Period.parse("2024-05"), None, date(2025, 1, 2))

    context: Any = supervisor.get(f"{path}?period=2024-03&unit=unknown").context
    steps = [step for row in context["steps"] for step in row]
    led_to = {step.address for step in steps if step.address}

    assert {address.partition("&")[0] for address in led_to} == {
        f"period={period}"
        for period in ("2024", "2024H1", "2024Q1", "2024Q2", "2024-03", "2024-05")
    }
    assert {supervisor.get(f"{path}?{address}").status_code for address in led_to} == {200}


@pytest.mark.parametrize(
    "path", ["/reports/?", f"{PARTS}?by=unit&", f"{PARTS}?by=month&", f"{PARTS}?by=field&"]
)
def test_no_number_of_what_is_not_known_as_closed_leads_to_a_refusal(
    supervisor: Client, busy: County, path: str
) -> None:
    close(Period.parse("2024-03"), None, date(2025, 1, 2))

    page = supervisor.get(f"{path}period=2024&unit=unknown").content.decode()
    led_to = {unescape(each) for each in re.findall(r'<td[^>]*><a href="([^"]+)"', page)}
    periods = {QueryDict(address.partition("?")[2])["period"] for address in led_to}

    assert periods == {"2024-03", "2024"}
    assert {supervisor.get(each).status_code for each in list(led_to)[:10]} == {200}


@pytest.mark.parametrize("by", ["unit", "month"])
def test_the_periods_it_leads_to_are_asked_for_at_once(
    supervisor: Client, county: County, by: str
) -> None:
    close(Period.parse("2024-03"), None, date(2025, 1, 2))

    def closings(unit: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            supervisor.get(f"{PARTS}?period=2024&by={by}&unit={unit}")
        return sum('FROM "reports_closure"' in each["sql"] for each in asked)

    # Whether the period itself may be asked is one; where links and where numbers lead, the others.
    assert closings("unknown") == closings("none") + 3


def test_a_period_of_which_nothing_is_closed_is_no_link(supervisor: Client, county: County) -> None:
    close(Period.parse("2024-03"), None, date(2025, 1, 2))

    page = supervisor.get("/reports/?period=2024-03&unit=unknown").content.decode()

    assert '<span title="April 2024: nothing is closed">Apr</span>' in page
    assert '<option value="unknown" selected>not known as closed</option>' in page


def test_who_reads_a_part_is_told_that_only_the_countys_figures_are_closed(
    client: Client, county: County
) -> None:
    close(Period.parse("2024-03"), None, date(2025, 1, 2))
    client.force_login(county.person(Role.SUPERVISOR, county.township))
    client.cookies["django_language"] = "en"

    page = client.get("/reports/?period=2024-03&unit=unknown")

    assert page.status_code == 400
    assert "said of the county" in page.content.decode()
