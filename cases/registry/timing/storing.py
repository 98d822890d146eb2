"""What a reckoning found is written into the records, a batch in one statement."""

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Any

from django.db import connections

from cases.registry.timing.clocked import STORED, Clocked


def store(model: type[Clocked], answers: Sequence[tuple[int, Sequence[Any]]], db: str) -> None:
    """Write what each record keeps of its clock, in the order of `STORED`, by its key.

    A statement for each record would cost PostgreSQL more than the reckoning.
    """
    connection, columns = connections[db], ("id", *STORED)
    quote = connection.ops.quote_name
    table, turn = quote(model._meta.db_table), quote("clock_turn")
    new = ", ".join(map(quote, columns))
    setting = ", ".join(f"{quote(name)} = new.{quote(name)}" for name in STORED)
    rows = [(pk, *map(_adapted, answer)) for pk, answer in answers]
    if connection.vendor == "postgresql":
        fields = {field.name: field for field in model._meta.concrete_fields}
        kinds = [str(fields[name].cast_db_type(connection)) for name in columns]
        source, values = _unnested(rows, kinds)
    else:
        source, values = _listed(rows)
    statement = (
        f"WITH new ({new}) AS ({source})"  # noqa: S608  # our own names
        f" UPDATE {table} SET {setting}, {turn} = {table}.{turn} + 1"
        f" FROM new WHERE {table}.id = new.id"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _unnested(rows: Sequence[tuple[Any, ...]], kinds: Sequence[str]) -> tuple[str, list[Any]]:
    """A list for each column, with its kind, for it may be all empty."""
    arrays = ", ".join(f"%s::{kind}[]" for kind in kinds)
    columns = [list(column) for column in zip(*rows, strict=True)]
    return f"SELECT * FROM unnest({arrays})", columns  # noqa: S608  # our own kinds


def _listed(rows: Sequence[tuple[Any, ...]]) -> tuple[str, list[Any]]:
    marks = f"({', '.join(['%s'] * (1 + len(STORED)))})"
    return f"VALUES {', '.join([marks] * len(rows))}", list(chain.from_iterable(rows))


def _adapted(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
