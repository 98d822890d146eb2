"""Periods are read as people write them, share no day with their neighbours and lose none."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cases.registry.periods import Period, months_after

DAY = timedelta(days=1)

days = st.dates(date(1900, 1, 1), date(2899, 12, 31))
periods = st.tuples(days, days).map(lambda pair: Period.of(min(pair), max(pair)))

READ = [
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-08", date(2024, 8, 1), date(2024, 8, 31)),
    ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
    ("2024Q1", date(2024, 1, 1), date(2024, 3, 31)),
    ("2024q3", date(2024, 7, 1), date(2024, 9, 30)),
    ("2024Q4", date(2024, 10, 1), date(2024, 12, 31)),
    ("2024H1", date(2024, 1, 1), date(2024, 6, 30)),
    ("2024h2", date(2024, 7, 1), date(2024, 12, 31)),
    ("2024-03-01..2024-06-10", date(2024, 3, 1), date(2024, 6, 10)),
    ("2023-12-11..2024-06-10", date(2023, 12, 11), date(2024, 6, 10)),
    ("2024-02-29..2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ("  2024 ", date(2024, 1, 1), date(2024, 12, 31)),
]


@pytest.mark.parametrize(("text", "first", "last"), READ)
def test_it_is_read_with_both_days_included(text: str, first: date, last: date) -> None:
    period = Period.parse(text)

    assert (period.start, period.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "20240",
        "0024",
        "2024-13",
        "2024-00",
        "2024-8",
        "2024Q0",
        "2024Q5",
        "2024H3",
        "2024-03-01",
        "2024-03-01..",
        "2024-3-1..2024-6-10",
        "2024-03-01...2024-06-10",
        "2024..2025",
        "last year",
        "2024 Q3",
    ],
)
def test_what_is_no_period_is_answered_with_what_was_expected(text: str) -> None:
    with translation.override("en"), pytest.raises(ValueError, match="is not a period") as refusal:
        Period.parse(text)

    assert f"“{text}”" in str(refusal.value)
    assert "2024-03-01..2024-06-10" in str(refusal.value)


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with translation.override("en"), pytest.raises(ValueError, match="ends before it starts"):
        Period.parse("2024-06-10..2024-03-01")


@pytest.mark.parametrize("text", ["2023-02-29..2023-03-10", "2024-04-01..2024-04-31"])
def test_a_day_that_does_not_exist_is_named(text: str) -> None:
    with translation.override("en"), pytest.raises(ValueError, match="There is no day 202"):
        Period.parse(text)


def test_it_holds_its_first_day_and_not_the_day_it_ends_on() -> None:
    march = Period.parse("2024-03")

    assert date(2024, 3, 1) in march
    assert date(2024, 3, 31) in march
    assert date(2024, 4, 1) not in march


def test_only_days_are_in_a_period() -> None:
    assert "2024-03-01" not in Period.parse("2024")


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2024-08",
        "2024-01",
        "2024Q3",
        "2024Q1",
        "2024H1",
        "2024H2",
        "2024-03-01..2024-06-10",
        "2024-02-29..2024-02-29",
        "2023-07-01..2024-06-30",
    ],
)
def test_it_is_written_as_it_was_read(text: str) -> None:
    assert str(Period.parse(text)) == text


def test_it_is_written_in_the_shortest_way() -> None:
    assert str(Period.parse("2024-01-01..2024-12-31")) == "2024"
    assert str(Period.parse("2024-07-01..2024-09-30")) == "2024Q3"


@given(periods)
def test_what_is_written_is_read_back(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(st.integers(1000, 2999), st.sampled_from(["", "H1", "H2", "Q1", "Q4", "-01", "-12"]))
def test_named_periods_are_written_by_their_names(year: int, part: str) -> None:
    assert str(Period.parse(f"{year}{part}")) == f"{year}{part}"


@given(st.tuples(days, st.integers(1, 1500)).map(lambda p: Period(p[0], p[0] + p[1] * DAY)))
def test_its_months_lie_end_to_end_and_each_within_one_month(period: Period) -> None:
    months = period.months()

    assert [months[0].start, *(m.end for m in months)] == [*(m.start for m in months), period.end]
    assert all((m.start.year, m.start.month) == (m.last.year, m.last.month) for m in months)


def test_months_at_the_edges_are_cut_to_the_period() -> None:
    months = Period.parse("2024-03-15..2024-05-02").months()

    assert [str(month) for month in months] == [
        "2024-03-15..2024-03-31",
        "2024-04",
        "2024-05-01..2024-05-02",
    ]


def test_a_year_has_twelve_months() -> None:
    months = Period.parse("2024").months()

    assert [str(month) for month in months] == [f"2024-{m:02}" for m in range(1, 13)]


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("2024", "2023"),
        ("2024Q3", "2023Q3"),
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("2024H1", "2023H1"),
        ("2024-03-01..2024-06-10", "2023-03-01..2023-06-10"),
        ("2024-02-01..2024-02-28", "2023-02"),
        ("2025-02-01..2025-02-27", "2024-02-01..2024-02-27"),
        ("2024-02-29..2024-02-29", "2023-02-28..2023-02-28"),
        ("2023-12-11..2024-06-10", "2022-12-11..2023-06-10"),
    ],
)
def test_the_year_before_has_the_same_days(text: str, earlier: str) -> None:
    assert str(Period.parse(text).year_earlier()) == earlier


@given(periods)
def test_the_year_before_is_never_empty(period: Period) -> None:
    earlier = period.year_earlier()

    assert earlier.start < earlier.end
    assert earlier.start.year == period.start.year - 1


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 4, 30)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 5, 31), -3, date(2024, 2, 29)),
        (date(2024, 5, 31), 0, date(2024, 5, 31)),
    ],
)
def test_a_shorter_month_clamps_the_day(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


@given(days, st.integers(-1200, 1200))
def test_so_many_months_later_is_in_that_month_and_no_later_in_it(day: date, months: int) -> None:
    later = months_after(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + DAY).day == 1)
