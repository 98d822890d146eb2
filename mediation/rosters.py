"""What reports count about those who mediate, and about the sessions they go out to."""

from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Edge, Figure, Identity, Rate, Stock
from cases.registry.sheets import Sheet
from mediation.conditions import full_time
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession

SINCE, UNTIL = "since_on", "until_on"
STANDING = _("Entered in the register and not yet gone when the period ended.")
BEFORE = _("Entered in the register and not yet gone when the period began.")

ORGANISATIONS = (
    Stock("mediation.organisations", _("Mediation organisations"), SINCE, UNTIL, meaning=STANDING),
    Stock(
        "mediation.organisations_before",
        _("Mediation organisations at the start"),
        SINCE,
        UNTIL,
        Edge.START,
        meaning=BEFORE,
    ),
    Figure("mediation.organisations_founded", _("Mediation organisations set up"), SINCE),
    Figure("mediation.organisations_dissolved", _("Mediation organisations dissolved"), UNTIL),
)

MEDIATORS = (
    Stock("mediation.mediators", _("Mediators"), SINCE, UNTIL, meaning=STANDING),
    Stock(
        "mediation.mediators_full_time",
        _("Full-time mediators"),
        SINCE,
        UNTIL,
        where=full_time(),
        meaning=STANDING,
    ),
    Stock(
        "mediation.mediators_before",
        _("Mediators at the start"),
        SINCE,
        UNTIL,
        Edge.START,
        meaning=BEFORE,
    ),
    Figure(
        "mediation.mediators_begun",
        _("Mediators who began"),
        SINCE,
        meaning=_("Whoever changes the organisation leaves the one and begins at the other."),
    ),
    Figure("mediation.mediators_left", _("Mediators who left"), UNTIL),
)

OUTREACH = (
    Figure(
        "mediation.outreach_sessions",
        _("Outreach sessions"),
        "held_on",
        meaning=_("By the day the session was held."),
    ),
    Figure(
        "mediation.outreach_requests_heard",
        _("Requests heard at outreach sessions"),
        "held_on",
        total="requests_heard",
        meaning=_("By the day of the session."),
    ),
    Figure(
        "mediation.outreach_requests_resolved",
        _("Requests resolved after outreach sessions"),
        "held_on",
        total="requests_resolved",
        meaning=_(
            "Counted with the session at which they were heard (assumption: the report does not "
            "say when they were resolved)."
        ),
    ),
)

SHEETS = (
    Sheet(MediationOrganisation.objects.recorded(), *ORGANISATIONS),
    Sheet(Mediator.objects.recorded(), *MEDIATORS),
    Sheet(OutreachSession.objects.recorded(), *OUTREACH),
)

RATES = (
    Rate(
        "mediation.outreach_resolution_rate",
        _("Rate of requests resolved"),
        ("mediation.outreach_requests_resolved",),
        ("mediation.outreach_requests_heard",),
        meaning=_("Resolved over heard, of the sessions of the period."),
    ),
)

IDENTITIES = (
    Identity(
        _("organisations at the start + set up = dissolved + at the end"),
        ("mediation.organisations_before", "mediation.organisations_founded"),
        ("mediation.organisations_dissolved", "mediation.organisations"),
    ),
    Identity(
        _("mediators at the start + began = left + at the end"),
        ("mediation.mediators_before", "mediation.mediators_begun"),
        ("mediation.mediators_left", "mediation.mediators"),
    ),
)
