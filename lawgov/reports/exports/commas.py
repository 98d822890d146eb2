"""A table as CSV: UTF-8 with its mark, and nothing that a spreadsheet would run."""

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lawgov.reports.exports.grids import Grid, Value

MARK = "\ufeff"
LINES_A_PIECE = 500
# Plain and full-width signs that begin a formula, and what some programs strip before looking.
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
DASH = "-"


def defused(text: str) -> str:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it."""
    if _FORMULA.match(text) and text != DASH and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def printed(value: Value) -> str | int:
    """A value as it stands in the file; without a base a dash, an exact number otherwise."""
    if isinstance(value, str):
        # Nearly every text begins with a letter or figure, and with that no formula begins.
        return value if value[:1].isalnum() else defused(value)
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    return value if isinstance(value, int) else str(value)


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def pieces(grid: Grid) -> Iterator[str]:
    """The file in pieces, so that a long one is never in memory as a whole."""
    writer: Any = csv.writer(_Echo())
    waiting = [MARK, writer.writerow([defused(head) for head in grid.flat])]
    for line in grid.lines:
        waiting.append(writer.writerow([printed(cell) for cell in line.cells]))
        if len(waiting) >= LINES_A_PIECE:
            yield "".join(waiting)
            waiting = []
    yield "".join(waiting)
