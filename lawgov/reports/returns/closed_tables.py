"""The forms of a closed period: what was printed in each cell, and the records behind it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lawgov.reports.closures import Closure


class ClosedTable(models.Model):
    """One form of one closing: its cells in both languages, and the keys behind them."""

    closure = models.ForeignKey(Closure, models.PROTECT, related_name="tables")
    form = models.CharField(max_length=40)
    layout = models.CharField(max_length=80)
    told = models.BinaryField()
    behind = models.BinaryField()

    class Meta:
        verbose_name = _("closed table")
        verbose_name_plural = _("closed tables")
        constraints = [
            models.UniqueConstraint(
                fields=["closure", "form"], name="closedtable_once_in_a_closing"
            ),
        ]

    def __str__(self) -> str:
        return self.form
