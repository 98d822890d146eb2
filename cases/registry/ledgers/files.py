"""Spreadsheet files as rows of cells: CSV in the encodings offices use, and workbooks."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from django.utils.translation import gettext_lazy as _
from python_calamine import CalamineError, CalamineWorkbook

from cases.registry.ledgers.faults import Fault, LedgerRefused

ENDINGS = frozenset({".csv", ".xlsx", ".xls", ".ods"})


class Grid(NamedTuple):
    """One sheet: where it comes from, what it is called, its header and its numbered rows."""

    file: str
    title: str
    header: list[str]
    rows: list[tuple[int, list[Any]]]


def grids(path: Path) -> Iterator[Grid]:
    """The sheets of one file; rows bear the number that a spreadsheet shows beside them.

    Raises:
        LedgerRefused: the file cannot be read at all.
    """
    try:
        if path.suffix.lower() == ".csv":
            yield _grid(path.name, path.stem, list(csv.reader(_decoded(path), strict=True)))
        else:
            yield from _sheets(path)
    except (csv.Error, CalamineError, UnicodeDecodeError) as error:
        expected = _("cannot be read: expected CSV in UTF-8 or GB18030, or an xlsx workbook")
        raise LedgerRefused([Fault(path.name, None, "", "", expected)]) from error


def _decoded(path: Path) -> TextIO:
    raw = path.read_bytes()
    try:
        return StringIO(raw.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError:
        return StringIO(raw.decode("gb18030"), newline="")


def _sheets(path: Path) -> Iterator[Grid]:
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        title = path.stem if len(book.sheet_names) == 1 else name
        yield _grid(path.name, title, book.get_sheet_by_name(name).to_python(skip_empty_area=False))


def _grid(file: str, title: str, lines: list[list[Any]]) -> Grid:
    header = [str(cell).strip() for cell in lines[0]] if lines else []
    rows = [
        (number, line)
        for number, line in enumerate(lines[1:], start=2)
        if any(cell not in (None, "") for cell in line)
    ]
    return Grid(file, title, header, rows)
