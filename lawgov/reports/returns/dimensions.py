"""What the rows of a form stand for, and how each kind of record is told which row it is in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Choices, Model, Q

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter, ReconsiderationParty
from cases.registry.agencies import Agency
from cases.registry.codes import Field
from cases.registry.periods import Period
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from lawgov.reports.returns.columns import in_chinese
from mediation.models.matter import Mediation
from mediation.terms import DisputeKind, Door

Names = Callable[[Period], Sequence[tuple[str, str]]]
Paths = Mapping[type[Model], str]

NOT_FILLED_IN = "-"


@dataclass(frozen=True)
class Dimension:
    """The path from each kind of record to the value its row is named by.

    A value that is missing falls into the row `rest`. With `is_sparse` only rows with a number
    are shown; without, every row of the form is printed, empty or not.
    """

    paths: Paths
    names: Names
    rest: str = NOT_FILLED_IN
    is_sparse: bool = False

    def key(self, value: Any) -> str:
        return self.rest if value is None or value == "" else str(value)

    def condition(self, model: type[Model], key: str) -> Q:
        """The records of one row; the same that `key` puts there."""
        path = self.paths[model]
        if key != self.rest:
            return Q(**{path: key})
        return Q(**{path: key}) | Q(**{f"{path}__isnull": True}) | Q(**{path: ""})


@dataclass(frozen=True)
class Months:
    """Rows that are the months of the period; their records are told apart by their dates."""

    paths: Paths = field(default_factory=dict)


def _fields(period: Period) -> list[tuple[str, str]]:
    """The rows of the fields of administration in force in the period, in the form's order."""
    codes = Field.objects.valid(period.last).order_by("position", "code")
    rows: dict[str, str] = {}
    for row, name in codes.values_list("row", "name_en"):
        rows.setdefault(row, row if in_chinese() else name)
    return list(rows.items())


def _agencies(_period: Period) -> list[tuple[str, str]]:
    return list(Agency.objects.order_by("code").values_list("code", "name"))


def _words(words: type[Choices]) -> Names:
    return lambda _period: [(str(value), str(label)) for value, label in words.choices]


FIELD_OF_DISPUTE = "dispute__field__row"

DIMENSIONS: Mapping[str, Dimension | Months] = {
    "field": Dimension(
        {
            Reconsideration: "field__row",
            ReconsiderationParty: "case__field__row",
            OpinionLetter: "case__field__row",
            Dispute: "field__row",
            Instance: FIELD_OF_DISPUTE,
            Hearing: f"instance__{FIELD_OF_DISPUTE}",
            Suggestion: FIELD_OF_DISPUTE,
        },
        _fields,
        rest="其他",
    ),
    "agency": Dimension(
        {
            Reconsideration: "respondent__code",
            Dispute: "defendant__code",
            Hearing: "agency__code",
            CaseFile: "agency__code",
            Examination: "file__agency__code",
        },
        _agencies,
        is_sparse=True,
    ),
    "dispute_kind": Dimension({Mediation: "kind"}, _words(DisputeKind)),
    "door": Dimension({Mediation: "door"}, _words(Door)),
    "centre": Dimension({Mediation: "centre__code"}, _agencies, is_sparse=True),
    "month": Months(),
}
