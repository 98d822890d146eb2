"""Where a matter stands follows from its dates."""

from datetime import date
from typing import Any

import pytest

from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.terms import Commission, Stage
from seeds.factories.mediation import (
    MediationFactory,
    MediationOrganisationFactory,
    MediatorFactory,
)

pytestmark = pytest.mark.django_db

VOIDED = {"voided_on": date(2024, 12, 2), "void_reason": "重复录入"}


@pytest.mark.parametrize(
    ("values", "stage"),
    [
        ({}, Stage.INTAKE),
        ({"unwanted": True}, Stage.TURNED_AWAY),
        ({"referred": True}, Stage.REFERRED),
        ({"accepted": True}, Stage.MEDIATION),
        ({"own": True, "accepted": True}, Stage.MEDIATION),
        ({"failed": True}, Stage.CONCLUDED),
        ({"declined": True}, Stage.CONCLUDED),
        (
            {
                "agreed": True,
                "confirmation_applied_on": date(2024, 4, 8),
                "confirmed_on": date(2024, 4, 12),
            },
            Stage.CONFIRMED,
        ),
        ({"agreed": True, "performed_on": date(2024, 4, 8)}, Stage.PERFORMED),
        ({"agreed": True, **VOIDED}, Stage.VOIDED),
    ],
)
def test_the_stage_is_the_last_step_with_a_date(values: dict[str, Any], stage: Stage) -> None:
    assert MediationFactory.create(**values).stage == stage


@pytest.mark.parametrize(
    ("day", "awaiting"),
    [(date(2024, 3, 4), 0), (date(2024, 3, 5), 1), (date(2024, 3, 6), 0)],
)
def test_a_matter_awaits_referral_until_the_day_it_is_referred(day: date, awaiting: int) -> None:
    MediationFactory.create(
        referred=True, received_on=date(2024, 3, 4), referred_on=date(2024, 3, 5)
    )

    assert Mediation.objects.awaiting_referral(day).count() == awaiting


def test_what_is_turned_away_awaits_nothing() -> None:
    MediationFactory.create(unwanted=True, turned_away_on=date(2024, 3, 6))

    assert not Mediation.objects.awaiting_referral(date(2024, 3, 7)).exists()
    assert not Mediation.objects.pending(date(2024, 3, 7)).exists()


@pytest.mark.parametrize(
    ("day", "pending"),
    [(date(2024, 3, 7), 0), (date(2024, 3, 8), 1), (date(2024, 3, 28), 1), (date(2024, 3, 29), 0)],
)
def test_a_matter_that_nobody_refers_is_pending_from_its_acceptance(
    day: date, pending: int
) -> None:
    MediationFactory.create(
        own=True, failed=True, accepted_on=date(2024, 3, 7), concluded_on=date(2024, 3, 28)
    )

    assert Mediation.objects.pending(day).count() == pending


def test_pre_suit_is_what_a_court_entrusts_before_filing() -> None:
    before = MediationFactory.create()
    MediationFactory.create(commission=Commission.ORDINARY)
    MediationFactory.create(police=True)

    assert list(Mediation.objects.pre_suit()) == [before]


def test_a_settlement_succeeds_as_an_agreement_does() -> None:
    won = {MediationFactory.create(agreed=True), MediationFactory.create(settled=True)}
    MediationFactory.create(failed=True)
    MediationFactory.create(declined=True)

    assert set(Mediation.objects.succeeded()) == won


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2024, 2, 29), 0),
        (date(2024, 3, 1), 1),
        (date(2024, 12, 30), 1),
        (date(2024, 12, 31), 0),
    ],
)
def test_who_mediates_stands_from_the_first_day_to_the_one_before_the_last(
    day: date, standing: int
) -> None:
    span = {"since_on": date(2024, 3, 1), "until_on": date(2024, 12, 31)}
    MediatorFactory.create(organisation=MediationOrganisationFactory.create(**span), **span)

    assert MediationOrganisation.objects.standing(day).count() == standing
    assert Mediator.objects.standing(day).count() == standing
