"""The words of enforcement are in the order the law and the statistics put them in."""

from enforcement.terms import PASSING, FileKind, Grade, PenaltyKind, ReviewKind


def test_penalties_stand_in_the_order_of_the_annual_statistics() -> None:
    assert list(PenaltyKind)[:4] == [
        PenaltyKind.WARNING,
        PenaltyKind.CRITICISM,
        PenaltyKind.FINE,
        PenaltyKind.CONFISCATION,
    ]
    assert list(PenaltyKind)[-3:] == [PenaltyKind.DETENTION, PenaltyKind.OTHER, PenaltyKind.NONE]


def test_every_grade_but_the_last_passes() -> None:
    assert [*PASSING, Grade.UNQUALIFIED] == list(Grade)


def test_what_is_reviewed_is_a_kind_of_file() -> None:
    assert set(ReviewKind.values) < set(FileKind.values)
