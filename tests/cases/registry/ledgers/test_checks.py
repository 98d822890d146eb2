"""Mistakes in the declaration of a ledger are found when the programme starts."""

from typing import Any

import pytest

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import CaseTag
from cases.registry.agencies import Agency
from cases.registry.codes import ActKind
from cases.registry.dockets import DocketKind
from cases.registry.ledgers.checks import check
from cases.registry.ledgers.ledger import DocketedLedger, Ledger

AGENCIES = Ledger("agencies", Agency, ["code", "name", "kind"], key=["code"])
CASES = DocketedLedger(
    "cases",
    Reconsideration,
    DocketKind.RECONSIDERATION,
    ["received_on", "respondent", "field", "act_kind"],
)
TAGS = Ledger("tags", CaseTag, ["case", "tag"], key=["case"], refers={"case": ("docket__text",)})


def ledger(model: Any = Agency, columns: Any = ("code",), **more: Any) -> Ledger[Any]:
    return Ledger("l", model, columns, **({"key": ("code",)} | more))


def test_ledgers_in_order_have_nothing_to_answer_for() -> None:
    assert check([AGENCIES, CASES, TAGS]) == []


@pytest.mark.parametrize(
    ("mistaken", "number"),
    [
        (ledger(columns=["code", "colour"]), "E101"),
        (ledger(columns=["code", "children"]), "E101"),
        (ledger(columns=["code", "parent"], refers={"parent": ("number",)}), "E101"),
        (ledger(columns=["code", "parent"], refers={"parent": ("since_on",)}), "E101"),
        (ledger(columns=["name"]), "E102"),
        (ledger(CaseTag, ["tag"], key=["tag"]), "E103"),
    ],
)
def test_a_mistake_is_named_by_its_number(mistaken: Ledger[Any], number: str) -> None:
    assert [error.id for error in check([mistaken])] == [f"lawgov.{number}"]


def test_two_columns_must_not_be_called_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Agency._meta.get_field("short_name"), "verbose_name", "Code")

    (error,) = check([ledger(columns=["code", "short_name"])])

    assert error.id == "lawgov.E104"
    assert error.msg == "Ledger l: code and short_name are both called code"


def test_an_empty_cell_must_not_be_read_back_as_a_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Agency._meta.get_field("short_name"), "get_default", lambda: "none")

    assert [error.id for error in check([ledger(columns=["code", "short_name"])])] == [
        "lawgov.E105"
    ]


def test_two_ledgers_must_not_be_called_alike() -> None:
    other = Ledger("agencies", ActKind, ["code", "valid_from"], key=["code"])

    assert [error.id for error in check([AGENCIES, other])] == ["lawgov.E106"]


def test_a_ledger_comes_after_those_it_refers_to() -> None:
    assert [error.id for error in check([TAGS, AGENCIES, CASES])] == ["lawgov.E107"]
