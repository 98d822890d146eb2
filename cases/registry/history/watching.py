"""Which tables are watched, which of their columns are recorded, and whose history a row is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.db import models

from cases.registry.records import Kept, Record
from cases.registry.timing.clocked import STORED

# What the machine writes by itself, or says that somebody was here without changing anything.
UNRECORDED: Final = frozenset(
    {*STORED, "clock_turn", "version", "changed_at", "last_login", "revision", "reckoned_for"}
)
# Of these it is recorded that they changed, by a digest of what they were and are.
SECRET: Final = frozenset({"password"})
_TEXT: Final = frozenset({"CharField", "TextField"})


@dataclass(frozen=True)
class Column:
    """One recorded column, and what the databases have to know of it."""

    name: str
    kind: str  # Django's name for the type of the field
    may_be_null: bool = False

    @property
    def is_text(self) -> bool:
        return self.kind in _TEXT

    @property
    def is_flag(self) -> bool:
        """Yes or no and nothing else, so that no is as good as unsaid."""
        return self.kind == "BooleanField" and not self.may_be_null

    @property
    def is_secret(self) -> bool:
        return self.name in SECRET


@dataclass(frozen=True)
class Watched:
    """A table whose every change is recorded.

    Columns come in the order of their names, and what is empty is not said: a migration that
    adds an empty column leaves all digests as they are.
    """

    model: type[models.Model]

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def name(self) -> str:
        """What its triggers are called by; a model's name is taken once in all apps."""
        return f"{self.model._meta.app_label}_{self.model._meta.model_name}"

    @cached_property
    def fields(self) -> tuple["models.Field[Any, Any]", ...]:
        found = (
            field
            for field in self.model._meta.concrete_fields
            if not (field.primary_key or field.generated or field.name in UNRECORDED)
        )
        return tuple(sorted(found, key=lambda field: str(field.column)))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return tuple(Column(str(f.column), f.get_internal_type(), f.null) for f in self.fields)

    @cached_property
    def parent(self) -> "models.ForeignKey[Any, Any] | None":
        """The key to the row this one belongs to."""
        name = getattr(self.model, "belongs_to", "")
        return self.model._meta.get_field(name) if name else None  # type: ignore[return-value]  # it is one

    @property
    def has_versions(self) -> bool:
        return issubclass(self.model, Record)

    @property
    def keeper(self) -> "models.ForeignKey[Any, Any] | None":
        """The key to the record whose version speaks for this row; None for a record itself."""
        return None if self.has_versions else self.parent

    def ancestors(self) -> Iterator["models.ForeignKey[Any, Any]"]:
        """The keys that lead from the row to the record on whose page its history is read."""
        step = self.parent
        while step is not None:
            yield step
            step = Watched(step.related_model).parent

    @property
    def owner(self) -> type[models.Model]:
        found: type[models.Model] = self.model
        for step in self.ancestors():
            found = step.related_model
        return found


def keeps(model: type[models.Model]) -> bool:
    """Whether every table of this kind is watched without being asked."""
    return issubclass(model, Kept) and not model._meta.proxy and model._meta.managed
