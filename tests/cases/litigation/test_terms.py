"""The words of litigation response fit together."""

import pytest

from cases.litigation.terms import (
    AFFIRMATIONS,
    AGREEMENTS,
    CORRECTIONS,
    DECLARATIONS,
    GO_ON,
    LEAVE_STANDING,
    LOSSES,
    OTHER_ENDINGS,
    PASSING,
    PERFORMANCES,
    REVOCATIONS,
    SUITS_DISMISSED,
    WITHDRAWALS,
    CourtDocument,
    Result,
)

ENDINGS = [
    (Result.CLAIM_REJECTED,),
    REVOCATIONS,
    PERFORMANCES,
    DECLARATIONS,
    (Result.MODIFIED,),
    AGREEMENTS,
    (Result.COMPENSATE,),
    SUITS_DISMISSED,
    WITHDRAWALS,
    (Result.WITHDRAWN_CHANGED,),
    (Result.MEDIATED,),
    OTHER_ENDINGS,
]


def test_every_result_ends_a_dispute_in_one_group_or_passes() -> None:
    counted = [result for group in ENDINGS for result in group]

    assert sorted([*counted, *PASSING]) == sorted(Result)


def test_a_result_in_passing_either_leaves_standing_or_goes_on() -> None:
    assert not set(LEAVE_STANDING) & set(GO_ON)


def test_every_correction_is_a_loss() -> None:
    assert set(LOSSES) - set(CORRECTIONS) == {Result.COMPENSATE}


@pytest.mark.parametrize("result", [*LOSSES, Result.CLAIM_REJECTED, AFFIRMATIONS[0]])
def test_the_court_finds_for_or_against_by_judgment(result: Result) -> None:
    assert result.document == CourtDocument.JUDGMENT


@pytest.mark.parametrize(
    ("result", "document"),
    [
        (Result.SUIT_DISMISSED, CourtDocument.RULING),
        (Result.WITHDRAWN_CHANGED, CourtDocument.RULING),
        (Result.REMANDED, CourtDocument.RULING),
        (Result.RULING_AFFIRMED, CourtDocument.RULING),
        (Result.MEDIATED, CourtDocument.MEDIATION),
    ],
)
def test_the_kind_of_document_follows_from_the_result(
    result: Result, document: CourtDocument
) -> None:
    assert result.document == document
