"""Workbooks: every sheet that holds anything, with its numbers and dates as they are meant."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from cases.registry.ledgers.cells import Cell
from cases.registry.ledgers.faults import Torn
from cases.registry.ledgers.formulas import DAMAGED, Failures, failures
from cases.registry.ledgers.grid import Grid, holds_anything
from cases.registry.ledgers.pages import Line

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
FIFTEEN_DIGITS = 1e15  # a spreadsheet keeps no more; what stands behind them is made up


def workbook_grids(path: Path) -> list[Grid]:
    """The sheets of a workbook; a single one may also go by the name of the file.

    Raises:
        Torn: it is no workbook, is locked with a password, or is damaged.
    """
    try:
        book = CalamineWorkbook.from_path(path)
        kinds = {sheet.name: sheet.typ for sheet in book.sheets_metadata}
        names = [name for name in book.sheet_names if kinds[name] == SheetTypeEnum.WorkSheet]
        sheets = [sheet for name in names if (sheet := book.get_sheet_by_name(name)).height]
        if len(sheets) == 1:
            return [_grid(path, path.name, sheets[0], path.stem)]
        return [_grid(path, f"{path.name}[{sheet.name}]", sheet) for sheet in sheets]
    except (CalamineError, *DAMAGED) as error:
        expected = _("cannot be read: expected a workbook (%(error)s)") % {"error": error}
        raise Torn(expected) from error


def _grid(path: Path, file: str, sheet: CalamineSheet, *titles: str) -> Grid:
    last, _column = sheet.end or (0, 0)
    lines = _lines(sheet, failures(path, sheet.name))
    return Grid(file, (sheet.name, *titles), last + 1, lines)


def _lines(sheet: CalamineSheet, failed: Failures) -> Iterator[Line]:
    # It begins with the first row of the sheet, but with the first column that holds anything.
    _row, column = sheet.start or (0, 0)
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        line = [cell if type(cell) is str else _plain(cell) for cell in cells]
        for place, shown in failed.get(number, {}).items():
            line += [""] * (place - column + 1 - len(line))
            line[place - column] = shown
        if holds_anything(line):
            yield number, line


def _plain(cell: Any) -> Cell:
    """A cell as it shows: 3.0 is 3, a day is a day, a sum has no noise behind its last digit."""
    match cell:
        case bool():
            return str(cell)
        case float() if abs(cell) >= FIFTEEN_DIGITS:
            return cell
        case int() | float():
            text = f"{cell:.15g}"
            return format(Decimal(text), "f") if "e" in text else text
        case datetime():
            return cell.date() if cell.time() == time() else cell
        case date():
            return cell
    return str(cell)
