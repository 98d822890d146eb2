"""The figures of mediation said over again in plain Python, with neither SQL nor conditions."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from cases.registry.periods import Period
from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession

Chosen = Callable[[Any], bool]
SUCCESSES = {"agreed", "settled"}
SENT_BACK = {"no_consent", "declined"}

# prefix, code of what is received, code of what is begun, which matters
STREAMS: list[tuple[str, str, str, Chosen]] = [
    ("", "received", "taken_up", bool),
    ("court_", "accepted", "referred", lambda m: m.commission == "before_filing"),
    ("court_filed_", "received", "referred", lambda m: m.commission in {"ordinary", "simplified"}),
    ("police_", "received", "referred", lambda m: m.door == "police"),
    ("petition_", "received", "referred", lambda m: m.door == "petition"),
    ("application_", "received", "accepted", lambda m: m.door == "application"),
    ("proactive_", "received", "accepted", lambda m: m.door == "proactive"),
]


def recount(period: Period) -> dict[str, Any]:
    """Every figure of the chapter over the period, row by row."""
    counted: dict[str, Any] = {}
    matters = [m for m in Mediation.objects.all() if m.voided_on is None]
    for prefix, received, begun, chosen in STREAMS:
        found = _stream([m for m in matters if chosen(m)], period)
        found[received], found[begun] = found.pop("_received"), found.pop("_begun")
        counted |= {prefix + name: value for name, value in found.items()}
    counted |= _of_all(matters, period) | _rosters(period) | _sessions(period)
    return {f"mediation.{name}": value for name, value in counted.items()}


def _begun_on(matter: Mediation) -> Any:
    return matter.referred_on or matter.accepted_on


def _during(rows: Iterable[Any], event: str, period: Period) -> list[Any]:
    return [row for row in rows if getattr(row, event) in period]


def _standing(spans: Iterable[tuple[Any, Any]], day: Any) -> int:
    return sum(1 for came, went in spans if came and came < day and (not went or went >= day))


def _stream(matters: list[Mediation], period: Period) -> dict[str, int]:
    ended = _during(matters, "concluded_on", period)
    spans = [(_begun_on(m), m.concluded_on) for m in matters]
    return {
        "_received": len(_during(matters, "received_on", period)),
        "_begun": sum(_begun_on(m) in period for m in matters),
        "turned_away": len(_during(matters, "turned_away_on", period)),
        "carried_over": _standing(spans, period.start),
        "pending": _standing(spans, period.end),
        "concluded": len(ended),
        "succeeded": sum(m.result in SUCCESSES for m in ended),
        "sent_back": sum(m.result in SENT_BACK for m in ended),
        "failed": sum(m.result not in SUCCESSES | SENT_BACK for m in ended),
    }


def _of_all(matters: list[Mediation], period: Period) -> dict[str, Any]:
    ended = _during(matters, "concluded_on", period)
    begun = [m for m in matters if _begun_on(m) in period]
    police = [m for m in begun if m.door == "police"]
    intake = [(m.received_on, _begun_on(m) or m.turned_away_on) for m in matters]
    followed = {
        name: len(_during(matters, event, period))
        for name, event in (
            ("returned_to_court", "returned_to_court_on"),
            ("performed", "performed_on"),
            ("confirmations_applied", "confirmation_applied_on"),
            ("confirmed", "confirmed_on"),
            ("confirmations_refused", "confirmation_refused_on"),
        )
    }
    return followed | {
        "intake_carried_over": _standing(intake, period.start),
        "intake_pending": _standing(intake, period.end),
        "police_stations_referring": len({m.origin_id for m in police}),
        "centres_receiving_police": len({m.centre_id for m in police}),
        "petition_mediated": sum(m.door == "petition" and m.result not in SENT_BACK for m in ended),
        "persons_concerned": sum(m.persons for m in begun),
        "agreements_written": sum(m.agreement_kind == "written" for m in ended),
        "agreements_oral": sum(m.agreement_kind == "oral" for m in ended),
        "settled": sum(m.result == "settled" for m in ended),
        "agreement_amount": sum((m.amount or Decimal(0) for m in ended), Decimal(0)),
        "enterprise_related_succeeded": sum(
            m.is_enterprise_related and m.result in SUCCESSES for m in ended
        ),
        "crimes_prevented": sum(m.has_prevented_crime for m in ended),
        "collective_actions_prevented": sum(m.has_prevented_collective_action for m in ended),
    }


def _rosters(period: Period) -> dict[str, int]:
    counted: dict[str, int] = {}
    for name, model, began, left in (
        ("organisations", MediationOrganisation, "founded", "dissolved"),
        ("mediators", Mediator, "begun", "left"),
    ):
        rows = [row for row in model._default_manager.all() if row.voided_on is None]
        spans = [(row.since_on, row.until_on) for row in rows]
        counted[name] = _standing(spans, period.end)
        counted[f"{name}_before"] = _standing(spans, period.start)
        counted[f"{name}_{began}"] = len(_during(rows, "since_on", period))
        counted[f"{name}_{left}"] = len(_during(rows, "until_on", period))
        if model is Mediator:
            full = [(r.since_on, r.until_on) for r in rows if r.kind == "full_time"]
            counted["mediators_full_time"] = _standing(full, period.end)
    return counted


def _sessions(period: Period) -> dict[str, int]:
    rows = [s for s in OutreachSession.objects.all() if s.voided_on is None]
    held = _during(rows, "held_on", period)
    return {
        "outreach_sessions": len(held),
        "outreach_requests_heard": sum(s.requests_heard for s in held),
        "outreach_requests_resolved": sum(s.requests_resolved for s in held),
    }
