"""The columns of a ledger, each tied to a field of its model."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.registry.ledgers.cells import Cell, Read, reader
from cases.registry.ledgers.choices import Choices
from cases.registry.ledgers.faults import Unreadable
from cases.registry.ledgers.formulas import FAILED
from cases.registry.ledgers.words import folded, in_every_language

REMEMBERED = 20_000  # different cells of one column


class Column:
    """One column; its header is the field's name in any language, or the field's code.

    A column object lives for one reading: it remembers what each different cell said, because
    a column of a hundred thousand cells says only a few different things.
    """

    def __init__(self, field: "models.Field[Any, Any]") -> None:
        self.field, self.name = field, field.name
        self.label = field.verbose_name
        self.headers = {folded(text) for text in in_every_language(self.label) | {field.name}}
        self.is_required = not field.blank and not field.has_default()
        self._read = self._reader(field)
        self._known = _Known(self)

    def _reader(self, field: "models.Field[Any, Any]") -> Read:
        return self._choices.read if field.choices else reader(field)

    @cached_property
    def _choices(self) -> Choices:
        return Choices(self.field.flatchoices)

    @property
    def is_empty_when_written_so(self) -> bool:
        """Whether an empty cell comes back empty; no default may step in where blank is meant."""
        return not self.field.blank or self.field.get_default() in (None, "", False)

    def values(self, cells: Sequence[Cell]) -> list[Any]:
        """What each cell says; an `Unreadable` stands where one says nothing of the kind."""
        if len(self._known) > REMEMBERED:
            self.forget()
        self.prepare(cells)
        return list(map(self._known.__getitem__, cells))

    def forget(self) -> None:
        """Read everything anew: the rows that cells refer to may have come since."""
        self._known.clear()

    def prepare(self, cells: Iterable[Cell]) -> None:
        """Look up beforehand, in few queries, what the cells will refer to."""

    def read(self, cell: Cell) -> Any:
        """The value of one cell; an empty one has the field's default.

        Raises:
            Unreadable: the cell is empty and may not be, or says something else.
        """
        if isinstance(cell, float):
            raise Unreadable(
                _("a spreadsheet keeps fifteen digits of a number; expected the cell as text")
            )
        if isinstance(cell, str) and "\x00" in cell:
            raise Unreadable(_("expected text; this holds the character NUL"))
        if cell in FAILED:
            raise Unreadable(_("the formula in this cell gave no value"))
        value = self._read(cell)
        if value is not None and value != "":
            return value
        if self.is_required:
            raise Unreadable(_("this must not be empty"))
        return self.field.get_default()

    def write(self, row: models.Model) -> Any:
        """What the outgoing cell of a row holds: text, a number, a date, or "" for nothing."""
        value = getattr(row, self.name)
        if self.field.choices:
            return self._choices.write(value)
        if isinstance(value, bool):
            return self._written_boolean(value)
        return "" if value is None else value

    def _written_boolean(self, value: bool) -> str:
        if value:
            return gettext("Yes")
        # A register is easier to read where only the exception is marked.
        return "" if self.field.get_default() is False else gettext("No")


class _Known(dict[Cell, Any]):
    """The cells read so far, and what they said."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self._column = column

    def __missing__(self, cell: Cell) -> Any:
        try:
            value = self._column.read(cell)
        except Unreadable as unreadable:
            value = unreadable
        self[cell] = value
        return value
