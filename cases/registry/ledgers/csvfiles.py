"""CSV as spreadsheets keep it: in UTF-8 with or without its mark, or in GB18030."""

import csv
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.registry.ledgers.faults import Torn
from cases.registry.ledgers.grid import Grid, holds_anything
from cases.registry.ledgers.pages import Line

ENCODINGS = ("utf-8-sig", "gb18030")
# Text that a spreadsheet would take for a formula, so that opening a file runs somebody's code.
_FORMULA = re.compile(r"'*[=+\-@]")


def csv_grid(path: Path) -> Grid:
    """The one sheet of a CSV file.

    Raises:
        Torn: it is in no encoding we know, or breaks off.
    """
    for encoding in ENCODINGS:
        try:
            size = sum(1 for _line in _lines(path, encoding))
        except UnicodeDecodeError:
            continue
        return Grid(path.name, (path.stem,), size, _lines(path, encoding))
    raise Torn(_("cannot be read: expected CSV in UTF-8 or GB18030"))


def _lines(path: Path, encoding: str) -> Iterator[Line]:
    number = 0
    with path.open(encoding=encoding, newline="") as file:
        try:
            for number, cells in enumerate(csv.reader(file, strict=True), start=1):
                if holds_anything(cells):
                    yield number, cells  # type: ignore[misc]  # text is a kind of cell
        except csv.Error as error:
            expected = _("cannot be read from here on: is a quotation mark left open? (%(error)s)")
            raise Torn(expected % {"error": error}, number + 1) from error


def write_csv(lines: Iterable[Iterable[Any]], path: Path) -> None:
    """UTF-8 with its mark and lines that end in CRLF; the same lines give the same bytes."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([_written(cell) for cell in line] for line in lines)


def _written(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return format(cell, "f")
    # The apostrophe is taken off again by `cells.text_of`.
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
