"""What the database counts in a wing is what anybody counts who reads the records."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from cases.registry.periods import Period
from cases.registry.sheets import Chapter
from enforcement.figures import CHAPTER as ENFORCEMENT
from mediation.figures import CHAPTER as MEDIATION
from tests.cases.behind import broken
from tests.enforcement.ledgers import Filler as EnforcementFiller
from tests.enforcement.recount import recount as recount_enforcement
from tests.mediation.ledgers import Filler as MediationFiller
from tests.mediation.recount import recount as recount_mediation

pytestmark = pytest.mark.django_db

PERIODS = ["2024", "2024-02", "2024Q4", "2023-11-15..2024-06-10", "2024-12-31..2024-12-31", "2026"]


class Wing(NamedTuple):
    """Its figures, who fills its tables at random, and who counts them again in plain Python."""

    chapter: Chapter
    filler: Callable[[int], Any]
    recount: Callable[[Period], dict[str, Any]]


WINGS = {
    "mediation": Wing(MEDIATION, MediationFiller, recount_mediation),
    "enforcement": Wing(ENFORCEMENT, EnforcementFiller, recount_enforcement),
}
every_wing = pytest.mark.parametrize("wing", WINGS.values(), ids=WINGS)


@every_wing
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sql_and_a_plain_recount_agree(wing: Wing, seed: int) -> None:
    wing.filler(seed).fill()

    for text in PERIODS:
        period = Period.parse(text)
        assert wing.chapter.count([period])[0] == wing.recount(period), text


@every_wing
def test_every_month_of_a_year_agrees_when_asked_for_together(wing: Wing) -> None:
    wing.filler(4).fill()
    months = Period.parse("2024").months()

    assert wing.chapter.count(months) == [wing.recount(month) for month in months]


@every_wing
def test_the_identities_hold_in_every_month(wing: Wing) -> None:
    wing.filler(5).fill()

    for values in wing.chapter.count(Period.parse("2024").months()):
        assert broken(wing.chapter, values) == []
