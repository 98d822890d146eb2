"""What there are many of, files and examinations, is counted from indexes alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.registry.figures import Figure
from cases.registry.periods import Period
from enforcement.figures import CHAPTER
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from tests.cases.covering import covering, flows

MANY = (CaseFile, Examination)
EVENTS = [each for each in flows(CHAPTER) if CHAPTER.sheet_of(each[0]).rows.model in MANY]


@pytest.mark.parametrize(("code", "figure"), EVENTS)
def test_an_index_begins_with_the_event_and_holds_what_is_asked(code: str, figure: Figure) -> None:
    assert covering(CHAPTER.sheet_of(code).rows.model, figure)


@pytest.mark.django_db
def test_only_the_kind_of_an_excellent_file_is_worth_a_look_at_the_file() -> None:
    with CaptureQueriesContext(connection) as asked:
        CHAPTER.sheet_of("enforcement.files_examined").count(Period.parse("2024").months())

    arms = asked[0]["sql"].split(" UNION ALL ")
    joined = [arm for arm in arms if " INNER JOIN " in arm]

    assert len(joined) == len(arms) // 3
    assert all('"graded_on" >=' in arm for arm in joined)
