"""A rate is exact: what is printed follows from integers and a rule of rounding."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.registry.rates import Ratio, Rounding

CUT, UP = Rounding.TRUNCATE, Rounding.HALF_UP

counts = st.integers(0, 10**9)
bases = st.integers(1, 10**9)
places = st.integers(0, 6)


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounding", "text"),
    [
        (548, 784, CUT, "69.89"),
        (548, 784, UP, "69.90"),
        (365, 548, CUT, "66.60"),
        (365, 548, UP, "66.61"),
        (767, 828, CUT, "92.63"),
        (767, 828, UP, "92.63"),
        (1426, 1440, CUT, "99.02"),
        (140, 151, CUT, "92.71"),
        (9, 21, CUT, "42.85"),
        (9, 21, UP, "42.86"),
        (20, 20, CUT, "100.00"),
        (0, 20, CUT, "0.00"),
        (1, 20000, CUT, "0.00"),
        (1, 20000, UP, "0.01"),
        (118, 73, CUT, "161.64"),
    ],
)
def test_the_published_rates_come_out_to_the_digit(
    numerator: int, denominator: int, rounding: Rounding, text: str
) -> None:
    assert Ratio(numerator, denominator, rounding).text == text


def test_a_half_is_rounded_up_where_even_would_be_wrong() -> None:
    assert Ratio(132, 320, UP, decimals=1).text == "41.3"


def test_trailing_zeros_are_kept() -> None:
    assert Ratio(333, 500, CUT).text == "66.60"


@pytest.mark.parametrize(("decimals", "text"), [(0, "66"), (1, "66.6"), (4, "66.6058")])
def test_it_has_as_many_decimals_as_the_report_asks_for(decimals: int, text: str) -> None:
    assert Ratio(365, 548, CUT, decimals).text == text


@pytest.mark.parametrize("numerator", [0, 7])
def test_nothing_to_divide_by_is_a_dash_and_neither_nought_nor_a_hundred(numerator: int) -> None:
    ratio = Ratio(numerator, 0)

    assert ratio.text is None
    assert str(ratio) == "-"


@given(counts, bases, places)
def test_cutting_off_agrees_with_decimal_arithmetic(
    numerator: int, base: int, decimals: int
) -> None:
    exact = Fraction(100 * numerator, base)
    unit = Fraction(1, 10**decimals)

    text = Ratio(numerator, base, CUT, decimals).text

    assert text is not None
    assert 0 <= exact - Fraction(text) < unit


@given(counts, bases, places)
def test_rounding_half_up_is_at_most_half_a_unit_off(
    numerator: int, base: int, decimals: int
) -> None:
    exact = Fraction(100 * numerator, base)
    half = Fraction(1, 2 * 10**decimals)

    text = Ratio(numerator, base, UP, decimals).text

    assert text is not None
    assert -half < exact - Fraction(text) <= half or exact - Fraction(text) == -half


@given(counts, st.sampled_from([2**n * 5**m for n in range(8) for m in range(8)]), places)
def test_both_roundings_agree_with_decimals_where_those_are_exact(
    numerator: int, base: int, decimals: int
) -> None:
    exact, unit = Decimal(100 * numerator) / Decimal(base), Decimal(1).scaleb(-decimals)

    assert Ratio(numerator, base, CUT, decimals).text == str(exact.quantize(unit, ROUND_DOWN))
    assert Ratio(numerator, base, UP, decimals).text == str(exact.quantize(unit, ROUND_HALF_UP))


@given(counts, bases, places.filter(bool), st.sampled_from(Rounding))
def test_it_always_shows_all_its_decimals(
    numerator: int, base: int, decimals: int, rounding: Rounding
) -> None:
    whole, _, part = str(Ratio(numerator, base, rounding, decimals)).partition(".")

    assert whole.isdigit()
    assert len(part) == decimals
