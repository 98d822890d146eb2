"""The ledgers of litigation response: which columns come in and go out."""

from typing import Any

from cases.litigation.models.dispute import Dispute, LitigationParty
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.registry.dockets import DocketKind
from cases.registry.ledgers.ledger import DocketedLedger, Ledger

BY_DOCKET = {"dispute": ("docket__text",)}
BY_USERNAME = ("username", "full_name")


LEDGERS: list[Ledger[Any]] = [
    DocketedLedger(
        "litigation",
        Dispute,
        DocketKind.LITIGATION,
        (
            "received_on",
            "defence",
            "origin",
            "defendant",
            "organ",
            "reconsideration",
            "field",
            "act_kind",
            "act_name",
            "act_number",
            "act_made_on",
            "act_known_on",
            "concerns_real_property",
            "claim_text",
            "document_reviewed",
            "compensation_claimed",
            "is_enterprise_related",
            "is_disclosure_related",
            "handler",
            "second_handler",
            "concluded_on",
            "result",
            "organ_result",
            "compensation_awarded",
            "performance_due_on",
            "performed_on",
            "note",
            "is_synthetic",
        ),
        refers={
            "reconsideration": ("docket__text",),
            "handler": BY_USERNAME,
            "second_handler": BY_USERNAME,
        },
    ),
    Ledger(
        "litigation_parties",
        LitigationParty,
        ("dispute", "role", "kind", "name", "persons", "identity_number", "telephone", "address"),
        key=("dispute", "role", "name"),
        refers=BY_DOCKET,
    ),
    Ledger(
        "litigation_instances",
        Instance,
        (
            "dispute",
            "level",
            "court",
            "court_number",
            "brought_by",
            "filed_on",
            "received_on",
            "procedure",
            "simplified_ground",
            "answer_filed_on",
            "concluded_on",
            "result",
            "loss_ground",
            "served_on",
            "note",
            "is_synthetic",
        ),
        key=("court_number",),
        refers=BY_DOCKET,
    ),
    Ledger(
        "litigation_hearings",
        Hearing,
        (
            "instance",
            "agency",
            "scheduled_on",
            "notified_on",
            "head_notified_on",
            "head_notice",
            "adjourned_on",
            "held_on",
            "is_discharged",
            "head_rank",
            "head_name",
            "head_post",
            "staff_came",
            "has_spoken",
            "has_spoken_to_substance",
            "absence",
            "absence_proved_on",
            "absence_proof",
            "note",
            "is_synthetic",
        ),
        key=("instance", "scheduled_on"),
        refers={"instance": ("court_number",)},
    ),
    Ledger(
        "litigation_suggestions",
        Suggestion,
        (
            "kind",
            "issued_by",
            "number",
            "addressee",
            "dispute",
            "subject",
            "issued_on",
            "received_on",
            "due_on",
            "replied_on",
            "reply_number",
            "adoption",
            "measures",
            "note",
            "is_synthetic",
        ),
        key=("issued_by", "number"),
        refers=BY_DOCKET,
    ),
]
