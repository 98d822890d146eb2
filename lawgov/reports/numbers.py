"""All numbers of a closing in one row, for reports that read many closings at once."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Number, Values
from cases.registry.rates import Ratio, Rounding
from lawgov.reports.closures import ClosedFigure, Closure
from lawgov.reports.footprints import canonical, digest

Key = int | str
KEPT = 1000  # closings of which the numbers stay read, some 15 kB each


class ClosedCodes(models.Model):
    """What the numbers of closings stand for, in their order: the codes of counts and of money,
    and of each rate how it was rounded.

    It changes only with what is declared, so that most closings have the same.
    """

    digest = models.CharField(max_length=64)
    codes = models.TextField()

    class Meta:
        verbose_name = _("codes of closed numbers")
        verbose_name_plural = _("codes of closed numbers")
        constraints = [models.UniqueConstraint(fields=["digest"], name="closedcodes_once")]

    def __str__(self) -> str:
        return self.digest


class ClosedNumbers(models.Model):
    """The numbers of the closed figures once more, and nothing else; `manage.py close --verify`
    compares the two.

    `keys` are the different values of the figures that count such.
    """

    closure = models.OneToOneField(Closure, models.PROTECT, related_name="numbers")
    codes = models.ForeignKey(ClosedCodes, models.PROTECT, related_name="+")
    numbers = models.TextField()
    keys = models.TextField()

    class Meta:
        verbose_name = _("numbers of a closing")
        verbose_name_plural = _("numbers of closings")

    def __str__(self) -> str:
        return str(self.closure_id)


_read_already: dict[str, "Read"] = {}


class Written(NamedTuple):
    """What is kept of the figures of a closing; the same text every time."""

    codes: str
    numbers: str
    keys: str


class Order:
    """The codes of closings, taken apart once for all that share them."""

    def __init__(self, codes: str) -> None:
        counts, money, rates = json.loads(codes)
        self.codes: list[str] = [*counts, *money]
        self.known = frozenset(self.codes)
        self.rates: list[str] = [code for code, _rounding, _decimals in rates]
        self.roundings = [Rounding(rounding) for _code, rounding, _decimals in rates]
        self.decimals: list[int] = [decimals for _code, _rounding, decimals in rates]


class Read(NamedTuple):
    """The numbers of one closing in their order, as the types they were counted in."""

    order: Order
    numbers: list[Number]
    above: list[int]
    below: list[int]

    def values(self) -> Values:
        return dict(zip(self.order.codes, self.numbers, strict=True))

    def rates(self) -> dict[str, Ratio]:
        order = self.order
        ratios = map(Ratio, self.above, self.below, order.roundings, order.decimals)
        return dict(zip(order.rates, ratios, strict=True))


def written(figures: Iterable[ClosedFigure]) -> Written:
    """Counts as numbers, money as text, rates as what was divided by what."""
    in_order = sorted(figures, key=lambda figure: figure.code)
    rates = [each for each in in_order if each.numerator is not None]
    plain = [each for each in in_order if each.numerator is None]
    counts = [each for each in plain if "." not in each.value]
    money = [each for each in plain if "." in each.value]
    different = {each.code: each.keys for each in plain if each.keys}
    return Written(
        canonical(
            [
                [each.code for each in counts],
                [each.code for each in money],
                [[each.code, each.rounding, each.decimals] for each in rates],
            ]
        ),
        canonical(
            [
                [int(each.value) for each in counts],
                [each.value for each in money],
                [each.numerator for each in rates],
                [each.denominator for each in rates],
            ]
        ),
        canonical(different),
    )


def keep(closure: Closure, figures: Iterable[ClosedFigure]) -> None:
    """Write the numbers of a closing beside its figures."""
    codes, numbers, different = written(figures)
    kept, _new = ClosedCodes.objects.get_or_create(digest=digest(codes), defaults={"codes": codes})
    ClosedNumbers.objects.create(closure=closure, codes=kept, numbers=numbers, keys=different)


def numbers_of(closures: Mapping[int, str]) -> dict[int, Read]:
    """The numbers of many closings, by their keys, from the digests of these; two queries.

    A closing is never altered, so what was read of one stays read under its digest.
    """
    found = {pk: read for pk, digest in closures.items() if (read := _read_already.get(digest))}
    if unread := closures.keys() - found.keys():
        anew = _read(unread)
        found |= anew
        while len(_read_already) > KEPT:
            _read_already.pop(next(iter(_read_already)), None)
        _read_already.update((closures[pk], read) for pk, read in anew.items())
    return found


def _read(closures: Collection[int]) -> dict[int, Read]:
    kept = ClosedNumbers.objects.filter(closure__in=closures).order_by()
    rows = list(kept.values_list("closure", "codes", "numbers"))
    texts = ClosedCodes.objects.in_bulk({codes for _closure, codes, _numbers in rows})
    orders = {key: _order(each.codes) for key, each in texts.items()}
    return {closure: _taken_apart(orders[codes], numbers) for closure, codes, numbers in rows}


@lru_cache
def _order(codes: str) -> Order:
    """One for all closings that share their codes, whenever they are read."""
    return Order(codes)


def _taken_apart(order: Order, text: str) -> Read:
    counts, money, above, below = json.loads(text)
    return Read(order, counts + [Decimal(value) for value in money], above, below)


def keys_of(closures: Collection[int]) -> dict[int, dict[str, list[Key]]]:
    """The different values of many closings, by their keys and by code; one query."""
    kept = ClosedNumbers.objects.filter(closure__in=closures).order_by()
    return {closure: json.loads(text) for closure, text in kept.values_list("closure", "keys")}


def numbers_by_code(alike: Sequence[Read]) -> dict[str, Sequence[Number]]:
    """The numbers of closings that share their codes, by code."""
    if not alike:
        return {}
    columns = zip(*[each.numbers for each in alike], strict=True)
    return dict(zip(alike[0].order.codes, columns, strict=True))


def rates_by_code(alike: Sequence[Read]) -> dict[str, Sequence[Ratio]]:
    """The same of their rates."""
    if not alike:
        return {}
    order = alike[0].order
    columns = zip(
        order.rates,
        zip(*[each.above for each in alike], strict=True),
        zip(*[each.below for each in alike], strict=True),
        order.roundings,
        order.decimals,
        strict=True,
    )
    return {
        code: list(map(Ratio, above, below, repeat(rounding), repeat(decimals)))
        for code, above, below, rounding, decimals in columns
    }
