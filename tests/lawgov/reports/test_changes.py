"""How much a figure moved, as a report prints it."""

from decimal import Decimal

import pytest
from django.utils import translation

from cases.registry.figures import Number
from cases.registry.rates import Ratio
from lawgov.reports.changes import Change, change


@pytest.mark.parametrize(
    ("now", "then", "moved"),
    [
        (23, 20, Change("+3", "+15.00%")),
        (20, 23, Change("-3", "-13.04%")),
        (5, 5, Change("0", "0.00%")),
        (0, 5, Change("-5", "-100.00%")),
        (2, 3, Change("-1", "-33.33%")),
        (Decimal("100.50"), Decimal("67.00"), Change("+33.50", "+50.00%")),
    ],
)
def test_a_number_moves_by_a_difference_and_its_share(
    now: Number, then: Number, moved: Change
) -> None:
    assert change(now, then) == moved


@pytest.mark.parametrize("now", [0, 7, Decimal("1.50")])
def test_from_nothing_there_is_no_rate_of_change(now: Number) -> None:
    assert change(now, now * 0).share == "-"


def test_rates_differ_by_percentage_points_as_they_are_printed() -> None:
    with translation.override("en"):
        assert change(Ratio(548, 784), Ratio(1, 2)) == Change("+19.89 pp", "")
        assert change(Ratio(1, 2), Ratio(548, 784)) == Change("-19.89 pp", "")
        assert change(Ratio(1, 2), Ratio(2, 4)) == Change("0 pp", "")


@pytest.mark.parametrize(("now", "then"), [(Ratio(1, 2), Ratio(0, 0)), (Ratio(0, 0), Ratio(1, 2))])
def test_a_rate_without_a_base_differs_from_nothing(now: Ratio, then: Ratio) -> None:
    assert change(now, then) == Change("-", "")
