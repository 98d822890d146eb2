"""Taking ledgers in: everything or nothing, and every fault named before anybody is asked twice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from cases.registry.ledgers.cells import text_of
from cases.registry.ledgers.columns import Column, ReferenceColumn
from cases.registry.ledgers.faults import Fault, LedgerRefused, Unreadable
from cases.registry.ledgers.files import ENDINGS, Grid, grids
from cases.registry.ledgers.ledger import Entry, Ledger

PUBLISHED = "figures"  # the published figures lie beside the ledgers and are not one
BATCH = 5000
Progress = Callable[[Sequence[Any], str], Iterable[Any]]


@dataclass
class Tally:
    """What became of one ledger: rows written, and rows that were already there."""

    ledger: str
    written: int = 0
    known: int = 0


@dataclass
class Intake:
    """One taking-in: the ledgers it knows, in the order in which they refer to each other."""

    ledgers: Sequence[Ledger[Any]]
    progress: Progress = lambda rows, _title: rows
    faults: list[Fault] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    unread: set[type[models.Model]] = field(default_factory=set)

    def load(self, folder: Path) -> list[Tally]:
        """Take in every ledger of a folder (or a single file) in one transaction.

        A row whose key the database holds already is left as it is and counted as known.

        Raises:
            LedgerRefused: something was wrong; nothing was written.
        """
        found = self._gather(folder)
        with transaction.atomic():
            tallies = [
                self._take(ledger, grid)
                for ledger in self.ledgers
                for grid in found.get(ledger.name, [])
            ]
            self._refuse_if_faulty()
        return tallies

    def _refuse_if_faulty(self) -> None:
        if self.faults:
            raise LedgerRefused(self.faults)

    def _gather(self, folder: Path) -> dict[str, list[Grid]]:
        """The sheets by the ledger they hold; a sheet that holds none is a fault."""
        by_title = {title: ledger.name for ledger in self.ledgers for title in ledger.titles}
        found: dict[str, list[Grid]] = {}
        for grid in self._grids(folder):
            if grid.title in by_title:
                found.setdefault(by_title[grid.title], []).append(grid)
            elif grid.title != PUBLISHED:
                names = ", ".join(sorted(ledger.name for ledger in self.ledgers))
                expected = _("no ledger is called that; expected one of: %(names)s")
                self.faults.append(
                    Fault(grid.file, None, "", grid.title, expected % {"names": names})
                )
        self._refuse_if_faulty()
        if not found:
            expected = _("no ledger (CSV or xlsx) is to be found here")
            raise LedgerRefused([Fault(folder.name, None, "", "", expected)])
        return found

    def _grids(self, folder: Path) -> Iterator[Grid]:
        paths = sorted(folder.iterdir()) if folder.is_dir() else [folder]
        for path in paths:
            if path.is_file() and path.suffix.lower() in ENDINGS:
                yield from grids(path)

    def _take(self, ledger: Ledger[Any], grid: Grid) -> Tally:
        tally = Tally(ledger.name)
        columns = self._columns(ledger, grid)
        if columns is None:
            self.unread.add(ledger.model)
            return tally
        entries = self._read(ledger, grid, columns)
        known = ledger.existing(ledger.key_of(entry.values) for entry in entries)
        new = [entry for entry in entries if ledger.key_of(entry.values) not in known]
        tally.known = len(entries) - len(new)
        for start in self.progress(range(0, len(new), BATCH), str(ledger.label)):
            tally.written += self._insert(ledger, grid, new[start : start + BATCH])
        return tally

    def _columns(self, ledger: Ledger[Any], grid: Grid) -> list[tuple[int, Column]] | None:
        """Which cell of a line belongs to which column; None where the header is faulty."""
        before = len(self.faults)
        known = {header: column for column in ledger.columns() for header in column.headers}
        placed: dict[str, tuple[int, Column]] = {}
        for place, header in enumerate(grid.header):
            column = known.get(header)
            if header and column is None:
                self._fault(grid, 1, header, "", _("this column is not known"))
            elif column is not None and column.name in placed:
                self._fault(grid, 1, header, "", _("this column stands here twice"))
            elif column is not None:
                placed[column.name] = (place, column)
        for column in known.values():
            missing = column.name not in placed
            if missing and (column.is_required or column.name in ledger.key):
                self._fault(grid, 1, str(column.label), "", _("this column is missing"))
        return list(placed.values()) if len(self.faults) == before else None

    def _fault(self, grid: Grid, row: int | None, column: str, value: Any, expected: Any) -> None:
        fault = Fault(grid.file, row, column, str(value), expected)
        if fault not in self.faults:
            self.faults.append(fault)

    def _read(
        self, ledger: Ledger[Any], grid: Grid, columns: Sequence[tuple[int, Column]]
    ) -> list[Entry[Any]]:
        """The lines that could be read; the others leave their faults."""
        for place, column in columns:
            column.prepare(line[place] for _, line in grid.rows if place < len(line))
        entries: list[Entry[Any]] = []
        first_seen: dict[Any, int] = {}
        for number, line in grid.rows:
            values = self._values(grid, number, line, columns)
            if _UNREAD in values.values():
                self._remember_refused(ledger, line, columns)
                continue
            key = ledger.key_of(values)
            if (first := first_seen.setdefault(key, number)) != number:
                expected = _("the same entry stands in row %(row)s") % {"row": first}
                self._fault(grid, number, "", "、".join(map(str, key)), expected)
                continue
            entries.append(Entry(number, values, ledger.build(values)))
        return entries

    def _values(
        self, grid: Grid, number: int, line: list[Any], columns: Sequence[tuple[int, Column]]
    ) -> dict[str, Any]:
        """The values of a line; a cell that cannot be read leaves its fault and a mark."""
        values: dict[str, Any] = {}
        for place, column in columns:
            cell = line[place] if place < len(line) else ""
            try:
                values[column.name] = column.read(cell)
            except Unreadable as unreadable:
                if not self._follows_from_another(column, cell):
                    self._fault(grid, number, grid.header[place], cell, unreadable.expected)
                values[column.name] = _UNREAD
        return values

    def _follows_from_another(self, column: Column, cell: Any) -> bool:
        """Whether the row referred to is missing only because it was itself refused."""
        if not isinstance(column, ReferenceColumn):
            return False
        return text_of(cell) in self.refused or column.model in self.unread

    def _remember_refused(
        self, ledger: Ledger[Any], line: list[Any], columns: Sequence[tuple[int, Column]]
    ) -> None:
        name = ledger.key[0].split("__")[0]
        self.refused |= {
            text_of(line[place])
            for place, column in columns
            if column.name == name and place < len(line)
        }

    def _insert(self, ledger: Ledger[Any], grid: Grid, entries: Sequence[Entry[Any]]) -> int:
        """Write the entries; where the database refuses, halve until the culprit is found."""
        if not entries:
            return 0
        for entry in entries:
            entry.row.pk = None  # a refused attempt may have left one behind
        try:
            with transaction.atomic():
                ledger.insert(entries)
        except IntegrityError as error:
            if len(entries) == 1:
                self._explain(ledger, grid, entries[0], error)
                return 0
            middle = len(entries) // 2
            halves = (entries[:middle], entries[middle:])
            return sum(self._insert(ledger, grid, half) for half in halves)
        return len(entries)

    def _explain(
        self, ledger: Ledger[Any], grid: Grid, entry: Entry[Any], error: IntegrityError
    ) -> None:
        """Every constraint the line breaks, with the columns it speaks of and what they hold."""
        self.refused.add(str(ledger.key_of(entry.values)[0]))
        explained = False
        for constraint in ledger.model._meta.constraints:
            try:
                constraint.validate(ledger.model, entry.row)
            except ValidationError as refusal:
                names = _fields(constraint) & set(entry.values)
                columns = [c for c in ledger.columns() if c.name in names]
                where = ", ".join(str(column.label) for column in columns)
                held = ", ".join(str(entry.values[column.name] or "") for column in columns)
                self._fault(grid, entry.number, where, held, refusal.messages[0])
                explained = True
        if not explained:
            self._fault(grid, entry.number, "", "", str(error))


_UNREAD = object()


def _fields(constraint: models.BaseConstraint) -> set[str]:
    """The fields a constraint speaks of."""
    if isinstance(constraint, models.UniqueConstraint):
        return set(constraint.fields)
    if isinstance(constraint, models.CheckConstraint) and isinstance(
        constraint.condition, models.Q
    ):
        return {str(child[0]).split("__")[0] for child in _leaves(constraint.condition)}
    return set()


def _leaves(condition: models.Q) -> Iterator[tuple[str, Any]]:
    for child in condition.children:
        if isinstance(child, models.Q):
            yield from _leaves(child)
        elif isinstance(child, tuple):
            yield child
