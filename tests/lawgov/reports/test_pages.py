"""What a supervisor finds in the reading room, and what it costs."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.registry.roles import Role
from tests.lawgov.reports.county import County, fill
from tests.lawgov.reports.pages import PAGES, Tables

pytestmark = PAGES

CORRECTED = "/reports/rows/reconsideration.corrected/"
BREAKDOWN = "/reports/breakdown/reconsideration.concluded/"
ADDRESSES = (
    "/reports/?period=2024",
    "/reports/?period=2024-01",
    "/reports/?period=2024&agency=police&field=land",
    f"{CORRECTED}?period=2024",
    "/reports/rows/litigation.hearings_held/?period=2024",
    "/reports/rows/mediation.succeeded/?period=2024",
    "/reports/rows/reconsideration.opinion_letters_issued/?period=2024",
    "/reports/rows/reconsideration.correction_rate/?period=2024",
    f"{BREAKDOWN}?period=2024&by=unit",
    f"{BREAKDOWN}?period=2024&by=month",
)


def row(page: Any, code: str) -> list[str]:
    rows = (row for table in page.context["tables"] for row in table.rows)
    return [cell.text for cell in next(row for row in rows if row.code == code).cells]


def questions(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert response.status_code == 200
    return len(asked)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_longer_register_asks_no_more_of_the_database(
    supervisor: Client, busy: County, address: str
) -> None:
    small = questions(supervisor, address)

    fill(busy, rounds=4)

    assert questions(supervisor, address) == small


def test_a_year_stands_beside_the_year_before(supervisor: Client, busy: County) -> None:
    page = supervisor.get("/reports/", {"period": "2024"})

    *_months, year, before, difference, share = row(page, "reconsideration.received")
    assert (year, before, difference, share) == ("14", "7", "+7", "+100.00%")


def test_a_month_stands_beside_last_years_and_the_one_before(
    supervisor: Client, busy: County
) -> None:
    page = supervisor.get("/reports/", {"period": "2024-02"})

    assert row(page, "reconsideration.received") == ["7", "0", "+7", "-", "7", "0", "0.00%"]


def test_a_rate_differs_by_percentage_points(supervisor: Client, busy: County) -> None:
    page = supervisor.get("/reports/", {"period": "2024"})

    *_months, rate, before, difference, share = row(page, "reconsideration.correction_rate")
    assert (rate, before, difference, share) == ("25.00", "-", "-", "")


def test_without_a_period_it_opens_the_year_of_the_last_full_month(
    supervisor: Client, county: County, settings: Any
) -> None:
    page = supervisor.get("/reports/", {"agency": "police"})

    assert page.status_code == 302
    assert page.headers["Location"].startswith("/reports/?agency=police&period=20")


def test_two_dates_become_one_address_that_can_be_sent(supervisor: Client, county: County) -> None:
    typed = {"period": "2024", "first": "2024-03-01", "last": "2024-06-10", "field": ""}

    page = supervisor.get("/reports/", typed)

    assert page.headers["Location"] == "/reports/?period=2024-03-01..2024-06-10"


def test_two_dates_that_are_a_quarter_are_called_one(supervisor: Client, county: County) -> None:
    page = supervisor.get("/reports/", {"first": "2024-04-01", "last": "2024-06-30"})

    assert page.headers["Location"] == "/reports/?period=2024Q2"


def test_a_long_period_has_its_years_for_columns(supervisor: Client, county: County) -> None:
    page = supervisor.get("/reports/", {"period": "2015-07-01..2024-12-31"})

    heads = [head.text for head in page.context["tables"][0].heads]
    assert heads[:3] == ["2015H2", "2016", "2017"]


def test_an_empty_year_says_so_and_leads_to_the_newest(supervisor: Client, busy: County) -> None:
    page = supervisor.get("/reports/", {"period": "2019"})

    assert page.context["is_empty"]
    assert page.context["newest"].address == "period=2024"
    assert "Nothing happened in 2019" in page.content.decode()


def test_a_register_without_any_record_is_noughts(supervisor: Client, county: County) -> None:
    page = supervisor.get("/reports/", {"period": "2024"})

    assert page.context["newest"] is None
    assert set(row(page, "reconsideration.received")) == {"0", "-"}


def test_every_identity_is_printed_with_its_numbers(supervisor: Client, busy: County) -> None:
    page = supervisor.get("/reports/", {"period": "2024"})

    tie = page.context["tables"][0].ties[1]
    assert [(term.sign, term.cell.text) for term in tie.terms] == [
        ("", "5"),
        ("+", "10"),
        ("=", "12"),
        ("+", "3"),
    ]
    assert tie.left_over == []


def test_a_definition_names_the_denominator_and_the_rounding(
    supervisor: Client, county: County
) -> None:
    page = supervisor.get("/reports/", {"period": "2024"})

    rows = {row.code: row for table in page.context["tables"] for row in table.rows}
    known = {known.term: str(known.says) for known in rows["litigation.loss_rate"].definition}
    assert known["Denominator"] == "Concluded"
    assert known["Rounding"] == "cut off after 2 decimals; without a base a dash"


def test_the_parts_of_a_figure_add_up_and_each_opens_its_rows(
    supervisor: Client, busy: County
) -> None:
    page = supervisor.get(BREAKDOWN, {"period": "2024", "by": "unit"})

    parts = page.context["breakdown"].parts
    *_rest, whole = (cell for cell in page.context["breakdown"].whole if cell.tone == "whole")
    assert sum(part.whole for part in parts) == int(whole.text)
    for part in parts:
        cell = next(cell for cell in part.cells if cell.tone == "whole")
        assert supervisor.get(cell.address).context["page"].paginator.count == int(cell.text)


@pytest.mark.parametrize("by", ["unit", "field", "act", "outcome", "handler", "enterprise"])
def test_every_number_of_a_breakdown_opens_as_many_rows(
    supervisor: Client, busy: County, by: str
) -> None:
    page = supervisor.get(BREAKDOWN, {"period": "2024Q2", "by": by})

    cells = [cell for cell in Tables(page.content.decode()).cells() if cell.classes != "moved"]
    assert cells
    for cell in cells:
        assert supervisor.get(cell.address).context["value"] == cell.text, cell


def test_the_months_of_a_figure_are_rows_with_their_own_years_before(
    supervisor: Client, busy: County
) -> None:
    page = supervisor.get(BREAKDOWN, {"period": "2024", "by": "month"})

    breakdown = page.context["breakdown"]
    assert [part.label for part in breakdown.parts][:2] == ["January 2024", "February 2024"]
    assert sum(part.whole for part in breakdown.parts) == int(breakdown.whole[0].text)


def test_what_only_one_kind_of_record_knows_does_not_go_back_to_the_rollup(
    supervisor: Client, busy: County
) -> None:
    page = supervisor.get(CORRECTED, {"period": "2024", "unit": "police", "outcome": "revoked"})

    assert page.context["back"] == "period=2024&unit=police"


def test_a_long_list_is_paged_and_numbered_on(supervisor: Client, busy: County) -> None:
    fill(busy, rounds=12)

    page = supervisor.get(
        "/reports/rows/reconsideration.received/", {"period": "2024", "page": "2"}
    )

    assert page.context["page"].start_index() == 51
    assert page.context["page"].paginator.count == int(page.context["value"])


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.SUPERVISOR])
@pytest.mark.parametrize("address", ["/reports/?period=2024", f"{CORRECTED}?period=2024"])
def test_whoever_works_on_cases_may_read(
    client: Client, county: County, role: Role, address: str
) -> None:
    client.force_login(county.person(role))

    assert client.get(address).status_code == 200
    assert 'href="/reports/' in client.get("/admin/").content.decode()


@pytest.mark.parametrize(
    "role", [Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR]
)
@pytest.mark.parametrize("address", [*ADDRESSES, "/reports/"])
def test_the_administrators_may_not(
    client: Client, county: County, role: Role, address: str
) -> None:
    client.force_login(county.person(role))

    assert client.get(address).status_code == 403
    assert 'href="/reports/' not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("address", [*ADDRESSES, "/reports/"])
def test_whoever_has_not_signed_in_is_led_to_the_door(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/?next=/reports/")


def test_a_township_sees_and_counts_its_own(client: Client, busy: County) -> None:
    client.force_login(busy.person(Role.CLERK, busy.township))

    page = client.get("/reports/", {"period": "2024"})
    rows = client.get("/reports/rows/reconsideration.received/", {"period": "2024"})

    assert row(page, "reconsideration.received")[12] == "4"
    assert {case.respondent for case in rows.context["page"].object_list} == {busy.township}
