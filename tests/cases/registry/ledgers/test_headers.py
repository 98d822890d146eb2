"""What stands in the first line of a ledger, and what the ledger itself is called."""

import pytest
from django.db import models
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from tests.cases.registry.ledgers.conftest import CASE, HEADER, Desk, case

pytestmark = pytest.mark.usefixtures("county")


def labels(language: str) -> list[str]:
    with translation.override(language):
        fields = (Reconsideration._meta.get_field(name) for name in HEADER)
        return [str(field.verbose_name) for field in fields if isinstance(field, models.Field)]


@pytest.mark.parametrize(
    "header",
    [
        [*HEADER],
        [name.upper() for name in HEADER],
        labels("en"),
        [label.title() for label in labels("en")],
        labels("zh-hans"),
        [f" {label[:1]} {label[1:]}\n" for label in labels("zh-hans")],
    ],
    ids=["codes", "CODES", "english", "English Titles", "chinese", "chinese with blanks"],
)
def test_a_header_is_known_in_every_language_and_by_its_code(desk: Desk, header: list[str]) -> None:
    desk.lay_lines("reconsideration", header, list(CASE.values()))

    assert desk.take_in()["reconsideration"].written == 1


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_file_is_known_by_the_name_of_its_ledger_in_every_language(
    desk: Desk, language: str
) -> None:
    with translation.override(language):
        title = str(Reconsideration._meta.verbose_name_plural)
    desk.lay(title, case())

    assert desk.take_in()["reconsideration"].written == 1


def test_columns_may_stand_in_any_order_and_optional_ones_be_missing(desk: Desk) -> None:
    desk.lay_lines("reconsideration", HEADER[::-1], list(CASE.values())[::-1])

    assert desk.take_in()["reconsideration"].written == 1


def test_an_unknown_column_is_named_with_those_not_there_yet(desk: Desk) -> None:
    desk.lay("reconsideration_tags", {"case": "张政复〔2024〕1号", "tag": "redo", "colour": "red"})

    assert desk.faults() == [
        "reconsideration_tags.csv:1:colour – this column is not known; not there yet: –"
    ]


def test_every_mistake_of_a_header_is_listed_and_no_line_is_read(desk: Desk) -> None:
    desk.lay_lines("reconsideration_tags", ["tag", "Tag", "casse"], ["colour", "", ""])

    assert desk.faults() == [
        "reconsideration_tags.csv:1:casse – this column is not known; not there yet: case",
        "reconsideration_tags.csv:1:Tag – this column stands here twice",
        "reconsideration_tags.csv:1:case – this column is missing",
    ]


def test_the_columns_of_the_key_are_needed_even_where_they_may_be_empty(desk: Desk) -> None:
    desk.lay_lines("staff", ["full_name"], ["某甲"])

    assert desk.faults() == ["staff.csv:1:username – this column is missing"]


def test_a_file_that_is_no_ledger_is_named_with_those_that_are(desk: Desk) -> None:
    desk.lay("reconsiderations", case())

    (fault,) = desk.faults()

    assert fault.startswith("reconsiderations.csv “reconsiderations” – no ledger is called that")
    assert "agencies, reconsideration, reconsideration_extensions" in fault


def test_a_folder_without_ledgers_is_named(desk: Desk) -> None:
    desk.lay_text("README.md", "nothing to see here")

    (fault,) = desk.faults()

    assert fault.endswith("– no ledger (CSV or xlsx) is to be found here")


@pytest.mark.parametrize("name", ["figures.csv", "~$reconsideration.xlsx", ".~lock.x.csv", "a.txt"])
def test_what_lies_beside_the_ledgers_is_passed_over(desk: Desk, name: str) -> None:
    desk.lay("reconsideration", case())
    desk.lay_text(name, "not,a\nledger,\n")

    assert set(desk.take_in()) == {"reconsideration"}


def test_a_single_file_may_be_taken_in_by_itself(desk: Desk) -> None:
    path = desk.lay("reconsideration", case())
    desk.lay("nonsense", {"a": 1})

    assert desk.take_in(path)["reconsideration"].written == 1
