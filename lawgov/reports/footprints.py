"""Which records stand behind the figures of a sheet, and what each of them adds to each figure."""

import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from itertools import accumulate, chain, pairwise
from typing import Any, Final

from django.db.models import Case, F, IntegerField, Model, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from cases.registry.conditions import open_at, within
from cases.registry.counting import CENT
from cases.registry.figures import Counted, Figure, Number, Stock
from cases.registry.periods import Period
from cases.registry.sheets import Sheet

# What a record adds: 1 where records are counted, the sum where sums are added up, the value
# where different values are counted.
Share = int | str
Footprint = dict[str, dict[int, Share]]
SHARES: Final = ',"shares":'  # where they begin in a packed text; quotes within text are escaped
DECODER: Final = json.JSONDecoder()


def footprint(sheet: Sheet[Any], period: Period) -> Footprint:
    """Under each code the keys of the records behind it with their shares, as they stand now.

    A query for each dated event and for each edge of a stock, however many records there are.
    """
    found: Footprint = {code: {} for code in sheet.figures}
    for condition, codes in _alike(sheet, period):
        shares = {f"share_{n}": _share(sheet, code) for n, code in enumerate(codes)}
        rows: QuerySet[Any] = sheet.rows.filter(condition).order_by().annotate(**shares)
        for pk, *values in rows.values_list("pk", *shares).iterator():
            for code, value in zip(codes, values, strict=True):
                if value is not None:
                    found[code][pk] = _plain(value)
    return found


def _alike(sheet: Sheet[Any], period: Period) -> Iterator[tuple[Q, list[str]]]:
    """The figures that look at the same rows, with the condition that finds these."""
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    conditions: dict[tuple[str, ...], Q] = {}
    for code, counted in sheet.figures.items():
        if isinstance(counted, Stock):
            key: tuple[str, ...] = (counted.entered, counted.left, counted.at.value)
            conditions[key] = open_at(counted.day(period), counted.entered, counted.left)
        else:
            key = (counted.on,)
            conditions[key] = within(counted.on, period)
        alike[key].append(code)
    return ((conditions[key], codes) for key, codes in alike.items())


def _share(sheet: Sheet[Any], code: str) -> Any:
    counted = sheet.figures[code]
    share = _unconditional(sheet.rows.model, counted)
    return Case(When(counted.where, then=share)) if counted.where else share


def _unconditional(model: type[Model], counted: Counted) -> Any:
    if isinstance(counted, Figure) and counted.total:
        field: Any = model._meta.get_field(counted.total)
        return Coalesce(F(counted.total), Value(0), output_field=type(field)(**_digits(field)))
    if isinstance(counted, Figure) and counted.distinct:
        return F(counted.distinct)
    return Value(1, IntegerField())


def _digits(field: Any) -> dict[str, int]:
    names = ("max_digits", "decimal_places")
    return {name: getattr(field, name) for name in names if hasattr(field, name)}


def _plain(value: Any) -> Share:
    """As JSON keeps it exactly: money is text to the cent."""
    if isinstance(value, Decimal):
        return str(value.quantize(CENT))
    return value if isinstance(value, int) else str(value)


def number(counted: Counted, shares: Mapping[int, Share]) -> Number:
    """The figure, reckoned from the records behind it."""
    if isinstance(counted, Figure) and counted.total:
        return sum(Decimal(share) if isinstance(share, str) else share for share in shares.values())
    if isinstance(counted, Figure) and counted.distinct:
        return len(set(shares.values()))
    return len(shares)


def pack(found: Footprint) -> str:
    """The footprint as one canonical text.

    Records that stand behind the same figures are one list of distances between their keys, so
    that a month of eight thousand cases is some tens of kilobytes before it is compressed.
    """
    behind: defaultdict[int, list[str]] = defaultdict(list)
    for code in sorted(found):
        for pk in found[code]:
            behind[pk].append(code)
    groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for pk in sorted(behind):
        groups[tuple(behind[pk])].append(pk)
    weighed = {code: _weights(shares) for code, shares in found.items()}
    return canonical(
        {
            "figures": sorted(found),
            "groups": [[list(codes), distances(pks)] for codes, pks in sorted(groups.items())],
            "shares": {code: weights for code, weights in weighed.items() if weights},
        }
    )


def unpack(text: str) -> Footprint:
    """What `pack` put together."""
    packed = Packed(text)
    return {code: packed.shares(code) for code in packed.figures}


class Packed:
    """What `pack` put together, unpacked only as far as it is asked about.

    Most of a footprint is what each record adds, and of most records nobody asks it.
    """

    def __init__(self, text: str) -> None:
        head, _, weights = text.partition(SHARES)
        kept = json.loads(f"{head}}}")
        self.figures: list[str] = kept["figures"]
        self._groups: list[tuple[list[str], Sequence[int]]] = [
            (codes, tuple(accumulate(distances))) for codes, distances in kept["groups"]
        ]
        self._weights = weights[:-1]

    @property
    def groups(self) -> list[Sequence[int]]:
        """The records behind all figures: each in one group, in which they stand in order."""
        return [keys for _codes, keys in self._groups]

    def behind(self, code: str) -> list[Sequence[int]]:
        """The groups behind one figure."""
        return [keys for codes, keys in self._groups if code in codes]

    def only(self, some: set[int]) -> "Packed":
        """Of these records alone."""
        found = copy(self)
        alike = ((codes, sorted(some.intersection(keys))) for codes, keys in self._groups)
        found._groups = [(codes, keys) for codes, keys in alike if keys]
        return found

    def counts(self) -> Mapping[str, int]:
        """How many records stand behind each figure that has any."""
        found: Counter[str] = Counter()
        for codes, keys in self._groups:
            found.update(dict.fromkeys(codes, len(keys)))
        return found

    def shares(self, code: str) -> dict[int, Share]:
        """What each record adds to a figure; group by group, and in order within each."""
        found: dict[int, Share] = dict.fromkeys(chain.from_iterable(self.behind(code)), 1)
        if found and self._begin(code) >= 0:
            found.update((pk, share) for pk, share in self._shares[code] if pk in found)
        return found

    def amounts(self, code: str) -> dict[int, Share]:
        """The same of a sum, looked up record by record: amounts are no text that misleads."""
        keys = sorted(chain.from_iterable(self.behind(code)))
        found: dict[int, Share] = dict.fromkeys(keys, 1)
        place = self._begin(code)
        end = self._weights.find("]]", place)
        for pk in found if place >= 0 else ():
            at = self._weights.find(f"[{pk},", place, end)
            if at >= 0:
                (_pk, found[pk]), place = DECODER.raw_decode(self._weights, at)
        return found

    def _begin(self, code: str) -> int:
        """Where the shares in a figure stand in the text; -1 where all of them are one."""
        return self._weights.find(f'"{code}":[[')

    @cached_property
    def _shares(self) -> dict[str, list[tuple[int, Share]]]:
        kept: dict[str, list[tuple[int, Share]]] = json.loads(self._weights)
        return kept


def distances(pks: list[int]) -> list[int]:
    return [pks[0], *(after - before for before, after in pairwise(pks))]


def _weights(shares: Mapping[int, Share]) -> list[list[Share]]:
    return [[pk, share] for pk, share in sorted(shares.items()) if share != 1]


def canonical(document: Any) -> str:
    """JSON that is the same text whoever writes it, wherever and whenever."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def compress(text: str) -> bytes:
    return zlib.compress(text.encode(), 9)


def expand(data: bytes | memoryview) -> str:
    return zlib.decompress(bytes(data)).decode()
