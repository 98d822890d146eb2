"""A ledger: which columns of a model a spreadsheet carries, and what makes two rows the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.registry.dockets import Docket, DocketKind, DocketNumber
from cases.registry.figures import Label
from cases.registry.ledgers.cells import Read, in_every_language, text_of
from cases.registry.ledgers.columns import CHUNK, Column, ReferenceColumn
from cases.registry.ledgers.faults import Unreadable

M = TypeVar("M", bound=models.Model)
Key = tuple[Any, ...]


@dataclass(slots=True)
class Entry(Generic[M]):
    """One line of a ledger: the number a spreadsheet shows, its values, and the row to write."""

    number: int
    values: dict[str, Any]
    row: M


class Ledger(Generic[M]):
    """The columns of one kind of row; two rows with the same `key` are the same row.

    `refers` names, for each foreign key, the fields of the other table a cell may give,
    the one written out first: `refers={"case": ("docket__text",)}`.
    """

    def __init__(
        self,
        name: str,
        model: type[M],
        columns: Sequence[str],
        *,
        key: Sequence[str],
        refers: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.name, self.model, self.key = name, model, tuple(key)
        self.label: Label = model._meta.verbose_name_plural or name
        self._names, self._refers = tuple(columns), dict(refers or {})

    @property
    def titles(self) -> set[str]:
        """What a file or sheet that holds this ledger may be called."""
        return in_every_language(self.label) | {self.name}

    def columns(self) -> list[Column]:
        return [self._column(name) for name in self._names]

    def _column(self, name: str) -> Column:
        field = self.model._meta.get_field(name)
        if isinstance(field, models.ForeignKey):
            return ReferenceColumn(field, self._refers.get(name, ("name", "code")))
        assert isinstance(field, models.Field)  # noqa: S101  # a ledger has no reverse columns
        return Column(field)

    def key_of(self, values: Mapping[str, Any]) -> Key:
        """What identifies a row, from the values read of its cells."""
        return tuple(values[name] for name in self.key)

    def existing(self, keys: Iterable[Key]) -> set[Key]:
        """Those of the keys that the database already holds."""
        wanted = set(keys)
        first = sorted({key[0] for key in wanted}, key=str)
        rows = self.model._default_manager.order_by()
        found: set[Key] = set()
        for start in range(0, len(first), CHUNK):
            some = rows.filter(**{f"{self.key[0]}__in": first[start : start + CHUNK]})
            found |= wanted & set(some.values_list(*self.key))
        return found

    def build(self, values: Mapping[str, Any]) -> M:
        """A row not yet written; empty cells take the field's default."""
        given = {self._attributes[n]: value for n, value in values.items() if value is not None}
        return self.model(**given)

    @cached_property
    def _attributes(self) -> dict[str, str]:
        """A foreign key is filled in by its number, not by its row."""
        return {column.name: column.attribute for column in self.columns()}

    def insert(self, entries: Sequence["Entry[M]"]) -> None:
        """Write new rows; the database refuses what breaks a constraint."""
        rows = [entry.row for entry in entries]
        self.model._default_manager.bulk_create(rows, batch_size=2000)

    def write(self, rows: Iterable[M]) -> Iterator[list[Any]]:
        """The header in the language in force, then a line for each row."""
        columns = self.columns()
        yield [str(column.label) for column in columns]
        for row in rows:
            yield [column.write(row) for column in columns]


class DocketColumn(Column):
    """The bureau's own number, however its brackets were typed; see `Docket.parse`."""

    def __init__(self, field: "models.Field[Any, Any]", kind: DocketKind) -> None:
        self.kind = kind
        super().__init__(field)

    def _reader(self, field: "models.Field[Any, Any]") -> Read:  # noqa: ARG002
        return self._docket

    def _docket(self, cell: Any) -> Docket | None:
        text = text_of(cell)
        if not text:
            return None
        expected = Docket(f"{settings.LAWGOV_DOCKET_PREFIX}{self.kind.mark}", 2024, 23)
        try:
            docket = Docket.parse(text)
        except ValueError:
            docket = None
        if docket is None or not docket.prefix.endswith(self.kind.mark):
            raise Unreadable(
                _("expected a docket number such as %(number)s") % {"number": expected}
            )
        return docket


class DocketedLedger(Ledger[M]):
    """A ledger whose rows bear the bureau's own docket numbers, which it brings along."""

    def __init__(
        self,
        name: str,
        model: type[M],
        kind: DocketKind,
        columns: Sequence[str],
        *,
        refers: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        super().__init__(name, model, columns, key=("docket__text",), refers=refers)
        self.kind = kind

    def columns(self) -> list[Column]:
        docket = self.model._meta.get_field("docket")
        assert isinstance(docket, models.Field)  # noqa: S101  # every docketed model has one
        return [DocketColumn(docket, self.kind), *super().columns()]

    def key_of(self, values: Mapping[str, Any]) -> Key:
        return (str(values["docket"]),)

    def build(self, values: Mapping[str, Any]) -> M:
        return super().build({name: v for name, v in values.items() if name != "docket"})

    def insert(self, entries: Sequence["Entry[M]"]) -> None:
        taken = DocketNumber.objects.reserve(self.kind, [e.values["docket"] for e in entries])
        for entry, number in zip(entries, taken, strict=True):
            entry.row.docket = number  # type: ignore[attr-defined]  # every docketed model has one
        super().insert(entries)
