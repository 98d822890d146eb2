"""The soft rules of mediation."""

from django.utils.translation import gettext_lazy as _

from cases.registry.cautions.rules import Cautions, SoftRule, late
from mediation.clock import DELEGATED, ROOM

CAUTIONS = Cautions(
    ROOM,
    (
        SoftRule(
            "mediation.accepted_late",
            _("The centre accepted the court's matter late."),
            late("mediation.accept"),
        ),
        SoftRule(
            "mediation.overran",
            _("Mediated beyond the time limit, and no agreement to extend it is recorded."),
            late(*DELEGATED.values()),
        ),
        SoftRule(
            "mediation.confirmation_applied_late",
            _("Judicial confirmation was applied for late; the court may refuse it."),
            late("mediation.judicial_confirmation"),
            asks=False,
        ),
    ),
)
