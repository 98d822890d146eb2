"""One walk over every figure: page, rows, command line, machine, files and document agree."""

import csv
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from django.core.management import call_command
from django.test import Client
from django.utils.translation import override
from docx import Document
from python_calamine import load_workbook

from cases.registry.figures import Figure
from cases.registry.sheets import Chapter
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.statement.sentences import passages
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES, Tables

pytestmark = PAGES

FIGURES = {code: figure for chapter in CHAPTERS for code, figure in chapter.figures.items()}
RATES = {code: rate for chapter in CHAPTERS for code, rate in chapter.rates.items()}


def printed(form: str) -> str:
    out = StringIO()
    call_command("report", "2024", format=form, language="en", stdout=out)
    return out.getvalue()


def totals(client: Client) -> dict[str, tuple[str, str]]:
    """Under each code the number in the column of the whole year, and where it leads."""
    page = client.get("/reports/", {"period": "2024"})
    rows = [row for table in page.context["tables"] for row in table.rows]
    cells = {row.code: next(c for c in row.cells if c.tone == "whole") for row in rows}
    return {code: (cell.text, cell.address) for code, cell in cells.items()}


def opened(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.context


def counted_from(figure: Any, page: Any) -> str:
    """The number, counted once more from the rows that were listed."""
    rows = page["page"].paginator.object_list
    if isinstance(figure, Figure) and figure.total:
        values = [getattr(row, figure.total) or 0 for row in rows]
        return str(sum(values)) if any(values) else page["value"]
    if isinstance(figure, Figure) and figure.distinct:
        return str(len({getattr(row, f"{figure.distinct}_id") for row in rows}))
    return str(len(rows))


def test_every_figure_and_every_rate_stands_on_the_page(supervisor: Client, busy: County) -> None:
    assert set(totals(supervisor)) == {*FIGURES, *RATES}


def test_every_figure_opens_as_many_rows_as_it_says(supervisor: Client, busy: County) -> None:
    shown = totals(supervisor)

    pages = {code: opened(supervisor, shown[code][1]) for code in FIGURES}

    assert {code: page["value"] for code, page in pages.items()} == {
        code: shown[code][0] for code in FIGURES
    }
    assert {code: counted_from(FIGURES[code], page) for code, page in pages.items()} == {
        code: shown[code][0] for code in FIGURES
    }
    first = [(page, entry) for page in pages.values() for entry in page["entries"][:1]]
    assert len(first) > len(FIGURES) / 2  # an empty county would prove nothing
    assert all(entry.address and len(entry.cells) == len(p["heads"]) for p, entry in first)


def test_every_rate_opens_the_numbers_it_is_divided_from(supervisor: Client, busy: County) -> None:
    shown = totals(supervisor)

    for code, rate in RATES.items():
        page = opened(supervisor, shown[code][1])

        assert page["value"] == shown[code][0]
        sides = [[term.cell.text for term in side] for side in page["sides"]]
        assert sides == [[shown[c][0] for c in side] for side in (rate.numerator, rate.denominator)]
        assert {t.cell.address for side in page["sides"] for t in side} <= {
            shown[c][1] for c in FIGURES
        }


def test_the_command_line_and_the_machine_say_what_the_page_says(
    supervisor: Client, busy: County
) -> None:
    shown = {code: text for code, (text, _address) in totals(supervisor).items()}

    machine = json.loads(printed("json"))["figures"]
    sheet = [line.split(",") for line in printed("csv").splitlines()[1:]]
    terminal = dict(line.split()[-2:] for line in printed("table").splitlines() if "." in line)

    assert {
        code: "-" if found["value"] is None else str(found["value"])
        for code, found in machine.items()
    } == shown
    assert {line[1]: line[-1] for line in sheet} == shown
    assert {code: terminal[code] for code in shown} == shown


def test_every_number_in_every_table_leads_somewhere(supervisor: Client, busy: County) -> None:
    page = supervisor.get("/reports/", {"period": "2024"})

    cells = [cell for cell in Tables(page.content.decode()).cells() if cell.classes != "moved"]

    assert len(cells) == 14 * (len(FIGURES) + len(RATES))
    assert [cell for cell in cells if not cell.address.startswith("/reports/rows/")] == []


def test_the_columns_of_a_year_add_up_to_it(supervisor: Client, busy: County) -> None:
    page = supervisor.get("/reports/", {"period": "2024"})
    rows = {row.code: row for table in page.context["tables"] for row in table.rows}

    for code, figure in FIGURES.items():
        if isinstance(figure, Figure) and figure.is_additive:
            *months, year = (Decimal(cell.text) for cell in rows[code].cells[:13])
            assert sum(months) == year, code


def exported(client: Client, form: str) -> bytes:
    response: Any = client.get(f"/reports/export/{form}/?period=2024")
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def labels(chapter: Chapter) -> dict[str, str]:
    """What figures and rates are called on an English page, in its order."""
    with override("en"):
        return {c: str(each.label) for c, each in {**chapter.figures, **chapter.rates}.items()}


def coded(lines: Sequence[Sequence[Any]], column: int) -> dict[str, str]:
    """The year's number under each code, from lines that bear labels in the order of the page."""
    remaining = iter(lines)
    found = {}
    for chapter in CHAPTERS:
        for code, label in labels(chapter).items():
            line = next(line for line in remaining if line[0] == label)
            found[code] = str(line[column])
    return found


def number(text: str) -> Decimal | str:
    """A number whichever way it is written; a dash stays one."""
    return text if text == "-" else Decimal(text)


def numbers(found: dict[str, str]) -> dict[str, Decimal | str]:
    return {code: number(text) for code, text in found.items()}


def test_the_spreadsheet_and_the_comma_file_say_what_the_page_says(
    supervisor: Client, busy: County
) -> None:
    shown = numbers({code: text for code, (text, _address) in totals(supervisor).items()})

    sheet = load_workbook(BytesIO(exported(supervisor, "xlsx"))).get_sheet_by_index(0).to_python()
    commas = list(csv.reader(StringIO(exported(supervisor, "csv").decode("utf-8-sig"))))

    head = next(line for line in sheet if "2024" in line)
    assert numbers(coded(sheet, head.index("2024"))) == shown
    assert numbers(coded(commas, commas[0].index("2024"))) == shown


def stated(document: Any) -> Iterator[tuple[Chapter, str, str]]:
    """Every line of the tables of a statement: its chapter, its label and its number."""
    chapters = {chapter.code: chapter for chapter in CHAPTERS}
    for passage, table in zip(passages(), document.tables, strict=True):
        for row in table.rows[1:]:
            yield chapters[passage.code], row.cells[0].text, row.cells[1].text.rstrip("%")


def test_the_document_says_what_the_page_says(supervisor: Client, busy: County) -> None:
    shown = {code: text for code, (text, _address) in totals(supervisor).items()}

    file: Any = supervisor.get("/reports/statement/?period=2024&language=en")
    lines = list(stated(Document(BytesIO(file.content))))

    assert len(lines) > len(CHAPTERS)
    for chapter, label, text in lines:
        [code] = [code for code, name in labels(chapter).items() if name == label]
        assert text == shown[code], code
