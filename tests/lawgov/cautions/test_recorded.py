"""A warning is recorded whichever door it came through, and shown to whom it concerns."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.reconsideration.models.case import Reconsideration
from cases.registry.cautions.recorded import Caution
from cases.registry.history.acts import Door
from cases.registry.roles import Role
from seeds.factories.cautions import CautionFactory
from seeds.factories.reconsideration import (
    ReconsiderationFactory,
)
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.lawgov.cautions.warned import ACCEPTED, HEARING, LATE, address, form_of, recorded, save

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


def test_what_a_respondent_does_is_noted_without_asking(clerk: Client) -> None:
    case = ReconsiderationFactory.create()

    page = save(
        clerk, case, **ACCEPTED, copy_served_on="2024-04-15", replied_on="2024-05-10"
    )  # by 2024-04-28, a make-up day: ten working days

    assert page.status_code == 302
    assert [(row.rule, row.reason) for row in recorded(case)] == [
        ("reconsideration.replied_late", "")
    ]


def test_a_voided_record_is_warned_of_no_more(clerk: Client) -> None:
    case = ReconsiderationFactory.create()
    save(clerk, case, "parties asked", **ACCEPTED, **HEARING)

    save(clerk, case, **ACCEPTED, **HEARING, voided_on="2024-06-03", void_reason="twice")

    assert recorded(case, ended_at=None) == []


def test_a_change_past_every_door_shows_on_the_record(clerk: Client) -> None:
    case = ReconsiderationFactory.create()
    fields = {**ACCEPTED, **HEARING}
    named = ", ".join(f"{name} = %s" for name in fields)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE cases_reconsideration SET {named} WHERE id = %s",  # noqa: S608
            [*fields.values(), case.pk],
        )

    page = clerk.get(address(case)).content.decode()

    assert "less than five working days before it" in page
    assert "no reason given" in page


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Two cases, one of them accepted late with a hearing announced late."""
    known = ReconsiderationFactory.create()
    named = {name: getattr(known, name).name for name in ("respondent", "field", "act_kind")}
    cases = (
        {"docket": "张政复〔2024〕9001号", **LATE, **HEARING, **named},
        {"docket": "张政复〔2024〕9002号", **ACCEPTED, "hearing_on": "", **named},
    )
    with (tmp_path / "reconsideration.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(cases[0]), restval="")
        writer.writeheader()
        writer.writerows(cases)
    return tmp_path


def load(folder: Path) -> str:
    said = StringIO()
    call_command("load", folder, stdout=said)
    return said.getvalue()


def test_a_ledger_is_taken_in_and_its_warnings_are_printed(ledger: Path) -> None:
    said = load(ledger)

    assert "2 warnings recorded, taken in without a reason:" in said
    assert "1 × The hearing was announced less than five working days before it. 张政复" in said


def test_what_a_ledger_brings_waits_for_a_reason(clerk: Client, ledger: Path) -> None:
    load(ledger)
    case = Reconsideration.objects.get(docket__text="张政复〔2024〕9001号")

    before = clerk.get(address(case)).content.decode()
    form = form_of(case, **LATE, **HEARING) | {"caution-reason": "old paper file"}
    clerk.post(address(case), form)

    assert "taken in from a ledger, no reason given" in before
    assert {(row.door, row.reason) for row in recorded(case)} == {("ledger", "old paper file")}


def test_a_ledger_taken_in_again_warns_of_nothing_new(ledger: Path) -> None:
    load(ledger)

    said = load(ledger)

    assert "warning" not in said
    assert Caution.objects.count() == 2


def test_the_database_refuses_a_form_without_a_reason() -> None:
    with pytest.raises(IntegrityError, match="caution_of_a_form_has_a_reason"):
        CautionFactory.create(door=Door.FORM)


def test_a_warning_stands_on_a_record_once() -> None:
    first = CautionFactory.create()

    with pytest.raises(IntegrityError):
        CautionFactory.create(record=first.record)


def test_the_list_shows_what_a_person_may_see(clerk: Client) -> None:
    hidden = AgencyFactory.create()
    CautionFactory.create()

    page = clerk.get("/admin/cases/caution/", {"standing": "mute"}).content.decode()
    clerk.force_login(UserFactory.create(role=Role.CLERK, agency=hidden))
    other = clerk.get("/admin/cases/caution/").content.decode()

    assert "The hearing was announced less than five working days before it." in page
    assert "The hearing was announced" not in other.partition("result_list")[2]


def test_a_record_with_many_warnings_costs_what_one_with_few_does(clerk: Client) -> None:
    case = ReconsiderationFactory.create(
        received_on=date(2024, 4, 8), accepted_on=date(2024, 4, 16)
    )
    clerk.get(address(case))
    counts = []
    for ended in (1, 9):
        for _ in range(ended):
            CautionFactory.create(record=case.pk, ended_at=CautionFactory.at)
        with CaptureQueriesContext(connection) as captured:
            clerk.get(address(case))
        counts.append(len(captured))

    assert counts[0] == counts[1]
