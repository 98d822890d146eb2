"""What the database wrote down of every change, and the seals over it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.registry.history.acts import LONGEST_REASON, Door


class Kind(models.TextChoices):
    """What happened to a row."""

    ENTERED = "entered", pgettext_lazy("history", "entered")
    CHANGED = "changed", pgettext_lazy("history", "changed")
    REMOVED = "removed", pgettext_lazy("history", "removed")
    FOUND = "found", pgettext_lazy("history", "found after a migration")


class Change(models.Model):
    """One change of one row, written by the row's trigger and never altered afterwards.

    `content` is JSON: what the row said when it was entered, found or removed (nothing is said of
    what is empty), and by column what was there before and after when it was changed. `row_digest`
    is over what the row says after the change, `digest` over this change and the one before of
    the same row, so that neither can be altered below the application without showing.
    `version` is the one its record had afterwards; see docs/decisions/0007.
    """

    label = models.CharField(_("table"), max_length=50)
    row_key = models.BigIntegerField(_("row"))
    owner = models.CharField(_("table of the record"), max_length=50)
    owner_key = models.BigIntegerField(_("record"))
    version = models.PositiveIntegerField(_("version"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    content = models.TextField(_("content"))
    row_digest = models.CharField(_("digest of the row"), max_length=64)
    act = models.CharField(_("act"), max_length=32, blank=True)
    door = models.CharField(_("door"), max_length=8, choices=Door)
    person = models.BigIntegerField(_("person"), null=True)
    why = models.CharField(_("reason"), max_length=LONGEST_REASON, blank=True)
    at = models.DateTimeField(_("at"))
    previous = models.CharField(_("digest of the change before"), max_length=64, blank=True)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["owner_key", "owner"], name="change_by_record"),
            models.Index(fields=["row_key", "label", "at"], name="change_by_row"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.row_key}: {self.kind}"


class Seal(models.Model):
    """Every change up to one of them and the seal before, in one digest; kept on paper as well.

    A seal is taken while nobody writes, so that no change with a lower key comes in later.
    """

    upto = models.BigIntegerField(_("last change"))
    count = models.PositiveBigIntegerField(_("changes"))
    previous = models.CharField(_("digest of the seal before"), max_length=64, blank=True)
    digest = models.CharField(_("digest"), max_length=64)
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("seal")
        verbose_name_plural = _("seals")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.pk}: {self.digest}"
