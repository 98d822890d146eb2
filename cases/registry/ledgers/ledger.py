"""A ledger: which columns of a model a spreadsheet carries, and what makes two rows the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from django.db import models
from django.db.models import Q, QuerySet

from cases.registry.dockets import DocketKind, DocketNumber
from cases.registry.figures import Label
from cases.registry.ledgers.columns import Column
from cases.registry.ledgers.csvfiles import write_csv
from cases.registry.ledgers.dockets import DocketColumn
from cases.registry.ledgers.references import CHUNK, ReferenceColumn
from cases.registry.ledgers.words import folded, in_every_language

M = TypeVar("M", bound=models.Model)
Key = tuple[Any, ...]
Values = Mapping[str, Sequence[Any]]  # by field, a value for each row


class Ledger(Generic[M]):
    """The columns of one kind of row; two rows with the same `key` are the same row.

    `refers` names, for each foreign key, the fields of the other table a cell may give,
    the one written out first: `refers={"case": ("docket__text",)}`. `refusals` says in a
    clerk's words what the database refuses by a name that is no constraint's, a trigger's say.
    """

    def __init__(
        self,
        name: str,
        model: type[M],
        columns: Sequence[str],
        *,
        key: Sequence[str],
        refers: Mapping[str, tuple[str, ...]] | None = None,
        refusals: Mapping[str, Label] | None = None,
    ) -> None:
        self.name, self.model, self.key = name, model, tuple(key)
        self.label: Label = model._meta.verbose_name_plural or name
        self._names, self._refers = tuple(columns), dict(refers or {})
        self._refusals = dict(refusals or {})

    @property
    def titles(self) -> set[str]:
        """What a file or sheet that holds this ledger may be called."""
        return {folded(text) for text in in_every_language(self.label) | {self.name}}

    @property
    def key_columns(self) -> set[str]:
        return {path.split("__")[0] for path in self.key}

    def columns(self) -> list[Column]:
        """Its columns, new ones each time: they remember what they have read."""
        return [self._column(name) for name in self._names]

    def _column(self, name: str) -> Column:
        field = self._field(name)
        if isinstance(field, models.ForeignKey):
            return ReferenceColumn(field, self._refers.get(name, ("name", "code")))
        return Column(field)

    def _field(self, name: str) -> "models.Field[Any, Any]":
        field = self.model._meta.get_field(name)
        if not isinstance(field, models.Field):
            raise TypeError(f"{name} is no column of {self.model.__name__}")
        return field

    def keys(self, values: Values) -> list[Key]:
        """What identifies each row, as the database would say it."""
        return list(zip(*(values[name] for name in self.key), strict=True))

    def recorded(self, keys: Sequence[Key], names: Sequence[str]) -> dict[Key, tuple[Any, ...]]:
        """What the database holds already under these keys, in the named fields."""
        if not keys:
            return {}
        parts = [set(part) for part in zip(*keys, strict=True)]
        # The part of the key that tells most rows apart finds the fewest others beside them.
        path, different = max(zip(self.key, parts, strict=True), key=lambda each: len(each[1]))
        wanted, found = set(keys), {}
        for some in self._holding(path, different):
            for held in some.values_list(*self.key, *names):
                if (key := held[: len(self.key)]) in wanted:
                    found[key] = held[len(self.key) :]
        return found

    def _holding(self, path: str, values: set[Any]) -> Iterator[QuerySet[M]]:
        rows = self.model._default_manager.order_by("pk")
        known = sorted(values - {None})
        for start in range(0, len(known), CHUNK):
            yield rows.filter(**{f"{path}__in": known[start : start + CHUNK]})
        if None in values:
            yield rows.filter(Q(**{f"{path}__isnull": True}))

    def completed(self, values: Values) -> dict[str, Sequence[Any]]:
        """What new rows hold beside what was read; asked once, just before they are written."""
        return dict(values)

    def refusal(self, error: Exception) -> Label:
        """What a clerk is told where the database refused a row and no constraint says why."""
        said = str(error)
        return next((label for name, label in self._refusals.items() if name in said), said)

    def write(self, rows: Iterable[M]) -> Iterator[list[Any]]:
        """The header in the language in force, then a line for each row."""
        columns = self.columns()
        yield [str(column.label) for column in columns]
        if isinstance(rows, QuerySet):
            rows = self._joined(rows, columns).iterator(chunk_size=CHUNK)
        for row in rows:
            yield [column.write(row) for column in columns]

    def _joined(self, rows: QuerySet[M], columns: Iterable[Column]) -> QuerySet[M]:
        """With the rows that cells name, so that no line asks for its own."""
        paths = [
            "__".join([column.name, *column.by[0].split("__")[:-1]])
            for column in columns
            if isinstance(column, ReferenceColumn)
        ]
        return rows.select_related(*paths) if paths else rows

    def save_csv(self, rows: Iterable[M], path: Path) -> None:
        """Write the ledger as spreadsheets like it: UTF-8 with its mark, lines ending in CRLF."""
        write_csv(self.write(rows), path)


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
        refusals: Mapping[str, Label] | None = None,
    ) -> None:
        super().__init__(
            name, model, columns, key=("docket__text",), refers=refers, refusals=refusals
        )
        self.kind = kind

    def columns(self) -> list[Column]:
        return [DocketColumn(self._field("docket"), self.kind), *super().columns()]

    def keys(self, values: Values) -> list[Key]:
        return [(str(docket),) for docket in values["docket"]]

    def completed(self, values: Values) -> dict[str, Sequence[Any]]:
        """Takes the numbers; the series goes on behind the highest of them."""
        taken = DocketNumber.objects.reserve(self.kind, values["docket"])
        return {**values, "docket": [number.pk for number in taken]}

    def _joined(self, rows: QuerySet[M], columns: Iterable[Column]) -> QuerySet[M]:
        return super()._joined(rows, columns).select_related("docket")
