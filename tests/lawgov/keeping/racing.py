"""A process that saves one case beside another: python -m tests.lawgov.keeping.racing DOOR NAME.

It reads the case, says so, waits for the word, and writes; what it has claimed takes a moment to
be saved, so that the other comes meanwhile.
"""

import sys
import time
from collections.abc import Callable
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
from cases.registry.users import User  # noqa: E402
from tests.clerks import Form  # noqa: E402

CLAIM = "SET version = version + 1"
SAVING = 0.3  # seconds
LIST = "admin:cases_reconsideration"


def wait_for_the_word() -> None:
    sys.stdout.write("read\n")
    sys.stdout.flush()
    sys.stdin.readline()


def slowly(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    done = execute(sql, *rest)
    if CLAIM in sql:
        time.sleep(SAVING)
    return done


def by_form(client: Client, case: Reconsideration, name: str) -> str:
    """The form is found to be of the newest version just before the other one saves."""
    looked = CollidingAdmin._collision

    def look(*args: Any, **kwargs: Any) -> Any:
        page = looked(*args, **kwargs)
        if page is None:
            wait_for_the_word()
        return page

    CollidingAdmin._collision = look  # type: ignore[method-assign]
    address = reverse(f"{LIST}_change", args=[case.pk])
    form = Form(client.get(address).content.decode()).values
    form = {key: value for key, value in form.items() if "__prefix__" not in key}
    page = client.post(address, form | {"note": name})
    if page.status_code == 302:
        return "saved"
    return "late" if page.status_code == 409 and name in page.content.decode() else "lost"


def by_action(client: Client, case: Reconsideration, name: str) -> str:
    """The preview showed the newest version; the answer is sent back as the other one saves."""
    performed = BulkAdmin.perform

    def perform(*args: Any) -> Any:
        wait_for_the_word()
        return performed(*args)

    BulkAdmin.perform = perform  # type: ignore[method-assign]
    posted = {
        "action": "assign",
        "_selected_action": case.pk,
        "_confirmed": 1,
        "_seen": f"{case.pk}:{case.version}",
        "handler": User.objects.get(username=name).pk,
    }
    page: Any = client.post(reverse(f"{LIST}_changelist"), posted)
    (outcome,) = page.context["outcomes"]
    return {"done": "saved", "changed": "late"}.get(outcome.fate, "lost")


DOORS = {"form": by_form, "action": by_action}

if __name__ == "__main__":
    setup_test_environment()
    door, name = sys.argv[1:]
    client = Client()
    client.force_login(User.objects.get(username=name))
    case = Reconsideration.objects.get()
    with connection.execute_wrapper(slowly):
        sys.stdout.write(DOORS[door](client, case, name))
