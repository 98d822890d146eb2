"""What a trial that is suspended, extended or decided still lets one do."""

import pytest
from django.db import IntegrityError
from django.test import Client

from cases.reconsideration.models.case import Reconsideration
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
    assert '<option value="upheld" disabled>' in page
    assert '<option value="terminated">' in page


@pytest.mark.parametrize(
    ("fields", "reason", "offered"),
    [
        ({}, "Only an accepted case is extended", "0"),
        (ACCEPTED, None, "1"),
        (SIMPLIFIED, "The simplified procedure knows no extension", "0"),
        ({**SIMPLIFIED, "converted_on": "2024-03-22"}, None, "1"),
        (DECIDED, "its term is no longer extended", "0"),
    ],
)
def test_the_form_offers_an_extension_where_there_is_one(
    desk: Client, fields: dict[str, str], reason: str | None, offered: str
) -> None:
    case = ReconsiderationFactory.create()
    change(case, fields)

    page = desk.get(f"/admin/cases/reconsideration/{case.pk}/change/").content.decode()

    assert reason is None or reason in page
    assert f'name="extension-MAX_NUM_FORMS" value="{offered}"' in page
