"""What the reading room keeps: the questions people come back to, and what was closed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.registry.records import Reader
from lawgov.reports.closures import ClosedFigure, ClosedRecords, Closure, Reopening
from lawgov.reports.exports.log import ExportLog
from lawgov.reports.numbers import ClosedCodes, ClosedNumbers
from lawgov.reports.returns.closed_tables import ClosedTable

__all__ = [
    "ClosedCodes",
    "ClosedFigure",
    "ClosedNumbers",
    "ClosedRecords",
    "ClosedTable",
    "Closure",
    "ExportLog",
    "Reopening",
    "SavedView",
]


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    """Questions by who may open them."""

    def open_to(self, user: Reader) -> "SavedViewQuerySet":
        """One's own and those that are shared; what they show still follows from the reader."""
        return self.filter(Q(owner=user.pk) | Q(is_shared=True)).select_related("owner")


class SavedView(models.Model):
    """A question of the rollup under a name; nobody has two of one name."""

    name = models.CharField(_("name"), max_length=60)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="saved_views",
        verbose_name=_("owner"),
        editable=False,
    )
    query = models.CharField(_("question"), max_length=1000, editable=False)
    is_shared = models.BooleanField(_("shared with everybody"), default=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="savedview_name_unique_for_its_owner",
                violation_error_message=_("You have a view of this name already."),
            ),
            models.CheckConstraint(
                name="savedview_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("A view needs a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
