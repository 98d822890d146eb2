"""The papers of a reconsideration case."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.reconsideration.models.case import Reconsideration
from cases.registry.attachments.models import Attachment
from cases.registry.records import KeptQuerySet


class ReconsiderationAttachment(Attachment):
    """A paper in the file of a reconsideration case."""

    owners: ClassVar[tuple[str, ...]] = ("record__respondent", "record__resolved_by")

    record = models.ForeignKey(
        Reconsideration, models.PROTECT, related_name="attachments", verbose_name=_("case")
    )

    objects = KeptQuerySet["ReconsiderationAttachment"].as_manager()

    class Meta(Attachment.Meta):
        verbose_name = _("paper of a reconsideration")
        verbose_name_plural = _("papers of reconsiderations")
