"""The statement as a Word document that the office can edit; the template is made here as well."""

from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docxtpl import DocxTemplate

from lawgov.reports.statement.composing import Statement

# The hands of official documents: 小标宋 above, 黑体 for headings, 仿宋 for the text (GB/T 9704).
TITLE, HEADING, TEXT, LATIN = "方正小标宋简体", "黑体", "仿宋_GB2312", "Times New Roman"
TITLE_SIZE, TEXT_SIZE, TABLE_SIZE = Pt(22), Pt(16), Pt(10.5)
LINE, BLACK = Pt(28), RGBColor(0, 0, 0)
INDENT = Pt(32)  # two characters of the text
WIDTHS = (Cm(5.9), Cm(2.3), Cm(2.3), Cm(2.6), Cm(2.5))
# A4, with the margins of an official document.
PAGE = {
    "page_width": Cm(21),
    "page_height": Cm(29.7),
    "top_margin": Cm(3.7),
    "bottom_margin": Cm(3.5),
    "left_margin": Cm(2.8),
    "right_margin": Cm(2.6),
}


def document(statement: Statement) -> bytes:
    """The file; whatever the values contain, they stay text."""
    template = DocxTemplate(BytesIO(_template()))
    context = {
        "statement": statement,
        "heads": [
            _("Figure"),
            statement.period,
            statement.before,
            _("Difference"),
            pgettext("since an earlier period", "Change"),
        ],
        "left_out": _("Sentences that were left out, and why (delete before handing in)"),
    }
    template.render(context, autoescape=True)
    file = BytesIO()
    template.save(file)
    return file.getvalue()


def _template() -> bytes:
    """A document whose paragraphs are repeated for each chapter, sentence and row."""
    paper = Document()
    for name, length in PAGE.items():
        setattr(paper.sections[0], name, length)
    _write(paper, "{{ statement.title }}", TITLE, TITLE_SIZE, centred=True)
    _write(paper, "{{ statement.period }}", TEXT, TEXT_SIZE, centred=True)
    _write(paper, "{%p for part in statement.parts %}", TEXT, TEXT_SIZE)
    _write(paper, "{{ part.title }}", HEADING, TEXT_SIZE, heading=True)
    _write(paper, "{%p for sentence in part.sentences %}", TEXT, TEXT_SIZE)
    _write(paper, "{{ sentence }}", TEXT, TEXT_SIZE, indented=True)
    _write(paper, "{%p endfor %}", TEXT, TEXT_SIZE)
    _table(paper)
    _write(paper, "{%p endfor %}", TEXT, TEXT_SIZE)
    _refusals(paper)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _refusals(paper: Any) -> None:
    _write(paper, "{%p if statement.refused %}", TEXT, TEXT_SIZE)
    _write(paper, "{{ left_out }}", HEADING, TEXT_SIZE, heading=True)
    _write(paper, "{%p for one in statement.refused %}", TEXT, TEXT_SIZE)
    _write(paper, "{{ one.text }}（{{ one.reasons|join(' ') }}）", TEXT, TEXT_SIZE, indented=True)
    _write(paper, "{%p endfor %}", TEXT, TEXT_SIZE)
    _write(paper, "{%p endif %}", TEXT, TEXT_SIZE)


def _table(paper: Any) -> None:
    """Heads, then a row for each figure between two rows that docxtpl takes away."""
    columns = ["row.label", "row.now", "row.then", "row.difference", "row.change"]
    table = paper.add_table(rows=4, cols=len(columns))
    table.style, table.autofit = "Table Grid", False
    for place, name in enumerate(columns):
        table.columns[place].width = WIDTHS[place]
        for row in table.rows:
            row.cells[place].width = WIDTHS[place]
        _fill(table.cell(0, place), f"{{{{ heads[{place}] }}}}", HEADING)
        _fill(table.cell(2, place), f"{{{{ {name} }}}}", TEXT, right=place > 0)
    _fill(table.cell(1, 0), "{%tr for row in part.rows %}", TEXT)
    _fill(table.cell(3, 0), "{%tr endfor %}", TEXT)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    table.rows[2]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    paper.add_paragraph()


def _write(
    paper: Any,
    text: str,
    hand: str,
    size: Any,
    *,
    centred: bool = False,
    indented: bool = False,
    heading: bool = False,
) -> None:
    paragraph = paper.add_paragraph(style="Heading 1" if heading else None)
    _hand(paragraph.add_run(text), hand, size)
    layout = paragraph.paragraph_format
    layout.line_spacing, layout.space_before, layout.space_after = LINE, Pt(0), Pt(0)
    if indented:
        layout.first_line_indent = INDENT
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _fill(cell: Any, text: str, hand: str, *, right: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    _hand(paragraph.add_run(text), hand, TABLE_SIZE)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _hand(run: Any, hand: str, size: Any) -> None:
    """Latin letters and digits in their own hand, Chinese in the given one."""
    run.font.name, run.font.size, run.font.color.rgb = LATIN, size, BLACK
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), hand)
