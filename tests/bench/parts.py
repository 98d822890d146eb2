"""A closed year in parts and narrowed down, beside the same counted: python -m tests.bench.parts.

An argument says how many cases the ten years have. The database is the one DATABASE_URL names
and has to be empty.
"""

import os
import sys
from collections.abc import Callable
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
os.environ.setdefault("LAWGOV_DEBUG", "0")  # debug keeps every statement it ever sent
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from cases.reconsideration.models.case import Reconsideration  # noqa: E402
from cases.registry.agencies import Agency  # noqa: E402
from cases.registry.periods import Period  # noqa: E402
from cases.registry.roles import Role  # noqa: E402
from lawgov.reports.chapters import CHAPTERS  # noqa: E402
from lawgov.reports.closing import close  # noqa: E402
from lawgov.reports.parted import parts_of  # noqa: E402
from lawgov.reports.question import Question  # noqa: E402
from lawgov.reports.telling import layouts_for, tell  # noqa: E402
from seeds.factories.registry import AgencyFactory, UserFactory  # noqa: E402
from tests.bench import million  # noqa: E402
from tests.bench.timing import medians, show  # noqa: E402

YEAR = Period.parse("2024")
SHEET, CODE = CHAPTERS[0].sheets[0], "reconsideration.concluded"
COUNTED = "as it stands"


def broken_down(question: Question) -> object:
    return parts_of(SHEET, CODE, "unit", layouts_for(question, [question.period]), question)


def told(question: Question) -> object:
    return tell(question, [question.period], CHAPTERS[:1])


def run(count: int) -> None:
    call_command("migrate", verbosity=0)
    million.fill(count)
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    reader = UserFactory.create(role=Role.SUPERVISOR, agency=bureau)
    agency = Agency.objects.get(pk=Reconsideration.objects.values_list("respondent")[:1])
    close(YEAR, None, date(2025, 1, 15))
    some = list(Reconsideration.objects.filter(concluded_on__year=2024).values_list("pk")[:100])
    Reconsideration.objects.filter(pk__in=[pk for (pk,) in some]).update(respondent=agency)
    whole = Question(YEAR, reader)
    narrowed = Question(YEAR, reader, {"unit": agency.code}, {"unit": agency})
    print(f"{connection.vendor}: {count:,} cases in ten years, one year of them closed", flush=True)
    compare("a figure by respondent", broken_down, whole)
    compare("a chapter narrowed to one respondent", told, narrowed)


def compare(title: str, ask: Callable[[Question], object], question: Question) -> None:
    contestants = {
        COUNTED: lambda: ask(question.as_it_stands()),
        "as closed": lambda: ask(question),
    }
    show(title, medians(contestants, rounds=7), COUNTED)


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
