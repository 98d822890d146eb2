"""One round trip for many counts: the same SELECT over many periods, joined by UNION ALL.

A filtered count per month in one SELECT reads a year's rows once for every month, and the
database's date functions are called for every row. A range per month on an index reads each
row once (figures for both in docs/decisions/0003-one-union-of-range-arms.md). Django would
compile each of the arms anew, at more cost than the database has with them, so a SELECT is
compiled once with its dates left open, and only the dates differ from arm to arm.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
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
OPEN_PERIOD = Period(
    cast("date", Slot("start", DateField())), cast("date", Slot("end", DateField()))
)


@dataclass(frozen=True, slots=True)
class Question:
    """Aggregates over rows that are limited by OPEN_PERIOD, to be asked for several periods."""

    rows: QuerySet[Model]
    columns: Sequence[Aggregate | Combinable]
    periods: Sequence[Period]


Answer = tuple[int, int, tuple[Any, ...]]


def ask(questions: Sequence[Question], by: str = "") -> Iterator[Answer]:
    """Yield (question number, period number, (group, column, column, ...)) for every row found.

    Without `by` the group is None and each period of each question gives exactly one row.
    Columns that a question lacks come back as zero.
    """
    arms = [
        (number, index, period)
        for number, question in enumerate(questions)
        for index, period in enumerate(question.periods)
    ]
    width = max((len(question.columns) for question in questions), default=0)
    compiled = [_compile(question, width, by) for question in questions]
    for start in range(0, len(arms), MOST_ARMS):
        for row in _send(arms[start : start + MOST_ARMS], compiled, questions):
            number, index, _ = arms[start + row[0]]
            yield number, index, row[1:] if by else (None, *row[1:])


Compiled = tuple[str, tuple[Any, ...]]


def _compile(question: Question, width: int, by: str) -> Compiled:
    """The SELECT of one question, its dates and its number still open."""
    padding = (Value(0) for _ in range(width - len(question.columns)))
    columns = {f"column_{n}": c for n, c in enumerate(chain(question.columns, padding))}
    names = [by] if by else []
    rows = question.rows.order_by().annotate(arm=ARM).values("arm", *names).annotate(**columns)
    # Not elided: a reader who may see nothing is told zero, in the same single statement.
    sql, params = rows.query.get_compiler(rows.db, elide_empty=False).as_sql()
    return sql, tuple(params)


def _send(
    arms: Sequence[tuple[int, int, Period]],
    compiled: Sequence[Compiled],
    questions: Sequence[Question],
) -> Iterator[tuple[Any, ...]]:
    connection = connections[questions[0].rows.db]
    adapt = connection.ops.adapt_datefield_value
    statements, values = [], []
    for place, (number, _, period) in enumerate(arms):
        sql, params = compiled[number]
        filling = {"arm": place, "start": adapt(period.start), "end": adapt(period.end)}
        statements.append(sql)
        values += [filling[p.name] if isinstance(p, Slot) else p for p in params]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), values)
        yield from cursor
