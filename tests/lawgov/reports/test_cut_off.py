"""Reports of a county whose months end with another day than the calendar's."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from cases.registry.periods import Period
from lawgov.reports.closing import close
from lawgov.reports.closures import Closure
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES


@pytest.fixture
def cut(settings: Any, county: County) -> None:
    """Months from the 11th to the 10th, and a case on either side of a cut."""
    settings.LAWGOV_CUT_OFF_DAY = 10
    ReconsiderationFactory.create(received_on=date(2024, 8, 10))
    ReconsiderationFactory.create(received_on=date(2024, 8, 11))
    ReconsiderationFactory.create(received_on=date(2024, 12, 11))


def received(client: Client, period: str) -> list[str]:
    page = client.get("/reports/", {"period": period})
    rows = (row for table in page.context["tables"] for row in table.rows)
    cells = next(row for row in rows if row.code == "reconsideration.received").cells
    return [cell.text for cell in cells if cell.tone in {"", "whole"}]


def test_a_case_is_counted_in_the_month_its_day_is_reported_in(
    supervisor: Client, cut: None
) -> None:
    year = received(supervisor, "2024")

    assert year == ["0", "0", "0", "0", "0", "0", "0", "1", "1", "0", "0", "0", "2"]
    assert received(supervisor, "2025")[0] == "1"


def test_the_page_says_how_months_run_and_which_days_it_is_about(
    supervisor: Client, cut: None
) -> None:
    page = supervisor.get("/reports/", {"period": "2024-08"}).content.decode()

    assert "Reporting months end with day 10; a year begins on 12-11." in page
    assert "August 2024 (2024-07-11 to 2024-08-10)" in page


def test_a_reporting_month_is_closed_and_told_under_its_name(supervisor: Client, cut: None) -> None:
    close(Period.parse("2024-08"), None, date(2024, 9, 2))
    ReconsiderationFactory.create(received_on=date(2024, 8, 9))

    assert received(supervisor, "2024-08") == ["1"]
    assert Closure.objects.get().start_on == date(2024, 7, 11)
    assert "2024-08" in supervisor.get("/reports/closing/?period=2024").content.decode()


def test_what_was_closed_stays_what_it_was_when_months_are_cut_otherwise(
    supervisor: Client, cut: None, settings: Any
) -> None:
    close(Period.parse("2024-08"), None, date(2024, 9, 2))

    settings.LAWGOV_CUT_OFF_DAY = 0

    assert str(Closure.objects.get()) == "2024-07-11..2024-08-10"


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/reports/tables/mediation/?period=2024", "January 2024 (2023-12-11 to 2024-01-10)"),
        ("/reports/breakdown/reconsideration.received/?period=2024&by=month", "2023-12-11"),
        ("/reports/rows/reconsideration.received/?period=2024-08", "2024-07-11"),
        ("/reports/closing/?period=2024", "2023-12-11"),
    ],
)
def test_every_page_names_the_days(supervisor: Client, cut: None, address: str, says: str) -> None:
    assert says in supervisor.get(address).content.decode()
