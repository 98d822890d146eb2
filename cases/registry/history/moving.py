"""Which rows may have said something else at earlier moments than they say now."""

from collections.abc import Collection, Iterator
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import Case, Model, Q, QuerySet, Sum, Value, When

from cases.registry.history.asking import Asked
from cases.registry.history.models import Change, Kind
from cases.registry.keys import among, between, named, spread
from cases.registry.marks import Marks

MOST: Final = 400  # conditions beside one another in a statement; SQLite refuses a thousand


def moved(model: type[Model], paths: Collection[str], asked: Asked) -> set[int]:
    """The rows asked about of which a path may have led elsewhere at one of their moments.

    They are too many rather than too few. What is not among them says now what it said then,
    and is there: such rows need not be read. Two or three queries, one or two more for each
    table that the paths lead through.
    """
    own, led = _read(model, paths)
    found = asked.keys & _changed(model, own, asked)
    found |= _gone(model, asked.keys.without(found) if found else asked.keys)
    for path, (owner, columns) in led.items():
        # What a row led to before was entered before: that of later ones is no news.
        changes = Change.objects.filter(_matters(owner, columns), at__gt=min(asked.at))
        changes = changes.exclude(kind=Kind.ENTERED)
        rows = model._base_manager.filter(among("pk", asked.keys)).order_by()
        found |= asked.keys & _led_through(rows, path, changes)
    return found


def _read(
    model: type[Model], paths: Collection[str]
) -> tuple[set[str], dict[str, tuple[type[Model], set[str]]]]:
    """The columns paths begin with; by the path to each further table, those they go on by."""
    own = set[str]()
    led: dict[str, tuple[type[Model], set[str]]] = {}
    for path in paths:
        table, before = model, ""
        for name in path.split("__"):
            field: Any = table._meta.get_field(name)
            columns = led.setdefault(before, (table, set()))[1] if before else own
            columns.add(field.column)
            table, before = field.related_model, f"{before}__{name}" if before else name
    return own, led


def _matters(model: type[Model], columns: Collection[str]) -> Q:
    """Changes of these columns, and whatever is more than a change of some columns."""
    spelt = (Q(content__contains=f'"{column}"') for column in sorted(columns))
    more = ~Q(kind=Kind.CHANGED) | reduce(or_, spelt)
    return Q(label=model._meta.label_lower) & more


def _changed(model: type[Model], columns: Collection[str], asked: Asked) -> set[int]:
    """Rows that changed after the first moment at which rows of their keys are asked about."""
    since = list(_since(asked))
    if len(since) > MOST:
        since = [Q(among("row_key", asked.keys), at__gt=min(asked.at))]
    changes = Change.objects.filter(_matters(model, columns), reduce(or_, since))
    return set(changes.order_by().values_list("row_key", flat=True))


def _since(asked: Asked) -> Iterator[Q]:
    """Keys beyond all that is asked about at earlier moments are not asked about at these."""
    done = 0
    for moment, top in asked.tops():
        dense, rest = spread(asked.keys, range(done, top + 1))
        done = top + 1
        yield from (Q(between("row_key", each), at__gt=moment) for each in dense)
        if rest:
            yield Q(named("row_key", rest), at__gt=moment)


def _gone(model: type[Model], keys: Marks) -> set[int]:
    """Rows that are not there now; they are counted, and read only if some are missing."""
    if _there(model._base_manager.order_by(), keys) == len(keys):
        return set()
    rows = model._base_manager.filter(among("pk", keys)).order_by()
    return set(keys).difference(rows.values_list("pk", flat=True))


def _there(rows: QuerySet[Any], keys: Marks) -> int:
    """How many of the keys have a row: those in ranges, less what lies there besides, and those
    outside."""
    dense, rest = spread(keys, keys.edges)
    inside = reduce(or_, (between("pk", each) for each in dense), Q())
    there = rows.filter(inside).count() if dense else 0
    besides = [key for each in dense for key in keys.missing(each)]
    if not (rest or besides):
        return there
    signs = Case(When(inside, then=-1), default=1) if dense else Value(1)
    apart = rows.filter(named("pk", [*rest, *besides])).aggregate(there=Sum(signs))["there"]
    return there + (apart or 0)


def _led_through(rows: QuerySet[Any], path: str, changes: QuerySet[Change]) -> set[int]:
    """Rows whose path leads through a row of another table that has changed since."""
    some = changes.filter(row_key__in=rows.values(path)).order_by()
    changed = set(some.values_list("row_key", flat=True))
    if not changed:
        return changed
    return set(rows.filter(among(path, changed)).values_list("pk", flat=True))
