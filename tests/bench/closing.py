"""Ten years by months, every one of them closed: python -m tests.bench.closing [cases].

Stands beside the last month alone, counted, and beside the ten years as they stand; a year of one
respondent as closed beside the same counted. The database is the one DATABASE_URL names and has to
be empty.
"""

import os
import resource
import statistics
import sys
import time
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
os.environ.setdefault("LAWGOV_DEBUG", "0")  # debug keeps every statement it ever sent
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Sum  # noqa: E402
from django.db.models.functions import Length  # noqa: E402

from cases.registry.agencies import Agency  # noqa: E402
from cases.registry.periods import Period  # noqa: E402
from cases.registry.roles import Role  # noqa: E402
from lawgov.reports.as_closed import roll_up_as_closed  # noqa: E402
from lawgov.reports.closing import close  # noqa: E402
from lawgov.reports.closures import ClosedRecords  # noqa: E402
from lawgov.reports.question import Question  # noqa: E402
from lawgov.reports.restatement import restatement  # noqa: E402
from lawgov.reports.rollup import roll_up  # noqa: E402
from lawgov.reports.telling import tell  # noqa: E402
from seeds.factories.registry import AgencyFactory, UserFactory  # noqa: E402
from tests.bench import figures, million  # noqa: E402
from tests.bench.timing import medians, show  # noqa: E402

MONTHS = [month for year in million.YEARS for month in Period.parse(str(year)).months()]
TEN_YEARS = [Period.parse(str(year)) for year in million.YEARS]
TODAY = date(2025, 1, 15)
CURRENT = "one month alone, counted"


def close_all() -> None:
    """Every month, as they would have been over the years."""
    taken = []
    for month in MONTHS:
        start = time.perf_counter()
        closure = close(month, None, TODAY)
        taken.append(time.perf_counter() - start)
    size = ClosedRecords.objects.aggregate(size=Sum(Length("footprint")))["size"]
    start = time.perf_counter()
    restatement(closure)
    compared = time.perf_counter() - start
    print(f"  closing a month: median {statistics.median(taken):.2f} s, last {taken[-1]:.2f} s")
    print(f"  records behind {len(taken)} closed months: {size / 1e6:.1f} MB")
    print(f"  restating the last of them: {compared:.2f} s")


def run(count: int) -> None:
    call_command("migrate", verbosity=0)
    million.fill(count)
    print(f"{connection.vendor}: {count:,} cases, {len(MONTHS)} months", flush=True)
    close_all()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
    times = medians(
        {
            CURRENT: lambda: roll_up(MONTHS[-1:]),
            "ten years by months, as closed": lambda: roll_up_as_closed(MONTHS),
            "ten years by years, of closed months": lambda: roll_up_as_closed(TEN_YEARS),
            "ten years by months, as they stand": lambda: roll_up(MONTHS),
        }
    )
    show("the whole rollup", times, CURRENT)
    run_narrowed()
    run_pages()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak memory of this process: {peak:.0f} MB", flush=True)


def run_narrowed() -> None:
    """A year by months and the year before, of one respondent alone."""
    body = Agency.objects.get(pk=figures.respondent())
    bureau = AgencyFactory.create(bureau=True)
    reader = UserFactory.create(role=Role.SUPERVISOR, agency=bureau)
    question = Question(figures.YEAR, reader, {"agency": body.code}, {"agency": body})
    asked = [*figures.MONTHS, figures.YEAR, figures.YEAR.year_earlier()]
    counted = "counted"
    times = medians(
        {
            counted: lambda: tell(question.as_it_stands(), asked),
            "as closed": lambda: tell(question, asked),
        }
    )
    show(f"the year {figures.YEAR} by months, of one respondent", times, counted)


def run_pages() -> None:
    """What a supervisor opens: ten years as closed, beside the last month as it stands."""
    client = figures.supervisor()
    ten_years = Period(MONTHS[0].start, MONTHS[-1].end)
    current = f"{CURRENT}, on a page"
    times = medians(
        {
            current: lambda: figures.open_page(client, MONTHS[-1], stands=True),
            "ten years by years, on a page": lambda: figures.open_page(client, ten_years),
        }
    )
    show("the page", times, current)


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
