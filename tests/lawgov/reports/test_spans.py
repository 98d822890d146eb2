"""Which periods stand beside one another, and what they are called."""

from datetime import date

import pytest
from django.utils import translation

from cases.registry.periods import Period
from lawgov.reports.spans import (
    columns,
    earlier,
    last_full_month,
    preceding,
    short,
    spoken,
    too_long,
    year_to,
)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2024-08", "2024-07"),
        ("2024-01", "2023-12"),
        ("2024Q1", "2023Q4"),
        ("2024H2", "2024H1"),
        ("2024", "2023"),
        ("2024-02-01..2024-04-30", "2023-11-01..2024-01-31"),
        ("2024-03-05..2024-03-11", "2024-02-27..2024-03-04"),
    ],
)
def test_as_much_time_lies_directly_before(period: str, before: str) -> None:
    assert str(preceding(Period.parse(period))) == before


def test_a_year_has_its_year_before_directly_before_it() -> None:
    assert earlier(Period.parse("2024")) == [Period.parse("2023")]
    assert earlier(Period.parse("2024-03")) == [Period.parse("2023-03"), Period.parse("2024-02")]


def test_more_than_a_year_is_not_compared_with_what_is_mostly_itself() -> None:
    ten_years = Period.parse("2015-01-01..2024-12-31")

    assert earlier(ten_years) == [Period.parse("2005-01-01..2014-12-31")]
    assert len(earlier(Period.parse("2024-01-01..2024-12-30"))) == 2


@pytest.mark.parametrize(
    ("period", "count", "first"),
    [
        ("2024", 12, "2024-01"),
        ("2024Q3", 3, "2024-07"),
        ("2024-01-15..2024-02-10", 2, "2024-01-15..2024-01-31"),
        ("2023-01-01..2024-12-31", 24, "2023-01"),
        ("2022-12-01..2024-12-31", 3, "2022-12"),
    ],
)
def test_columns_are_months_and_of_a_long_period_years(period: str, count: int, first: str) -> None:
    parts = columns(Period.parse(period))

    assert (len(parts), str(parts[0])) == (count, first)
    assert [part.end for part in parts[:-1]] == [part.start for part in parts[1:]]


@pytest.mark.parametrize("period", ["2024-08", "2024-08-03..2024-08-20"])
def test_one_month_has_no_columns(period: str) -> None:
    assert columns(Period.parse(period)) == []


def test_thirty_years_are_enough() -> None:
    assert not too_long(Period.parse("1995-01-01..2024-12-31"))
    assert too_long(Period.parse("1995-01-01..2025-01-01"))


def test_on_the_first_of_the_month_one_opens_the_month_that_ended() -> None:
    assert str(last_full_month(date(2024, 9, 1))) == "2024-08"
    assert str(last_full_month(date(2024, 8, 31))) == "2024-07"
    assert str(last_full_month(date(2024, 1, 1))) == "2023-12"


def test_the_year_to_a_month_starts_in_january() -> None:
    assert year_to(Period.parse("2024-08")) == Period.parse("2024-01-01..2024-08-31")


@pytest.mark.parametrize(
    ("period", "words", "head"),
    [
        ("2024", "2024", "2024"),
        ("2024-08", "August 2024", "Aug"),
        ("2024Q3", "third quarter of 2024", "third quarter"),
        ("2024H1", "first half of 2024", "first half"),
        ("2024-03-05..2024-03-11", "2024-03-05 to 2024-03-11", "3.5–3.11"),
        ("2024-03-05..2024-03-05", "2024-03-05 to 2024-03-05", "3.5"),
    ],
)
def test_a_period_has_a_name_in_words_and_a_short_one(period: str, words: str, head: str) -> None:
    with translation.override("en"):
        assert spoken(Period.parse(period)) == words
        assert short(Period.parse(period)) == head


def test_beside_months_of_another_year_a_month_says_its_own() -> None:
    both = Period.parse("2023-11-01..2024-02-29")

    assert [short(month, both) for month in columns(both)] == [
        "2023-11",
        "2023-12",
        "2024-01",
        "2024-02",
    ]
