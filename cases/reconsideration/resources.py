"""The ledgers of reconsideration: which columns come in and go out."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import (
    CaseTag,
    Extension,
    OpinionLetter,
    ReconsiderationParty,
    Suspension,
)
from cases.reconsideration.steps import WITHDRAWN_TOO_LATE
from cases.registry.dockets import DocketKind
from cases.registry.ledgers.ledger import DocketedLedger, Ledger

BY_DOCKET = {"case": ("docket__text",)}

# What the database's guards of the clock say to whoever brings a ledger.
REFUSALS = {
    "suspension_of_a_trial": _(
        "A trial is suspended after acceptance and before its conclusion (article 39)."
    ),
    "suspension_over_before_the_decision": _(
        "No decision is made while the trial is suspended (article 39)."
    ),
    "extension_of_an_ordinary_trial": _(
        "Only a trial in the ordinary procedure that is not concluded is extended (article 62(1))."
    ),
}

REFUSALS_OF_A_CASE = {
    "decision_while_suspended": REFUSALS["suspension_over_before_the_decision"],
    "trial_holds_its_suspensions": REFUSALS["suspension_of_a_trial"],
    "trial_holds_its_extension": REFUSALS["extension_of_an_ordinary_trial"],
    "withdrawal_before_the_decision": WITHDRAWN_TOO_LATE,
}

LEDGERS: list[Ledger[Any]] = [
    DocketedLedger(
        "reconsideration",
        Reconsideration,
        DocketKind.RECONSIDERATION,
        (
            "received_on",
            "received_by",
            "respondent",
            "field",
            "act_kind",
            "act_name",
            "act_number",
            "act_made_on",
            "act_known_on",
            "rights_known_on",
            "concerns_real_property",
            "claim",
            "claim_text",
            "document_reviewed",
            "compensation_claimed",
            "is_mandatory_first",
            "is_enterprise_related",
            "is_disclosure_related",
            "correction_requested_on",
            "correction_served_on",
            "correction_received_on",
            "accepted_on",
            "is_deemed_accepted",
            "turned_away_on",
            "turned_away",
            "not_accepted_ground",
            "transferred_to",
            "procedure",
            "simplified_ground",
            "converted_on",
            "copy_served_on",
            "replied_on",
            "hearing_notified_on",
            "hearing_on",
            "committee_on",
            "handler",
            "second_handler",
            "concluded_on",
            "outcome",
            "decision_number",
            "decision_served_on",
            "compensation_awarded",
            "resolved_by",
            "performance_due_on",
            "performance_ordered_on",
            "performed_on",
            "note",
            "is_synthetic",
        ),
        refers={
            "handler": ("username", "full_name"),
            "second_handler": ("username", "full_name"),
        },
        refusals=REFUSALS_OF_A_CASE,
    ),
    Ledger(
        "reconsideration_parties",
        ReconsiderationParty,
        ("case", "role", "kind", "name", "persons", "identity_number", "telephone", "address"),
        key=("case", "role", "name"),
        refers=BY_DOCKET,
    ),
    Ledger(
        "reconsideration_suspensions",
        Suspension,
        ("case", "ground", "suspended_on", "resumed_on", "notice_number", "resumption_number"),
        key=("case", "suspended_on"),
        refers=BY_DOCKET,
        refusals=REFUSALS,
    ),
    Ledger(
        "reconsideration_extensions",
        Extension,
        ("case", "days", "approved_on", "approved_by", "notice_number", "reason"),
        key=("case",),
        refers=BY_DOCKET,
        refusals=REFUSALS,
    ),
    Ledger(
        "reconsideration_tags",
        CaseTag,
        ("case", "tag"),
        key=("case", "tag"),
        refers=BY_DOCKET,
    ),
    Ledger(
        "reconsideration_opinion_letters",
        OpinionLetter,
        ("case", "number", "problem", "issued_on", "served_on", "answered_on", "answer"),
        key=("number",),
        refers=BY_DOCKET,
    ),
]
