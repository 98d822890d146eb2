"""How much a figure moved between two periods, the way a report prints it."""

from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from cases.registry.figures import CENTS_A_YUAN, Number
from cases.registry.rates import Ratio

NO_BASE = "-"


class Change(NamedTuple):
    """The difference, and its share of what there was before; a dash where there was nothing."""

    difference: str
    share: str


def change(now: Number | Ratio, then: Number | Ratio) -> Change:
    """Rates differ by percentage points and have no rate of change of their own."""
    if isinstance(now, Ratio) or isinstance(then, Ratio):
        return Change(_points(now, then), "")
    return Change(_signed(now - then), _share(now, then))


def _points(now: Number | Ratio, then: Number | Ratio) -> str:
    """Between the percentages as printed, so that the page adds up."""
    printed = [side.text if isinstance(side, Ratio) else None for side in (now, then)]
    if printed[0] is None or printed[1] is None:
        return NO_BASE
    return _("%(points)s pp") % {"points": _signed(Decimal(printed[0]) - Decimal(printed[1]))}


def _share(now: Number, then: Number) -> str:
    """Exact, and cut off like every other percentage; the sign is kept apart from the cutting."""
    cents = [int(side * CENTS_A_YUAN) for side in (now, then)]
    moved = cents[0] - cents[1]
    text = Ratio(abs(moved), abs(cents[1])).text
    if text is None:
        return NO_BASE
    sign = "+" if moved > 0 else "-" if moved < 0 else ""
    return f"{sign}{text}%"


def _signed(difference: Number) -> str:
    return f"{difference:+}" if difference else "0"
