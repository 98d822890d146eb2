"""Which statutory terms run for a matter in mediation, read off its dates."""

from collections.abc import Iterator

from cases.registry.timing.rooms import Facts, Room
from cases.registry.timing.running import Running, Watch
from mediation.models.matter import Mediation
from mediation.terms import Commission, Door

DELEGATED = {
    Commission.BEFORE_FILING: "mediation.delegated",
    Commission.ORDINARY: "mediation.entrusted_ordinary",
    Commission.SIMPLIFIED: "mediation.entrusted_simplified",
}


def terms(matter: Facts) -> Iterator[Running]:
    """Every term of a matter; only what a court entrusts is limited in time by these rules."""
    if matter.voided_on is not None:
        return
    if matter.door == Door.COURT:
        yield from _entrusted(matter)
    if matter.agreement_on is not None:
        yield from _confirmation(matter)


def _entrusted(matter: Facts) -> Iterator[Running]:
    if matter.referred_on is not None:
        yield Running(
            "mediation.accept",
            matter.referred_on,
            met_on=matter.accepted_on,
            ended_on=matter.concluded_on,
        )
    if matter.accepted_on is not None and matter.commission:
        yield Running(DELEGATED[matter.commission], matter.accepted_on, met_on=matter.concluded_on)


def _confirmation(matter: Facts) -> Iterator[Running]:
    """Both parties may apply; nobody has to, and what is performed needs no confirmation."""
    applied_on = matter.confirmation_applied_on
    yield Running(
        "mediation.judicial_confirmation",
        matter.agreement_on,
        met_on=applied_on,
        ended_on=matter.performed_on,
        watch=Watch.LAPSES,
    )


ROOM = Room(
    Mediation,
    (
        "voided_on",
        "door",
        "commission",
        "referred_on",
        "accepted_on",
        "concluded_on",
        "agreement_on",
        "performed_on",
        "confirmation_applied_on",
    ),
    terms,
)
