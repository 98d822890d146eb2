"""A process in which two clerks write into one case at the same moment, each over a connection of
their own: python -m tests.lawgov.keeping.racing form action.

Both have read the same version when either writes, and what is claimed takes a moment to be saved.
"""

import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402  # the apps first
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402

from cases.reconsideration.models.case import Reconsideration  # noqa: E402
from cases.registry.desk.actions import BulkAdmin  # noqa: E402
from cases.registry.desk.collisions import CollidingAdmin  # noqa: E402
from cases.registry.history.models import Change, Kind  # noqa: E402
from cases.registry.users import User  # noqa: E402
from seeds.factories.reconsideration import ReconsiderationFactory  # noqa: E402
from seeds.factories.registry import AgencyFactory, UserFactory  # noqa: E402
from tests.clerks import Form  # noqa: E402

CLAIM = "SET version = version + 1"
SAVING = 0.3  # seconds
PATIENCE = 60
READ = Barrier(2, timeout=PATIENCE)
ADDRESS = "admin:cases_reconsideration"


def hold_back() -> None:
    """A form has been found to be of the newest version, an action was sent; then both wait."""
    looked, performed = CollidingAdmin._collision, BulkAdmin.perform

    def look(*args: Any, **kwargs: Any) -> Any:
        page = looked(*args, **kwargs)
        if page is None:
            READ.wait()
        return page

    def perform(*args: Any) -> Any:
        READ.wait()
        return performed(*args)

    CollidingAdmin._collision = look  # type: ignore[method-assign]
    BulkAdmin.perform = perform  # type: ignore[method-assign, assignment]


def slowly(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    done = execute(sql, *rest)
    if CLAIM in sql:
        time.sleep(SAVING)
    return done


def by_form(client: Client, case: Reconsideration, person: User) -> str:
    """Somebody who is too late has to find again what was typed."""
    address = reverse(f"{ADDRESS}_change", args=[case.pk])
    form = Form(client.get(address).content.decode()).values
    form = {key: value for key, value in form.items() if "__prefix__" not in key}
    page = client.post(address, form | {"note": person.username})
    if page.status_code == 302:
        return "saved"
    return (
        "late" if page.status_code == 409 and person.username in page.content.decode() else "lost"
    )


def by_action(client: Client, case: Reconsideration, person: User) -> str:
    posted = {
        "action": "assign",
        "_selected_action": case.pk,
        "_confirmed": 1,
        "_seen": f"{case.pk}:{case.version}",
        "handler": person.pk,
    }
    page = client.post(reverse(f"{ADDRESS}_changelist"), posted).content.decode()
    if 'class="fate-done"' in page:
        return "saved"
    return "late" if 'class="fate-changed"' in page else "lost"


DOORS = {"form": by_form, "action": by_action}


def write(case: Reconsideration, racer: tuple[str, User]) -> str:
    door, person = racer
    client = Client()
    client.force_login(person)
    try:
        with connection.execute_wrapper(slowly):
            return DOORS[door](client, case, person)
    finally:
        connection.close()


def race(doors: list[str]) -> dict[str, Any]:
    """What each was told, what the case says in the end, and how often it was changed."""
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    people = [UserFactory.create(agency=bureau, username=f"clerk{n}") for n, _ in enumerate(doors)]
    case = Reconsideration.objects.get(pk=ReconsiderationFactory.create(note="").pk)
    with ThreadPoolExecutor(len(doors)) as racers:
        said = list(racers.map(partial(write, case), zip(doors, people, strict=True)))
    case.refresh_from_db()
    changes = Change.objects.filter(label=case._meta.label_lower, kind=Kind.CHANGED).count()
    handler = case.handler.username if case.handler else ""
    return {"said": said, "note": case.note, "handler": handler, "changes": changes}


if __name__ == "__main__":
    setup_test_environment()
    hold_back()
    sys.stdout.write(json.dumps(race(sys.argv[1:])))
