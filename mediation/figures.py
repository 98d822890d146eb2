"""What reports count about mediation.

Assumptions, where the published sentences leave room. A matter is received on the day the
court, police station or petition office recorded it, referred on the day it was passed to a
centre, and succeeded on the day its mediation ended in success: what was referred in December
and succeeded in January is referred in the one year and succeeded in the other. The published
rate of success divides by what was referred in the same period, so that pending matters
depress it; the rate among concluded matters stands beside it.
"""

from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Edge, Figure, Identity, Label, Stock
from cases.registry.sheets import Chapter, Sheet
from mediation.conditions import (
    after_filing,
    agreed,
    came_by,
    ended_in,
    enterprise_related,
    mediated,
    pre_suit,
    prevented_collective_action,
    prevented_crime,
    succeeded,
)
from mediation.models.matter import Mediation
from mediation.rosters import IDENTITIES, RATES, SHEETS
from mediation.streams import BEGUN, CONCLUDED, RECEIVED, TURNED_AWAY, Stream
from mediation.terms import AgreementKind, Door, Result

INTAKE_ENDS = (BEGUN, TURNED_AWAY)
ALL = Stream("", _("All doors"), begun="taken_up")
COURT = Stream(
    "court_",
    _("Court, before filing"),
    pre_suit(),
    received="accepted",
    scope=_("Only what a court entrusts before filing; after filing is no longer pre-suit."),
)
STREAMS = (
    COURT,
    Stream("court_filed_", _("Court, after filing"), after_filing()),
    Stream("police_", _("Police"), came_by(Door.POLICE)),
    Stream("petition_", _("Petitions"), came_by(Door.PETITION)),
    Stream("application_", _("Own application"), came_by(Door.APPLICATION), begun="accepted"),
    Stream("proactive_", _("Proactive"), came_by(Door.PROACTIVE), begun="accepted"),
)

SPREAD = (
    Figure(
        "mediation.police_stations_referring",
        _("Police stations that referred"),
        BEGUN,
        came_by(Door.POLICE),
        distinct="origin",
        meaning=_("Each station once, however many matters it referred in the period."),
    ),
    Figure(
        "mediation.centres_receiving_police",
        _("Centres that matters were referred to by the police"),
        BEGUN,
        came_by(Door.POLICE),
        distinct="centre",
        meaning=_("Each centre once, by the day of referral, accepted there or not."),
    ),
    Figure(
        "mediation.petition_mediated",
        _("Petition matters mediated"),
        CONCLUDED,
        came_by(Door.PETITION) & mediated(),
        meaning=_(
            "By the day mediation ended, whether it succeeded or failed; not those sent back "
            "(assumption: the report does not say whether it counts successes alone)."
        ),
    ),
    Figure(
        "mediation.persons_concerned",
        _("Persons concerned in matters taken up"),
        BEGUN,
        total="persons",
        meaning=_("Added up by the day the matter was taken up."),
    ),
)

SUCCESSES = (
    Figure(
        "mediation.agreements_written",
        _("Written agreements"),
        CONCLUDED,
        agreed(AgreementKind.WRITTEN),
        meaning=_("By the day mediation ended in the agreement."),
    ),
    Figure(
        "mediation.agreements_oral",
        _("Oral agreements"),
        CONCLUDED,
        agreed(AgreementKind.ORAL),
        meaning=_("By the day mediation ended in the agreement."),
    ),
    Figure(
        "mediation.settled",
        _("Settled and withdrawn"),
        CONCLUDED,
        ended_in([Result.SETTLED]),
        meaning=_("The parties settled by themselves and the claim was taken back."),
    ),
    Figure(
        "mediation.agreement_amount",
        _("Amount agreed (yuan)"),
        CONCLUDED,
        total="amount",
        meaning=_("Of the agreements in which mediation ended in the period."),
    ),
    Figure(
        "mediation.enterprise_related_succeeded",
        _("Enterprise-related disputes mediated successfully"),
        CONCLUDED,
        enterprise_related() & succeeded(),
        meaning=_("Successes in matters that concern an enterprise."),
    ),
    Figure(
        "mediation.crimes_prevented",
        _("Quarrels kept from becoming crimes"),
        CONCLUDED,
        prevented_crime(),
        meaning=_("Concluded matters marked so, by the day mediation ended."),
    ),
    Figure(
        "mediation.collective_actions_prevented",
        _("Collective petitions or clashes prevented"),
        CONCLUDED,
        prevented_collective_action(),
        meaning=_("Concluded matters marked so, by the day mediation ended."),
    ),
)

AFTERWARDS = (
    Figure(
        "mediation.returned_to_court",
        _("Returned to the court"),
        "returned_to_court_on",
        meaning=_("By the day the material went back, whatever the result."),
    ),
    Figure(
        "mediation.performed",
        _("Agreements performed"),
        "performed_on",
        meaning=_("By the day of full performance; the agreement may be of an earlier period."),
    ),
    Figure(
        "mediation.confirmations_applied",
        _("Judicial confirmations applied for"),
        "confirmation_applied_on",
        meaning=_("By the day of the joint application."),
    ),
    Figure(
        "mediation.confirmed",
        _("Agreements judicially confirmed"),
        "confirmed_on",
        meaning=_("By the day of the court's ruling."),
    ),
    Figure(
        "mediation.confirmations_refused",
        _("Judicial confirmations refused"),
        "confirmation_refused_on",
        meaning=_("By the day of the court's ruling."),
    ),
)

INTAKE = (
    Stock(
        "mediation.intake_carried_over",
        _("Awaiting referral or acceptance at the start"),
        RECEIVED,
        "intake_ended_on",
        Edge.START,
        left_by=INTAKE_ENDS,
        meaning=_("Received, and neither taken up nor turned away when the period began."),
    ),
    Stock(
        "mediation.intake_pending",
        _("Awaiting referral or acceptance at the end"),
        RECEIVED,
        "intake_ended_on",
        left_by=INTAKE_ENDS,
        meaning=_("Received, and neither taken up nor turned away when the period ended."),
    ),
)


def _add_up(name: str, label: Label) -> Identity:
    """The matters of the doors, laid together, are all matters."""
    parts = tuple(stream.named(name) for stream in STREAMS)
    return Identity(label, (ALL.named(name),), parts)


DOORS = (
    _add_up("received", _("doors add up to received")),
    _add_up("turned_away", _("doors add up to turned away")),
    _add_up("begun", _("doors add up to taken up")),
    _add_up("concluded", _("doors add up to concluded")),
    _add_up("succeeded", _("doors add up to mediated successfully")),
    _add_up("pending", _("doors add up to pending")),
)

CHAPTER = Chapter(
    "mediation",
    _("Mediation"),
    sheets=[
        *SHEETS,
        Sheet(
            Mediation.objects.recorded(),
            *(figure for stream in (*STREAMS, ALL) for figure in stream.figures()),
            *INTAKE,
            *SPREAD,
            *SUCCESSES,
            *AFTERWARDS,
        ),
    ],
    rates=[*RATES, *(rate for stream in (*STREAMS, ALL) for rate in stream.rates())],
    identities=[
        *IDENTITIES,
        Identity(
            _("awaiting + received = taken up + turned away + awaiting"),
            ("mediation.intake_carried_over", "mediation.received"),
            ("mediation.taken_up", "mediation.turned_away", "mediation.intake_pending"),
        ),
        *(identity for stream in (*STREAMS, ALL) for identity in stream.identities()),
        *DOORS,
        Identity(
            _("agreements and settlements add up to mediated successfully"),
            ("mediation.succeeded",),
            ("mediation.agreements_written", "mediation.agreements_oral", "mediation.settled"),
        ),
    ],
)
