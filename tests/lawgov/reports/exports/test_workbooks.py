"""Workbooks as other programs open them: numbers are numbers, dates are dates, text is text."""

import subprocess
import zipfile
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from cases.registry.rates import Ratio
from lawgov.reports.exports.grids import Grid, Line, Value
from lawgov.reports.exports.workbooks import write_workbook
from lawgov.reports.returns.layouts import FORMS
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES

CELLS: list[Value] = ["=1+1", 3, Decimal("1200.50"), date(2024, 3, 4), Ratio(548, 784), Ratio(0, 0)]


def grid(lines: Iterable[Line], *, is_long: bool = False) -> Grid:
    paths = [["类别"], ["数", "件数"], ["数", "金额"], ["日期"], ["率"], ["空"]]
    flat = [["/".join(path)] for path in paths]
    return Grid(
        "表一",
        "统计表",
        ["2024年"],
        flat if is_long else paths,
        lines,
        [("件数", "按受理之日计")],
        is_long=is_long,
    )


def written(made: Grid) -> bytes:
    file = BytesIO()
    write_workbook(made, file)
    return file.getvalue()


def sheet(content: bytes, place: int = 0) -> list[list[Any]]:
    found: list[list[Any]] = (
        CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(place).to_python()
    )
    return found


def download(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, address
    content: bytes = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    return content


@pytest.mark.parametrize("is_long", [False, True])
def test_a_cell_is_what_it_was(is_long: bool) -> None:
    rows = sheet(written(grid([Line(CELLS)], is_long=is_long)))

    assert rows[-1] == ["=1+1", 3, 1200.5, date(2024, 3, 4), 69.89, "-"]


def test_no_text_becomes_a_formula() -> None:
    content = written(grid([Line(["=HYPERLINK(1)", *CELLS[1:]])]))

    with zipfile.ZipFile(BytesIO(content)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_heads_are_merged_frozen_and_repeated_on_paper() -> None:
    content = written(grid([Line(CELLS)]))

    with zipfile.ZipFile(BytesIO(content)) as book:
        xml = book.read("xl/worksheets/sheet1.xml").decode()
    assert 'ref="B3:C3"' in xml
    assert 'topLeftCell="B5"' in xml


@pytest.mark.parametrize(
    ("columns", "turned", "fitted"), [(3, False, True), (12, True, True), (60, True, False)]
)
def test_a_list_is_printed_so_that_it_can_be_read(columns: int, turned: bool, fitted: bool) -> None:
    heads = [[f"列{place}"] for place in range(columns)]
    long = Grid("a", "a", [], heads, [Line([1] * columns)], paper="A3", is_long=True)

    with zipfile.ZipFile(BytesIO(written(long))) as book:
        xml = book.read("xl/worksheets/sheet1.xml").decode()
    assert ('orientation="landscape"' in xml) is turned
    assert ('fitToPage="1"' in xml) is fitted


def test_the_second_sheet_says_how_each_column_is_counted() -> None:
    assert ["件数", "按受理之日计"] in sheet(written(grid([Line(CELLS)])), 1)


@pytest.mark.parametrize("form", FORMS)
def test_every_table_can_be_taken_away(supervisor: Client, busy: County, form: str) -> None:
    page = supervisor.get(f"/reports/tables/{form}/", {"period": "2024"}).context

    rows = sheet(download(supervisor, f"/reports/export/xlsx/tables/{form}/?period=2024"))

    shown = [cell.text for cell in page["parts"][-1].rows[-1].cells]
    taken = rows[-1][1:]
    assert len(taken) == len(shown)
    pairs = [(a, b) for a, b in zip(shown, taken, strict=True) if a != "-"]
    assert [Decimal(a) for a, _b in pairs] == [Decimal(str(b)) for _a, b in pairs]


def test_the_rollup_can_be_taken_away(supervisor: Client, busy: County) -> None:
    page = supervisor.get("/reports/", {"period": "2024"}).context

    rows = sheet(download(supervisor, "/reports/export/xlsx/?period=2024"))

    told = {row.label: row.cells[12].text for table in page["tables"] for row in table.rows}
    taken = {row[0]: row[13] for row in rows if row[0] in told and row[13] not in {"", "-"}}
    assert len(taken) > 100
    assert {name: Decimal(told[name]) for name in taken} == {
        name: Decimal(str(value)) for name, value in taken.items()
    }


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_list_has_every_record_of_the_number(supervisor: Client, busy: County, form: str) -> None:
    address = f"/reports/export/{form}/rows/reconsideration.concluded/?period=2024"
    page = supervisor.get("/reports/rows/reconsideration.concluded/", {"period": "2024"}).context

    content = download(supervisor, address)

    lines = sheet(content)[1:] if form == "xlsx" else content.decode("utf-8-sig").splitlines()[1:]
    assert str(len(lines)) == page["value"] != "0"


@pytest.mark.office
def test_libreoffice_opens_it_and_reads_the_same_numbers(
    supervisor: Client, busy: County, tmp_path: Path
) -> None:
    ReconsiderationFactory.create(accepted=True, act_name="=1+1")
    book = tmp_path / "table.xlsx"
    address = "/reports/export/xlsx/tables/reconsideration/?period=2024"
    book.write_bytes(download(supervisor, address))

    home = f"-env:UserInstallation=file://{tmp_path}/office"
    convert = ["soffice", home, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(book)], check=True, capture_output=True, timeout=120)

    opened = (tmp_path / "table.csv").read_text(encoding="utf-8").splitlines()[-1].split(",")
    assert opened[1:] == [
        str(int(value)) if value == int(value) else f"{value:.2f}"
        for value in sheet(book.read_bytes())[-1][1:]
    ]
