"""Formulas that gave no value: the reader of workbooks passes them over as if they were empty."""

import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Final
from xml.etree.ElementTree import Element, ParseError, fromstring, iterparse
from zipfile import BadZipFile, ZipFile, is_zipfile

Failures = dict[int, dict[int, str]]  # by row and place in the row, what the sheet shows there

NOT_CALCULATED: Final = "#CALC!"
FAILED: Final = frozenset(
    {"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", NOT_CALCULATED}
)

BOOK: Final = "xl/workbook.xml"
RELATIONS: Final = "xl/_rels/workbook.xml.rels"
MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CHUNK: Final = 1 << 20

DAMAGED: Final = (BadZipFile, zlib.error, ParseError, NotImplementedError)


def failures(path: Path, sheet: str) -> Failures:
    """The cells of an xlsx sheet whose formula failed or was never calculated.

    A sheet without formulas, which is nearly every one, is only glanced through.

    Raises:
        one of DAMAGED: what the reader of workbooks may have been content with.
    """
    if not is_zipfile(path):
        return {}
    with ZipFile(path) as archive:
        part = _part(archive, sheet)
        if not part or not _has_formulas(archive, part):
            return {}
        with archive.open(part) as xml:
            return _failed_in(xml)


def _part(archive: ZipFile, sheet: str) -> str:
    """Where in the archive a sheet is kept; nowhere in other kinds of workbook."""
    if not {BOOK, RELATIONS} <= set(archive.namelist()):
        return ""
    # Expat itself refuses entities that blow up, and the size of these two is small.
    book, relations = (fromstring(archive.read(part)) for part in (BOOK, RELATIONS))  # noqa: S314
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for each in book.iter(f"{MAIN}sheet"):
        if each.get("name") == sheet:
            return str(PurePosixPath("/xl") / targets.get(each.get(RELATION), "")).lstrip("/")
    return ""


def _has_formulas(archive: ZipFile, part: str) -> bool:
    if part not in archive.namelist():
        return False
    with archive.open(part) as xml:
        before = b""
        while chunk := xml.read(CHUNK):
            seen = before + chunk
            if b"<f" in seen or b't="e"' in seen:
                return True
            before = chunk[-8:]
    return False


def _failed_in(xml: IO[bytes]) -> Failures:
    found: Failures = {}
    for _event, element in iterparse(xml):  # noqa: S314  # as above
        if element.tag == f"{MAIN}row":
            for row, place, shown in _failed_cells(element):
                found.setdefault(row, {})[place] = shown
            element.clear()
    return found


def _failed_cells(row: Element) -> Iterator[tuple[int, int, str]]:
    for cell in row.iter(f"{MAIN}c"):
        value = cell.find(f"{MAIN}v")
        if cell.get("t") == "e":
            shown = (value.text if value is not None else None) or NOT_CALCULATED
        elif value is None and cell.find(f"{MAIN}f") is not None:
            shown = NOT_CALCULATED
        else:
            continue
        number, place = _coordinates(cell.get("r", ""))
        yield number, place, shown


def _coordinates(name: str) -> tuple[int, int]:
    """Row and place of a cell by its name: C5 stands in row 5 at place 2."""
    letters = name.rstrip("0123456789")
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return int(name.removeprefix(letters) or 0), place - 1
