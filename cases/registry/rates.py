"""Shares in exact integers: a rate keeps what it was divided from and how it was rounded."""

from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

HUNDRED = 100


class Rounding(TextChoices):
    """How the last printed decimal comes about; counties differ, so a report says which."""

    TRUNCATE = "truncate", _("cut off")
    HALF_UP = "half-up", _("rounded half up")


class Ratio(NamedTuple):
    """So many of so many, printed as a percentage without the sign.

    Nothing divided by nothing is not 0 and not 100: `text` is then None, shown as a dash.
    """

    numerator: int
    denominator: int
    rounding: Rounding = Rounding.TRUNCATE
    decimals: int = 2

    @property
    def text(self) -> str | None:
        """The percentage with its trailing zeros kept (66.60), or None without a base."""
        if self.denominator == 0:
            return None
        scale: int = 10**self.decimals
        scaled = self.numerator * HUNDRED * scale
        if self.rounding is Rounding.HALF_UP:
            units = (2 * scaled + self.denominator) // (2 * self.denominator)
        else:
            units = scaled // self.denominator
        whole, part = divmod(units, scale)
        return f"{whole}.{part:0{self.decimals}d}" if self.decimals else f"{whole}"

    def __str__(self) -> str:
        return self.text or "-"
