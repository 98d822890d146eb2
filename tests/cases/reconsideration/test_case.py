"""A case stands where its last date says, and lists find it by its days."""

from datetime import date
from typing import Any

import pytest
from django.db.models import ProtectedError

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.terms import (
    DIRECT_CORRECTIONS,
    DISMISSALS,
    MEDIATIONS,
    OTHER_TERMINATIONS,
    Outcome,
    Stage,
    TurnedAway,
)
from seeds.factories.reconsideration import ReconsiderationFactory, SuspensionFactory

STEPS: list[tuple[dict[str, Any], Stage]] = [
    ({}, Stage.INTAKE),
    ({"correction_requested_on": date(2024, 3, 8)}, Stage.CORRECTION),
    (
        {
            "correction_requested_on": date(2024, 3, 8),
            "correction_received_on": date(2024, 3, 15),
        },
        Stage.INTAKE,
    ),
    ({"refused": True}, Stage.TURNED_AWAY),
    (
        {
            "correction_requested_on": date(2024, 3, 8),
            "turned_away_on": date(2024, 3, 25),
            "turned_away": TurnedAway.ABANDONED,
        },
        Stage.TURNED_AWAY,
    ),
    ({"accepted": True}, Stage.TRIAL),
    ({"concluded": True}, Stage.CONCLUDED),
    ({"concluded": True, "performed_on": date(2024, 5, 20)}, Stage.PERFORMED),
    (
        {"concluded": True, "voided_on": date(2024, 5, 20), "void_reason": "重复录入"},
        Stage.VOIDED,
    ),
]


@pytest.mark.parametrize(("dates", "stage"), STEPS)
def test_a_case_stands_where_its_last_date_says(dates: dict[str, Any], stage: Stage) -> None:
    assert ReconsiderationFactory.build(**dates).stage == stage


def test_every_stage_is_reached() -> None:
    assert {stage for _, stage in STEPS} == set(Stage)


def test_every_outcome_is_in_one_group_and_upheld_in_none() -> None:
    grouped = [*DIRECT_CORRECTIONS, *MEDIATIONS, *DISMISSALS, *OTHER_TERMINATIONS]

    assert len(grouped) == len(set(grouped))
    assert set(Outcome) - set(grouped) == {Outcome.UPHELD}


def test_a_case_is_called_by_its_docket_number() -> None:
    case = ReconsiderationFactory.build(docket__text="张政复〔2024〕23号")

    assert str(case) == "张政复〔2024〕23号"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dates", "ended_on"),
    [
        ({}, None),
        ({"accepted_on": date(2024, 3, 8)}, date(2024, 3, 8)),
        ({"refused": True, "turned_away_on": date(2024, 3, 11)}, date(2024, 3, 11)),
    ],
)
def test_intake_ends_by_acceptance_or_by_being_turned_away(
    dates: dict[str, Any], ended_on: date | None
) -> None:
    case = ReconsiderationFactory.create(**dates)

    case.refresh_from_db()

    assert case.intake_ended_on == ended_on


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "pending"),
    [
        (date(2024, 3, 8), False),
        (date(2024, 3, 9), True),
        (date(2024, 4, 22), True),
        (date(2024, 4, 23), False),
    ],
)
def test_it_is_pending_after_acceptance_until_the_day_it_is_concluded(
    day: date, pending: bool
) -> None:
    ReconsiderationFactory.create(concluded=True)  # accepted on 8 March, concluded on 22 April

    assert Reconsideration.objects.pending(day).exists() is pending


@pytest.mark.django_db
def test_what_awaits_intake_was_received_and_is_neither_accepted_nor_turned_away() -> None:
    waiting = ReconsiderationFactory.create(received_on=date(2024, 3, 4))
    ReconsiderationFactory.create(received_on=date(2024, 3, 5))
    ReconsiderationFactory.create(accepted=True)
    ReconsiderationFactory.create(refused=True)

    assert list(Reconsideration.objects.awaiting_intake(date(2024, 3, 4))) == [waiting]


@pytest.mark.django_db
def test_voided_cases_are_not_recorded() -> None:
    case = ReconsiderationFactory.create()
    ReconsiderationFactory.create(voided_on=date(2024, 3, 5), void_reason="重复录入")

    assert list(Reconsideration.objects.recorded()) == [case]


@pytest.mark.django_db
def test_a_case_with_something_hanging_on_it_cannot_be_lost() -> None:
    case = SuspensionFactory.create().case

    with pytest.raises(ProtectedError):
        case.delete()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["respondent", "docket", "field", "act_kind"])
def test_what_a_case_refers_to_cannot_be_lost(name: str) -> None:
    case = ReconsiderationFactory.create()

    with pytest.raises(ProtectedError):
        getattr(case, name).delete()
