"""Workbooks: numbers, dates and formulas as the cells mean them, and sheets by their names."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import CaseTag
from cases.registry.ledgers.formulas import failures
from tests.cases.registry.ledgers.conftest import CASE, HEADER, Desk

pytestmark = pytest.mark.usefixtures("county")

Lines = Sequence[Sequence[Any]]
CELLS = list(CASE.values())


def save(path: Path, sheets: Mapping[str, Lines]) -> None:
    """A workbook of sheets by name; a callable is given its cell to draw there what it likes."""
    options = {"default_date_format": "yyyy-mm-dd", "strings_to_formulas": False}
    with xlsxwriter.Workbook(path, options) as book:
        for name, lines in sheets.items():
            sheet = book.add_worksheet(name)
            for row, line in enumerate(lines):
                for column, cell in enumerate(line):
                    if callable(cell):
                        cell(sheet, row, column)
                    else:
                        sheet.write(row, column, cell)


def lay(desk: Desk, *lines: Sequence[Any]) -> Path:
    """The ledger of reconsideration as the one sheet of a workbook."""
    path = desk.folder / "reconsideration.xlsx"
    save(path, {"Sheet1": lines})
    return path


def formula(text: str, value: Any) -> Callable[..., None]:
    return lambda sheet, row, column: sheet.write_formula(row, column, text, None, value)


def test_cells_are_taken_as_the_spreadsheet_means_them(desk: Desk) -> None:
    header = [*HEADER, "accepted_on", "act_made_on", "compensation_claimed"]
    lay(desk, header, [*CELLS, date(2024, 3, 8), 20240101, 1234.5])

    desk.take_in()

    case = Reconsideration.objects.get()
    assert (case.accepted_on, case.act_made_on) == (date(2024, 3, 8), date(2024, 1, 1))
    assert case.compensation_claimed == Decimal("1234.50")


def test_yes_and_no_are_taken_as_the_spreadsheet_means_them(desk: Desk) -> None:
    lay(desk, [*HEADER, "is_mandatory_first", "is_disclosure_related"], [*CELLS, True, False])

    desk.take_in()

    case = Reconsideration.objects.get()
    assert (case.is_mandatory_first, case.is_disclosure_related) == (True, False)


def test_a_number_in_a_text_column_is_what_it_shows(desk: Desk) -> None:
    lay(desk, [*HEADER, "act_number", "act_name"], [*CELLS, 23.0, 0.1 + 0.2])

    desk.take_in()

    case = Reconsideration.objects.get()
    assert (case.act_number, case.act_name) == ("23", "0.3")


def test_a_moment_is_taken_for_its_day(desk: Desk) -> None:
    moment = datetime(2024, 3, 8, 9, 30)  # noqa: DTZ001  # a spreadsheet knows no time zone
    lay(desk, [*HEADER, "accepted_on"], [*CELLS, moment])

    desk.take_in()

    assert Reconsideration.objects.get().accepted_on == date(2024, 3, 8)


def test_a_formula_counts_as_its_value(desk: Desk) -> None:
    lay(desk, [*HEADER, "act_name"], [*CELLS, formula('="处罚"&"决定"', "处罚决定")])

    desk.take_in()

    assert Reconsideration.objects.get().act_name == "处罚决定"


def test_text_that_looks_like_a_formula_stays_text(desk: Desk) -> None:
    lay(desk, [*HEADER, "act_name"], [*CELLS, "=1+1"])

    desk.take_in()

    assert Reconsideration.objects.get().act_name == "=1+1"


def test_a_formula_that_failed_is_not_taken_for_an_empty_cell(desk: Desk) -> None:
    lay(desk, [*HEADER, "act_name"], [*CELLS, formula("=VLOOKUP(1,B:C,2)", "#N/A")])

    assert desk.faults() == [
        "reconsideration.xlsx:2:act_name “#N/A” – the formula in this cell gave no value"
    ]


def test_a_formula_that_was_never_calculated_is_not_taken_for_an_empty_cell(desk: Desk) -> None:
    path = lay(desk, [*HEADER, "act_name"], [*CELLS, formula("=A1", 7)])
    rewrite(path, lambda xml: xml.replace(b"<f>A1</f><v>7</v>", b"<f>A1</f>"))

    assert desk.faults() == [
        "reconsideration.xlsx:2:act_name “#CALC!” – the formula in this cell gave no value"
    ]


def test_a_formula_whose_value_is_empty_is_an_empty_cell(desk: Desk) -> None:
    path = lay(desk, [*HEADER, "act_name"], [*CELLS, formula('=IF(1,"","x")', "")])

    assert failures(path, "Sheet1") == {}
    assert desk.take_in()["reconsideration"].written == 1


def test_a_long_number_that_lost_its_last_digits_is_refused(desk: Desk) -> None:
    lay(desk, [*HEADER, "act_number"], [*CELLS, 620525199001011234])

    (fault,) = desk.faults()

    assert fault.startswith("reconsideration.xlsx:2:act_number")
    assert "fifteen digits" in fault


def test_a_sheet_may_begin_further_down_and_to_the_right(desk: Desk) -> None:
    left = ["", ""]
    lay(desk, [], [], [*left, *HEADER], [*left, *CELLS], [*left, "2", *CELLS[1:]])

    (fault,) = desk.faults()

    assert fault.startswith("reconsideration.xlsx:5:docket “2”")


def test_a_failed_formula_is_found_in_a_sheet_that_begins_further_to_the_right(desk: Desk) -> None:
    left = ["", ""]
    failed = formula("=1/0", "#DIV/0!")
    lay(desk, [], [], [*left, *HEADER, "act_name"], [*left, *CELLS, failed])

    assert desk.faults() == [
        "reconsideration.xlsx:4:act_name “#DIV/0!” – the formula in this cell gave no value"
    ]


def test_several_sheets_of_a_workbook_are_known_by_their_names(desk: Desk) -> None:
    with translation.override("zh-hans"):
        title = str(Reconsideration._meta.verbose_name_plural)
    sheets: dict[str, Lines] = {
        title: [HEADER, CELLS],
        "reconsideration_tags": [["case", "tag"]],
    }
    save(desk.folder / "2024.xlsx", sheets)

    assert set(desk.take_in()) == {"reconsideration", "reconsideration_tags"}


def test_the_sheets_of_a_workbook_may_stand_in_any_order(desk: Desk) -> None:
    tags = [["case", "tag"], [CASE["docket"], "redo"]]
    save(
        desk.folder / "2024.xlsx",
        {"reconsideration_tags": tags, "reconsideration": [HEADER, CELLS]},
    )

    desk.take_in()

    assert CaseTag.objects.get().case == Reconsideration.objects.get()


def test_a_fault_in_a_workbook_of_several_sheets_names_the_sheet(desk: Desk) -> None:
    tags = [["case", "tag"], [CASE["docket"], "colour"]]
    save(
        desk.folder / "2024.xlsx",
        {"reconsideration": [HEADER, CELLS], "reconsideration_tags": tags},
    )

    (fault,) = desk.faults()

    assert fault.startswith("2024.xlsx[reconsideration_tags]:2:tag “colour”")


def test_the_one_sheet_that_holds_anything_may_go_by_the_name_of_the_file(desk: Desk) -> None:
    sheets: dict[str, Lines] = {"Sheet1": [HEADER, CELLS], "Sheet2": [], "Sheet3": []}
    save(desk.folder / "reconsideration.xlsx", sheets)

    assert desk.take_in()["reconsideration"].written == 1


def test_the_one_sheet_may_also_go_by_a_name_of_its_own(desk: Desk) -> None:
    save(desk.folder / "2024.xlsx", {"reconsideration": [HEADER, CELLS]})

    assert desk.take_in()["reconsideration"].written == 1


def test_a_sheet_that_is_no_ledger_is_named(desk: Desk) -> None:
    notes = [["for the auditors"]]
    save(desk.folder / "2024.xlsx", {"notes": notes, "reconsideration": [HEADER, CELLS]})

    (fault,) = desk.faults()

    assert fault.startswith("2024.xlsx[notes] “notes” – no ledger is called that; expected one of")


@pytest.mark.parametrize("kept", [0, 5, 3000])
def test_a_broken_workbook_is_named(desk: Desk, kept: int) -> None:
    path = lay(desk, HEADER, CELLS)
    path.write_bytes(path.read_bytes()[:kept])

    (fault,) = desk.faults()

    assert fault.startswith("reconsideration.xlsx – cannot be read: expected a workbook")


def test_a_workbook_whose_sheet_is_torn_is_named(desk: Desk) -> None:
    rewrite(lay(desk, HEADER, CELLS), lambda xml: xml[:400])

    (fault,) = desk.faults()

    assert fault.startswith("reconsideration.xlsx – cannot be read: expected a workbook")


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change the first sheet of a workbook as no program would."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, change(content) if name.endswith("sheet1.xml") else content)
