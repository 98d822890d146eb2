"""A table as a workbook: real numbers and dates, heads that are merged, ready to print."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import ceil
from typing import IO, Any
from unicodedata import east_asian_width

import xlsxwriter
from django.utils.translation import gettext as _

from cases.registry.rates import Ratio
from lawgov.reports.exports.grids import Grid, Line, heads

FONT = "SimSun"
PAPER = {"A4": 9, "A3": 8}
MARGIN = 0.4  # inches
UPRIGHT = 6  # columns; more of them need the paper on its side
ABREAST = 30  # columns of a list; with more on one page nobody could read them
WIDEST_NAME = 31  # of a sheet
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
# Text stays text: nothing is taken for a formula, an address or a number because of how it looks.
TEXT_IS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
FIRST_WIDTH, NARROWEST, LONG_WIDTH, MEANING_WIDTH = 20, 4.5, 16, 90
WIDEST = 34
LINE = 13  # points
DAY_NOUGHT = date(1899, 12, 30).toordinal()  # from which a spreadsheet counts days


def write_workbook(grid: Grid, file: str | IO[bytes]) -> None:
    """The table on the first sheet, its definitions on the second.

    A long list is written row by row and leaves memory at once; it has one row of heads.
    """
    options = {**TEXT_IS_TEXT, "constant_memory": grid.is_long}
    with xlsxwriter.Workbook(file, options) as book:
        _Sheet(book, grid).write()
        if grid.definitions:
            _define(book, grid)


class _Sheet:
    """The first sheet of a workbook, filled from the top."""

    def __init__(self, book: Any, grid: Grid) -> None:
        self.grid = grid
        self.sheet = book.add_worksheet(_name(grid.name))
        self.styles = _styles(book)
        self.kinds = {
            prefix: [self.styles[prefix + name] for name in _KINDS] for prefix in ("", "total_")
        }
        if grid.is_long:
            self.kinds[""][:2] = [None, None]  # plain cells, at half the size
        # A list is a list from its first row on: a filter and a reader of columns expect it.
        self.top = 0 if grid.is_long else 1 + len(grid.remarks)

    def write(self) -> None:
        self._set_up()
        self._heads()
        row = self.top + self.grid.depth
        for line in self.grid.lines:
            self._line(row, line)
            row += 1
        if self.grid.is_long:
            self.sheet.autofilter(0, 0, max(row - 1, 0), len(self.grid.paths) - 1)

    def _set_up(self) -> None:
        sheet, grid = self.sheet, self.grid
        if len(grid.paths) > UPRIGHT:
            sheet.set_landscape()
        sheet.set_paper(PAPER[grid.paper])
        sheet.set_margins(MARGIN, MARGIN, 2 * MARGIN, 2 * MARGIN)
        if grid.is_long and len(grid.paths) > ABREAST:
            sheet.repeat_columns(0, max(grid.leading - 1, 0))
        else:
            sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(self.top, self.top + grid.depth - 1)
        sheet.set_footer("&L&D&R&P / &N")
        sheet.freeze_panes(self.top + grid.depth, grid.leading)
        last = len(grid.paths) - 1
        sheet.set_column(0, last, LONG_WIDTH)
        if not grid.is_long:
            self._fit()
        for row in range(0 if grid.is_long else self.top):
            text, style = (grid.title, "title") if row == 0 else (grid.remarks[row - 1], "remark")
            sheet.set_row(row, 2 * LINE if row == 0 else 1.2 * LINE)
            sheet.merge_range(row, 0, row, max(last, 1), "", self.styles[style])
            sheet.write_string(row, 0, text, self.styles[style])

    def _fit(self) -> None:
        """Columns as narrow as their numbers allow, for a form has many; heads high enough."""
        lines = list(self.grid.lines)
        self.grid = replace(self.grid, lines=lines)
        highest = 1
        for place, path in enumerate(self.grid.paths):
            texts = [str(line.cells[place]) for line in lines if line.kind != "section"]
            widest = max((_width(text) + 1 for text in texts), default=0)
            least, most = (
                (FIRST_WIDTH, WIDEST) if place < self.grid.leading else (NARROWEST, LONG_WIDTH)
            )
            width = min(max(widest, least), most)
            self.sheet.set_column(place, place, width)
            highest = max(highest, ceil(_width(path[-1]) / (width - 1)))
        for row in range(self.top, self.top + self.grid.depth):
            is_last = row == self.top + self.grid.depth - 1
            self.sheet.set_row(row, LINE * (highest - self.grid.depth + 1 if is_last else 1.5))

    def _heads(self) -> None:
        style = self.styles["head"]
        for head in heads(self.grid.paths):
            row = self.top + head.row
            if head.rows > 1 or head.columns > 1:
                end = row + head.rows - 1, head.column + head.columns - 1
                self.sheet.merge_range(row, head.column, *end, "", style)
            self.sheet.write_string(row, head.column, head.text, style)

    def _line(self, row: int, line: Line) -> None:
        # Called for every cell of a hundred thousand rows: the commonest kinds come first.
        sheet, is_long = self.sheet, self.grid.is_long
        text, number, share, day = self.kinds["" if line.kind == "line" else "total_"]
        for place, value in enumerate(line.cells):
            if isinstance(value, str):
                if value or not is_long:
                    sheet.write_string(row, place, value, text)
            elif isinstance(value, date):
                sheet.write_number(row, place, value.toordinal() - DAY_NOUGHT, day)
            elif isinstance(value, int):
                sheet.write_number(row, place, value, number)
            elif isinstance(value, Decimal):
                sheet.write_number(row, place, value, number if value % 1 == 0 else share)
            elif isinstance(value, Ratio):
                _ratio(sheet, row, place, value, share)
            elif not is_long:
                sheet.write_blank(row, place, None, text)


_KINDS = ("text", "number", "share", "day")


def _width(text: str) -> int:
    """A Chinese character is as wide as two figures."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _ratio(sheet: Any, row: int, place: int, value: Ratio, style: Any) -> None:
    """The percentage as it is printed, a number; a dash where nothing is divided."""
    if value.text is None:
        sheet.write_string(row, place, "-", style)
    else:
        sheet.write_number(row, place, Decimal(value.text), style)


def _styles(book: Any) -> Mapping[str, Any]:
    base = {"font_name": FONT, "font_size": 10, "valign": "vcenter"}
    framed = {**base, "border": 1}
    kinds: dict[str, dict[str, Any]] = {
        "text": {},
        "number": {"num_format": "#,##0"},
        "share": {"num_format": "0.00", "align": "right"},
        "day": {"num_format": "yyyy-mm-dd"},
    }
    bold = {"bold": True, "bg_color": "#F2F2F2"}
    made = {name: book.add_format({**framed, **kind}) for name, kind in kinds.items()}
    made |= {f"total_{name}": book.add_format(framed | kind | bold) for name, kind in kinds.items()}
    middle = {"align": "center", "text_wrap": True}
    made["head"] = book.add_format({**framed, **bold, **middle})
    made["title"] = book.add_format({**base, "bold": True, "font_size": 16, "align": "center"})
    made["remark"] = book.add_format({**base, "font_color": "#555555"})
    made["meaning"] = book.add_format({**framed, "text_wrap": True, "valign": "top"})
    return made


def _define(book: Any, grid: Grid) -> None:
    sheet, styles = book.add_worksheet(_name(_("Definitions"))), _styles(book)
    sheet.set_column(0, 0, FIRST_WIDTH * 2)
    sheet.set_column(1, 1, MEANING_WIDTH)
    sheet.set_landscape()
    sheet.set_paper(PAPER["A4"])
    sheet.fit_to_pages(1, 0)
    _two(sheet, 0, (_("Column"), _("How it is counted")), styles["head"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    for row, pair in enumerate(grid.definitions, start=1):
        _two(sheet, row, pair, styles["meaning"])


def _two(sheet: Any, row: int, texts: Sequence[str], style: Any) -> None:
    for place, text in enumerate(texts):
        sheet.write_string(row, place, text, style)


def _name(text: str) -> str:
    return text.translate(FORBIDDEN).strip("'")[:WIDEST_NAME] or "1"
