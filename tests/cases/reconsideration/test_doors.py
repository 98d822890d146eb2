"""What cannot lawfully be is refused at every door: the form, the ledger, the database."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import Extension, Suspension
from cases.reconsideration.resources import LEDGERS
from cases.reconsideration.steps import OPENINGS
from cases.registry.ledgers.faults import LedgerRefused
from cases.registry.ledgers.intake import Intake
from cases.registry.roles import Role
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.forms import page_of, told

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

TABLES: dict[str, tuple[type[Any], dict[str, Any]]] = {
    "suspensions": (Suspension, {"ground": "39-1-6", "notice_number": "", "resumption_number": ""}),
    "extension": (
        Extension,
        {"days": 30, "approved_by": "", "notice_number": "", "reason": ""},
    ),
}
ACCEPTED = {"accepted_on": "2024-03-08"}
DECIDED = {**ACCEPTED, "concluded_on": "2024-04-10", "outcome": "upheld"}
SIMPLIFIED = {**ACCEPTED, "procedure": "simplified", "simplified_ground": "53-2"}
OPEN = {"suspended_on": "2024-03-20"}


class Wrong(NamedTuple):
    """A case with its rows as it cannot be; what a clerk hears, and the rule by its name."""

    case: Mapping[str, Any]
    rows: tuple[tuple[str, Mapping[str, Any]], ...]
    said: str
    rule: str


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


@pytest.fixture
def desk(client: Client) -> Client:
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    client.force_login(UserFactory.create(role=Role.CLERK, agency=bureau))
    client.cookies["django_language"] = "en"
    return client


def form_of(case: Reconsideration, wrong: Wrong) -> dict[str, Any]:
    """The form of a case just received, filled in wrongly."""
    form = {
        "received_on": "2024-03-04",
        "received_by": "counter",
        "respondent": case.respondent.pk,
        "field": case.field.pk,
        "act_kind": case.act_kind.pk,
        "claim": "revoke",
        "procedure": "ordinary",
        **wrong.case,
    }
    rows_beside = ("parties", "suspensions", "extension", "opinion_letters", "tags", "attachments")
    for name in rows_beside:
        rows = [row for table, row in wrong.rows if table == name]
        form |= {f"{name}-TOTAL_FORMS": len(rows), f"{name}-INITIAL_FORMS": 0}
        for place, row in enumerate(rows):
            filled = {"ground": "39-1-6", **row} if name == "suspensions" else {"days": 30, **row}
            form |= {f"{name}-{place}-{field}": value for field, value in filled.items()}
    return form


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


def change(case: Reconsideration, fields: Mapping[str, Any]) -> None:
    if fields:
        named = ", ".join(f"{name} = %s" for name in fields)
        run(f"UPDATE cases_reconsideration SET {named} WHERE id = %s", *fields.values(), case.pk)  # noqa: S608


def enter(case: Reconsideration, table: str, row: Mapping[str, Any]) -> None:
    model, template = TABLES[table]
    values = {**template, **row, "case_id": case.pk}
    marks = ", ".join(["%s"] * len(values))
    run(
        f"INSERT INTO {model._meta.db_table} ({', '.join(values)}) VALUES ({marks})",  # noqa: S608
        *values.values(),
    )


def write(case: Reconsideration, wrong: Wrong) -> None:
    change(case, wrong.case)
    for table, row in wrong.rows:
        enter(case, table, row)


def run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


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


@pytest.mark.parametrize("accepted_on", [None, "2024-03-21"])
def test_a_suspended_trial_keeps_its_acceptance(accepted_on: str | None) -> None:
    case = ReconsiderationFactory.create()
    change(case, ACCEPTED)
    enter(case, "suspensions", OPEN)

    with pytest.raises(IntegrityError, match="trial_holds_its_suspensions"):
        change(case, {"accepted_on": accepted_on})


def test_a_suspended_trial_may_be_terminated_later() -> None:
    case = ReconsiderationFactory.create()
    change(case, ACCEPTED)
    enter(case, "suspensions", OPEN)

    change(case, {**DECIDED, "outcome": "terminated"})

    assert Reconsideration.objects.get(pk=case.pk).outcome == "terminated"


@pytest.mark.parametrize("sent", [{"decision_number": "1号"}, {"decision_served_on": "2024-04-12"}])
def test_a_decision_that_is_out_is_not_withdrawn(desk: Client, sent: dict[str, str]) -> None:
    case = ReconsiderationFactory.create()
    change(case, {**DECIDED, **sent})
    form = form_of(case, Wrong({**DECIDED, **sent, "outcome": "withdrawn"}, (), "", ""))

    page = desk.post(f"/admin/cases/reconsideration/{case.pk}/change/", form)

    assert "an application is withdrawn before it is made" in page.content.decode()
    with pytest.raises(IntegrityError, match="withdrawal_before_the_decision"):
        change(case, {"outcome": "withdrawn"})


def test_a_conclusion_entered_by_mistake_can_be_put_right() -> None:
    case = ReconsiderationFactory.create()
    change(case, {**DECIDED, "decision_number": "1号"})

    change(case, {"concluded_on": None, "outcome": "", "decision_number": ""})
    change(case, {**DECIDED, "outcome": "withdrawn"})

    assert Reconsideration.objects.get(pk=case.pk).outcome == "withdrawn"


def test_the_form_bars_a_decision_while_the_trial_is_suspended(desk: Client) -> None:
    case = ReconsiderationFactory.create()
    change(case, ACCEPTED)
    enter(case, "suspensions", OPEN)

    page = desk.get(f"/admin/cases/reconsideration/{case.pk}/change/").content.decode()

    assert "Suspended since 2024-03-20: no decision until the trial resumes" in page
    assert '<option value="upheld" disabled title=' in page
    assert '<option value="terminated">' in page


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        ({}, ["Only an accepted case is extended (article 62(1))."]),
        (ACCEPTED, []),
        (SIMPLIFIED, ["The simplified procedure knows no extension (article 62(2))."]),
        ({**SIMPLIFIED, "converted_on": "2024-03-22"}, []),
        (DECIDED, ["The case is concluded; its term is no longer extended (article 62(1))."]),
    ],
)
def test_an_extension_is_offered_where_there_is_one(
    fields: dict[str, str], reasons: list[str]
) -> None:
    case = ReconsiderationFactory.create()
    change(case, fields)

    asked = [opening for opening in OPENINGS if opening.rows is Extension]
    kept = Reconsideration.objects.filter(pk=case.pk)

    with translation.override("en"):
        assert [str(o.why) for o in asked if not kept.filter(o.holds).exists()] == reasons


def test_a_form_is_told_what_its_rows_wait_for(desk: Client) -> None:
    record = told(page_of(desk, ReconsiderationFactory.create()))[""]

    assert [each["rows"] for each in record["openings"]] == ["suspensions"] * 2 + ["extension"] * 3
    assert record["openings"][3]["if"] == [
        "any",
        ["among", "procedure", ["ordinary"]],
        ["not", ["empty", "converted_on"]],
    ]
