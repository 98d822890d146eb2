"""The people and organisations who quarrel."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.registry.parties import Party
from cases.registry.records import Kept, KeptQuerySet
from mediation.models.matter import Mediation


class MediationParty(Party, Kept):
    """Somebody in a dispute, or speaking for somebody in it."""

    owners: ClassVar[tuple[str, ...]] = ("case__centre", "case__origin")
    belongs_to: ClassVar[str] = "case"

    case = models.ForeignKey(
        Mediation, models.PROTECT, related_name="parties", verbose_name=_("mediation")
    )

    objects = KeptQuerySet["MediationParty"].as_manager()

    class Meta(Party.Meta):
        verbose_name = _("party to a mediation")
        verbose_name_plural = _("parties to mediations")
        indexes = [
            models.Index(fields=["name"], name="mediationparty_by_name"),
            models.Index(fields=["identity_number"], name="mediationparty_by_identity"),
        ]
