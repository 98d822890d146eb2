"""The header line of a sheet: which cell belongs to which column of the ledger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Label
from cases.registry.ledgers.cells import Cell, text_of
from cases.registry.ledgers.columns import Column
from cases.registry.ledgers.ledger import Ledger
from cases.registry.ledgers.words import folded

Mistake = tuple[str, Label]  # the header it speaks of, and what was expected


@dataclass(frozen=True, slots=True)
class Placed:
    """A column, where it stands in each line, and what its header says there."""

    column: Column
    place: int
    header: str


class Header:
    """The columns of one sheet, in the order in which they stand there."""

    def __init__(self, ledger: Ledger[Any], cells: Sequence[Cell]) -> None:
        self._cells, self._columns = [text_of(cell) for cell in cells], ledger.columns()
        self._key = ledger.key_columns
        known = {header: column for column in self._columns for header in column.headers}
        found = [known.get(folded(text)) for text in self._cells]
        self.placed = [
            Placed(column, place, self._cells[place])
            for place, column in enumerate(found)
            if column is not None
        ]
        self.width = len(self._cells)
        self._unheaded = [place for place, text in enumerate(self._cells) if not text]

    def mistakes(self) -> list[Mistake]:
        """Everything wrong with the header itself; with any of it no line can be read."""
        if not self._cells:
            return [("", _("this is empty; expected a header line"))]
        return [*self._unknown(), *self._repeated(), *self._missing()]

    def strays(self, cells: Sequence[Cell]) -> list[Cell]:
        """What stands in a line where no column has a header."""
        beside = [cells[place] for place in self._unheaded]
        return [cell for cell in (*beside, *cells[self.width :]) if text_of(cell)]

    def _unknown(self) -> Iterator[Mistake]:
        known = {each.place for each in self.placed}
        standing = {each.column.name for each in self.placed}
        left = " / ".join(str(c.label) for c in self._columns if c.name not in standing)
        for place, text in enumerate(self._cells):
            if text and place not in known:
                expected = _("this column is not known; not there yet: %(columns)s")
                yield text, expected % {"columns": left or "–"}

    def _repeated(self) -> Iterator[Mistake]:
        seen = set()
        for each in self.placed:
            if each.column.name in seen:
                yield each.header, _("this column stands here twice")
            seen.add(each.column.name)

    def _missing(self) -> Iterator[Mistake]:
        standing = {each.column.name for each in self.placed}
        for column in self._columns:
            is_needed = column.is_required or column.name in self._key
            if is_needed and column.name not in standing:
                yield str(column.label), _("this column is missing")
