"""What cannot lawfully be is refused at every door: the form, the ledger, the database."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.resources import LEDGERS
from cases.registry.ledgers.faults import LedgerRefused
from cases.registry.ledgers.intake import Intake
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.cases.reconsideration.entering import (
    ACCEPTED,
    DECIDED,
    OPEN,
    SIMPLIFIED,
    Wrong,
    change,
    enter,
    form_of,
)

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


def suspended(**row: Any) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    return (("suspensions", row),)


def extended(approved_on: str) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    return (("extension", {"approved_on": approved_on}),)


BETWEEN_TABLES: dict[str, Wrong] = {
    "decided while suspended": Wrong(
        DECIDED,
        suspended(**OPEN),
        "No decision is made while the trial is suspended",
        "suspension_over_before_the_decision|decision_while_suspended",
    ),
    "decided before it resumed": Wrong(
        DECIDED,
        suspended(**OPEN, resumed_on="2024-04-11"),
        "No decision is made while the trial is suspended",
        "suspension_over_before_the_decision|decision_while_suspended",
    ),
    "suspended after the decision": Wrong(
        DECIDED,
        suspended(suspended_on="2024-04-11"),
        "A concluded case is not suspended|before its conclusion",
        "suspension_of_a_trial|trial_holds_its_suspensions",
    ),
    "extended though simplified": Wrong(
        SIMPLIFIED,
        extended("2024-03-20"),
        "cannot be extended|ordinary procedure",
        "extension_of_an_ordinary_trial|trial_holds_its_extension",
    ),
    "extended before it became ordinary": Wrong(
        {**SIMPLIFIED, "converted_on": "2024-03-22"},
        extended("2024-03-20"),
        "knows no extension|ordinary procedure",
        "extension_of_an_ordinary_trial|trial_holds_its_extension",
    ),
    "extended after the decision": Wrong(
        DECIDED,
        extended("2024-04-11"),
        "no longer extended|not concluded is extended",
        "extension_of_an_ordinary_trial|trial_holds_its_extension",
    ),
}


WRONG = {
    **BETWEEN_TABLES,
    "suspended before acceptance": Wrong(
        {},
        suspended(**OPEN),
        "Only an accepted case|after acceptance",
        "suspension_of_a_trial",
    ),
    "over before it began": Wrong(
        ACCEPTED,
        suspended(**OPEN, resumed_on="2024-03-19"),
        "cannot end before it begins",
        "suspension_resumed_after_it_began",
    ),
    "resumed though never suspended": Wrong(
        ACCEPTED,
        suspended(resumed_on="2024-03-25"),
        "This field is required|this must not be empty",
        "suspended_on|suspension_of_a_trial",
    ),
    "decided before acceptance": Wrong(
        {**DECIDED, "concluded_on": "2024-03-07"},
        (),
        "not before it is accepted",
        "recon_concluded_after_acceptance",
    ),
    "decided without acceptance": Wrong(
        {"concluded_on": "2024-04-10", "outcome": "upheld"},
        (),
        "Only an accepted case is concluded",
        "recon_concluded_after_acceptance",
    ),
    "simplified on no ground": Wrong(
        {**SIMPLIFIED, "simplified_ground": ""},
        (),
        "needs its ground under article 53",
        "recon_simplified_on_a_ground",
    ),
    "an ordinary case converted": Wrong(
        {**ACCEPTED, "converted_on": "2024-03-22"},
        (),
        "in the simplified procedure can be converted",
        "recon_converted_from_simplified",
    ),
}


every_wrong = pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@every_wrong
def test_the_form_refuses_it_and_says_why(desk: Client, wrong: Wrong) -> None:
    case = ReconsiderationFactory.create()
    form = form_of(case, wrong)

    page = desk.post(f"/admin/cases/reconsideration/{case.pk}/change/", form)

    assert any(said in page.content.decode() for said in wrong.said.split("|"))
    assert Reconsideration.objects.get(pk=case.pk).accepted_on is None


def lay(path: Path, *lines: Mapping[str, Any]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)


@every_wrong
def test_the_ledger_refuses_it_and_says_why(tmp_path: Path, wrong: Wrong) -> None:
    known, docket = ReconsiderationFactory.create(), "张政复〔2024〕9001号"
    named = {name: getattr(known, name).name for name in ("respondent", "field", "act_kind")}
    lay(
        tmp_path / "reconsideration.csv",
        {"docket": docket, "received_on": "2024-03-04", **named, **wrong.case},
    )
    for table, row in wrong.rows:
        filled = {"suspended_on": "", "ground": "39-1-6"} if table == "suspensions" else {}
        name = {"extension": "reconsideration_extensions"}.get(table, f"reconsideration_{table}")
        lay(tmp_path / f"{name}.csv", {"case": docket, **filled, **row})

    with pytest.raises(LedgerRefused) as refused:
        Intake(LEDGERS).load(tmp_path)

    told = " ".join(str(fault) for fault in refused.value.faults)
    assert any(said in told for said in wrong.said.split("|"))
    assert Reconsideration.objects.count() == 1


def write(case: Reconsideration, wrong: Wrong) -> None:
    change(case, wrong.case)
    for table, row in wrong.rows:
        enter(case, table, row)


@every_wrong
def test_the_database_refuses_it(wrong: Wrong) -> None:
    case = ReconsiderationFactory.create()

    with pytest.raises(IntegrityError, match=wrong.rule):
        write(case, wrong)


@pytest.mark.parametrize("wrong", BETWEEN_TABLES.values(), ids=BETWEEN_TABLES)
def test_the_database_refuses_it_in_the_other_order(wrong: Wrong) -> None:
    case = ReconsiderationFactory.create()
    change(case, ACCEPTED)
    for table, row in wrong.rows:
        enter(case, table, row)

    with pytest.raises(IntegrityError, match=wrong.rule):
        change(case, wrong.case)
