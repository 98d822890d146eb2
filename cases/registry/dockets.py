"""Docket numbers: 张政复〔2024〕23号 is a thing of its own, taken once and never again."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DocketKind(models.TextChoices):
    """The registers numbered by the bureau itself."""

    RECONSIDERATION = "reconsideration", _("Reconsideration")
    LITIGATION = "litigation", _("Litigation response")
    MEDIATION = "mediation", _("Mediation")

    @property
    def mark(self) -> str:
        """What stands between the county's own name and the year."""
        return {"reconsideration": "政复", "litigation": "政应", "mediation": "调"}[self.value]


class Docket(NamedTuple):
    """A docket number taken apart: 张政复, 2024, 23."""

    prefix: str
    year: int
    sequence: int

    @classmethod
    def parse(cls, text: str) -> "Docket":
        """Read a number however its brackets and digits were typed.

        Raises:
            ValueError: the text is not a docket number.
        """
        match = _DOCKET.fullmatch("".join(normalize("NFKC", text).split()))
        if match is None:
            raise ValueError(text)
        prefix, year, sequence = match.groups()
        return cls(prefix, int(year), int(sequence))

    def __str__(self) -> str:
        return f"{self.prefix}〔{self.year}〕{self.sequence}号"


# After NFKC, which turns full-width digits and brackets into plain ones.
_DOCKET = re.compile(
    r"([^\d〔\[【(]{1,16})[〔\[【(]([12]\d{3})[〕\]】)]第?0*([1-9]\d{0,7})号?", re.ASCII
)


class DocketSeries(models.Model):
    """One running count; `last` only ever grows, under the lock of this row."""

    kind = models.CharField(_("kind"), max_length=16, choices=DocketKind)
    prefix = models.CharField(_("prefix"), max_length=16)
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number taken"), default=0)

    class Meta:
        verbose_name = _("docket series")
        verbose_name_plural = _("docket series")
        ordering = ["-year", "prefix"]
        constraints = [
            models.UniqueConstraint(
                fields=["prefix", "year"],
                name="docketseries_one_per_prefix_and_year",
                violation_error_message=_("This prefix already has a series for the year."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.prefix}〔{self.year}〕"


class DocketNumberManager(models.Manager["DocketNumber"]):
    """Takes numbers, one at a time from people and many at a time from a ledger."""

    @transaction.atomic
    def take(self, kind: DocketKind, year: int) -> "DocketNumber":
        """The next number of the year, taken for good even if its record is voided later."""
        prefix = f"{settings.LAWGOV_DOCKET_PREFIX}{kind.mark}"
        series = self._locked(kind, prefix, year)
        series.last += 1
        series.save(update_fields=["last"])
        return self._row(series, series.last, save=True)

    @transaction.atomic
    def reserve(self, kind: DocketKind, dockets: Iterable[Docket]) -> list["DocketNumber"]:
        """The numbers a ledger brings along; the count goes on behind the highest of them."""
        rows, series = [], {}
        for docket in dockets:
            key = (docket.prefix, docket.year)
            if key not in series:
                series[key] = self._locked(kind, *key)
            series[key].last = max(series[key].last, docket.sequence)
            rows.append(self._row(series[key], docket.sequence))
        DocketSeries.objects.bulk_update(series.values(), ["last"])
        return self.bulk_create(rows, batch_size=2000)

    def _locked(self, kind: DocketKind, prefix: str, year: int) -> DocketSeries:
        DocketSeries.objects.get_or_create(prefix=prefix, year=year, defaults={"kind": kind})
        return DocketSeries.objects.select_for_update().get(prefix=prefix, year=year)

    def _row(self, series: DocketSeries, sequence: int, *, save: bool = False) -> "DocketNumber":
        text = str(Docket(series.prefix, series.year, sequence))
        row = self.model(series=series, sequence=sequence, text=text)
        if save:
            row.save(force_insert=True)
        return row


class DocketNumber(models.Model):
    """One number of one series, taken at most once."""

    series = models.ForeignKey(
        DocketSeries, models.PROTECT, related_name="numbers", verbose_name=_("series")
    )
    sequence = models.PositiveIntegerField(_("sequence"))
    text = models.CharField(_("docket number"), max_length=40)

    objects = DocketNumberManager()

    class Meta:
        verbose_name = _("docket number")
        verbose_name_plural = _("docket numbers")
        ordering = ["series", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "sequence"],
                name="docketnumber_taken_once",
                violation_error_message=_("This docket number is already taken."),
            ),
            models.UniqueConstraint(
                fields=["text"],
                name="docketnumber_text_unique",
                violation_error_message=_("This docket number is already taken."),
            ),
            models.CheckConstraint(
                name="docketnumber_counts_from_one",
                condition=Q(sequence__gte=1),
                violation_error_message=_("Docket numbers count from one."),
            ),
        ]

    def __str__(self) -> str:
        return self.text
