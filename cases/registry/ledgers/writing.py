"""The lines of one sheet on their way into the table, next to what is recorded there already."""

from typing import Any

from django.db import DataError, IntegrityError, transaction

from cases.registry.concerned import strays, why_a_stray
from cases.registry.ledgers.bulk import insert
from cases.registry.ledgers.complaints import Complaints
from cases.registry.ledgers.header import Header
from cases.registry.ledgers.ledger import Ledger
from cases.registry.ledgers.pages import Page
from cases.registry.ledgers.rules import breaches
from cases.registry.ledgers.tally import Difference, Tally
from cases.registry.users import User


class Writer:
    """Writes what is new and counts what is known; whether it stays is for the transaction
    around it.
    """

    def __init__(
        self,
        ledger: Ledger[Any],
        header: Header,
        complaints: Complaints,
        tally: Tally,
        by: User | None = None,
    ) -> None:
        self._ledger, self._complaints, self._tally, self._by = ledger, complaints, tally, by
        self._compared = [
            each for each in header.placed if each.column.name not in ledger.key_columns
        ]

    def write(self, page: Page) -> None:
        """Write the lines whose key the table does not hold; leave the other rows as they are."""
        keys = self._ledger.keys(page.values)
        names = [each.column.name for each in self._compared]
        known = self._ledger.recorded(keys, names)
        for place, key in enumerate(keys):
            if key in known:
                self._tally.known += 1
                self._compare(page, place, known[key])
        new = self._concerning(page.where([key not in known for key in keys]))
        if len(new):
            self._insert(Page(new.lines, self._ledger.completed(new.values)))

    def _concerning(self, page: Page) -> Page:
        """The lines that concern whoever brings them; the others are named."""
        if self._by is None:
            return page
        others = strays(self._ledger.model, page.values, self._by)
        owners = {owner.partition("__")[0] for owner in getattr(self._ledger.model, "owners", ())}
        for place in sorted(others):
            self._complaints.about(page, place, owners, why_a_stray(self._by))
        return page.without(others)

    def _compare(self, page: Page, place: int, recorded: tuple[Any, ...]) -> None:
        others = tuple(
            each.header
            for each, held in zip(self._compared, recorded, strict=True)
            if page.values[each.column.name][place] != held
        )
        if others:
            number = page.lines[place][0]
            self._tally.differs(Difference(self._complaints.file, number, others))

    def _insert(self, page: Page) -> None:
        """Write the lines that break no rule, which others may need; name what the rest breaks."""
        if (error := self._attempt(page)) is None:
            return
        found = breaches(self._ledger.model, page.values)
        for place, rule in found:
            self._complaints.about(page, place, rule.fields, rule.message)
        sound = page.without({place for place, _rule in found})
        if found and len(sound):
            self._insert(sound)
        elif not found:
            self._narrow_down(page, error)

    def _narrow_down(self, page: Page, error: Exception) -> None:
        """The database refuses for a reason that no constraint states: halve down to the line."""
        if len(page) == 1:
            self._complaints.about(page, 0, [], self._ledger.refusal(error))
            return
        for half in page.halves():
            if (reason := self._attempt(half)) is not None:
                self._narrow_down(half, reason)

    def _attempt(self, page: Page) -> Exception | None:
        """Write all lines of a page, or none and say why."""
        try:
            with transaction.atomic():
                insert(self._ledger.model, page.values)
        except (IntegrityError, DataError) as error:
            return error
        self._tally.written += len(page)
        return None
