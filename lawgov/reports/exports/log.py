"""The record of what left the house: who exported what, how narrowed, how many lines, when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ExportFormat(models.TextChoices):
    """What a table or list can be exported as."""

    XLSX = "xlsx", _("workbook")
    CSV = "csv", _("CSV")
    DOCX = "docx", _("Word document")


class ExportLog(models.Model):
    """One export, entered before its first line is sent; an end that is missing was broken off.

    `lines` is how many lines of data were written so far, so a cancelled one says how far it came.
    It is known to the page of a long export by its `ticket`, and to nobody but its owner. `what`
    is what it was called as it left; `question` the page it was taken from, with the question, so
    that it can be called the same in another language.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="exports",
        verbose_name=_("exported by"),
    )
    what = models.CharField(_("what was exported"), max_length=120)
    question = models.CharField(_("question"), max_length=1000, blank=True)
    format = models.CharField(_("format"), max_length=8, choices=ExportFormat)
    lines = models.PositiveIntegerField(_("lines"), default=0)
    begun_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    ticket = models.CharField(max_length=32, blank=True, editable=False)

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="exportlog_says_what",
                condition=~Q(what=""),
                violation_error_message=_("An export says what was exported."),
            ),
            models.CheckConstraint(
                name="exportlog_ended_or_cancelled",
                condition=Q(ended_at__isnull=True) | Q(cancelled_at__isnull=True),
                violation_error_message=_("An export that ended was not cancelled."),
            ),
            models.UniqueConstraint(
                fields=["ticket"],
                condition=~Q(ticket=""),
                name="exportlog_one_for_a_ticket",
                violation_error_message=_("This export has begun already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what}.{self.format}"

    @property
    def said(self) -> str:
        """How far it came."""
        lines = {"lines": self.lines}
        if self.cancelled_at:
            return _("cancelled at %(lines)s lines") % lines
        return (_("%(lines)s lines, all") if self.ended_at else _("%(lines)s lines so far")) % lines
