"""A sheet of numbered lines, whatever kind of file it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cases.registry.ledgers.cells import Cell
from cases.registry.ledgers.pages import Line


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, read once from top to bottom; its lines bear the numbers a spreadsheet shows.

    `file` is how a fault names it, `titles` are the names it may go by, and `size` is the
    greatest number of lines it can have. Blank lines count, but are left out.
    """

    file: str
    titles: tuple[str, ...]
    size: int
    lines: Iterator[Line]


def holds_anything(cells: Sequence[Cell]) -> bool:
    return any(cell and not (isinstance(cell, str) and cell.isspace()) for cell in cells)
