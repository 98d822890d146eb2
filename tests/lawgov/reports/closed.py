"""Periods that are closed already."""

from datetime import date

from cases.registry.periods import Period
from lawgov.reports.closing import close

MARCH, APRIL = Period.parse("2024-03"), Period.parse("2024-04")


TODAY = date(2025, 1, 2)


def close_all(*periods: Period) -> None:
    for period in periods:
        close(period, None, TODAY)
