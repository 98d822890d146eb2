"""One round trip for many counts: the same SELECT over many periods, joined by UNION ALL.

A filtered count per month in one SELECT reads a year's rows once for every month, and the
database's date functions are called for every row. A range per month on an index reads each
row once (figures for both in docs/decisions/0003-one-union-of-range-arms.md). Django would
compile each of the arms anew, at more cost than the database has with them, so a SELECT is
compiled once with its dates left open, and only the dates differ from arm to arm. PostgreSQL
is sent it once, beside its periods (docs/decisions/0018-a-select-beside-its-periods.md), and
plans it once for all periods (docs/decisions/0019-planned-once-for-all-periods.md).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from typing import Any, cast

from django.db import connections
from django.db.models import (
    Aggregate,
    DateField,
    Expression,
    Field,
    IntegerField,
    Model,
    QuerySet,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.sql.compiler import SQLCompiler

from cases.registry.periods import Period

# SQLite joins at most 500 SELECTs in one statement.
MOST_ARMS = 400
BESIDE = (
    "SELECT answer.* FROM unnest(%s::int[], %s::date[], %s::date[]) AS asked (arm, first, past) "
    "CROSS JOIN LATERAL ({}) AS answer"
)


class Slot(Expression):
    """A place in compiled SQL that is filled in when the statement is sent."""

    def __init__(self, name: str, output_field: "Field[Any, Any]") -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:  # noqa: ARG002
        return "%s", (self,)

    def get_group_by_cols(self) -> list[Any]:
        return []


ARM = Slot("arm", IntegerField())
# What fills the slots of a SELECT that stands beside its periods.
PLACES = {"arm": "asked.arm", "start": "asked.first", "end": "asked.past"}
OPEN_PERIOD = Period(
    cast("date", Slot("start", DateField())), cast("date", Slot("end", DateField()))
)


@dataclass(frozen=True, slots=True)
class Select:
    """Aggregates over rows that are limited by OPEN_PERIOD, compiled for any period.

    All other parameters stand in the text, for a page has thousands of them. What SQLite is given
    for each period is named by `slots`, in their order; PostgreSQL has it beside the text.
    """

    db: str
    sql: str
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A SELECT to be asked for several periods."""

    select: Select
    periods: Sequence[Period]


Arm = tuple[int, int, Period]  # number of the question, number of its period
Answer = tuple[int, int, tuple[Any, ...]]


def ask(questions: Sequence[Question], by: str = "") -> Iterator[Answer]:
    """Yield (question number, period number, (group, column, column, ...)) for every row found.

    Without `by` the group is None and each period of each question gives exactly one row.
    All of them have one `width`, and were compiled with the same `by`.
    """
    arms = [
        (number, index, period)
        for number, question in enumerate(questions)
        for index, period in enumerate(question.periods)
    ]
    for start in range(0, len(arms), MOST_ARMS):
        for row in _send(arms[start : start + MOST_ARMS], questions):
            number, index, _ = arms[start + row[0]]
            yield number, index, row[1:] if by else (None, *row[1:])


def select(
    rows: QuerySet[Model], aggregates: Sequence[Aggregate | Combinable], width: int, by: str
) -> Select:
    """The SELECT with its dates and its number still open; columns that it lacks are zero."""
    padding = (Value(0) for _ in range(width - len(aggregates)))
    columns = {f"column_{n}": c for n, c in enumerate(chain(aggregates, padding))}
    names = [by] if by else []
    rows = rows.order_by().annotate(arm=ARM).values("arm", *names).annotate(**columns)
    # Not elided: a reader who may see nothing is told zero, in the same single statement.
    sql, params = rows.query.get_compiler(rows.db, elide_empty=False).as_sql()
    slots = tuple(param.name for param in params if isinstance(param, Slot))
    return Select(rows.db, _written(connections[rows.db], sql, params), slots)


def _written(connection: Any, sql: str, params: Sequence[Any]) -> str:
    beside = connection.vendor == "postgresql"
    quote = _compose(connection) if beside else connection.schema_editor().quote_value
    values = (
        (PLACES[param.name] if beside else "%s")
        if isinstance(param, Slot)
        else quote(param).replace("%", "%%")
        for param in params
    )
    text = sql.replace("%%", "%%%%") % tuple(values)
    return BESIDE.format(text) if beside else text


def _compose(connection: Any) -> Callable[[Any], str]:
    return lambda value: str(connection.ops.compose_sql("%s", [value]))


def _send(arms: Sequence[Arm], questions: Sequence[Question]) -> Iterator[tuple[Any, ...]]:
    connection: Any = connections[questions[0].select.db]
    if connection.vendor == "postgresql":
        statement, values = _beside(arms, questions)
        cursor = connection.planning_once()
    else:
        statement, values = _in_turn(arms, questions, connection.ops.adapt_datefield_value)
        cursor = connection.cursor()
    with cursor:
        cursor.execute(statement, values)
        yield from cursor


def _beside(arms: Sequence[Arm], questions: Sequence[Question]) -> tuple[str, list[Any]]:
    """Each SELECT once, beside its periods: PostgreSQL reads and plans it once and not for each.

    An array is given as PostgreSQL writes it, for which the driver takes ten times as long.
    """
    statements, values = [], list[Any]()
    for number, alike in groupby(enumerate(arms), key=lambda each: each[1][0]):
        statements.append(questions[number].select.sql)
        asked = [(place, period.start, period.end) for place, (_, _, period) in alike]
        values += (f"{{{','.join(map(str, column))}}}" for column in zip(*asked, strict=True))
    return " UNION ALL ".join(statements), values


def _in_turn(
    arms: Sequence[Arm], questions: Sequence[Question], adapt: Callable[[date], Any]
) -> tuple[str, list[Any]]:
    """Each SELECT once for each of its periods, and what is given to them."""
    statements, values = [], list[Any]()
    for place, (number, _, period) in enumerate(arms):
        asked = questions[number].select
        given = {"arm": place, "start": adapt(period.start), "end": adapt(period.end)}
        statements.append(asked.sql)
        values += [given[slot] for slot in asked.slots]
    return " UNION ALL ".join(statements), values
