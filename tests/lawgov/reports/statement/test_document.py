"""The statement as a document: complete, editable, in both languages."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from docx import Document

from lawgov.reports.exports.log import ExportLog
from lawgov.reports.statement.composing import Part, Refused, Row, Statement
from lawgov.reports.statement.document import document
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES


def text(paper: Any) -> str:
    return "\n".join(paragraph.text for paragraph in paper.paragraphs)


def test_it_says_the_figures_of_the_year(busy: County, tmp_path: Path) -> None:
    file = tmp_path / "statement.docx"

    call_command("statement", "2024", language="zh-hans", output=file, verbosity=0)

    paper = Document(str(file))
    assert "审结的" in text(paper)
    assert "%(" not in text(paper)
    assert len(paper.tables) == 4


def test_it_is_on_a4(busy: County, supervisor: Client) -> None:
    file: Any = supervisor.get("/reports/statement/?period=2024")

    section: Any = Document(BytesIO(file.content)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_its_tables_say_what_the_page_says(supervisor: Client, busy: County) -> None:
    page = supervisor.get("/reports/", {"period": "2024"}).context
    told = {
        (str(row.label), next(cell.text for cell in row.cells if cell.tone == "whole"))
        for table in page["tables"]
        for row in table.rows
    }
    response = supervisor.get("/reports/statement/", {"period": "2024", "language": "en"})

    tables = Document(BytesIO(response.content)).tables

    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows[1:]]
    assert len(rows) > 30
    assert {(row[0], row[1].rstrip("%")) for row in rows} <= told


def test_what_a_value_contains_stays_text() -> None:
    row = Row("<b>&</b>", "1", "{{ 2 }}", "-", "-")
    refused = Refused("九加九不等于二十一。", ["left over: 3"])

    made = document(Statement("T", "2024", "2023", [Part("P", ["a & b"], [row])], [refused]))

    paper = Document(BytesIO(made))
    assert [cell.text for cell in paper.tables[0].rows[1].cells][:3] == ["<b>&</b>", "1", "{{ 2 }}"]
    assert "a & b" in text(paper)
    assert "left over: 3" in text(paper)


@pytest.mark.parametrize(("language", "word"), [("zh-hans", "行政复议工作"), ("en", "Mediation")])
def test_the_page_hands_it_out(supervisor: Client, busy: County, language: str, word: str) -> None:
    response = supervisor.get("/reports/statement/", {"period": "2024", "language": language})

    assert word in text(Document(BytesIO(response.content)))
    assert ExportLog.objects.get().format == "docx"
