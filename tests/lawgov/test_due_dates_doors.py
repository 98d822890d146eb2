"""A stored due date follows its record through a ledger, a form, and a new version of the law."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.registry.roles import Role
from cases.registry.timing import seeding
from cases.registry.timing.statutes import StatutoryTerm
from seeds.factories.reconsideration import SuspensionFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.forms import sent_of
from tests.lawgov.reckoned import accepted, due

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),  # static files uncollected
]


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


def lay(path: Path, *lines: Mapping[str, Any]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)


def client_of(role: Role) -> Client:
    client = Client(headers={"accept-language": "en"})
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    client.force_login(UserFactory.create(role=role, agency=bureau))
    return client


def form_of(case: Reconsideration, **fields: Any) -> dict[str, Any]:
    kept = ("accepted_on", "copy_served_on", "replied_on")
    return sent_of(case, **{name: getattr(case, name) for name in kept} | fields)


def test_it_follows_rows_that_a_ledger_brings(tmp_path: Path) -> None:
    case = accepted()
    before = due(case)
    row = {
        "case": str(case.docket),
        "ground": "39-1-6",
        "suspended_on": "2024-03-20",
        "resumed_on": "2024-04-25",
    }
    lay(tmp_path / "reconsideration_suspensions.csv", row)

    call_command("load", tmp_path, verbosity=0)

    assert before == (date(2024, 4, 30), "decision")
    assert due(case) == (date(2024, 6, 5), "decision")


def test_a_case_that_a_ledger_brings_is_reckoned(tmp_path: Path) -> None:
    known = accepted()
    due(known)
    named = {name: getattr(known, name).name for name in ("respondent", "field", "act_kind")}
    number = "张政复〔2024〕9001号"
    lay(
        tmp_path / "reconsideration.csv",
        {"docket": number, "received_on": "2024-02-28", "accepted_on": "2024-03-01", **named},
    )

    call_command("load", tmp_path, verbosity=0)

    found = Reconsideration.objects.get(docket__text=number)
    assert due(found) == (date(2024, 3, 12), "copy_to_respondent")


def test_it_follows_the_form_of_a_case() -> None:
    case, clerk = accepted(), client_of(Role.CLERK)
    due(case)

    clerk.post(
        f"/admin/cases/reconsideration/{case.pk}/change/",
        form_of(case, accepted_on="2024-02-29", copy_served_on="2024-03-04"),
    )

    assert due(case) == (date(2024, 4, 29), "decision")


def test_it_follows_a_row_entered_beside_a_case() -> None:
    case, clerk = accepted(), client_of(Role.CLERK)
    due(case)

    clerk.post(
        f"/admin/cases/reconsideration/{case.pk}/change/",
        form_of(
            case,
            **{
                "suspensions-TOTAL_FORMS": 1,
                "suspensions-0-ground": "39-1-6",
                "suspensions-0-suspended_on": "2024-03-20",
                "suspensions-0-resumed_on": "2024-04-25",
            },
        ),
    )

    assert due(case) == (date(2024, 6, 5), "decision")


def test_it_follows_a_row_taken_off_a_case() -> None:
    case, clerk = accepted(), client_of(Role.CLERK)
    suspension = SuspensionFactory.create(case=case, resumed_on=date(2024, 4, 25))
    due(case)

    clerk.post(
        f"/admin/cases/reconsideration/{case.pk}/change/",
        form_of(
            case,
            **{
                "suspensions-TOTAL_FORMS": 1,
                "suspensions-INITIAL_FORMS": 1,
                "suspensions-0-id": suspension.pk,
                "suspensions-0-case": case.pk,
                "suspensions-0-ground": "39-1-6",
                "suspensions-0-suspended_on": "2024-03-20",
                "suspensions-0-resumed_on": "2024-04-25",
                "suspensions-0-DELETE": "on",
            },
        ),
    )

    assert due(case) == (date(2024, 4, 30), "decision")


def test_a_new_version_of_a_term_is_entered_without_code_and_each_case_keeps_its_own() -> None:
    if not StatutoryTerm.objects.exists():
        with connection.schema_editor(atomic=False) as editor:
            seeding.seed(apps, editor)
    row = StatutoryTerm.objects.get(code="reconsideration.decision", valid_from=date(2024, 1, 1))
    administrator = client_of(Role.SYSTEM_ADMINISTRATOR)
    names = [field.name for field in StatutoryTerm._meta.fields if field.editable]
    form = {name: getattr(row, name) for name in names if getattr(row, name) not in (None, False)}
    closed = {**form, "valid_to": "2024-03-31"}
    revised = {**form, "valid_from": "2024-04-01", "length": 45, "article_zh": "新法第62条"}

    administrator.post(f"/admin/cases/statutoryterm/{row.pk}/change/", closed)
    administrator.post("/admin/cases/statutoryterm/add/", revised)

    old, new = (
        accepted(),
        accepted(
            received_on=date(2024, 3, 28),
            accepted_on=date(2024, 4, 1),
            copy_served_on=None,
            replied_on=None,
        ),
    )
    Reconsideration.objects.filter(pk=new.pk).update(
        copy_served_on=date(2024, 4, 2), replied_on=date(2024, 4, 3)
    )
    assert due(old) == (date(2024, 4, 30), "decision")
    assert due(new) == (date(2024, 5, 16), "decision")
