"""Many keys as conditions: neighbours as a range, the others named."""

from collections.abc import Collection, Iterator
from typing import Any, Final

from django.db.models import Aggregate, F, Lookup, Q, QuerySet, TextField

from cases.registry.marks import Marks

NAMED: Final = 20_000  # keys that are named one by one, at the most
PARTS: Final = 32  # of the way from the first key to the last, each of them looked at by itself


def among(lookup: str, keys: Collection[int]) -> Q:
    """Rows of these keys; such as lie close together or are very many are asked for as a range.

    Then rows in between are read as well, to be left aside, but thousands of keys need not be sent.
    """
    edges = _edges(keys)
    if len(keys) > 1 and (len(edges) <= 2 * len(keys) or len(keys) > NAMED):
        return between(lookup, edges)
    return Q(**{f"{lookup}__in": list(keys)})


def _edges(keys: Collection[int]) -> range:
    if isinstance(keys, Marks):
        return keys.edges
    return range(min(keys), max(keys) + 1) if keys else range(0)


class Named(Lookup):
    """One of some keys; a parameter for each would cost more than what is asked about them."""

    prepare_rhs = False

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        sql, params = self.process_lhs(compiler, connection)
        # Chosen from: a list that stands there would be weighed key by key before it is looked up.
        chosen = f"{sql} = ANY((SELECT %s::bigint[])::bigint[])"
        return chosen, (*params, f"{{{self._spelt()}}}")

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        sql, params = self.process_lhs(compiler, connection)
        inside = f"{sql} IN (SELECT value FROM json_each(%s))"  # noqa: S608  # a column's name
        return inside, (*params, f"[{self._spelt()}]")

    def _spelt(self) -> str:
        return ",".join(map(str, self.rhs))


def named(name: str, keys: Collection[int]) -> Q:
    """Rows of these keys, each of them named."""
    return Q(Named(F(name), list(keys)))


class Spelt(Aggregate):
    """Keys as one text: a row for each would cost more than to find them."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return self.as_sql(compiler, connection, template="STRING_AGG(%(expressions)s::text, ',')")


def keys_of(rows: QuerySet[Any]) -> set[int]:
    """The keys of very many rows."""
    text = rows.order_by().aggregate(keys=Spelt("pk"))["keys"]
    return set(map(int, text.split(","))) if text else set()


def between(name: str, some: range) -> Q:
    return Q(**{f"{name}__gte": some.start, f"{name}__lt": some.stop})


def spread(keys: Marks, within: range) -> tuple[list[range], list[int]]:
    """Of the keys in a part of the numbers, ranges of which at least half are keys, and the keys
    outside of them."""
    dense: list[range] = []
    rest: list[int] = []
    for part in _parts(keys.trimmed(within)):
        if 2 * keys.count(part) < len(part):
            rest += keys.between(part)
        elif dense and dense[-1].stop == part.start:
            dense[-1] = range(dense[-1].start, part.stop)
        else:
            dense.append(part)
    return dense, rest


def _parts(whole: range) -> Iterator[range]:
    width = len(whole) // PARTS + 1
    for start in range(whole.start, whole.stop, width):
        yield range(start, min(start + width, whole.stop))
