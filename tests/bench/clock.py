"""The statutory clock on many open cases: how fast all dates are reckoned, how fast lists sort.

python -m tests.bench.clock [cases] runs it on SQLite and PostgreSQL; with DATABASE_URL set, on
that empty database alone.
"""

import re
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

import django

from tests.bench.both import is_told, on_both

if __name__ == "__main__":
    if not is_told():
        on_both("tests.bench.clock", sys.argv[1:])
        sys.exit()
    django.setup()

from django.core.management import call_command
from django.db import connection

from cases.reconsideration.clock import ROOM
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import Suspension
from cases.registry.dockets import DocketKind, DocketNumber, DocketSeries
from cases.registry.timing.calendars import CalendarEntry
from cases.registry.timing.loading import clocks
from cases.registry.timing.rooms import BATCH, bring_up_to_date
from seeds.factories.registry import ActKindFactory, AgencyFactory, FieldFactory
from tests.bench.lists import LIST, clerk
from tests.bench.million import _template, write
from tests.bench.timing import medians

SUSPENDED = 10  # one case in so many
OPEN_CASES, FEW = 100_000, 1_000
TODAY = date(2024, 10, 1)
PAGES = {
    "as the list opens": {},
    "sorted by what is due": {"o": "next_due"},
    "sorted by docket number": {"o": "docket"},
    "overdue": {"due": "overdue"},
    "due in seven days": {"due": "7"},
}


def fill(count: int) -> None:
    """Open cases of 2024 on trial, one in ten of them with a suspension that is over."""
    agencies = [AgencyFactory.create().pk for _ in range(60)]
    field, act = FieldFactory.create().pk, ActKindFactory.create().pk
    series = DocketSeries.objects.create(
        kind=DocketKind.RECONSIDERATION, prefix="测政复", year=2024
    )
    numbers = ((n, series.pk, n, f"{series}{n}号") for n in range(1, count + 1))
    write(DocketNumber, ["id", "series_id", "sequence", "text"], numbers)
    template = _template() | {"field_id": field, "act_kind_id": act}
    write(Reconsideration, list(template), _cases(template, count, agencies))
    owners = Reconsideration.objects.order_by("pk").values_list("pk", "accepted_on")
    columns = ["case_id", "ground", "suspended_on", "resumed_on", "notice_number"]
    rows = ([pk, "39-1-6", *_stretch(on), "", ""] for pk, on in owners[::SUSPENDED])
    write(Suspension, [*columns, "resumption_number"], iter(list(rows)))
    settle()


def settle() -> None:
    """Let the database know what stands in its tables now, and clear away what no longer does."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def _cases(template: dict[str, Any], count: int, agencies: list[int]) -> Iterator[list[Any]]:
    for n in range(count):
        chance = Random(n)  # noqa: S311  # repeatable, not secret
        accepted = date(2024, 1, 2) + timedelta(days=chance.randrange(360))
        row = template | {
            "docket_id": n + 1,
            "respondent_id": chance.choice(agencies),
            "received_on": accepted - timedelta(days=3),
            "accepted_on": accepted,
            "copy_served_on": accepted + timedelta(days=5),
            "replied_on": accepted + timedelta(days=12),
        }
        yield [str(value) if isinstance(value, date) else value for value in row.values()]


def _stretch(accepted: date) -> list[str]:
    return [str(accepted + timedelta(days=days)) for days in (14, 42)]


def pages() -> dict[str, float]:
    """Milliseconds for the first page of each list, everything up to date."""
    client = clerk()
    opened = client.get(LIST).content.decode()
    asked = {name: _numbered(query, opened) for name, query in PAGES.items()}
    return medians({name: partial(client.get, LIST, query) for name, query in asked.items()})


def _numbered(query: dict[str, str], page: str) -> dict[str, str]:
    """A list is sorted by the number of a column, which its heading on the page knows."""
    if "o" not in query:
        return query
    heading = re.search(rf"column-{query['o']}\b.*?[?&;]o=-?(\d+)", page, re.DOTALL)
    if heading is None:
        raise LookupError(query["o"])
    return query | {"o": heading[1]}


def rates(count: int) -> None:
    """All dates after a change of the calendar, beside the bare arithmetic on the same facts."""
    CalendarEntry.objects.create(
        day=date(2024, 11, 1), name_zh="示例", name_en="example", why="benchmark"
    )
    reckoned, taken = _timed(lambda: bring_up_to_date([ROOM], TODAY))
    bare = _bare_loop()
    print(f"  reckoned after a change of the calendar: {reckoned / taken:,.0f} a second")
    print(f"  the bare arithmetic on the same facts:   {count / bare:,.0f} a second")
    print(f"  beside the bare loop: x {taken / bare:.2f}")


def _bare_loop() -> float:
    """The same deadlines with everything in memory and nothing written."""
    clock = clocks().governing
    pks = list(Reconsideration.objects.order_by("pk").values_list("pk", flat=True))
    facts = [
        each
        for start in range(0, len(pks), BATCH)
        for each in ROOM.facts(pks[start : start + BATCH]).values()
    ]
    return _timed(lambda: [ROOM.next(each, clock, TODAY) for each in facts])[1]


def _timed(call: Any) -> tuple[Any, float]:
    start = time.perf_counter()
    answer = call()
    return answer, time.perf_counter() - start


def run(count: int, few: int) -> None:
    """Fills an empty, migrated database, measures, and measures again what is left of it."""
    fill(count)
    print(f"{connection.vendor}: {count:,} open cases")
    rates(count)
    settle()
    after = pages()
    _leave(few)
    settle()
    before = pages()
    for name, taken in after.items():
        was = before[name]
        print(
            f"  {name}: {was:.1f} ms at {few:,}, {taken:.1f} ms at {count:,}, x {taken / was:.2f}"
        )


def _leave(few: int) -> None:
    beyond = Reconsideration.objects.filter(docket__sequence__gt=few)
    Suspension.objects.filter(case__in=beyond)._raw_delete(connection.alias)
    Reconsideration.objects.filter(docket_id__gt=few)._raw_delete(connection.alias)


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    run(int(sys.argv[1]) if sys.argv[1:] else OPEN_CASES, FEW)
