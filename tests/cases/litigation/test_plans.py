"""Every figure can be counted from an index alone, without a look at the rows."""

import pytest

from cases.litigation.figures import CHAPTER
from cases.registry.figures import Figure
from tests.cases.covering import covering, flows


@pytest.mark.parametrize(("code", "figure"), flows(CHAPTER))
def test_an_index_begins_with_the_event_and_holds_what_is_asked(code: str, figure: Figure) -> None:
    assert covering(CHAPTER.sheet_of(code).rows.model, figure)
