"""A paper attached to a record."""

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.registry.attachments.formats import FORMATS, Format
from cases.registry.attachments.kinds import DocumentKind
from cases.registry.attachments.storage import KEY_LENGTH, path_of
from cases.registry.records import Kept

DIGEST_LENGTH = 64  # SHA-256 in hexadecimal digits


class Attachment(Kept):
    """One file of a record; it is never exchanged or deleted, only withdrawn with a reason.

    Each domain ties it to its own record by a foreign key `record`. The file lies on the disk
    before the row speaks of it, so that a crash may leave a file without its row but never a row
    without its file.
    """

    belongs_to: ClassVar[str] = "record"

    kind = models.CharField(
        _("kind of paper"), max_length=16, choices=DocumentKind, default=DocumentKind.OTHER
    )
    number = models.CharField(_("document number"), max_length=60, blank=True)
    dated_on = models.DateField(_("dated"), null=True, blank=True)
    original_name = models.CharField(_("name of the file"), max_length=200, editable=False)
    format = models.CharField(
        _("type"),
        max_length=8,
        choices=[(each.code, each.name) for each in FORMATS.values()],
        editable=False,
    )
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    sha256 = models.CharField(_("SHA-256"), max_length=DIGEST_LENGTH, editable=False)
    blob = models.CharField(_("kept under"), max_length=KEY_LENGTH, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("attached by"),
    )
    added_at = models.DateTimeField(_("attached at"), auto_now_add=True)
    withdrawn_why = models.CharField(
        _("withdrawn because"),
        max_length=120,
        blank=True,
        help_text=_("Nothing is deleted: a wrong paper is withdrawn, and says why."),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["pk"]
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["blob"],
                name="%(class)s_blob_unique",
                violation_error_message=_("This file belongs to another attachment."),
            ),
            models.UniqueConstraint(
                fields=["record", "sha256"],
                condition=Q(withdrawn_at__isnull=True),
                name="%(class)s_once_a_record",
                violation_error_message=_("The same file is attached to this record already."),
            ),
            models.CheckConstraint(
                name="%(class)s_is_a_file",
                condition=Q(size__gt=0) & ~Q(original_name="") & ~Q(sha256="") & ~Q(blob=""),
                violation_error_message=_("An attachment is a file with a name and a content."),
            ),
            models.CheckConstraint(
                name="%(class)s_withdrawn_with_a_reason",
                condition=Q(withdrawn_at__isnull=True, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why="")),
                violation_error_message=_("An attachment is withdrawn with a reason."),
            ),
        ]

    def __str__(self) -> str:
        return self.original_name

    @property
    def type(self) -> Format:
        return FORMATS[self.format]

    @property
    def place(self) -> Path:
        """Where the file lies on the disk."""
        return path_of(self.blob)

    @property
    def address(self) -> str:
        """Where who may see it downloads it."""
        return reverse("attachment", args=[self._meta.label_lower, self.pk])
