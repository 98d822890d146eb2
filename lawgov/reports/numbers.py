"""All numbers of a closing in one row, for reports that read many closings at once."""

import json
from collections.abc import Iterable
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Values
from cases.registry.rates import Ratio, Rounding
from lawgov.reports.closures import ClosedFigure, Closure


class ClosedNumbers(models.Model):
    """The numbers of the closed figures once more, and nothing else; `manage.py close --verify`
    compares the two."""

    closure = models.OneToOneField(Closure, models.PROTECT, related_name="numbers")
    numbers = models.TextField()

    class Meta:
        verbose_name = _("numbers of a closing")
        verbose_name_plural = _("numbers of closings")

    def __str__(self) -> str:
        return str(self.closure_id)


def written_numbers(figures: Iterable[ClosedFigure]) -> str:
    """Counts as numbers, money as text, rates with what was divided; the same text every time."""
    counts: dict[str, int] = {}
    money: dict[str, str] = {}
    rates: dict[str, list[int | str | None]] = {}
    for each in figures:
        if each.numerator is not None:
            rates[each.code] = [each.numerator, each.denominator, each.rounding, each.decimals]
        elif "." in each.value:
            money[each.code] = each.value
        else:
            counts[each.code] = int(each.value)
    document = {"counts": counts, "money": money, "rates": rates}
    return json.dumps(document, sort_keys=True, separators=(",", ":"))


def read_numbers(text: str) -> tuple[Values, dict[str, Ratio]]:
    """What `written_numbers` wrote, as the types it was counted in."""
    kept = json.loads(text)
    values = kept["counts"] | {code: Decimal(value) for code, value in kept["money"].items()}
    rates = {
        code: Ratio(above, below, _ROUNDINGS[rounding], decimals)
        for code, (above, below, rounding, decimals) in kept["rates"].items()
    }
    return values, rates


_ROUNDINGS = {rounding.value: rounding for rounding in Rounding}
