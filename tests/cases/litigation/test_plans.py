"""Every figure can be counted from an index alone, without a look at the rows."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import Q

from cases.litigation.figures import CHAPTER
from cases.registry.figures import Counted, Figure

EVENTS = [
    (code, figure)
    for sheet in CHAPTER.sheets
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
def test_an_index_begins_with_the_event_and_holds_what_is_asked(code: str, figure: Counted) -> None:
    assert isinstance(figure, Figure)
    model: Any = CHAPTER.sheet_of(code).rows.model

    covering = [
        index.name
        for index in model._meta.indexes
        if index.fields[0] == figure.on and needed(figure) <= set(index.fields)
    ]

    assert covering
