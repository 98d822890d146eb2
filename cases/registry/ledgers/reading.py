"""The lines of one sheet, read column by column into pages on which every cell made sense."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

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
        self._waited, self._is_last_round = 0, False

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
        """The lines that wait. After a round in which none was let in, they wait in vain."""
        lines, self._waiting = self._waiting, []
        self._is_last_round = len(lines) == self._waited
        self._waited = len(lines)
        for each in self._header.placed:
            each.column.forget()
        return lines

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
        if not self._is_last_round and all(self._may_still_come(*each) for each in problems):
            self._waiting.append(page.lines[place])
            return
        for each, unreadable in problems:
            if not self._follows(each, unreadable, page.lines[place][1][each.place]):
                self._complaints.about(page, place, [each.column.name], unreadable.expected)
        self._complaints.refuse(page, place)

    def _may_still_come(self, each: Placed, unreadable: Unreadable) -> bool:
        return isinstance(unreadable, Dangling) and each.refers_to is self._ledger.model

    def _follows(self, each: Placed, unreadable: Unreadable, cell: Any) -> bool:
        column = each.column
        return (
            isinstance(unreadable, Dangling)
            and isinstance(column, ReferenceColumn)
            and self._complaints.refused.explains(column, cell)
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
