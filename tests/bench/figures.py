"""The year by months over many cases, beside SQL written by hand for the same answer."""

from collections import Counter
from collections.abc import Callable, Sequence
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
from cases.reconsideration.terms import DIRECT_CORRECTIONS, MEDIATIONS
from cases.registry.agencies import Agency, AgencyKind
from cases.registry.periods import Period
from cases.registry.roles import Role
from seeds.factories.registry import UserFactory
from tests.bench.timing import medians, show

YEAR = Period.parse("2023")
MONTHS = YEAR.months()
SHEET = CHAPTER.sheets[0]
HAND, ALONE = "best SQL by hand", "every statement of the page, sent alone"
NOTHING = ("CAST(NULL AS text)", "CAST(NULL AS boolean)")
TABLE = Reconsideration._meta.db_table


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
    """Range arms that group by what the figures ask for; the smallest answer that has them all."""
    recorded = "voided_on IS NULL" + ("" if body is None else f" AND respondent_id = {body}")
    arms: list[str] = []
    for month in periods:
        for event, groups, extra in (
            ("received_on", (), "0"),
            ("accepted_on", (), "0"),
            ("intake_ended_on", (), "0"),
            ("turned_away_on", ("turned_away",), "0"),
            (
                "concluded_on",
                ("outcome", "is_enterprise_related"),
                "COALESCE(SUM(compensation_awarded), 0)",
            ),
        ):
            keys = [*groups, *NOTHING[len(groups) :]]
            arms.append(
                f"SELECT '{month}', '{event}', {keys[0]}, {keys[1]}, COUNT(*), {extra} "  # noqa: S608
                f"FROM {TABLE} WHERE {recorded} AND {event} >= '{month.start}' "
                f"AND {event} < '{month.end}'"
                + (f" GROUP BY {', '.join(groups)}" if groups else "")
            )
    for entered, left in (("accepted_on", "concluded_on"), ("received_on", "intake_ended_on")):
        for since in (
            f"{entered} IS NOT NULL AND {left} IS NULL",
            f"{left} >= '{YEAR.end}'",
            f"{entered} >= '{YEAR.end}'",
        ):
            arms += [
                f"SELECT 'after', '{entered}', {', '.join(NOTHING)}, COUNT(*), 0 "  # noqa: S608
                f"FROM {TABLE} WHERE {recorded} AND {since}"
            ]
    return _rows(" UNION ALL ".join(arms))


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
    by_month: Counter[tuple[str, str]] = Counter()
    for month, event, first, _second, count, _sum in by_hand(body):
        by_month[month, event] += count
        if first in {*map(str, MEDIATIONS)}:
            by_month[month, "mediated"] += count
        if first in {*map(str, DIRECT_CORRECTIONS)}:
            by_month[month, "corrected"] += count
    for month, values in zip(MONTHS, ours(body), strict=False):
        for name, event in (
            ("received", "received_on"),
            ("accepted", "accepted_on"),
            ("concluded", "concluded_on"),
            ("mediated", "mediated"),
            ("corrected", "corrected"),
        ):
            found = by_month[str(month), event]
            assert values[f"reconsideration.{name}"] == found, (month, name)


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
    run_page(supervisor())


def run_page(client: Client) -> None:
    """The whole page, beside its reconsideration figures by hand and beside all that it asks."""
    body = Agency.objects.get(pk=respondent())
    asked = [*MONTHS, YEAR.year_earlier()]
    _run_page(f"the page of the year {YEAR}", client, lambda: by_hand(periods=asked))
    narrowed = f"the page of the year {YEAR}, of one respondent"
    _run_page(narrowed, client, lambda: by_hand(body.pk, asked), body.code)


def _run_page(title: str, client: Client, hand: Callable[[], Any], body: str = "") -> None:
    page(client, body)  # once without counting: what is kept in memory is read then
    statements = statements_of(lambda: page(client, body))
    times = medians(
        {
            HAND: hand,
            ALONE: lambda: [_rows(sql) for sql in statements],
            "the whole page, four lines of work": lambda: page(client, body),
        }
    )
    show(title, times, HAND)
    show(f"{title}, {len(statements)} statements", times, ALONE)


def statements_of(call: Callable[[], Any]) -> list[str]:
    """Everything a call asks the database, with its parameters written out."""
    with CaptureQueriesContext(connection) as captured:
        call()
    return [each["sql"] for each in captured if each["sql"].startswith("SELECT")]


def supervisor() -> Client:
    bureau = Agency.objects.get(kind=AgencyKind.BUREAU)
    person = UserFactory.create(username="reader", role=Role.SUPERVISOR, agency=bureau)
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
