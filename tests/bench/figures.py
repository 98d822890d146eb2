"""The year by months over many cases, beside SQL written by hand for the same answer."""

from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus
from typing import Any

from django.db import connection
from django.db.models import Count, Q
from django.db.models.functions import TruncMonth
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.reconsideration.conditions import corrected, mediated
from cases.reconsideration.figures import CHAPTER
from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency, AgencyKind
from cases.registry.periods import Period
from cases.registry.roles import Role
from seeds.factories.registry import UserFactory
from tests.bench import agreement
from tests.bench.by_hand import TABLES, the_page, written
from tests.bench.statements import Asked, statement
from tests.bench.timing import medians, show

YEAR = Period.parse("2023")
MONTHS = YEAR.months()
SHEET = CHAPTER.sheets[0]
HAND, ALONE = "best SQL by hand", "every statement of the page, sent alone"
TABLE = Reconsideration._meta.db_table
ALL_LINES = f"{HAND}, all four lines"
ONE_SHEET = f"{HAND}, reconsideration alone"


def respondent() -> int:
    """The body that is asked about where the year is narrowed down to one."""
    return int(Reconsideration.objects.order_by("pk").values_list("respondent", flat=True)[0])


def ours(body: int | None = None) -> Any:
    narrowed = None if body is None else SHEET.rows.filter(respondent=body)
    return SHEET.count([*MONTHS, YEAR], narrowed)


def our_sql(body: int | None = None) -> tuple[str, Callable[[], Any]]:
    """The one statement we send, and a call that sends just that."""
    (sql,) = statements_of(lambda: ours(body))
    return sql, lambda: _rows(sql)


def by_hand(body: int | None = None, periods: Sequence[Period] = MONTHS) -> list[Any]:
    """The reconsideration sheet alone."""
    asked = Asked(YEAR, periods, () if body is None else (body,))
    return _rows(statement(TABLES[Reconsideration], asked, connection.vendor))


def usual() -> list[Any]:
    """What one writes without thinking: a TruncMonth query for each event, no stocks."""
    rows = Reconsideration.objects.recorded()
    answers = []
    for event, counts in (
        ("received_on", {"n": Count("pk")}),
        ("accepted_on", {"n": Count("pk")}),
        ("turned_away_on", {"n": Count("pk", filter=Q(turned_away="not_accepted"))}),
        (
            "concluded_on",
            {
                "n": Count("pk"),
                "mediated": Count("pk", filter=mediated()),
                "corrected": Count("pk", filter=corrected()),
                "upheld": Count("pk", filter=Q(outcome="upheld")),
            },
        ),
    ):
        within = {f"{event}__gte": YEAR.start, f"{event}__lt": YEAR.end}
        monthly = rows.filter(**within).annotate(month=TruncMonth(event)).values("month")
        answers.append(list(monthly.annotate(**counts).order_by("month")))
    return answers


def agree(body: int | None = None) -> None:
    """The contestants must give the same figures, or the race is off."""
    agreement.agree(YEAR, None if body is None else Agency.objects.get(pk=body))


def _rows(sql: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def indexes_used(sql: str) -> set[str]:
    """The indexes the plan of a statement names."""
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    plan = "\n".join(str(row) for row in _rows(explain + sql))
    names = {index.name for index in Reconsideration._meta.indexes}
    return {name for name in names if name in plan}


def page(client: Client, body: str = "") -> None:
    """The rollup as a supervisor opens it: four lines of work, the year before beside it.

    As it stands, that is counted, whether or not the year is closed.
    """
    open_page(client, YEAR, body, stands=True)


def open_page(client: Client, period: Period, body: str = "", *, stands: bool = False) -> None:
    """The rollup of a period, of one body alone where it is named."""
    narrowed, told = {"agency": body} if body else {}, {"as": "stands"} if stands else {}
    response = client.get("/reports/", {"period": str(period), **narrowed, **told})
    assert response.status_code == HTTPStatus.OK, response.status_code


def run() -> None:
    agree()
    sql, at_the_database = our_sql()
    times = medians(
        {
            HAND: by_hand,
            "our statement at the database": at_the_database,
            "our sheet, statement built and answer read": ours,
            "TruncMonth and filtered counts, four queries": usual,
        }
    )
    show(f"the year {YEAR} by months", times, HAND)
    print(f"    indexes in our plan: {', '.join(sorted(indexes_used(sql)))}")
    run_narrowed(respondent())
    reader = supervisor()
    run_page(reader)
    run_own(reader, supervisor(Agency.objects.get(pk=respondent())))
    run_parts(reader)


def run_own(county: Client, body: Client) -> None:
    """The page of who works for one body and sees nothing else, beside that of the county."""
    pages = {"the county's supervisor": county, "a body's own supervisor": body}
    times = medians({name: partial(page, client) for name, client in pages.items()})
    show(f"the page of the year {YEAR}, by who reads it", times, "the county's supervisor")


def run_parts(client: Client) -> None:
    """A figure by field of administration, of which no index of an event knows."""
    arms = (
        f"SELECT field_id, '{start}', COUNT(*) FROM {TABLE} WHERE voided_on IS NULL "  # noqa: S608
        f"AND concluded_on >= '{start}' AND concluded_on < '{end}' GROUP BY field_id"
        for start, end in the_page(YEAR).periods
    )
    asked, by_hand = f"?by=field&period={YEAR}&as=stands", " UNION ALL ".join(arms)
    pages = {
        f"the page of {code} by field": f"/reports/breakdown/reconsideration.{code}/{asked}"
        for code in ("concluded", "pending")
    }
    times = medians(
        {HAND: lambda: _rows(by_hand)}
        | {name: partial(client.get, address, follow=True) for name, address in pages.items()}
    )
    show(f"what was concluded in {YEAR} by field", times, HAND)


def run_page(client: Client) -> None:
    """The whole page, beside SQL by hand and beside all that it asks itself."""
    body = Agency.objects.get(pk=respondent())
    _run_page(f"the page of the year {YEAR}", client)
    _run_page(f"the page of the year {YEAR}, of one respondent", client, body)


def _run_page(title: str, client: Client, body: Agency | None = None) -> None:
    code, asked = body.code if body else "", the_page(YEAR, body.keys_under if body else ())
    page(client, code)  # once without counting: what is kept in memory is read then
    statements = statements_of(lambda: page(client, code))
    by_lines, one = written(asked), statement(TABLES[Reconsideration], asked, connection.vendor)
    times = medians(
        {
            ALL_LINES: lambda: [_rows(sql) for sql in by_lines],
            ONE_SHEET: lambda: _rows(one),
            ALONE: lambda: [_rows(sql) for sql in statements],
            "the whole page, four lines of work": lambda: page(client, code),
        }
    )
    show(title, times, ALL_LINES)
    show(f"{title}, beside one sheet of its nineteen", times, ONE_SHEET)
    show(f"{title}, {len(statements)} statements", times, ALONE)


def statements_of(call: Callable[[], Any]) -> list[str]:
    """Everything a call asks the database, with its parameters written out."""
    with CaptureQueriesContext(connection) as captured:
        call()
    return [each["sql"] for each in captured if each["sql"].startswith("SELECT")]


def supervisor(agency: Agency | None = None) -> Client:
    """Of the bureau, which reads the whole county, or of one agency alone."""
    works_for = agency or Agency.objects.get(kind=AgencyKind.BUREAU)
    person = UserFactory.create(role=Role.SUPERVISOR, agency=works_for)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    return client


def run_narrowed(body: int) -> None:
    """The same year, of one respondent alone."""
    agree(body)
    _sql, at_the_database = our_sql(body)
    times = medians(
        {
            HAND: lambda: by_hand(body),
            "our statement at the database": at_the_database,
            "our sheet, statement built and answer read": lambda: ours(body),
        }
    )
    show(f"the year {YEAR} by months, of one respondent", times, HAND)
