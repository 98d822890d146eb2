"""The columns of a ledger, each tied to a field of its model."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.registry.ledgers.cells import Read, in_every_language, reader, written
from cases.registry.ledgers.faults import Unreadable

CHUNK = 5000


class Column:
    """One column: its header is the field's name in either language, or the field's code."""

    def __init__(self, field: "models.Field[Any, Any]") -> None:
        self.name, self.attribute = field.name, field.attname
        self.label = field.verbose_name
        self.headers = in_every_language(self.label) | {field.name}
        self.has_default = field.has_default()
        self.is_required = not field.blank and not self.has_default
        self._field = field
        self._read = self._reader(field)

    def _reader(self, field: "models.Field[Any, Any]") -> Read:
        return reader(field)

    def prepare(self, cells: Iterable[Any]) -> None:
        """Look up beforehand, in few queries, what the cells will refer to."""

    def read(self, cell: Any) -> Any:
        """The value of a cell.

        Raises:
            Unreadable: the cell is empty and may not be, or says something else.
        """
        value = self._read(cell)
        if value in (None, "") and self.is_required:
            raise Unreadable(_("this must not be empty"))
        return value

    def write(self, row: models.Model) -> Any:
        if self._field.choices:
            return str(getattr(row, f"get_{self.name}_display")())
        return written(getattr(row, self.name))


class ReferenceColumn(Column):
    """A column that names a row of another table, by any of several fields of it."""

    def __init__(self, field: "models.ForeignKey[Any, Any]", by: tuple[str, ...]) -> None:
        self.by, self.model = by, field.remote_field.model
        self._found: dict[str, Any] = {}
        super().__init__(field)

    def _reader(self, field: "models.Field[Any, Any]") -> Read:  # noqa: ARG002
        return self._refer

    def prepare(self, cells: Iterable[Any]) -> None:
        wanted = sorted({str(cell).strip() for cell in cells if cell not in (None, "")})
        self._found = {}
        for start in range(0, len(wanted), CHUNK):
            some = wanted[start : start + CHUNK]
            for name in self.by:
                rows = self.model._default_manager.filter(**{f"{name}__in": some})
                for key, pk in rows.values_list(name, "pk"):
                    known = self._found.setdefault(key, pk)
                    if known != pk:
                        self._found[key] = _SEVERAL

    def _refer(self, cell: Any) -> Any:
        text = "" if cell is None else str(cell).strip()
        if not text:
            return None
        found = self._found.get(text)
        if found is None:
            raise Unreadable(
                _("there is no %(what)s of this name or number")
                % {"what": self.model._meta.verbose_name}
            )
        if found is _SEVERAL:
            raise Unreadable(
                _("several bear this name; expected the code of the %(what)s")
                % {"what": self.model._meta.verbose_name}
            )
        return found

    def write(self, row: models.Model) -> Any:
        value = getattr(row, self.name)
        for name in self.by[0].split("__"):
            value = getattr(value, name, None)
        return written(value)


_SEVERAL = object()
