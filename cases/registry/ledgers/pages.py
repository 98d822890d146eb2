"""Some lines of a sheet at a time, so that a ledger of any length fits into memory."""

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import Any

from cases.registry.ledgers.cells import Cell

LINES = 5000  # on one page
Line = tuple[int, list[Cell]]


class Page:
    """Lines by their numbers, and what they say, column by column and by field.

    Columns are read, checked and written as wholes: that is what makes a ledger fast. Every
    line has at least the width of the header.
    """

    def __init__(self, lines: Sequence[Line], values: Mapping[str, Sequence[Any]]) -> None:
        self.lines, self.values = lines, values

    def __len__(self) -> int:
        return len(self.lines)

    def where(self, kept: Sequence[bool]) -> "Page":
        """The lines of which something holds."""
        if all(kept):
            return self
        values = {name: list(compress(column, kept)) for name, column in self.values.items()}
        return Page(list(compress(self.lines, kept)), values)

    def without(self, places: "set[int] | dict[int, Any]") -> "Page":
        return self.where([place not in places for place in range(len(self))])

    def halves(self) -> "tuple[Page, Page]":
        first = [place < len(self) // 2 for place in range(len(self))]
        return self.where(first), self.where([not is_first for is_first in first])


def padded(line: Line, width: int) -> Line:
    """A line that ends early has nothing in its other cells."""
    number, cells = line
    return line if len(cells) >= width else (number, cells + [""] * (width - len(cells)))
