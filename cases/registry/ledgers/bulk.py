"""Many rows into a table at once: what the ORM would write, without an object for each."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice, repeat
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

ENOUGH = 30_000  # parameters of one statement: longer ones gain nothing

Values = Mapping[str, Sequence[Any]]  # by field, a value for each row


def insert(model: type[models.Model], values: Values, into: str | None = None) -> None:
    """Write a row for each place in the columns; fields without one take what a new object has.

    Every different value of a column is prepared for the database once, where bulk_create
    prepares every value of every object; docs/decisions/0004 has the measured difference.

    Raises:
        IntegrityError: a row breaks a constraint. Only a savepoint undoes the others.
    """
    fields = list(_fields(model, values))
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    table = connection.ops.quote_name(into or model._meta.db_table)
    count = len(next(iter(values.values())))
    columns = [_column(model, field, values.get(field.name), count) for field in fields]
    _send(f"{table} ({names})", len(columns), zip(*columns, strict=True))


def _fields(model: type[models.Model], values: Values) -> Iterator["models.Field[Any, Any]"]:
    """What an INSERT names: everything that the database does not fill in by itself."""
    for field in model._meta.concrete_fields:
        if field.name in values or not (field.generated or field.primary_key):
            yield field


def _column(
    model: type[models.Model],
    field: "models.Field[Any, Any]",
    given: Sequence[Any] | None,
    count: int,
) -> Iterable[Any]:
    """One column as the database takes it."""
    prepared = _Prepared(field)
    if given is not None:
        return map(prepared.__getitem__, given)
    if field.has_default() and callable(field.default):
        return [prepared[field.get_default()] for _ in range(count)]
    return repeat(prepared[field.pre_save(model(), add=True)], count)


class _Prepared(dict[Any, Any]):
    """The values of one field, and what the database takes for them."""

    def __init__(self, field: "models.Field[Any, Any]") -> None:
        super().__init__()
        self._prepare = partial(field.get_db_prep_save, connection=connections[DEFAULT_DB_ALIAS])

    def __missing__(self, value: Any) -> Any:
        self[value] = prepared = self._prepare(value)
        return prepared


def _send(into: str, width: int, rows: Iterable[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        # Inside a savepoint SQLite pays for each statement, so it gets few and long ones.
        rows, at_once = iter(rows), max(1, _parameters() // width)
        while some := list(islice(rows, at_once)):
            marks = ", ".join([f"({', '.join(['%s'] * width)})"] * len(some))
            statement = f"INSERT INTO {into} VALUES {marks}"  # noqa: S608  # our own names
            cursor.execute(statement, list(chain.from_iterable(some)))


def _parameters() -> int:
    """How many parameters one statement may have."""
    limit: int = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
    return min(limit, ENOUGH)
