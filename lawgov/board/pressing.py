"""The most pressing of what a person sees, of every kind of record, in one statement.

Asked as one condition ("of these agencies, or handled by me, in the order of the day"), a
database walks the dates of the whole county until it has met enough that fit. Each column has
an index with the dates in order, so each is asked by itself for its first few; the statement
joins them, and what comes back is put in order here.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import Q, QuerySet

from cases.registry.arms import ARM, MOST_ARMS, OPEN_PERIOD, Slot
from cases.registry.conditions import within
from cases.registry.periods import Period
from cases.registry.records import reach
from cases.registry.users import User
from lawgov.board.sources import Source

FEW_AGENCIES = 6  # a township and its stations; beyond them one condition for all


class First(NamedTuple):
    """The first of one source in one period: keys, the most pressing in front."""

    mine: tuple[int, ...]
    seen: tuple[int, ...]


@dataclass(frozen=True)
class _Arm:
    """One column's first rows, its dates still open."""

    source: int
    is_mine: bool
    sql: str
    params: tuple[Any, ...]


def first(
    user: User, sources: Sequence[Source], periods: Sequence[Period], mine: int, seen: int
) -> dict[tuple[int, int], First]:
    """By the places of source and period: so many of the person's own, so many of all."""
    arms = list(_arms(user, sources, mine, seen))
    asked = [(arm, place) for arm in arms for place in range(len(periods))]
    found: dict[tuple[int, int, bool], set[tuple[Any, int]]] = defaultdict(set)
    for number, pk, day in _rows(sources, asked, periods):
        arm, place = asked[number]
        found[arm.source, place, arm.is_mine].add((day, -pk))
    return {
        (source, place): First(
            _keys(found[source, place, True], mine), _keys(found[source, place, False], seen)
        )
        for source in range(len(sources))
        for place in range(len(periods))
    }


def _keys(found: set[tuple[Any, int]], count: int) -> tuple[int, ...]:
    return tuple(-key for _day, key in sorted(found)[:count])


def _arms(user: User, sources: Sequence[Source], mine: int, seen: int) -> Iterator[_Arm]:
    agencies = reach(user)
    if agencies is not None and not agencies:
        return
    for place, source in enumerate(sources):
        rows = source.open_to(user)
        for person in source.persons:
            yield _arm(place, rows.filter(**{person: user.pk}), mine, is_mine=True)
        for column in _columns(source, agencies):
            yield _arm(place, rows.filter(column), seen, is_mine=False)


def _columns(source: Source, agencies: list[int] | None) -> list[Q]:
    if agencies is None or len(agencies) > FEW_AGENCIES:
        return [Q()]  # the rows are those of the person already
    owners: tuple[str, ...] = getattr(source.room.model, "owners", ())
    return [Q(**{owner: pk}) for owner in owners for pk in agencies]


def _arm(source: int, rows: "QuerySet[Any]", count: int, *, is_mine: bool) -> _Arm:
    """Compiled once, however many periods it is asked for."""
    found = rows.filter(within("due_order", OPEN_PERIOD)).annotate(arm=ARM)
    ordered = found.order_by("due_order", "-pk").values_list("arm", "pk", "due_order")[:count]
    sql, params = ordered.query.get_compiler(ordered.db, elide_empty=False).as_sql()
    return _Arm(source, is_mine, sql, tuple(params))


def _rows(
    sources: Sequence[Source], asked: Sequence[tuple[_Arm, int]], periods: Sequence[Period]
) -> Iterator[tuple[int, int, Any]]:
    for start in range(0, len(asked), MOST_ARMS):
        some = range(start, min(start + MOST_ARMS, len(asked)))
        connection = connections[sources[0].room.model._base_manager.db]
        adapt = connection.ops.adapt_datefield_value
        statements, values = [], []
        for number in some:
            arm, place = asked[number]
            period = periods[place]
            filling = {"arm": number, "start": adapt(period.start), "end": adapt(period.end)}
            statements.append(f"SELECT * FROM ({arm.sql}) AS arm_{number}")  # noqa: S608  # compiled
            values += [filling[p.name] if isinstance(p, Slot) else p for p in arm.params]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(statements), values)
            yield from cursor.fetchall()
