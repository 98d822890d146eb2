"""How the figures of one event are counted together: one by one, of groups of rows, or in lots."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import Aggregate, BooleanField, Model, Q, QuerySet
from django.db.models.expressions import Combinable

from cases.registry.figures import Counted, Figure, count_of

MANY = 4  # filtered counts, from which on grouping first is quicker on PostgreSQL
FEW = 3  # fields to group by; with more of them the groups are as many as the rows


class Column(NamedTuple):
    """What is counted, and whatever it is added to."""

    counts: Aggregate | Combinable
    adds_to: Sequence[Counted]


def columns_of(rows: QuerySet[Any], flows: Sequence[Figure]) -> list[Column]:
    """Figures of the event by which the rows are limited already."""
    if groups_well(rows, flows):
        return [Column(flow.grouped(), [flow]) for flow in flows]
    lots = list(_lots(rows.model, flows))
    done = [figure for lot in lots for figure in lot.adds_to]
    return [*(Column(flow.aggregate(), [flow]) for flow in flows if flow not in done), *lots]


def groups_well(rows: QuerySet[Any], flows: Sequence[Figure]) -> bool:
    """Whether the figures are better asked of groups of rows than of every row.

    PostgreSQL pays for each filtered count of each row, and groups cheaply; SQLite sorts to
    group. Only words of a vocabulary and yes or no make few groups.
    """
    filtered = [flow for flow in flows if flow.where]
    compared = [each for flow in filtered for each in leaves(flow.where)]
    return (
        connections[rows.db].vendor == "postgresql"
        and len(filtered) >= MANY
        and all(flow.is_additive for flow in flows)
        and all(_is_a_word(rows.model, each) for each in compared)
        and len({name.partition("__")[0] for name, _value in compared}) <= FEW
    )


def _lots(model: type[Model], flows: Sequence[Figure]) -> Iterator[Column]:
    """Words of one field that no figure tells apart, counted once for all figures that name them.

    A word that several figures name would else be looked for by each of them in every row.
    """
    fields: defaultdict[str, dict[Figure, Sequence[Any]]] = defaultdict(dict)
    for flow in flows:
        if named := _words(model, flow):
            fields[named[0]][flow] = named[1]
    for field, figures in fields.items():
        lots = _told_apart(figures)
        if any(len(some) > 1 for some in lots) and len(lots) <= len(figures):
            for some, words in lots.items():
                yield Column(count_of(Q(**{f"{field}__in": words})), some)


def _told_apart(figures: Mapping[Figure, Sequence[Any]]) -> dict[tuple[Figure, ...], list[Any]]:
    """The words by the figures that name them."""
    words = dict.fromkeys(word for some in figures.values() for word in some)
    lots: defaultdict[tuple[Figure, ...], list[Any]] = defaultdict(list)
    for word in words:
        lots[tuple(figure for figure, some in figures.items() if word in some)].append(word)
    return dict(lots)


def _words(model: type[Model], flow: Figure) -> tuple[str, Sequence[Any]] | None:
    """The field and the words of it by which alone a figure counts its rows."""
    if flow.total or flow.distinct or flow.where.negated or len(flow.where.children) != 1:
        return None
    [compared] = flow.where.children
    if not isinstance(compared, tuple) or not _is_a_word(model, compared):
        return None
    field, _separator, lookup = compared[0].partition("__")
    return field, compared[1] if lookup == "in" else [compared[1]]


def leaves(condition: Q) -> Iterator[Any]:
    """What a condition compares, however deep."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from leaves(child)
        else:
            yield child


def _is_a_word(model: type[Model], compared: Any) -> bool:
    """A comparison of a field of few values with one or some of them."""
    if not isinstance(compared, tuple):
        return False
    name, _separator, lookup = compared[0].partition("__")
    field = next((f for f in model._meta.concrete_fields if f.name == name), None)
    is_vocabulary = isinstance(field, BooleanField) or bool(field and field.choices)
    return is_vocabulary and lookup in {"", "exact", "in"}
