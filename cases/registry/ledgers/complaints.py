"""What is wrong with the lines of one sheet, and who will be missed because of it."""

from collections.abc import Iterable
from typing import Any

from cases.registry.figures import Label
from cases.registry.ledgers.cells import Cell, text_of
from cases.registry.ledgers.faults import Fault, Unreadable
from cases.registry.ledgers.header import Header
from cases.registry.ledgers.ledger import Ledger
from cases.registry.ledgers.pages import Page
from cases.registry.ledgers.refused import Refused


class Complaints:
    """The faults of one sheet. A line complained about is refused, under all its names."""

    def __init__(self, file: str, ledger: Ledger[Any], header: Header, refused: Refused) -> None:
        self.file, self.refused = file, refused
        self._ledger, self._header = ledger, header
        self._faults: list[Fault] = []

    def by_line(self) -> list[Fault]:
        return sorted(self._faults, key=lambda fault: fault.row or 0)

    def about(self, page: Page, place: int, names: Iterable[str], expected: Label) -> None:
        """The cells of one line that fill these fields; some of them may not be in the sheet."""
        line, wanted = page.lines[place][1], set(names)
        columns = [each for each in self._header.placed if each.column.name in wanted]
        header = ", ".join(each.header for each in columns)
        self._add(page, place, header, [line[each.place] for each in columns], expected)

    def about_strays(self, page: Page, place: int, strays: Iterable[Cell], expected: Label) -> None:
        """Cells of one line that stand under no header."""
        self._add(page, place, "", strays, expected)

    def _add(
        self, page: Page, place: int, header: str, cells: Iterable[Cell], expected: Label
    ) -> None:
        value = ", ".join(filter(None, map(text_of, cells)))
        self._faults.append(Fault(self.file, page.lines[place][0], header, value, expected))
        self.refuse(page, place)

    def refuse(self, page: Page, place: int) -> None:
        """Whatever refers to this line will find nothing, and is not to blame for it."""
        model, line = self._ledger.model, page.lines[place][1]
        naming = self.refused.naming(model)
        for each in self._header.placed:
            if each.column.name not in naming:
                continue
            value = page.values[each.column.name][place]
            if not isinstance(value, Unreadable):
                self.refused.add(model, line[each.place], value)
            elif each.column.name in self._ledger.key_columns:
                self.refused.add_all([model])  # nobody knows what it was meant to be called
