"""How dates are typed, and what is said of those that are none."""

from datetime import date

import pytest

from cases.registry.typed_dates import NotADate, says_no_year, typed_date

FIRST_OF_AUGUST = date(2024, 8, 1)
SPELLINGS = [
    "2024-08-01",
    "2024-8-1",
    "2024/8/1",
    "2024.8.1",
    "2024。8。1",
    "2024年8月1日",
    "2024年08月01",
    "20240801",
    "２０２４０８０１",
    "２０２４－８－１",
    "  2024-08-01  ",
]
OF_THIS_YEAR = ["8-1", "8/1", "8.1", "08-01", "8月1日", "0801", "０８０１"]


@pytest.mark.parametrize("text", SPELLINGS)
def test_it_reads_a_day_however_it_was_typed(text: str) -> None:
    assert typed_date(text) == FIRST_OF_AUGUST


@pytest.mark.parametrize("text", OF_THIS_YEAR)
def test_it_takes_a_day_without_a_year_for_one_of_this_year(text: str) -> None:
    assert typed_date(text, this_year=2024) == FIRST_OF_AUGUST
    assert says_no_year(text)


@pytest.mark.parametrize("text", OF_THIS_YEAR)
def test_it_does_not_guess_a_year_where_there_is_none(text: str) -> None:
    with pytest.raises(NotADate, match="2024-08-01"):
        typed_date(text)


@pytest.mark.parametrize("text", ["2024-02-30", "20241301", "2023-2-29", "0230"])
def test_it_says_that_there_is_no_such_day(text: str) -> None:
    with pytest.raises(NotADate, match="2024-08-01"):
        typed_date(text, this_year=2024)


@pytest.mark.parametrize("text", ["", "soon", "2024", "2024-8", "1-2-2024", "24-8-1", "2024-8/1"])
def test_it_says_what_it_expected(text: str) -> None:
    with pytest.raises(NotADate, match="2024-08-01"):
        typed_date(text, this_year=2024)


@pytest.mark.parametrize("text", ["1899-12-31", "21010101"])
def test_it_refuses_a_year_of_another_age(text: str) -> None:
    with pytest.raises(NotADate, match="1900"):
        typed_date(text)
