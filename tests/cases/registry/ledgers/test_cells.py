"""What a cell may look like, by the kind of its column."""

from datetime import date, datetime
from typing import Any

import pytest
from django.db import models

from cases.reconsideration.models.case import Reconsideration
from cases.registry.ledgers.cells import (
    read_boolean,
    read_date,
    read_decimal,
    read_integer,
    reader,
    text_of,
)
from cases.registry.ledgers.columns import Column
from cases.registry.ledgers.faults import Unreadable


def column(name: str) -> Column:
    field = Reconsideration._meta.get_field(name)
    assert isinstance(field, models.Field)
    return Column(field)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-08-01",
        "2024-8-1",
        "2024/8/1",
        "2024.08.01",
        "2024年8月1日",
        "2024年08月01",
        "20240801",
        "２０２４-０８-０１",
        "  2024-08-01 ",
        "2024-08-01 00:00:00",
        "2024-08-01T13:30",
        date(2024, 8, 1),
        datetime(2024, 8, 1, 13, 30),  # noqa: DTZ001  # a spreadsheet knows no time zone
    ],
)
def test_a_date_is_understood_however_it_was_typed(cell: Any) -> None:
    assert read_date(cell) == date(2024, 8, 1)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-02-30",
        "2024-13-01",
        "0000-01-01",
        "0024-08-01",
        "9999-12-31",
        "1899-12-31",
        date(2101, 1, 1),
        "24-8-1",
        "8/1/2024",
        "2024-08/01",
        "2024-08",
        "45505",
        "八月一日",
        "2024-08-01 approximately",
    ],
)
def test_a_date_that_may_mean_something_else_is_refused(cell: Any) -> None:
    with pytest.raises(Unreadable, match="date"):
        read_date(cell)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("是", True),
        ("有", True),
        ("√", True),
        ("1", True),
        ("１", True),
        ("TRUE", True),
        ("Yes", True),
        ("否", False),
        ("无", False),
        ("0", False),
        ("FALSE", False),
        ("no", False),
        ("", None),
    ],
)
def test_yes_and_no_are_understood_in_both_languages(cell: str, value: bool | None) -> None:
    assert read_boolean(cell) is value


def test_perhaps_is_neither_yes_nor_no() -> None:
    with pytest.raises(Unreadable, match="yes or no"):
        read_boolean("也许")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1234.5", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1，234，567", "1234567.00"),
        ("￥3200", "3200.00"),
        ("¥3,200.00元", "3200.00"),
        ("３２００", "3200.00"),
        ("0.1000", "0.10"),
        ("-5", "-5.00"),
    ],
)
def test_a_sum_of_money_is_understood_however_it_was_typed(cell: str, value: str) -> None:
    read = read_decimal(cell, digits=14, places=2)

    assert str(read) == value


@pytest.mark.parametrize(
    "cell", ["12,34", "1.234,50", "3万", "约3000", "1e5", "NaN", "Infinity", "1_000", "--1", "."]
)
def test_a_number_that_may_mean_something_else_is_refused(cell: str) -> None:
    with pytest.raises(Unreadable, match="a number"):
        read_decimal(cell, digits=14, places=2)


@pytest.mark.parametrize(("cell", "expected"), [("0.505", "2 decimals"), ("1" * 13, "too large")])
def test_a_sum_that_does_not_fit_its_column_is_refused(cell: str, expected: str) -> None:
    with pytest.raises(Unreadable, match=expected):
        read_decimal(cell, digits=14, places=2)


@pytest.mark.parametrize(("cell", "value"), [("3", 3), ("3.0", 3), ("1,200", 1200), ("", None)])
def test_a_whole_number_may_have_been_kept_with_a_point(cell: str, value: int | None) -> None:
    assert read_integer(cell, 0, 32767) == value


@pytest.mark.parametrize("cell", ["3.5", "-1", "40000"])
def test_a_whole_number_stays_within_what_every_database_keeps(cell: str) -> None:
    with pytest.raises(Unreadable, match="from 0 to 32767"):
        read_integer(cell, 0, 32767)


def test_text_loses_the_apostrophe_that_kept_it_from_being_a_formula() -> None:
    assert [text_of("'=1+1"), text_of("''-1"), text_of("'quoted'")] == ["=1+1", "'-1", "'quoted'"]


def test_text_longer_than_its_column_is_refused() -> None:
    (value,) = column("act_number").values(["字" * 61])

    assert isinstance(value, Unreadable)
    assert "60" in str(value.expected)


def test_text_of_any_length_goes_where_there_is_no_limit() -> None:
    (value,) = column("claim_text").values(["字" * 100_000])

    assert value == "字" * 100_000


@pytest.mark.parametrize("name", ["act_number", "received_on", "compensation_claimed", "claim"])
def test_the_character_nul_is_refused_in_every_column(name: str) -> None:
    (value,) = column(name).values(["2024\x00"])

    assert isinstance(value, Unreadable)
    assert "NUL" in str(value.expected)


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#DIV/0!", "#CALC!"])
def test_a_formula_that_failed_is_no_text(cell: str) -> None:
    (value,) = column("act_number").values([cell])

    assert isinstance(value, Unreadable)
    assert "formula" in str(value.expected)


def test_a_number_whose_digits_the_spreadsheet_lost_is_refused() -> None:
    (value,) = column("act_number").values([6.20525199001011234e17])

    assert isinstance(value, Unreadable)
    assert "fifteen digits" in str(value.expected)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accepted_on", None),
        ("act_number", ""),
        ("compensation_claimed", None),
        ("claim", "revoke"),
        ("is_mandatory_first", False),
    ],
)
def test_an_empty_cell_has_the_default_of_its_field(name: str, value: Any) -> None:
    assert column(name).values(["", "  "]) == [value, value]


def test_a_required_cell_must_not_be_empty() -> None:
    (value,) = column("received_on").values([""])

    assert isinstance(value, Unreadable)
    assert "must not be empty" in str(value.expected)


@pytest.mark.parametrize("kind", [models.DateTimeField, models.JSONField, models.FileField])
def test_a_kind_of_field_that_no_ledger_has_is_a_mistake_of_ours(kind: Any) -> None:
    with pytest.raises(TypeError, match=kind.__name__):
        reader(kind())
