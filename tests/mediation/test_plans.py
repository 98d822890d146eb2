"""Every figure of mediation can be counted from an index alone, without a look at the rows."""

import pytest

from cases.registry.figures import Figure
from mediation.figures import CHAPTER
from tests.cases.covering import covering, flows

FLOWS = flows(CHAPTER)


@pytest.mark.parametrize(("code", "flow"), FLOWS, ids=[f"{code}-{f.on}" for code, f in FLOWS])
def test_an_index_begins_with_the_event_and_holds_what_is_asked(code: str, flow: Figure) -> None:
    assert covering(CHAPTER.sheet_of(code).rows.model, flow)
