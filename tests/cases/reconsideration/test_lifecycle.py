"""What is not lawful is refused by form and database alike."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import translation

from cases.reconsideration.clock import ROOM, refused
from cases.reconsideration.terms import Outcome, Procedure, SimplifiedGround
from cases.registry.timing.loading import clocks
from seeds.factories.reconsideration import (
    ExtensionFactory,
    ReconsiderationFactory,
    SuspensionFactory,
)

pytestmark = pytest.mark.django_db

ACCEPTED = {"received_on": date(2024, 2, 28), "accepted_on": date(2024, 3, 1)}
DECIDED = {**ACCEPTED, "concluded_on": date(2024, 4, 10), "outcome": Outcome.UPHELD}
SIMPLIFIED = {
    **ACCEPTED,
    "procedure": Procedure.SIMPLIFIED,
    "simplified_ground": SimplifiedGround.AGREED,
}


@pytest.mark.parametrize(
    ("case", "suspension", "rule"),
    [
        ({"received_on": date(2024, 2, 28)}, {}, "suspension_of_a_trial"),
        (ACCEPTED, {"suspended_on": date(2024, 2, 29)}, "suspension_of_a_trial"),
        (DECIDED, {"suspended_on": date(2024, 4, 11)}, "suspension_of_a_trial"),
        (DECIDED, {}, "suspension_over_before_the_decision"),
        (DECIDED, {"resumed_on": date(2024, 4, 11)}, "suspension_over_before_the_decision"),
    ],
)
def test_the_database_refuses_a_suspension(
    case: dict[str, Any], suspension: dict[str, Any], rule: str
) -> None:
    with pytest.raises(IntegrityError, match=rule):
        SuspensionFactory.create(case=ReconsiderationFactory.create(**case), **suspension)


@pytest.mark.parametrize(
    ("case", "approved_on"),
    [
        ({"received_on": date(2024, 2, 28)}, date(2024, 4, 1)),
        (ACCEPTED, date(2024, 2, 29)),
        (DECIDED, date(2024, 4, 11)),
        (SIMPLIFIED, date(2024, 3, 20)),
        ({**SIMPLIFIED, "converted_on": date(2024, 3, 22)}, date(2024, 3, 20)),
    ],
)
def test_the_database_refuses_an_extension(case: dict[str, Any], approved_on: date) -> None:
    with pytest.raises(IntegrityError, match="extension_of_an_ordinary_trial"):
        ExtensionFactory.create(case=ReconsiderationFactory.create(**case), approved_on=approved_on)


def test_a_trial_may_be_terminated_while_it_is_suspended() -> None:
    case = ReconsiderationFactory.create(**{**DECIDED, "outcome": Outcome.TERMINATED})

    SuspensionFactory.create(case=case)

    assert refused(ROOM.of(case.pk), clocks().governing) is None


@pytest.mark.parametrize(
    ("approved_on", "complaint"),
    [(date(2024, 4, 30), None), (date(2024, 5, 6), "The term ran out before it was extended")],
)
def test_an_extension_comes_before_the_sixty_days_are_over(
    approved_on: date, complaint: str | None
) -> None:
    case = ReconsiderationFactory.create(**ACCEPTED)
    ExtensionFactory.create(case=case, approved_on=approved_on)

    with translation.override("en"):
        refusal = refused(ROOM.of(case.pk), clocks().governing)

        assert (refusal is None) if complaint is None else complaint in str(refusal)


def test_no_decision_is_made_while_the_trial_is_suspended() -> None:
    case = ReconsiderationFactory.create(**ACCEPTED)
    suspension = SuspensionFactory.create(case=case)
    decided = ReconsiderationFactory.build(**DECIDED)
    rows = {**ROOM.of(case.pk).rows, "suspensions": [suspension]}

    with translation.override("en"):
        refusal = refused(ROOM.made_of(decided, rows), clocks().governing)

        assert "No decision is made while the trial is suspended" in str(refusal)
