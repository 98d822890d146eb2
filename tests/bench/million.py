"""Ten years of made-up reconsideration cases, written past the ORM for speed."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import Any

from django.db import connection, models

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.terms import Outcome
from cases.registry.dockets import DocketKind, DocketNumber, DocketSeries
from cases.registry.roles import Role
from cases.registry.users import User
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import ActKindFactory, AgencyFactory, FieldFactory, UserFactory

HANDLERS = 40
VOIDED = 1_000  # one case in so many was entered by mistake
FEW_OF = 5_000  # one case in so many is handled by somebody who has few
YEARS = range(2015, 2025)
BATCH = 10_000


def fill(count: int) -> None:
    """`count` cases spread evenly over ten years; about one in fifty still open or refused."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")  # an office never writes so much at once
    agencies = [AgencyFactory.create().pk for _ in range(60)]
    fields = [FieldFactory.create().pk for _ in range(40)]
    acts = [ActKindFactory.create().pk for _ in range(10)]
    series = [
        DocketSeries.objects.create(kind=DocketKind.RECONSIDERATION, prefix="测政复", year=year)
        for year in YEARS
    ]
    per_year = count // len(series)
    numbers = (
        (place * per_year + n, each.pk, n, f"{each}{n}号")
        for place, each in enumerate(series)
        for n in range(1, per_year + 1)
    )
    write(DocketNumber, ["id", "series_id", "sequence", "text"], numbers)
    template, handlers = _template(), people()
    codes = (agencies, fields, acts, handlers)
    rows = (_case(template, n, per_year, *codes) for n in range(per_year * 10))
    write(Reconsideration, list(template), rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def people() -> list[int]:
    """Who handles the cases: the first only one in so many, the others an equal share each."""
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    return [
        UserFactory.create(username=f"handler{n}", role=Role.CLERK, agency=bureau).pk
        for n in range(HANDLERS)
    ]


def who_handles(*, few: bool) -> User:
    """One of those people: the one with few cases, or one with many."""
    return User.objects.get(username="handler0" if few else "handler1")


def _template() -> dict[str, Any]:
    """The columns of an ordinary case as the database keeps them."""
    case = ReconsiderationFactory.build(docket=None, respondent=None, field=None, act_kind=None)
    columns = [
        f for f in Reconsideration._meta.concrete_fields if not isinstance(f, models.AutoField)
    ]
    return {
        str(f.column): f.get_db_prep_save(f.pre_save(case, add=True), connection)
        for f in columns
        if not isinstance(f, models.GeneratedField)
    }


def _case(
    template: dict[str, Any], n: int, per_year: int, agencies: list[int], *codes: list[int]
) -> list[Any]:
    chance = Random(n)  # noqa: S311  # repeatable, not secret
    year, place = divmod(n, per_year)
    received = date(YEARS[year], 1, 1) + timedelta(days=place * 365 // per_year)
    row = template | {
        "docket_id": n + 1,
        "received_on": received,
        "respondent_id": chance.choice(agencies),
        "field_id": chance.choice(codes[0]),
        "act_kind_id": chance.choice(codes[1]),
        "is_enterprise_related": chance.random() < 0.1,
        "handler_id": codes[2][0] if n % FEW_OF == 0 else chance.choice(codes[2][1:]),
    }
    if chance.random() < 0.02:
        row |= {"turned_away_on": received, "turned_away": "withdrawn"}
    else:
        accepted = received + timedelta(days=chance.randint(1, 7))
        row["accepted_on"] = accepted
        if chance.random() < 0.98:
            row["concluded_on"] = accepted + timedelta(days=chance.randint(10, 60))
            row["outcome"] = chance.choice(Outcome.values)
    if n % VOIDED == 0:
        row |= {"voided_on": received, "void_reason": "entered twice"}
    return [str(value) if isinstance(value, date) else value for value in row.values()]


def write(model: type[models.Model], columns: list[str], rows: Iterator[Any]) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    into = f'"{model._meta.db_table}" ({names})'
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(columns))
        statement = f"INSERT INTO {into} VALUES ({marks})"  # noqa: S608  # our own names
        while batch := list(islice(rows, BATCH)):
            cursor.executemany(statement, batch)
