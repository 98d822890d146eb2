"""Many keys as conditions: neighbours as a range, the others named."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from django.db.models import F, Lookup, Q

NAMED: Final = 20_000  # keys that are named one by one, at the most
PARTS: Final = 32  # of the way from the first key to the last, each of them looked at by itself


def among(lookup: str, keys: Collection[int]) -> Q:
    """Rows of these keys; such as lie close together or are very many are asked for as a range.

    Then rows in between are read as well, to be left aside, but thousands of keys need not be sent.
    """
    if len(keys) > 1 and (max(keys) - min(keys) < 2 * len(keys) or len(keys) > NAMED):
        return Q(**{f"{lookup}__gte": min(keys), f"{lookup}__lte": max(keys)})
    return Q(**{f"{lookup}__in": keys})


class Named(Lookup):
    """One of some keys; a parameter for each would cost more than what is asked about them."""

    prepare_rhs = False

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        sql, params = self.process_lhs(compiler, connection)
        return f"{sql} = ANY(%s::bigint[])", (*params, f"{{{self._spelt()}}}")

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        sql, params = self.process_lhs(compiler, connection)
        inside = f"{sql} IN (SELECT value FROM json_each(%s))"  # noqa: S608  # a column's name
        return inside, (*params, f"[{self._spelt()}]")

    def _spelt(self) -> str:
        return ",".join(map(str, self.rhs))


def named(name: str, keys: Collection[int]) -> Q:
    """Rows of these keys, each of them named."""
    return Q(Named(F(name), list(keys)))


def between(name: str, some: range) -> Q:
    return Q(**{f"{name}__gte": some.start, f"{name}__lt": some.stop})


def spread(keys: Sequence[int]) -> tuple[list[range], list[int]]:
    """Ranges of which at least half are keys, and the keys outside of them; `keys` in order."""
    dense: list[range] = []
    rest: list[int] = []
    for part, some in _parts(keys):
        if 2 * len(some) < len(part):
            rest += some
        elif dense and dense[-1].stop == part.start:
            dense[-1] = range(dense[-1].start, part.stop)
        else:
            dense.append(part)
    return dense, rest


def _parts(keys: Sequence[int]) -> Iterator[tuple[range, Sequence[int]]]:
    if not keys:
        return
    stop = keys[-1] + 1
    width = (stop - keys[0]) // PARTS + 1
    for start in range(keys[0], stop, width):
        part = range(start, min(start + width, stop))
        yield part, keys[bisect_left(keys, part.start) : bisect_left(keys, part.stop)]
