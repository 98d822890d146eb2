"""What the database counts of enforcement is what anybody counts who reads the records."""

from typing import Any

import pytest

from cases.registry.periods import Period
from enforcement.figures import CHAPTER
from tests.enforcement.ledgers import Filler
from tests.enforcement.recount import recount

pytestmark = pytest.mark.django_db

PERIODS = ["2024", "2024-02", "2024Q4", "2023-11-15..2024-06-10", "2024-12-31..2024-12-31", "2026"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sql_and_a_plain_recount_agree(seed: int) -> None:
    Filler(seed).fill()

    for text in PERIODS:
        period = Period.parse(text)
        assert CHAPTER.count([period])[0] == recount(period), text


def test_every_month_of_a_year_agrees_when_asked_for_together() -> None:
    Filler(4).fill()
    months = Period.parse("2024").months()

    assert CHAPTER.count(months) == [recount(month) for month in months]


def test_the_identities_hold_in_every_month() -> None:
    Filler(5).fill()

    for values in CHAPTER.count(Period.parse("2024").months()):
        assert _broken(values) == []


def _broken(values: dict[str, Any]) -> list[str]:
    return [str(identity.label) for identity, rest in CHAPTER.unbalanced(values) if rest]
