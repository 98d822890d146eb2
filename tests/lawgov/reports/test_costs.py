"""What a page of the reading room asks of the database does not grow with what is on record."""

from datetime import date
from itertools import chain
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from cases.registry.periods import Period
from lawgov.reports.closing import close
from lawgov.reports.exports.log import ExportLog
from lawgov.reports.returns.views import Row
from tests.lawgov.reports.county import County, fill
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES

TODAY = date(2025, 1, 2)
TICKET = "a" * 32

# Every address that is read, by its name: once for each way of telling it.
READ = {
    "rollup": ["?period=2024", "?period=2024&agency=police", "?period=2023"],
    "rows": [
        "rows/reconsideration.concluded/?period=2024",
        "rows/reconsideration.concluded/?period=2023",
        "rows/reconsideration.correction_rate/?period=2024",
    ],
    "breakdown": [
        "breakdown/reconsideration.concluded/?period=2024&by=unit",
        "breakdown/reconsideration.concluded/?period=2024&by=month",
        "breakdown/reconsideration.concluded/?period=2023&by=unit",
    ],
    "returns": ["tables/?period=2024"],
    "return": ["tables/reconsideration/?period=2024", "tables/mediation/?period=2023"],
    "return_rows": ["tables/reconsideration/rows/?period=2024&{cell}"],
    "statement": ["statement/?period=2024&language=en", "statement/?period=2023&language=en"],
    "export": ["export/xlsx/?period=2024", "export/csv/?period=2023"],
    "export_rows": [
        "export/xlsx/rows/reconsideration.concluded/?period=2024",
        "export/csv/rows/reconsideration.concluded/?period=2024&as=stands",
    ],
    "export_return": [
        "export/xlsx/tables/reconsideration/?period=2024",
        "export/csv/tables/mediation/?period=2023",
    ],
    "export_return_rows": ["export/csv/tables/reconsideration/rows/?period=2024&{cell}"],
    "export_told": [f"exports/{TICKET}/"],
    "export_progress": [f"exports/{TICKET}/progress/"],
    "closings": ["closing/?period=2024"],
    "closing": ["closing/2024/", "closing/2023/"],
}
# Forms that are sent and lead to one of the pages above.
SENT = {"save", "remove", "export_cancel", "close", "ask", "confirm"}

# A session is written now and then, by the clock and not by the page.
NOT_OF_THE_PAGE = ("session", "SAVEPOINT")


def test_every_address_of_the_reading_room_is_counted_here() -> None:
    rooms: list[Any] = list(get_resolver().url_patterns)
    [room] = [one for one in rooms if getattr(one, "namespace", "") == "reports"]

    assert {pattern.name for pattern in room.url_patterns} == {*READ, *SENT}


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        response: Any = client.get(address)
        if response.streaming:
            b"".join(response.streaming_content)
    assert response.status_code == 200, address
    return sum(not any(word in each["sql"] for word in NOT_OF_THE_PAGE) for each in captured)


def a_cell(client: Client) -> str:
    """Any cell of the table that opens something."""
    page = client.get("/reports/tables/reconsideration/?period=2024").context
    rows: list[Row] = [row for part in page["parts"] for row in part.rows]
    cells = (cell for row in rows for cell in row.cells)
    return next(c.address.partition("?period=2024&")[2] for c in cells if c.address and not c.tone)


def test_no_page_and_no_export_asks_more_of_more_records(supervisor: Client, busy: County) -> None:
    close(Period.parse("2024"), None, TODAY)
    fill(busy, rounds=1)  # something of every kind that the closing does not know
    reader = supervisor.get("/reports/closing/").wsgi_request.user
    ExportLog.objects.create(person=reader, what="清单", format="csv", ticket=TICKET)  # type: ignore[misc]  # signed in
    cell = a_cell(supervisor)
    addresses = [f"/reports/{each}".format(cell=cell) for each in chain(*READ.values())]
    for address in addresses:
        asked(supervisor, address)  # what is remembered from now on is not counted
    few = {address: asked(supervisor, address) for address in addresses}

    fill(busy, rounds=4)

    assert {address: asked(supervisor, address) for address in addresses} == few
    assert all(count for count in few.values())


@pytest.mark.parametrize("narrowed", ["", "&unit=police"])
def test_the_rows_of_a_closed_figure_lay_the_period_out_once(
    supervisor: Client, busy: County, narrowed: str
) -> None:
    close(Period.parse("2024"), None, TODAY)

    with CaptureQueriesContext(connection) as captured:
        supervisor.get(f"/reports/rows/reconsideration.concluded/?period=2024{narrowed}")

    asked = [each["sql"] for each in captured]
    assert sum('FROM "reports_closure"' in sql for sql in asked) == 1
    assert sum('FROM "reports_closednumbers"' in sql for sql in asked) == 1
