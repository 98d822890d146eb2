"""What is searched of a kind of record, and every row whose change may alter it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import ForeignKey, Model, QuerySet
from django.db.models.fields.reverse_related import ForeignObjectRel

from cases.registry.search.spelling import fold


class Watch(NamedTuple):
    """Columns of one table whose change alters the text of the records that `reached` selects.

    `reached` is SQL over {row}; rows of a table that hangs on the record also come and go.
    """

    table: str
    columns: tuple[str, ...]
    reached: str
    hangs: bool = False


@dataclass(frozen=True)
class Searched:
    """One kind of record and the paths to the text it is found by.

    A path leads over foreign keys to a column, or to a column of rows that hang on the record.
    """

    model: type[Model]
    paths: tuple[str, ...]

    @property
    def kind(self) -> str:
        return f"{self.model._meta.app_label}_{self.model._meta.model_name}"

    @property
    def table(self) -> str:
        return f"search_{self.kind}"

    @cached_property
    def _hanging(self) -> tuple[str, ...]:
        return tuple(path for path in self.paths if _hangs(self.model, path))

    def texts(self, pks: Sequence[int]) -> dict[int, str]:
        """The text of some records, a query and one more for each table that hangs on them."""
        rows: QuerySet[Any] = self.model._base_manager.filter(pk__in=pks)
        own = [path for path in self.paths if path not in self._hanging]
        found: dict[int, list[str]] = {pk: said for pk, *said in rows.values_list("pk", *own)}
        for path in self._hanging:
            for pk, said in rows.values_list("pk", path):
                found[pk].append(said)
        return {pk: _joined(said) for pk, said in found.items()}

    def watches(self) -> list[Watch]:
        """Each table once, with all of its columns that matter in the same way."""
        columns: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
        for path in self.paths:
            for watch in _along(self.model, path):
                columns[watch.table, watch.reached, watch.hangs].extend(watch.columns)
        return [
            Watch(table, tuple(dict.fromkeys(names)), reached, hangs)
            for (table, reached, hangs), names in columns.items()
        ]


def _joined(said: Iterable[str | None]) -> str:
    """Pieces apart from each other, so that a whole one can be told from a part."""
    folded = dict.fromkeys(fold(piece) for piece in said if piece)
    return f" {' '.join(piece for piece in folded if piece)} "


def _hangs(model: type[Model], path: str) -> bool:
    return isinstance(model._meta.get_field(path.split("__", maxsplit=1)[0]), ForeignObjectRel)


def _along(model: type[Model], path: str) -> Iterator[Watch]:
    """What may change on the way to a column, table by table."""
    first, *rest = path.split("__")
    if _hangs(model, path):
        hanging: Any = model._meta.get_field(first)
        (name,) = rest  # a column of the row itself: nothing hangs on what hangs
        link, child = hanging.field.column, hanging.related_model
        columns = (str(child._meta.get_field(name).column), link)
        yield Watch(child._meta.db_table, columns, f'{{row}}."{link}"', hangs=True)
        return
    reached, joins, alias = "{row}.id", f'"{model._meta.db_table}" t0', "t0"
    for place, name in enumerate((first, *rest)):
        field: Any = model._meta.get_field(name)
        yield Watch(model._meta.db_table, (field.column,), reached)
        if not isinstance(field, ForeignKey):
            return
        model = field.related_model
        reached = f'SELECT t0.id FROM {joins} WHERE {alias}."{field.column}" = {{row}}.id'  # noqa: S608  # our own names
        target = f"t{place + 1}"
        joins += (
            f' JOIN "{model._meta.db_table}" {target} ON {alias}."{field.column}" = {target}.id'
        )
        alias = target
