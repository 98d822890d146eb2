"""The tables of a closed period, and what each cell opens, stay as they were closed."""

import csv
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import load_workbook

from cases.litigation.models.dispute import Dispute
from cases.reconsideration.models.case import Reconsideration
from cases.registry.periods import Period
from cases.registry.roles import Role
from lawgov.reports.closing import close
from lawgov.reports.returns.closed_tables import ClosedTable
from lawgov.reports.returns.layouts import FORMS
from tests.lawgov.reports.county import County, fill
from tests.lawgov.reports.pages import PAGES, Tables

pytestmark = PAGES

YEAR, TODAY = Period.parse("2024"), date(2025, 1, 2)
FORM = "/reports/tables/reconsideration/"
CONCLUDED = "/reports/rows/reconsideration.concluded/"


@pytest.fixture
def closed(busy: County) -> County:
    close(YEAR, None, TODAY)
    return busy


def void_all() -> None:
    Reconsideration.objects.update(voided_on=TODAY, void_reason="entered twice")


def cells(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    return [cell.text for cell in Tables(response.content.decode()).cells()]


@pytest.mark.parametrize("form", FORMS)
def test_a_frozen_table_is_the_table_that_was_closed(
    supervisor: Client, busy: County, form: str
) -> None:
    Reconsideration.objects.update(is_disclosure_related=True)
    Dispute.objects.update(is_disclosure_related=True)
    before = cells(supervisor, f"/reports/tables/{form}/?period=2024")

    close(YEAR, None, TODAY)
    fill(busy, rounds=1)
    void_all()
    Dispute.objects.update(voided_on=TODAY, void_reason="entered twice")

    assert cells(supervisor, f"/reports/tables/{form}/?period=2024") == before
    assert cells(supervisor, f"/reports/tables/{form}/?period=2024&as=stands") != before


@pytest.mark.parametrize("form", FORMS)
def test_every_cell_of_a_frozen_table_opens_the_records_of_then(
    supervisor: Client, closed: County, form: str
) -> None:
    page = supervisor.get(f"/reports/tables/{form}/", {"period": "2024"})
    found = [cell for cell in Tables(page.content.decode()).cells() if cell.address]
    told = {cell.address: cell.text for cell in found if cell.text != "0"}
    some = dict(list(told.items())[:: max(1, len(told) // 20)])

    void_all()

    opened = {address: supervisor.get(address).context for address in some}
    assert {address: seen["value"] for address, seen in opened.items()} == some
    assert all(seen["closed"] for seen in opened.values())


def test_a_record_that_has_changed_since_is_marked(supervisor: Client, closed: County) -> None:
    first = supervisor.get(CONCLUDED, {"period": "2024"}).context
    assert {entry.cells[-1] for entry in first["entries"]} == {""}

    void_all()

    page = supervisor.get(CONCLUDED, {"period": "2024"}).context
    assert page["value"] == first["value"]
    marks = {entry.cells[-1] for entry in page["entries"]}
    assert all(marked_out(mark) for mark in marks), marks


def marked_out(mark: str) -> bool:
    """By whom and when it was changed, and that it counts no longer."""
    return mark.startswith("changed at ") and mark.endswith("; no longer counted here")


def test_as_it_stands_is_one_click_away(supervisor: Client, closed: County) -> None:
    void_all()

    page = supervisor.get(CONCLUDED, {"period": "2024", "as": "stands"})

    assert page.context["value"] == "0"
    assert "As it stands now, closed or not." in page.content.decode()


def test_a_year_of_closed_months_opens_the_records_of_all_of_them(
    supervisor: Client, busy: County
) -> None:
    received = "/reports/rows/reconsideration.received/"
    before = supervisor.get(received, {"period": "2024"}).context["value"]
    close(YEAR.months()[0], None, TODAY)

    void_all()

    page = supervisor.get(received, {"period": "2024"}).context
    rollup = supervisor.get("/reports/", {"period": "2024"}).context["tables"][0]
    row = next(row for row in rollup.rows if row.code == "reconsideration.received")
    assert page["value"] == next(cell.text for cell in row.cells if cell.tone == "whole")
    assert 0 < int(page["value"]) < int(before)


def test_a_rate_of_a_closed_period_is_that_of_its_closing(
    supervisor: Client, closed: County
) -> None:
    void_all()

    page = supervisor.get(
        "/reports/rows/reconsideration.correction_rate/", {"period": "2024"}
    ).context

    assert (page["value"], page["ratio"].denominator) == ("25.00", 12)


def test_a_closing_without_tables_says_so(supervisor: Client, busy: County) -> None:
    close(YEAR, None, TODAY)
    with connection.cursor() as cursor:
        on = " ON reports_closedtable" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER reports_closedtable_no_delete{on}")
    ClosedTable.objects.all().delete()

    page = supervisor.get(FORM, {"period": "2024"})

    assert "its tables were not kept then: told as it stands" in page.content.decode()


def test_whoever_reads_a_part_is_told_as_it_stands(client: Client, closed: County) -> None:
    client.force_login(closed.person(Role.CLERK, closed.township))
    void_all()

    assert set(cells(client, f"{FORM}?period=2024")) == {"0"}


@pytest.mark.parametrize("address", [f"{FORM}?period=2024", f"{CONCLUDED}?period=2024"])
def test_more_records_take_no_more_queries(
    supervisor: Client, closed: County, address: str
) -> None:
    def asked() -> Any:
        with CaptureQueriesContext(connection) as captured:
            supervisor.get(address)
        return len(captured)

    asked()
    few = asked()
    fill(closed, rounds=4)

    assert asked() == few


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_records_of_then_can_be_taken_away_with_what_became_of_them(
    supervisor: Client, closed: County, form: str
) -> None:
    void_all()

    lines = taken_away(supervisor, form)

    assert lines[0][-1] == "Since it was closed"
    assert [marked_out(line[-1]) for line in lines[1:]] == [True] * 12


def test_a_record_that_is_gone_keeps_its_line_in_the_file(
    supervisor: Client, closed: County
) -> None:
    kept = supervisor.get(CONCLUDED, {"period": "2024"}).context["page"].paginator.object_list
    Reconsideration.objects.filter(pk=kept[0]).delete()

    lines = taken_away(supervisor, "csv")

    assert len(lines) == 1 + 12
    assert [line[0] for line in lines if "removed" in line[0]] == [f"removed (no. {kept[0]})"]


def taken_away(client: Client, form: str) -> list[list[Any]]:
    response = client.get(f"/reports/export/{form}/rows/reconsideration.concluded/?period=2024")
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    if form == "csv":
        return list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    return load_workbook(BytesIO(content)).get_sheet_by_index(0).to_python()


PARTS = "/reports/breakdown/reconsideration.concluded/"


def test_the_parts_of_a_closed_number_are_told_as_closed(
    supervisor: Client, closed: County
) -> None:
    void_all()

    page = supervisor.get(PARTS, {"period": "2024", "by": "unit"})

    assert sum(part.whole for part in page.context["breakdown"].parts) == 12
    assert "2024" in page.context["closed"]


def test_the_months_of_a_closed_number_are_told_as_closed(supervisor: Client, busy: County) -> None:
    for month in YEAR.months():
        close(month, None, TODAY)
    void_all()

    page = supervisor.get(PARTS, {"period": "2024", "by": "month"}).context

    assert sum(part.whole for part in page["breakdown"].parts) == 12
    assert page["breakdown"].whole[0].text == "12"
    assert len(page["closed"]) == 13


def test_months_that_do_not_add_up_to_a_closed_year_say_why(
    supervisor: Client, closed: County
) -> None:
    void_all()

    page = supervisor.get(PARTS, {"period": "2024", "by": "month"})

    assert page.context["breakdown"].whole[0].text == "12"
    assert "The months do not add up to the total" in page.content.decode()
