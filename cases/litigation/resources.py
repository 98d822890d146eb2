"""The ledgers of litigation response: which columns come in and go out."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.litigation.court_numbers import CourtNumber
from cases.litigation.models.dispute import Dispute, LitigationParty
from cases.litigation.models.fields import CourtNumberField
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.registry.dockets import DocketKind
from cases.registry.ledgers.cells import Read, text_of
from cases.registry.ledgers.columns import Column, ReferenceColumn
from cases.registry.ledgers.faults import Unreadable
from cases.registry.ledgers.ledger import DocketedLedger, Ledger

BY_DOCKET = {"dispute": ("docket__text",)}
BY_USERNAME = ("username", "full_name")


def read_court_number(cell: Any) -> str:
    """A court's docket number in the one spelling, however its brackets were typed."""
    if not (text := text_of(cell)):
        return ""
    try:
        return str(CourtNumber.parse(text))
    except ValueError:
        expected = _("expected a court's docket number such as （2024）甘0503行初12号")
        raise Unreadable(expected) from None


class CourtNumberColumn(Column):
    """The docket number of an instance."""

    def _reader(self, field: "models.Field[Any, Any]") -> Read:  # noqa: ARG002
        return read_court_number


class InstanceColumn(ReferenceColumn):
    """A column that names an instance by its court's docket number."""

    def prepare(self, cells: Iterable[Any]) -> None:
        super().prepare(map(_spelled_alike, cells))

    def _refer(self, cell: Any) -> Any:
        return super()._refer(_spelled_alike(cell))


def _spelled_alike(cell: Any) -> Any:
    try:
        return read_court_number(cell)
    except Unreadable:
        return cell  # then no instance bears it, which is the fault to report


class CourtLedger(Ledger[Any]):
    """A ledger that knows courts' docket numbers in every spelling."""

    def _column(self, name: str) -> Column:
        field = self.model._meta.get_field(name)
        if isinstance(field, CourtNumberField):
            return CourtNumberColumn(field)
        if isinstance(field, models.ForeignKey) and field.remote_field.model is Instance:
            return InstanceColumn(field, ("court_number",))
        return super()._column(name)


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
    CourtLedger(
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
    CourtLedger(
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
