"""The ledgers of mediation: which columns come in and go out."""

from typing import Any

from cases.registry.dockets import DocketKind
from cases.registry.ledgers.ledger import DocketedLedger, Ledger
from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession
from mediation.models.parties import MediationParty

BY_REGISTER_NUMBER = ("code", "name")

LEDGERS: list[Ledger[Any]] = [
    Ledger(
        "mediation_organisations",
        MediationOrganisation,
        ("code", "name", "kind", "agency", "since_on", "until_on", "note", "is_synthetic"),
        key=("code",),
    ),
    Ledger(
        "mediators",
        Mediator,
        (
            "code",
            "name",
            "kind",
            "organisation",
            "telephone",
            "since_on",
            "until_on",
            "note",
            "is_synthetic",
        ),
        key=("code",),
        refers={"organisation": BY_REGISTER_NUMBER},
    ),
    DocketedLedger(
        "mediations",
        Mediation,
        DocketKind.MEDIATION,
        (
            "door",
            "origin",
            "origin_number",
            "commission",
            "received_on",
            "kind",
            "summary",
            "persons",
            "is_enterprise_related",
            "referred_on",
            "centre",
            "turned_away_on",
            "turned_away",
            "accepted_on",
            "mediator",
            "extended_until",
            "concluded_on",
            "result",
            "agreement_on",
            "agreement_kind",
            "agreement_number",
            "amount",
            "has_prevented_crime",
            "has_prevented_collective_action",
            "performed_on",
            "confirmation_applied_on",
            "confirmed_on",
            "confirmation_refused_on",
            "confirmation_number",
            "returned_to_court_on",
            "note",
            "is_synthetic",
        ),
        refers={"mediator": BY_REGISTER_NUMBER},
    ),
    Ledger(
        "mediation_parties",
        MediationParty,
        ("case", "role", "kind", "name", "persons", "identity_number", "telephone", "address"),
        key=("case", "role", "name"),
        refers={"case": ("docket__text",)},
    ),
    Ledger(
        "outreach_sessions",
        OutreachSession,
        (
            "number",
            "held_on",
            "agency",
            "place",
            "cadres",
            "residents",
            "requests_heard",
            "requests_resolved",
            "note",
            "is_synthetic",
        ),
        key=("number",),
    ),
]
