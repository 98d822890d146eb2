"""What the nightly look found, kept so that pages need not look again."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Checkup(models.Model):
    """One look at everything; one without an end was broken off, and says nothing."""

    begun_at = models.DateTimeField(_("begun at"))
    ended_at = models.DateTimeField(_("ended at"), null=True)
    count = models.PositiveIntegerField(_("findings"), default=0)

    class Meta:
        verbose_name = _("checkup")
        verbose_name_plural = _("checkups")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="checkup_ends_after_it_begins",
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("begun_at")),
                violation_error_message=_("A checkup cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begun_at:%Y-%m-%d %H:%M}"


class Finding(models.Model):
    """One row that a check found, since when; gone with the first checkup that no longer does.

    `model` and `row` say which row; a file without a row has only `what`, its name on the disk.
    """

    code = models.CharField(_("check"), max_length=60)
    model = models.CharField(_("table"), max_length=60, blank=True)
    row = models.BigIntegerField(_("row"), default=0)
    what = models.CharField(_("what"), max_length=80, blank=True)
    since_at = models.DateTimeField(_("found since"))
    checkup = models.ForeignKey(
        Checkup, models.PROTECT, related_name="findings", verbose_name=_("last found by")
    )

    class Meta:
        verbose_name = _("finding of the nightly look")
        verbose_name_plural = _("findings of the nightly look")
        ordering = ["code", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "model", "row", "what"],
                name="finding_once_a_check",
                violation_error_message=_("The check has found this already."),
            ),
            models.CheckConstraint(
                name="finding_of_something",
                condition=~Q(code="") & (~Q(row=0) | ~Q(what="")),
                violation_error_message=_("A finding says which row or file it is about."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.model} {self.row or self.what}"
