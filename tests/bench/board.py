"""The due board on many open cases, beside the same board on few.

python -m tests.bench.board [cases] runs it on SQLite and PostgreSQL; with DATABASE_URL set, on
that empty database alone.
"""

import sys
from functools import partial

import django

from tests.bench.both import is_told, on_both

if __name__ == "__main__":
    if not is_told():
        on_both("tests.bench.board", sys.argv[1:])
        sys.exit()
    django.setup()

from django.core.management import call_command
from django.db import connection
from django.db.models import F

from cases.reconsideration.clock import ROOM
from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import AgencyKind
from cases.registry.roles import Role
from cases.registry.timing.rooms import bring_up_to_date
from cases.registry.users import User
from lawgov.board.groups import board
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.bench.clock import FEW, OPEN_CASES, TODAY, _leave, fill, settle
from tests.bench.timing import medians

HANDLERS = 40


def people() -> dict[str, User]:
    """Who handles a share of the cases, who handles none, and a township with few of them."""
    county = AgencyFactory.create(county=True)
    bureau = AgencyFactory.create(bureau=True, parent=county)
    handlers = [UserFactory.create(role=Role.CLERK, agency=bureau) for _ in range(HANDLERS)]
    first = handlers[0].pk
    Reconsideration.objects.update(handler_id=F("pk") % HANDLERS + first)
    department = Reconsideration.objects.order_by("pk")[0].respondent
    assert department.kind == AgencyKind.DEPARTMENT  # as the factory makes them
    return {
        "who handles some": handlers[0],
        "who handles none": UserFactory.create(role=Role.SUPERVISOR, agency=bureau),
        "of one agency": UserFactory.create(role=Role.CLERK, agency=department),
    }


def run(count: int, few: int) -> None:
    """Fills an empty, migrated database, measures, and measures again what is left of it."""
    fill(count)
    users = people()
    bring_up_to_date([ROOM], TODAY)
    settle()
    after = _measure(users)
    _leave(few)
    settle()
    before = _measure(users)
    print(f"{connection.vendor}: the due board")
    for name, taken in after.items():
        was = before[name]
        ratio = taken / was
        print(f"  {name}: {was:.1f} ms at {few:,}, {taken:.1f} ms at {count:,}, x {ratio:.2f}")


def _measure(users: dict[str, User]) -> dict[str, float]:
    return medians({name: partial(board, user, TODAY) for name, user in users.items()})


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    run(int(sys.argv[1]) if sys.argv[1:] else OPEN_CASES, FEW)
