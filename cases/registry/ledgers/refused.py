"""Rows that were refused, so that those which refer to them are not called faulty as well."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models

from cases.registry.ledgers.cells import Cell, text_of
from cases.registry.ledgers.ledger import Ledger
from cases.registry.ledgers.references import ReferenceColumn

Model = type[models.Model]


class Refused:
    """What the refused rows of each model are called by those that refer to them."""

    def __init__(self, ledgers: Sequence[Ledger[Any]]) -> None:
        self._called: dict[Model, set[str]] = defaultdict(set)
        for ledger in ledgers:
            for column in ledger.columns():
                if isinstance(column, ReferenceColumn):
                    self._called[column.model] |= {path.split("__")[0] for path in column.by}
        self._names: dict[Model, set[str]] = defaultdict(set)
        self._unknown: set[Model] = set()

    def naming(self, model: Model) -> set[str]:
        """The columns of a ledger whose cells other rows repeat to refer to one of its rows."""
        return self._called[model]

    def add(self, model: Model, cell: Cell, value: Any) -> None:
        """A refused row goes by this cell, which says this value or nothing that can be read."""
        self._names[model] |= {text_of(cell), "" if value is None else str(value)}

    def add_all(self, models: Iterable[Model]) -> None:
        """Any row of these may be among the refused: nobody knows what they were called."""
        self._unknown |= set(models)

    def explains(self, column: ReferenceColumn, cell: Cell) -> bool:
        """Whether the row that a cell refers to may be missing only because it was refused."""
        return column.model in self._unknown or bool(
            column.spellings(cell) & self._names[column.model]
        )
