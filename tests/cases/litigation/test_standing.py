"""What stands of a dispute after its instances."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.litigation.standing import standing
from cases.litigation.terms import GO_ON, LEAVE_STANDING, Result

STORIES = [
    ([], None),
    ([Result.CLAIM_REJECTED], Result.CLAIM_REJECTED),
    ([Result.REVOKED, Result.JUDGMENT_AFFIRMED], Result.REVOKED),
    ([Result.SUIT_DISMISSED, Result.RULING_AFFIRMED], Result.SUIT_DISMISSED),
    ([Result.REVOKED, Result.CLAIM_REJECTED], Result.CLAIM_REJECTED),
    ([Result.REVOKED, Result.APPEAL_WITHDRAWN], Result.REVOKED),
    ([Result.CLAIM_REJECTED, Result.REMANDED], None),
    ([Result.CLAIM_REJECTED, Result.REMANDED, Result.UNLAWFUL], Result.UNLAWFUL),
    ([Result.SUIT_DISMISSED, Result.RULING_REVERSED], None),
    ([Result.TRANSFERRED], None),
    ([Result.TRANSFERRED, Result.WITHDRAWN_CHANGED], Result.WITHDRAWN_CHANGED),
    ([Result.REVOKED, Result.JUDGMENT_AFFIRMED, Result.RETRIAL_REFUSED], Result.REVOKED),
    ([Result.CLAIM_REJECTED, Result.JUDGMENT_AFFIRMED, Result.RETRIAL_ORDERED],
     Result.CLAIM_REJECTED),
]  # fmt: skip


@pytest.mark.parametrize(("results", "expected"), STORIES)
def test_what_stands(results: list[Result], expected: Result | None) -> None:
    assert standing(results) == expected


@given(st.lists(st.sampled_from(Result)))
def test_what_stands_is_never_a_result_in_passing(results: list[Result]) -> None:
    assert standing(results) not in {*GO_ON, *LEAVE_STANDING}


@given(st.lists(st.sampled_from(Result)), st.sampled_from(LEAVE_STANDING))
def test_an_appeal_in_vain_changes_nothing(results: list[Result], vain: Result) -> None:
    assert standing([*results, vain]) == standing(results)
