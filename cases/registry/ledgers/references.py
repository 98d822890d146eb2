"""Columns that name a row of another table."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.registry.dockets import Docket, DocketNumber
from cases.registry.ledgers.cells import Cell, Read, text_of
from cases.registry.ledgers.columns import Column
from cases.registry.ledgers.faults import Dangling, Unreadable
from cases.registry.ledgers.words import narrow

CHUNK = 5000  # values in one IN (…)


class ReferenceColumn(Column):
    """A column that names a row of another table, by any of several fields of it.

    The first of them is the one written out, and ought to be unique.
    """

    def __init__(self, field: "models.ForeignKey[Any, Any]", by: tuple[str, ...]) -> None:
        self.by, self.model = by, field.remote_field.model
        self._spelled = {path: spelling(self.model, path) for path in by}
        self._found: dict[tuple[str, str], Any] = {}
        super().__init__(field)

    def _reader(self, field: "models.Field[Any, Any]") -> Read:  # noqa: ARG002
        return self._refer

    def spellings(self, cell: Cell) -> set[str]:
        """Everything the cell may be called under: as typed, and as each field spells it."""
        text = text_of(cell)
        return {text, *(spelled(text) for spelled in self._spelled.values())}

    def prepare(self, cells: Iterable[Cell]) -> None:
        texts = {text_of(cell) for cell in set(cells) - self._known.keys()}
        texts = {text for text in texts if text and "\x00" not in text}
        self._found = {}
        for path, spelled in self._spelled.items():
            wanted = sorted({spelled(text) for text in texts})
            for start in range(0, len(wanted), CHUNK):
                self._look_up(path, wanted[start : start + CHUNK])

    def _look_up(self, path: str, wanted: list[str]) -> None:
        rows = self.model._default_manager.order_by().filter(**{f"{path}__in": wanted})
        for name, pk in rows.values_list(path, "pk"):
            known = self._found.setdefault((path, name), pk)
            if known != pk:
                self._found[path, name] = _SEVERAL

    def _refer(self, cell: Cell) -> Any:
        text = text_of(cell)
        if not text:
            return None
        found = {self._found.get((path, spelled(text))) for path, spelled in self._spelled.items()}
        found.discard(None)
        if not found:
            raise Dangling(
                _("there is no such entry among the %(plural)s")
                % {"plural": self.model._meta.verbose_name_plural}
            )
        if len(found) > 1 or _SEVERAL in found:
            raise Unreadable(
                _("several of the %(plural)s are called that; expected what tells them apart")
                % {"plural": self.model._meta.verbose_name_plural}
            )
        return found.pop()

    def write(self, row: models.Model) -> Any:
        value = getattr(row, self.name)
        for part in self.by[0].split("__"):
            value = getattr(value, part, None)
        return "" if value is None else value


_SEVERAL = object()


def spelling(model: type[models.Model], path: str) -> Callable[[str], str]:
    """How the field at the end of a path would spell a text that was typed for it.

    Raises:
        FieldDoesNotExist, TypeError: the path leads nowhere, or to something that is no text.
    """
    field: Any = None
    for part in path.split("__"):
        field = model._meta.get_field(part)
        model = field.related_model or model
    if not isinstance(field, models.CharField):
        raise TypeError(f"{path} is no text that a cell could repeat")
    if field.model is DocketNumber:
        return _spelled_docket
    if type(field).to_python is models.CharField.to_python:
        return str

    def spelled(text: str) -> str:
        try:
            return str(field.to_python(text))
        except ValidationError:
            return text  # then no row is called that, which is the fault to report

    return spelled


def _spelled_docket(text: str) -> str:
    try:
        return str(Docket.parse(narrow(text)))
    except ValueError:
        return text
