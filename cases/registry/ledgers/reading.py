"""The lines of one sheet, read column by column into pages on which every cell made sense."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.registry.ledgers.cells import Cell, text_of
from cases.registry.ledgers.complaints import Complaints
from cases.registry.ledgers.faults import Dangling, Unreadable
from cases.registry.ledgers.header import Header, Placed
from cases.registry.ledgers.ledger import Key, Ledger
from cases.registry.ledgers.pages import Line, Page, padded
from cases.registry.ledgers.references import ReferenceColumn

Problem = tuple[Placed, Unreadable]


class Reader:
    """Reads lines; complains about cells that say nothing of use, and about lines said twice.

    A line that refers to a row of its own ledger may stand above it. Such lines wait, and are
    read again when the others are written.
    """

    def __init__(
        self, ledger: Ledger[Any], header: Header, complaints: Complaints, seen: dict[Key, str]
    ) -> None:
        self._ledger, self._header, self._complaints = ledger, header, complaints
        self._seen = seen  # where each key of the ledger stood first, in whichever sheet
        self._waiting: list[Line] = []
        self._waited = 0
        self._may_come: set[str] | None = None  # who, once every line was read

    def read(self, lines: Iterable[Line]) -> Page:
        """The lines without fault, each for the first time."""
        page = self._spread_out(lines)
        strays, problems = self._strays(page), self._problems(page)
        for place, cells in strays.items():
            expected = _("expected nothing where no column has a header")
            self._complaints.about_strays(page, place, cells, expected)
        for place, found in problems.items():
            self._judge(page, place, found)
        return self._first_mentions(page.without({*strays, *problems}))

    def once_more(self) -> list[Line]:
        """The lines that wait, to be read again now that the others are written.

        After a round in which none was let in they wait in a circle, and are judged as they are.
        """
        lines, self._waiting = self._waiting, []
        if len(lines) == self._waited:
            self._may_come = set()
        else:
            self._may_come = {name for line in lines for name in self._names_of(line)}
        self._waited = len(lines)
        for each in self._header.placed:
            each.column.forget()
        return lines

    def _names_of(self, line: Line) -> Iterator[str]:
        naming = self._complaints.refused.naming(self._ledger.model)
        for each in self._header.placed:
            if each.column.name in naming:
                yield text_of(line[1][each.place])

    def _spread_out(self, lines: Iterable[Line]) -> Page:
        wide = [padded(line, self._header.width) for line in lines]
        values = {
            each.column.name: each.column.values([cells[each.place] for _number, cells in wide])
            for each in self._header.placed
        }
        return Page(wide, values)

    def _strays(self, page: Page) -> dict[int, list[Any]]:
        found = ((place, self._header.strays(line)) for place, (_n, line) in enumerate(page.lines))
        return {place: cells for place, cells in found if cells}

    def _problems(self, page: Page) -> dict[int, list[Problem]]:
        found: dict[int, list[Problem]] = defaultdict(list)
        for each in self._header.placed:
            for place, value in enumerate(page.values[each.column.name]):
                if isinstance(value, Unreadable):
                    found[place].append((each, value))
        return found

    def _judge(self, page: Page, place: int, problems: list[Problem]) -> None:
        """Wait, complain, or keep silent where the row referred to was refused itself."""
        cells = page.lines[place][1]
        if any(self._may_still_come(each, why, cells[each.place]) for each, why in problems):
            self._waiting.append(page.lines[place])
            return
        for each, why in problems:
            if not self._follows(each, why, cells[each.place]):
                self._complaints.about(page, place, [each.column.name], why.expected)
        self._complaints.refuse(page, place)

    def _may_still_come(self, each: Placed, why: Unreadable, cell: Cell) -> bool:
        """Whether the row referred to may stand further down, or wait itself."""
        column = each.column
        if not isinstance(why, Dangling) or not isinstance(column, ReferenceColumn):
            return False
        is_here = self._may_come is None or bool(column.spellings(cell) & self._may_come)
        return column.model is self._ledger.model and is_here

    def _follows(self, each: Placed, why: Unreadable, cell: Cell) -> bool:
        """Whether the row referred to is missing because it was refused."""
        return (
            isinstance(why, Dangling)
            and isinstance(each.column, ReferenceColumn)
            and self._complaints.refused.explains(each.column, cell)
        )

    def _first_mentions(self, page: Page) -> Page:
        again = set()
        for place, key in enumerate(self._ledger.keys(page.values)):
            here = f"{self._complaints.file}:{page.lines[place][0]}"
            if (first := self._seen.setdefault(key, here)) != here:
                again.add(place)
                expected = _("the same entry stands in %(place)s already") % {"place": first}
                self._complaints.about(page, place, self._ledger.key_columns, expected)
        return page.without(again)
