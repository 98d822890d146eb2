"""What is counted of instances: each court's proceedings on their own."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.litigation.conditions import (
    affirmed,
    appeal_withdrawn,
    at,
    decided_anew,
    ended_in,
    sent_back,
)
from cases.litigation.terms import LOSSES, BroughtBy, Level
from cases.registry.figures import Edge, Figure, Stock

RECEIVED, CONCLUDED = "received_on", "concluded_on"

MOVEMENT = (
    Stock(
        "litigation.instances_carried_over",
        _("Instances carried over"),
        RECEIVED,
        CONCLUDED,
        Edge.START,
        meaning=_("Copy received before the period, before the court when it began."),
    ),
    Figure(
        "litigation.instances_received",
        _("Instances received"),
        RECEIVED,
        meaning=_("By the day the copy of the complaint or the appeal was received."),
    ),
    Figure(
        "litigation.first_instances",
        _("First instances received"),
        RECEIVED,
        at(Level.FIRST),
        meaning=_("Trials anew after a remand included."),
    ),
    Figure(
        "litigation.second_instances",
        _("Second instances received"),
        RECEIVED,
        at(Level.SECOND),
    ),
    Figure(
        "litigation.appeals_by_defendant",
        _("Appealed by the defendant"),
        RECEIVED,
        at(Level.SECOND) & Q(brought_by__in=[BroughtBy.DEFENDANT, BroughtBy.BOTH]),
        meaning=_("Alone or together with the plaintiff."),
    ),
    Figure("litigation.retrials", _("Retrials received"), RECEIVED, at(Level.RETRIAL)),
    Figure(
        "litigation.instances_concluded",
        _("Instances concluded"),
        CONCLUDED,
        meaning=_("By the date of the judgment, ruling or mediation document, appealed or not."),
    ),
    Stock(
        "litigation.instances_pending",
        _("Instances pending"),
        RECEIVED,
        CONCLUDED,
        meaning=_("Before a court when the period ended."),
    ),
)

RESULTS = (
    Figure(
        "litigation.first_instances_concluded",
        _("First instances concluded"),
        CONCLUDED,
        at(Level.FIRST),
    ),
    Figure(
        "litigation.first_instances_lost",
        _("First instances lost"),
        CONCLUDED,
        at(Level.FIRST) & ended_in(LOSSES),
        meaning=_("As the first instance judged, whatever an appeal made of it."),
    ),
    Figure(
        "litigation.second_instances_concluded",
        _("Second instances concluded"),
        CONCLUDED,
        at(Level.SECOND),
    ),
    Figure(
        "litigation.second_instances_affirmed",
        _("Affirmed on appeal"),
        CONCLUDED,
        affirmed(),
        meaning=_("Article 89(1)1, judgments and rulings."),
    ),
    Figure(
        "litigation.second_instances_decided_anew",
        _("Decided anew on appeal"),
        CONCLUDED,
        decided_anew(),
        meaning=_("Every result of the second instance that takes the place of the first."),
    ),
    Figure(
        "litigation.second_instances_sent_back",
        _("Sent back on appeal"),
        CONCLUDED,
        sent_back(),
        meaning=_("Remanded, or the ruling set aside and the suit to be heard."),
    ),
    Figure(
        "litigation.appeals_withdrawn",
        _("Appeals withdrawn"),
        CONCLUDED,
        appeal_withdrawn(),
    ),
    Figure("litigation.retrials_concluded", _("Retrials concluded"), CONCLUDED, at(Level.RETRIAL)),
)
