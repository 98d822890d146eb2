"""Months that do not end with the calendar's: they lie end to end, and twelve are a year."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.test import override_settings
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cases.registry.periods import CALENDAR, CutOff, Period
from lawgov.reports.spans import around, columns, preceding, short, spoken, year_named, year_to

cuts = st.integers(1, 28)
years = st.integers(1900, 2899)
days = st.dates(date(1900, 1, 1), date(2899, 12, 31))

NAMED = [
    (10, "2024", date(2023, 12, 11), date(2024, 12, 10)),
    (10, "2024-01", date(2023, 12, 11), date(2024, 1, 10)),
    (10, "2024-08", date(2024, 7, 11), date(2024, 8, 10)),
    (10, "2024Q1", date(2023, 12, 11), date(2024, 3, 10)),
    (10, "2024H2", date(2024, 6, 11), date(2024, 12, 10)),
    (25, "2024", date(2023, 12, 26), date(2024, 12, 25)),
    (25, "2024-03", date(2024, 2, 26), date(2024, 3, 25)),
    (28, "2024-03", date(2024, 2, 29), date(2024, 3, 28)),
    (28, "2023-03", date(2023, 3, 1), date(2023, 3, 28)),
    (0, "2024-08", date(2024, 8, 1), date(2024, 8, 31)),
]


@pytest.mark.parametrize(("day", "text", "first", "last"), NAMED)
def test_a_month_is_named_after_the_one_it_ends_in(
    day: int, text: str, first: date, last: date
) -> None:
    with override_settings(LAWGOV_CUT_OFF_DAY=day):
        period = Period.parse(text)

        assert (period.start, period.last) == (first, last)
        assert str(period) == text


def test_two_dates_are_two_dates_however_months_are_cut() -> None:
    with override_settings(LAWGOV_CUT_OFF_DAY=10):
        assert Period.parse("2024-08-01..2024-08-31") == Period.parse("2024-08", CALENDAR)


@given(cuts, years)
def test_the_months_tile_the_year(day: int, year: int) -> None:
    with override_settings(LAWGOV_CUT_OFF_DAY=day):
        whole = Period.parse(str(year))
        months = whole.months()

    assert len(months) == 12
    assert (months[0].start, months[-1].end) == whole
    assert all(before.end == after.start for before, after in pairwise(months))


@given(cuts, years)
def test_years_follow_each_other_without_a_day_between(day: int, year: int) -> None:
    by = CutOff(day)

    assert by.year(year).end == by.year(year + 1).start


@given(cuts, days)
def test_every_day_is_in_exactly_the_month_it_is_reported_in(day: int, when: date) -> None:
    by = CutOff(day)
    year, month = by.month_of(when)

    assert when in by.months(year, month, 1)
    assert when not in by.months(year, month + 1, 1)
    assert when not in by.months(year, month - 1, 1)


@given(cuts, years, st.integers(1, 12))
def test_a_year_earlier_is_the_month_of_the_same_name(day: int, year: int, month: int) -> None:
    with override_settings(LAWGOV_CUT_OFF_DAY=day):
        found = Period.parse(f"{year}-{month:02}").year_earlier()

        assert str(found) == f"{year - 1}-{month:02}"


@given(days)
def test_without_a_setting_it_is_the_calendar(when: date) -> None:
    month = CALENDAR.months(when.year, when.month, 1)

    assert CALENDAR.month_of(when) == (when.year, when.month)
    assert (month.start.day, month.last + timedelta(days=1)) == (1, month.end)
    assert month.end.day == 1


def test_what_stands_beside_a_month_is_cut_the_same_way() -> None:
    with override_settings(LAWGOV_CUT_OFF_DAY=25):
        march = Period.parse("2024-03")

        assert str(preceding(march)) == "2024-02"
        assert year_to(march) == Period.of(date(2023, 12, 26), date(2024, 3, 25))
        assert [len(row) for row in around(march)] == [3, 2, 4, 12]


def test_the_columns_of_a_year_are_its_reporting_months() -> None:
    with override_settings(LAWGOV_CUT_OFF_DAY=10), translation.override("en"):
        year = Period.parse("2024")

        assert [short(month, year) for month in columns(year)][:2] == ["Jan", "Feb"]
        assert year_named(year) == 2024


def test_a_title_says_the_real_days() -> None:
    with override_settings(LAWGOV_CUT_OFF_DAY=10), translation.override("en"):
        assert spoken(Period.parse("2024-08")) == "August 2024 (2024-07-11 to 2024-08-10)"
        assert spoken(Period.parse("2024")) == "2024 (2023-12-11 to 2024-12-10)"
