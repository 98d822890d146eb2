"""The papers of a litigation case."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.litigation.models.dispute import Dispute
from cases.registry.attachments.models import Attachment
from cases.registry.records import KeptQuerySet


class DisputeAttachment(Attachment):
    """A paper in the file of a dispute, whichever instance it was written in."""

    owners: ClassVar[tuple[str, ...]] = ("record__defendant", "record__organ")

    record = models.ForeignKey(
        Dispute, models.PROTECT, related_name="attachments", verbose_name=_("litigation case")
    )

    objects = KeptQuerySet["DisputeAttachment"].as_manager()

    class Meta(Attachment.Meta):
        verbose_name = _("paper of a litigation case")
        verbose_name_plural = _("papers of litigation cases")
