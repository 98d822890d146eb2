"""The pages of the year-end tables: every number leads to its records."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.registry.figures import Figure
from cases.registry.periods import Period
from lawgov.reports.returns.layouts import FORMS, layout_for
from lawgov.reports.returns.pivot import Pivot
from tests.lawgov.reports.county import County, fill
from tests.lawgov.reports.pages import PAGES, Tables

pytestmark = PAGES

YEAR = Period.parse("2024")


def page(client: Client, form: str, period: str = "2024") -> Tables:
    response = client.get(f"/reports/tables/{form}/", {"period": period})
    assert response.status_code == 200
    return Tables(response.content.decode())


@pytest.mark.parametrize("form", FORMS)
def test_every_number_leads_to_as_many_records(supervisor: Client, busy: County, form: str) -> None:
    cells = [cell for cell in page(supervisor, form).cells() if cell.address]
    told = {cell.address: cell.text for cell in cells if cell.text != "0"}
    some = dict(list(told.items())[:: max(1, len(told) // 40)])

    opened = {address: supervisor.get(address).context for address in some}

    assert {address: seen["value"] for address, seen in opened.items()} == some
    assert all(
        str(seen["page"].paginator.count) == seen["value"]
        for seen in opened.values()
        if seen["is_count"]
    )


@pytest.mark.parametrize("form", [form for form in FORMS if form != "examination"])
def test_every_cell_counts_what_it_opens(busy: County, form: str) -> None:
    pivot = Pivot(layout_for(form, YEAR), YEAR)
    columns = [column for column in pivot.layout.columns if column.figure or column.of]
    different = []

    for filled in pivot.filled():
        for line in [*filled.lines, filled.total]:
            for column in columns:
                counted = pivot.counted(column)
                if not (isinstance(counted, Figure) and counted.total):
                    found = pivot.behind(filled.section, line.key, column).count()
                    if found != line.values[column.key]:
                        different.append((line.label, column.key, found, line.values[column.key]))

    assert different == []


@pytest.mark.parametrize("form", FORMS)
def test_a_table_costs_the_same_however_many_records(county: County, form: str) -> None:
    fill(county)
    few = queries(form)
    fill(county, rounds=3)

    many = queries(form)

    assert few == many <= 8


def queries(form: str) -> int:
    """How many statements it takes to fill a form."""
    with CaptureQueriesContext(connection) as captured:
        Pivot(layout_for(form, YEAR), YEAR).filled()
    return len(captured)


@pytest.mark.parametrize(
    "address",
    [
        "/reports/tables/reconsideration/?period=2024",
        "/reports/tables/reconsideration/rows/?period=2024&section=field&column=concluded",
        "/reports/export/xlsx/?period=2024",
        "/reports/export/csv/tables/litigation/?period=2024",
        "/reports/export/xlsx/rows/reconsideration.concluded/?period=2024",
        "/reports/statement/?period=2024&language=en",
    ],
)
def test_a_page_and_an_export_cost_the_same_however_many_records(
    supervisor: Client, county: County, address: str
) -> None:
    fill(county)
    asked(supervisor, address)  # what is remembered between requests is remembered by now
    few = asked(supervisor, address)
    fill(county, rounds=3)

    many = asked(supervisor, address)

    assert few == many <= 40


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
        list(response)  # a stream that was read to its end closes itself
    return len(captured)


@pytest.mark.parametrize(
    "address",
    [
        "/reports/tables/reconsideration/?period=2024-13",
        "/reports/tables/reconsideration/?period=2024&agency=620000",
        "/reports/tables/nothing/?period=2024",
        "/reports/tables/reconsideration/?period=1990",
        "/reports/tables/reconsideration/rows/?period=2024&section=field&column=nothing",
        "/reports/tables/reconsideration/rows/?period=2024&section=nothing&column=accepted",
        "/reports/tables/mediation/rows/?period=2024&section=month&row=x&column=received",
        "/reports/export/pdf/tables/reconsideration/?period=2024",
        "/reports/statement/?period=2024&language=fr",
    ],
)
def test_a_bad_question_is_told_what_is_wrong(supervisor: Client, address: str) -> None:
    assert supervisor.get(address).status_code in {400, 404}


def test_a_form_without_a_row_says_so(supervisor: Client, county: County) -> None:
    told = supervisor.get("/reports/tables/appearance/?period=2024").content.decode()

    assert "No record of the period belongs in this table." in told


def test_a_reconstruction_says_so(supervisor: Client, county: County) -> None:
    response = supervisor.get("/reports/tables/litigation/", {"period": "2024"})

    assert "our own reconstruction" in response.content.decode()


@pytest.mark.parametrize("address", ["/reports/tables/", "/reports/tables/mediation/"])
def test_it_opens_at_a_year_when_none_is_asked(supervisor: Client, address: str) -> None:
    response = supervisor.get(address)

    assert response.status_code == 302
    assert "period=" in response["Location"]
