"""The papers of a mediation."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.registry.attachments.models import Attachment
from cases.registry.records import KeptQuerySet
from mediation.models.matter import Mediation


class MediationAttachment(Attachment):
    """A paper in the file of a mediation."""

    owners: ClassVar[tuple[str, ...]] = ("record__centre", "record__origin")

    record = models.ForeignKey(
        Mediation, models.PROTECT, related_name="attachments", verbose_name=_("mediation")
    )

    objects = KeptQuerySet["MediationAttachment"].as_manager()

    class Meta(Attachment.Meta):
        verbose_name = _("paper of a mediation")
        verbose_name_plural = _("papers of mediations")
