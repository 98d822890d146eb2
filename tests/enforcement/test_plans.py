"""What there are many of, files and examinations, is counted from indexes alone."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from cases.registry.figures import Figure
from cases.registry.periods import Period
from enforcement.figures import CHAPTER
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile

MANY = (CaseFile, Examination)
EVENTS = [
    (code, figure)
    for sheet in CHAPTER.sheets
    if sheet.rows.model in MANY
    for code, counted in sheet.figures.items()
    for figure in ([counted] if isinstance(counted, Figure) else [counted.inflow, counted.outflow])
]


def asked_of(condition: Q) -> Iterator[str]:
    """The columns of the row itself that a condition looks at."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from asked_of(child)
        elif isinstance(child, tuple):
            yield str(child[0]).split("__")[0]


def needed(figure: Figure) -> set[str]:
    """What an index must hold; SQLite wants the column of the index's own condition as well."""
    return {figure.on, "voided_on", *asked_of(figure.where), *filter(None, [figure.total])}


@pytest.mark.parametrize(("code", "figure"), EVENTS)
def test_an_index_begins_with_the_event_and_holds_what_is_asked(code: str, figure: Figure) -> None:
    model: Any = CHAPTER.sheet_of(code).rows.model

    covering = [
        index.name
        for index in model._meta.indexes
        if index.fields[0] == figure.on and needed(figure) <= set(index.fields)
    ]

    assert covering


@pytest.mark.django_db
def test_only_the_kind_of_an_excellent_file_is_worth_a_look_at_the_file() -> None:
    with CaptureQueriesContext(connection) as asked:
        CHAPTER.sheet_of("enforcement.files_examined").count(Period.parse("2024").months())

    arms = asked[0]["sql"].split(" UNION ALL ")
    joined = [arm for arm in arms if " JOIN " in arm]

    assert len(joined) == len(arms) // 3
    assert all('"graded_on" >=' in arm for arm in joined)
