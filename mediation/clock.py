"""Which statutory terms run for a matter in mediation, read off its dates."""

from collections.abc import Iterator
from datetime import date

from cases.registry.clock.adjustments import Extension
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline
from cases.registry.timing.rooms import Facts, Room
from cases.registry.timing.running import Running, Watch
from mediation.models.matter import Mediation
from mediation.terms import AFTER_FILING, Commission, Door

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
    if matter.agreement_on is not None and matter.commission not in AFTER_FILING:
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
        code = DELEGATED[matter.commission]
        agreed = matter.extended_until
        yield Running(
            code,
            matter.accepted_on,
            rule=lambda clock: _extended(clock, code, matter.accepted_on, agreed),
            met_on=matter.concluded_on,
        )


def _extended(clock: Clock, code: str, on: date, until: date | None) -> Deadline:
    """Until the day the parties agreed on, where that is later than the rules' own (art. 27)."""
    plain = clock.deadline(code, on)
    if until is None or until <= plain.nominal_on:
        return plain
    days = (until - plain.nominal_on).days
    return clock.deadline(code, on, extensions=(Extension(days),))


def _confirmation(matter: Facts) -> Iterator[Running]:
    """Both parties may apply; nobody has to, and what is performed needs no confirmation.

    In a suit that is filed the court itself turns the agreement into its own document (Special
    Mediation art. 20); only what was delegated before filing is confirmed (art. 19(2)).
    """
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
        "extended_until",
        "concluded_on",
        "result",
        "agreement_on",
        "performed_on",
        "confirmation_applied_on",
    ),
    terms,
)
