"""Which rows of a page break which rules of their model, found by the database for all at once."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.db import connection, models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from cases.registry.conditions import fields_of
from cases.registry.ledgers.bulk import Values, insert

TRAY = "lawgov_ledger_tray"


class Rule(NamedTuple):
    """What a constraint speaks of and says, and the SQL that finds the rows in the tray
    that break it.
    """

    fields: frozenset[str]
    message: Any  # as constraints have it: text, translated when it is shown
    sql: str


class Breach(NamedTuple):
    """The row at `place` breaks a rule."""

    place: int
    rule: Rule


def breaches(model: type[models.Model], values: Values) -> list[Breach]:
    """Every rule that every row breaks, with the rows in a table that has no rules of its own.

    A constraint knows itself in SQL, so the answer is the database's own. Checks and unique
    fields are found; what else a database may refuse is left to whoever writes the rows.
    """
    count = len(next(iter(values.values())))
    table, tray = _quoted(model._meta.db_table), _quoted(TRAY)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {tray} AS SELECT * FROM {table} WHERE 1 = 0")  # noqa: S608  # only names of our own models
        insert(model, {**values, _key(model).name: range(count)}, into=TRAY)
        found = []
        for rule in (*_checks(model), *_unique(model)):
            cursor.execute(rule.sql)
            found += [Breach(place, rule) for (place,) in cursor.fetchall()]
        cursor.execute(f"DROP TABLE {tray}")
    return found


def _checks(model: type[models.Model]) -> Iterator[Rule]:
    place, tray = _column(_key(model)), _quoted(TRAY)
    for constraint in model._meta.constraints:
        if isinstance(constraint, CheckConstraint) and isinstance(constraint.condition, Q):
            sql = f"SELECT {place} FROM {tray} WHERE NOT ({_sql(model, constraint.condition)})"  # noqa: S608  # as above
            yield Rule(fields_of(constraint), constraint.get_violation_error_message(), sql)


def _unique(model: type[models.Model]) -> Iterator[Rule]:
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and constraint.fields:
            sql = _repeated(model, constraint.fields, constraint.condition)
            message = constraint.get_violation_error_message()
            yield Rule(fields_of(constraint), message, sql)
    for field in model._meta.concrete_fields:
        if field.unique and not field.primary_key:
            message = model().unique_error_message(model, (field.name,)).messages[0]
            yield Rule(frozenset({field.name}), message, _repeated(model, [field.name], None))


def _repeated(model: type[models.Model], names: Sequence[str], condition: Q | None) -> str:
    """Rows whose fields an earlier row of the tray holds already, or a row of the table."""
    key, tray, table = _column(_key(model)), _quoted(TRAY), _quoted(model._meta.db_table)
    columns = [_column(model._meta.get_field(name)) for name in names]
    where = _sql(model, condition) if condition else "1 = 1"
    filled = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    same = " AND ".join(f"held.{column} = {tray}.{column}" for column in columns)
    earlier = f"ROW_NUMBER() OVER (PARTITION BY {', '.join(columns)} ORDER BY {key}) AS times"
    return f"""
        SELECT {key} FROM
            (SELECT {key}, {earlier} FROM {tray} WHERE ({where}) AND {filled}) AS numbered
            WHERE times > 1
        UNION
        SELECT {key} FROM {tray}
            WHERE ({where}) AND EXISTS (SELECT 1 FROM {table} AS held WHERE ({where}) AND {same})
    """  # noqa: S608  # as above


def _sql(model: type[models.Model], condition: Q) -> str:
    """A condition as a constraint of the table would have it: column names and no parameters."""
    constraint = CheckConstraint(name="rule", condition=condition)
    said = constraint.constraint_sql(model, connection.schema_editor())
    return str(said).partition(" CHECK ")[2]


def _key(model: type[models.Model]) -> "models.Field[Any, Any]":
    """The primary key; in the tray it is the place of the row on its page."""
    return model._meta.pk


def _column(field: Any) -> str:
    return _quoted(field.column)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
