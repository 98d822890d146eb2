"""The rules of a model as a whole page is measured by them, beside Django's one row at a time."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.terms import Outcome, Procedure, TurnedAway
from cases.registry.agencies import Agency, AgencyKind
from cases.registry.ledgers.bulk import insert
from cases.registry.ledgers.ledger import Ledger
from cases.registry.ledgers.rules import breaches
from cases.registry.users import User
from tests.cases.registry.ledgers.conftest import Desk, case

pytestmark = pytest.mark.django_db

ONE_DATABASE = [HealthCheck.function_scoped_fixture]  # it is only read
DAYS = st.none() | st.sampled_from([date(2024, 3, day) for day in (1, 4, 8, 20)])
CASES = st.fixed_dictionaries(
    {
        "received_on": st.sampled_from([date(2024, 3, 1), date(2024, 3, 4)]),
        "accepted_on": DAYS,
        "turned_away_on": DAYS,
        "turned_away": st.sampled_from(["", *TurnedAway.values]),
        "not_accepted_ground": st.sampled_from(["", "30-1-4"]),
        "correction_requested_on": DAYS,
        "correction_received_on": DAYS,
        "is_deemed_accepted": st.booleans(),
        "procedure": st.sampled_from(Procedure.values),
        "simplified_ground": st.sampled_from(["", "53-1-1"]),
        "converted_on": DAYS,
        "hearing_notified_on": DAYS,
        "hearing_on": DAYS,
        "concluded_on": DAYS,
        "outcome": st.sampled_from(["", *Outcome.values]),
        "compensation_awarded": st.none() | st.sampled_from([-1, 0, 5]),
        "handler": st.none() | st.sampled_from([1, 2]),
        "second_handler": st.none() | st.sampled_from([1, 2]),
    }
)


def one_at_a_time(row: models.Model) -> set[str]:
    """What Django says of one row, constraint by constraint."""
    said = set()
    for constraint in row._meta.constraints:
        try:
            constraint.validate(type(row), row)
        except ValidationError as refusal:
            said.add(refusal.messages[0])
    return said


def columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    return {name: [row[name] for row in rows] for name in rows[0]}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(CASES, min_size=1, max_size=4))
def test_a_page_breaks_the_rules_that_its_rows_break_one_at_a_time(
    rows: list[dict[str, Any]],
) -> None:
    found: dict[int, set[str]] = {place: set() for place in range(len(rows))}

    for place, rule in breaches(Reconsideration, columns(rows)):
        found[place].add(str(rule.message))

    foreign = {"handler", "second_handler"}
    for place, row in enumerate(rows):
        given_row = {f"{n}_id" if n in foreign else n: value for n, value in row.items()}
        assert found[place] == one_at_a_time(Reconsideration(**given_row))


def test_a_row_that_is_in_order_breaks_no_rule() -> None:
    rows = [{"received_on": date(2024, 3, 4), "accepted_on": date(2024, 3, 8)}]

    assert breaches(Reconsideration, columns(rows)) == []


def test_a_field_that_is_unique_by_itself_is_a_rule_as_well() -> None:
    User.objects.create(username="taken")

    found = breaches(User, {"username": ["free", "taken", "free", "other"]})

    assert [(breach.place, sorted(breach.rule.fields)) for breach in found] == [
        (1, ["username"]),
        (2, ["username"]),
    ]


def test_looking_leaves_nothing_behind() -> None:
    breaches(Agency, {"code": ["A", "A"], "name": ["a", "b"], "kind": [AgencyKind.COURT] * 2})

    assert not Agency.objects.exists()
    assert breaches(Agency, {"code": ["A"], "name": ["a"], "kind": [AgencyKind.COURT]}) == []


@pytest.fixture
def secretive(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that refuses a note, though no constraint says why: a trigger, perhaps."""

    def refusing(model: Any, values: Any) -> None:
        if "secret" in values["note"]:
            raise IntegrityError("trigger_no_secrets")
        insert(model, values)

    monkeypatch.setattr("cases.registry.ledgers.writing.insert", refusing)


@pytest.mark.usefixtures("county", "secretive")
def test_what_no_constraint_states_is_narrowed_down_to_its_line(desk: Desk) -> None:
    lines = [case(docket=f"张政复〔2024〕{n}号", note="") for n in range(1, 9)]
    lines[4]["note"] = lines[7]["note"] = "secret"
    lines[5]["outcome"] = "upheld"
    desk.lay("reconsideration", *lines)

    assert [fault.split(" – ")[0] for fault in desk.faults()] == [
        "reconsideration.csv:6",
        "reconsideration.csv:7:outcome “upheld”",
        "reconsideration.csv:9",
    ]


def test_a_ledger_may_say_in_words_what_a_trigger_says_by_its_name() -> None:
    ledger: Ledger[Any] = Ledger(
        "agencies", Agency, ["code"], key=["code"], refusals={"no_secrets": "Write no secrets."}
    )

    assert ledger.refusal(IntegrityError("trigger_no_secrets\nCONTEXT: …")) == "Write no secrets."
    assert ledger.refusal(IntegrityError("something else")) == "something else"
