"""How the periods of one asking lie to each other."""

from datetime import date

from cases.registry.periods import Period
from cases.registry.tiling import Over, Tiling, tiling

YEAR = Period.parse("2024")
MONTHS = YEAR.months()
Q1, Q2, H1 = (Period.parse(f"2024{part}") for part in ("Q1", "Q2", "H1"))


def periods_of(laid: Tiling, over: Over, turn: date = date.min) -> list[Period]:
    return [laid.periods[place] for place in laid.places_of(over, turn)]


def test_a_year_is_the_sum_of_its_months() -> None:
    laid = Tiling([*MONTHS, YEAR])

    assert laid.tiles == {12: list(range(12))}
    assert periods_of(laid, Over.UNTILED) == MONTHS
    assert periods_of(laid, Over.TILED) == [YEAR]


def test_what_is_made_of_quarters_is_in_the_end_made_of_months() -> None:
    laid = Tiling([H1, Q1, Q2, *MONTHS[:6]])

    assert laid.tiles == {0: [3, 4, 5, 6, 7, 8], 1: [3, 4, 5], 2: [6, 7, 8]}


def test_a_period_with_a_gap_in_it_is_asked_for_itself() -> None:
    laid = Tiling([Q1, MONTHS[0], MONTHS[2]])

    assert not laid.tiles


def test_neighbours_are_a_run_and_only_its_end_is_asked_for_a_stock() -> None:
    laid = Tiling([MONTHS[4], MONTHS[1], MONTHS[0]])

    assert laid.runs == [[2, 1], [0]]
    assert periods_of(laid, Over.LATE) == [MONTHS[1], MONTHS[4]]


def test_runs_that_end_before_the_turn_are_told_from_the_others() -> None:
    laid = Tiling([MONTHS[4], MONTHS[1], MONTHS[0]])

    assert laid.ends == [MONTHS[1].end, MONTHS[4].end]
    assert periods_of(laid, Over.EARLY, MONTHS[4].end) == [MONTHS[1]]
    assert periods_of(laid, Over.LATE, MONTHS[4].end) == [MONTHS[4]]
    assert periods_of(laid, Over.EARLY) == []


def test_the_same_periods_are_laid_out_once() -> None:
    assert tiling((*MONTHS, YEAR)) is tiling((*MONTHS, YEAR))
