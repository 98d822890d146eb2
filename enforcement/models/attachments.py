"""The papers of enforcement files and legal reviews."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.registry.attachments.models import Attachment
from cases.registry.records import KeptQuerySet
from enforcement.models.files import CaseFile
from enforcement.models.reviews import LegalReview


class CaseFileAttachment(Attachment):
    """A paper of an enforcement file."""

    owners: ClassVar[tuple[str, ...]] = ("record__agency",)

    record = models.ForeignKey(
        CaseFile, models.PROTECT, related_name="attachments", verbose_name=_("enforcement file")
    )

    objects = KeptQuerySet["CaseFileAttachment"].as_manager()

    class Meta(Attachment.Meta):
        verbose_name = _("paper of an enforcement file")
        verbose_name_plural = _("papers of enforcement files")


class LegalReviewAttachment(Attachment):
    """A paper that was submitted to a legal review, or that it returned."""

    owners: ClassVar[tuple[str, ...]] = ("record__agency",)

    record = models.ForeignKey(
        LegalReview, models.PROTECT, related_name="attachments", verbose_name=_("legal review")
    )

    objects = KeptQuerySet["LegalReviewAttachment"].as_manager()

    class Meta(Attachment.Meta):
        verbose_name = _("paper of a legal review")
        verbose_name_plural = _("papers of legal reviews")
