"""The ledgers of enforcement supervision: which columns come in and go out."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from cases.registry.ledgers.cells import Cell, text_of
from cases.registry.ledgers.columns import Column
from cases.registry.ledgers.ledger import Ledger
from cases.registry.ledgers.references import ReferenceColumn
from enforcement.models.campaigns import Campaign
from enforcement.models.certificates import Certificate
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.guiding import GuidingCase
from enforcement.models.officers import Exam, Officer, Verification
from enforcement.models.rectifications import Rectification
from enforcement.models.reviews import LegalReview

BY_NUMBER = ("number",)
BY_USERNAME = ("username", "full_name")
OF_AN_OFFICER = {"officer": ("number", "name")}


class FileColumn(ReferenceColumn):
    """A column that names a file by its number.

    Where two agencies use the same, or a voided file bears it too, the agency's code goes before
    it and a blank between them: SX-SC 示市监罚决〔2024〕12号.
    """

    def spellings(self, cell: Cell) -> set[str]:
        return super().spellings(cell) | {_number_in(text_of(cell))}

    def prepare(self, cells: Iterable[Cell]) -> None:
        cells = list(cells)
        super().prepare(cells)
        numbers = {number for cell in cells if (number := _number_in(text_of(cell)))}
        files = CaseFile.objects.recorded().filter(number__in=numbers)
        for code, number, pk in files.values_list("agency__code", "number", "pk"):
            self._found["number", f"{code} {number}"] = pk


def _number_in(text: str) -> str:
    """What follows the code of the agency; nothing where there is none."""
    return text.partition(" ")[2]


class FileLedger(Ledger[Any]):
    """A ledger whose rows belong to files."""

    def _column(self, name: str) -> Column:
        field = self.model._meta.get_field(name)
        if isinstance(field, models.ForeignKey) and field.remote_field.model is CaseFile:
            return FileColumn(field, BY_NUMBER)
        return super()._column(name)


LEDGERS: list[Ledger[Any]] = [
    Ledger(
        "enforcement_officers",
        Officer,
        (
            "number",
            "name",
            "agency",
            "field",
            "post",
            "since_on",
            "until_on",
            "note",
            "is_synthetic",
        ),
        key=("number",),
    ),
    Ledger(
        "enforcement_certificates",
        Certificate,
        (
            "number",
            "officer",
            "region",
            "issued_on",
            "valid_to",
            "suspended_on",
            "restored_on",
            "collected_on",
            "cancelled_on",
            "cancelled_because",
            "note",
            "is_synthetic",
        ),
        key=("number",),
        refers=OF_AN_OFFICER,
    ),
    Ledger(
        "enforcement_verifications",
        Verification,
        ("officer", "verified_on", "fitness"),
        key=("officer", "verified_on"),
        refers=OF_AN_OFFICER,
    ),
    Ledger(
        "enforcement_exams",
        Exam,
        ("officer", "kind", "held_on", "score", "has_passed"),
        key=("officer", "held_on", "kind"),
        refers=OF_AN_OFFICER,
    ),
    Ledger(
        "enforcement_files",
        CaseFile,
        (
            "agency",
            "number",
            "kind",
            "subject",
            "party_name",
            "opened_on",
            "decided_on",
            "penalty_kind",
            "amount",
            "was_heard",
            "closed_on",
            "handler",
            "second_handler",
            "note",
            "is_synthetic",
        ),
        key=("agency", "number"),
        refers={"handler": BY_NUMBER, "second_handler": BY_NUMBER},
    ),
    Ledger(
        "enforcement_campaigns",
        Campaign,
        (
            "name",
            "opened_on",
            "closed_on",
            "files_since_on",
            "files_until_on",
            "excellent_from",
            "good_from",
            "qualified_from",
            "veto_effect",
            "note",
            "is_synthetic",
        ),
        key=("name",),
    ),
    FileLedger(
        "enforcement_examinations",
        Examination,
        (
            "number",
            "campaign",
            "file",
            "self_examined_on",
            "sampled_on",
            "reviewer",
            "second_reviewer",
            "graded_on",
            "score",
            "veto",
            "grade",
            "note",
            "is_synthetic",
        ),
        key=("number",),
        refers={
            "campaign": ("name",),
            "reviewer": BY_USERNAME,
            "second_reviewer": BY_USERNAME,
        },
    ),
    Ledger(
        "enforcement_rectifications",
        Rectification,
        (
            "examination",
            "position",
            "problem",
            "found_on",
            "due_on",
            "rectified_on",
            "evidence",
            "verified_on",
        ),
        key=("examination", "position"),
        refers={"examination": BY_NUMBER},
    ),
    FileLedger(
        "enforcement_legal_reviews",
        LegalReview,
        (
            "agency",
            "number",
            "kind",
            "subject",
            "file",
            "ground",
            "was_heard",
            "submitted_on",
            "reviewer",
            "is_reviewer_qualified",
            "returned_on",
            "opinion",
            "opinion_text",
            "decided_on",
            "adoption",
            "note",
            "is_synthetic",
        ),
        key=("agency", "number"),
    ),
    FileLedger(
        "enforcement_guiding_cases",
        GuidingCase,
        (
            "agency",
            "title",
            "subject",
            "gist",
            "file",
            "edited_on",
            "submitted_on",
            "submitted_to",
            "adopted_on",
            "declined_on",
            "note",
            "is_synthetic",
        ),
        key=("agency", "title"),
    ),
]
