"""What an index has to hold so that a figure is counted from it alone."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model, Q

from cases.registry.figures import Counted, Figure
from cases.registry.sheets import Chapter


def flows(chapter: Chapter) -> list[tuple[str, Figure]]:
    """Every event that figures count, with the code of the figure: a stock is two of them."""
    return [(code, flow) for code, each in chapter.figures.items() for flow in _flows(each)]


def _flows(counted: Counted) -> tuple[Figure, ...]:
    return (counted,) if isinstance(counted, Figure) else (counted.inflow, *counted.outflows)


def covering(model: type[Model], flow: Figure) -> list[str]:
    """The indexes that begin with the event and hold all that is asked of it."""
    return [
        index.name
        for index in model._meta.indexes
        if index.fields[0] == flow.on and _needed(flow) <= set(index.fields)
    ]


def _needed(flow: Figure) -> set[str]:
    """With the column of the index's own condition, without which SQLite opens the row."""
    others = {flow.total, flow.distinct} - {""}
    return {flow.on, "voided_on", *_asked_of(flow.where), *others}


def _asked_of(condition: Q) -> Iterator[str]:
    """The columns of the row itself that a condition looks at."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from _asked_of(child)
        elif isinstance(child, tuple):
            path: Any = child[0]
            yield path.split("__")[0]
