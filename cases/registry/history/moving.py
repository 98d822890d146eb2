"""Which rows may have said something else at earlier moments than they say now."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence, Set
from functools import reduce
from itertools import accumulate
from operator import or_
from typing import Any, Final

from django.db.models import Model, Q

from cases.registry.conditions import among
from cases.registry.history.models import Change, Kind
from cases.registry.history.recalling import Wanted
from cases.registry.keys import between, named, spread

MOST: Final = 400  # conditions beside one another in a statement; SQLite refuses a thousand


def moved(model: type[Model], paths: Collection[str], wanted: Wanted) -> set[int]:
    """The rows asked about of which a path may have led elsewhere at one of their moments.

    They are too many rather than too few. What is not among them says now what it said then,
    and is there: such rows need not be read. Two or three queries, one or two more for each
    table that the paths lead through.
    """
    asked = set[int]().union(*wanted.values())
    if not asked:
        return asked
    read = _read(model, paths)
    found = asked & _changed(model, read.pop(""), wanted, asked)
    found |= _gone(model, asked - found)
    for path, (owner, columns) in read.items():
        found |= asked & _led_through(model, path, owner, columns, wanted, asked)
    return found


def _read(model: type[Model], paths: Collection[str]) -> dict[str, Any]:
    """Under each table that paths lead through, by the path to it, the columns they go on by."""
    found: dict[str, Any] = {"": set[str]()}
    for path in paths:
        table, before = model, ""
        for name in path.split("__"):
            field: Any = table._meta.get_field(name)
            if before:
                found.setdefault(before, (table, set[str]()))[1].add(field.column)
            else:
                found[""].add(field.column)
            table, before = field.related_model, f"{before}__{name}" if before else name
    return found


def _matters(model: type[Model], columns: Collection[str]) -> Q:
    """Changes of these columns, and whatever is more than a change of some columns."""
    spelt = (Q(content__contains=f'"{column}"') for column in sorted(columns))
    more = ~Q(kind=Kind.CHANGED) | reduce(or_, spelt)
    return Q(label=model._meta.label_lower) & more


def _changed(
    model: type[Model], columns: Collection[str], wanted: Wanted, asked: Set[int]
) -> set[int]:
    """Rows that changed after the first moment at which rows of their keys are asked about."""
    since = list(_since(wanted, sorted(asked)))
    if len(since) > MOST:
        since = [Q(among("row_key", asked), at__gt=min(wanted))]
    changes = Change.objects.filter(_matters(model, columns), reduce(or_, since))
    return set(changes.order_by().values_list("row_key", flat=True))


def _since(wanted: Wanted, keys: Sequence[int]) -> Iterator[Q]:
    """Keys beyond all that is asked about at earlier moments are not asked about at these."""
    moments = sorted(moment for moment, some in wanted.items() if some)
    tops = accumulate((max(wanted[moment]) for moment in moments), max)
    done = 0
    for moment, top in zip(moments, tops, strict=True):
        some = keys[done : bisect_right(keys, top)]
        done += len(some)
        dense, rest = spread(some)
        yield from (Q(between("row_key", each), at__gt=moment) for each in dense)
        if rest:
            yield Q(named("row_key", rest), at__gt=moment)


def _gone(model: type[Model], keys: Set[int]) -> set[int]:
    """Rows that are not there now; they are counted, and read only if some are missing."""
    dense, rest = spread(sorted(keys))
    rows = model._base_manager.order_by()
    there = rows.filter(named("pk", rest)).count() if rest else 0
    if dense:
        between_them = {key for each in dense for key in each} - keys
        inside = reduce(or_, (between("pk", each) for each in dense))
        there += rows.filter(inside).exclude(named("pk", between_them)).count()
    if there == len(keys):
        return set()
    return keys - set(rows.filter(among("pk", keys)).values_list("pk", flat=True))


def _led_through(
    model: type[Model],
    path: str,
    owner: type[Model],
    columns: Collection[str],
    wanted: Wanted,
    asked: Set[int],
) -> set[int]:
    """Rows whose path led through a row of another table that has changed since."""
    rows = model._base_manager.filter(among("pk", asked)).order_by()
    changes = Change.objects.filter(
        _matters(owner, columns), at__gt=min(wanted), row_key__in=rows.values(path)
    )
    changed = set(changes.order_by().values_list("row_key", flat=True))
    if not changed:
        return changed
    return set(rows.filter(among(path, changed)).values_list("pk", flat=True))
