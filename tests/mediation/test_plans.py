"""Every figure of mediation can be counted from an index alone, without a look at the rows."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import Q

from cases.registry.figures import Counted, Figure
from mediation.figures import CHAPTER

FLOWS = [
    (code, flow)
    for code, counted in CHAPTER.figures.items()
    for flow in ([counted] if isinstance(counted, Figure) else [counted.inflow, counted.outflow])
]


def asked_of(condition: Q) -> Iterator[str]:
    """The columns that a condition looks at."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from asked_of(child)
        elif isinstance(child, tuple):
            yield str(child[0]).split("__")[0]


def needed(flow: Figure) -> set[str]:
    """With the column of the index's own condition, without which SQLite opens the row."""
    others = {flow.total, flow.distinct} - {""}
    return {flow.on, "voided_on", *asked_of(flow.where), *others}


@pytest.mark.parametrize(("code", "flow"), FLOWS, ids=[f"{code}-{f.on}" for code, f in FLOWS])
def test_an_index_begins_with_the_event_and_holds_what_is_asked(code: str, flow: Counted) -> None:
    assert isinstance(flow, Figure)
    model: Any = CHAPTER.sheet_of(code).rows.model

    covering = [
        index.name
        for index in model._meta.indexes
        if index.fields[0] == flow.on and needed(flow) <= set(index.fields)
    ]

    assert covering
