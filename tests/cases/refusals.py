"""How the database says which named constraint a row breaks."""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import CheckConstraint, Model, UniqueConstraint

Named = CheckConstraint | UniqueConstraint


def constraints(models: Iterable[type[Model]]) -> dict[str, tuple[type[Model], Named]]:
    """Every check and uniqueness of the models, by name."""
    return {
        constraint.name: (model, constraint)
        for model in models
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint | UniqueConstraint)
    }


def answer_to(name: str, models: Iterable[type[Model]]) -> str:
    """What the refusal must contain; SQLite tells the columns of a uniqueness, not its name."""
    model, constraint = constraints(models)[name]
    if isinstance(constraint, UniqueConstraint) and connection.vendor == "sqlite":
        table: str = model._meta.db_table
        fields: Any = map(model._meta.get_field, constraint.fields)
        return ", ".join(f"{table}.{field.column}" for field in fields)
    return name


def named(models: Iterable[type[Model]], kind: type[Named]) -> set[str]:
    """The names of all rules of one kind."""
    found = constraints(models).items()
    return {name for name, (_model, constraint) in found if isinstance(constraint, kind)}


def speaks(found: tuple[type[Model], Named]) -> bool:
    """Whether a rule says in words of its own why it refuses."""
    _model, constraint = found
    return constraint.violation_error_message != constraint.default_violation_error_message
