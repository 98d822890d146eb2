"""What should be true of mediations and reaches over several tables."""

from datetime import date

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.registry.soundness import Check, RowCheck, lies_ahead, undecided, with_a_dissolved
from mediation.models import Mediation, Mediator


def _by_somebody_not_in_office(_today: date) -> Q:
    return Q(accepted_on__lt=F("mediator__since_on")) | Q(accepted_on__gte=F("mediator__until_on"))


CHECKS: list[Check] = [
    RowCheck(
        "mediation.without_result",
        _("Mediation ended without a result"),
        _("It is neither a success nor a failure, and the rate of success leaves it out."),
        Mediation,
        undecided("concluded_on", "result"),
    ),
    RowCheck(
        "mediation.mediator_not_in_office",
        _("Accepted by a mediator who was not one on that day"),
        _("The agreement can be challenged, and the mediator's work is counted wrongly."),
        Mediation,
        _by_somebody_not_in_office,
    ),
    RowCheck(
        "mediation.ahead",
        _("Mediation dates on a day that has not come"),
        _("Probably a year or month was mistyped; the matter counts in a period to come."),
        Mediation,
        lies_ahead("received_on", "referred_on", "accepted_on", "turned_away_on", "concluded_on"),
    ),
    RowCheck(
        "mediation.dissolved",
        _("Open with a mediation centre that was dissolved"),
        _("Another centre has to take it over."),
        Mediation,
        lambda today: (
            with_a_dissolved("concluded_on", "centre")(today) & Q(turned_away_on__isnull=True)
        ),
    ),
    RowCheck(
        "mediation.mediator_of_a_dissolved",
        _("Mediator of an organisation that was dissolved"),
        _("With the organisation its mediators leave office; they are still counted."),
        Mediator,
        lambda today: Q(until_on__isnull=True, organisation__until_on__lte=today),
    ),
]
