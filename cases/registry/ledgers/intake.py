"""Taking ledgers in: everything or nothing, and every fault named before anybody is asked twice."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from cases.registry.concerned import enters
from cases.registry.history.acts import Door, acting, current_act
from cases.registry.ledgers.complaints import Complaints
from cases.registry.ledgers.faults import Fault, LedgerRefused
from cases.registry.ledgers.gathering import Gathered, gather
from cases.registry.ledgers.grid import Grid
from cases.registry.ledgers.header import Header
from cases.registry.ledgers.ledger import Key, Ledger
from cases.registry.ledgers.pages import LINES
from cases.registry.ledgers.reading import Reader
from cases.registry.ledgers.refused import Refused
from cases.registry.ledgers.tally import Tally
from cases.registry.ledgers.writing import Writer
from cases.registry.users import User

_NOT_YOURS = _("%(person)s does not enter these")

Progress = Callable[[Sequence[Any], str], Iterable[Any]]


def _unseen(pages: Sequence[Any], _title: str) -> Iterable[Any]:
    return pages


class Intake:
    """The ledgers that may come in, in the order in which they refer to each other.

    `progress` is handed the pages of each sheet to go through, and its ledger's label. With `by`,
    they come in as if that person entered them; without, from whoever works at the server.
    """

    def __init__(
        self,
        ledgers: Sequence[Ledger[Any]],
        progress: Progress = _unseen,
        by: User | None = None,
    ) -> None:
        self.ledgers, self.progress, self.by = ledgers, progress, by

    def load(self, path: Path) -> list[Tally]:
        """Take in every ledger of a folder, or of a single file, in one transaction.

        A row whose key the database holds already is left as it is and counted as known.

        Raises:
            LedgerRefused: something was wrong; nothing was written.
        """
        gathered = gather(path, self.ledgers)
        doing = current_act()
        by = self.by.pk if self.by else doing.by if doing else None
        try:
            with (
                acting(Door.LEDGER, by=by, why=path.name),
                transaction.atomic(),
            ):
                return self._take(gathered)
        except IntegrityError as error:
            expected = _("somebody was entering the same meanwhile; take it in again (%(error)s)")
            fault = Fault(path.name, None, "", "", expected % {"error": error})
            raise LedgerRefused([fault]) from error

    def _take(self, gathered: Gathered) -> list[Tally]:
        faults, tallies = list(gathered.faults), []
        refused = Refused(self.ledgers)
        if faults:
            # Any ledger that is not here may be in a file that could not be read.
            refused.add_all(x.model for x in self.ledgers if x.name not in gathered.sheets)
        for ledger in self.ledgers:
            if sheets := gathered.sheets.get(ledger.name):
                going_in = _GoingIn(ledger, refused, self.progress, self.by)
                for grid in sheets:
                    faults += going_in.take(grid)
                tallies.append(going_in.tally)
        if faults:
            raise LedgerRefused(faults)
        return tallies


class _GoingIn:
    """One ledger on its way in, from however many sheets."""

    def __init__(
        self, ledger: Ledger[Any], refused: Refused, progress: Progress, by: User | None
    ) -> None:
        self.tally, self._by = Tally(ledger.name, ledger.label), by
        self._ledger, self._refused, self._progress = ledger, refused, progress
        self._seen: dict[Key, str] = {}

    def take(self, grid: Grid) -> list[Fault]:
        """Write the new lines of one sheet; what is wrong with the others."""
        number, cells = next(grid.lines, (None, []))
        if self._by is not None and not enters(self._by, self._ledger.model):
            self._refused.add_all([self._ledger.model])
            return [Fault(grid.file, None, "", "", _NOT_YOURS % {"person": self._by})]
        header = Header(self._ledger, cells)
        if mistakes := header.mistakes():
            self._refused.add_all([self._ledger.model])
            return [Fault(grid.file, number, column, "", why) for column, why in mistakes]
        complaints = Complaints(grid.file, self._ledger, header, self._refused)
        reader = Reader(self._ledger, header, complaints, self._seen)
        writer = Writer(self._ledger, header, complaints, self.tally, self._by)
        for _page in self._progress(range(0, grid.size, LINES), str(self._ledger.label)):
            writer.write(reader.read(islice(grid.lines, LINES)))
        while lines := reader.once_more():
            writer.write(reader.read(lines))
        return complaints.by_line()
