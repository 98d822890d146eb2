"""What a trial that is suspended, extended or decided still lets one do."""

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import Extension
from cases.reconsideration.steps import OPENINGS
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
from tests.forms import page_of, told

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


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
