"""What must always hold of mediation is held by the database itself, whoever writes to it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError
from django.db.models import CheckConstraint

from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession
from mediation.models.parties import MediationParty
from mediation.terms import AgreementKind, Commission, Door, Result, TurnedAway
from seeds.factories.mediation import (
    CentreFactory,
    MediationFactory,
    MediationOrganisationFactory,
    MediationPartyFactory,
    MediatorFactory,
    OutreachSessionFactory,
)
from tests.cases.refusals import constraints, named, speaks

pytestmark = pytest.mark.django_db


MODELS = (Mediation, MediationParty, MediationOrganisation, Mediator, OutreachSession)


BEFORE = date(2024, 3, 1)  # before everything that the factories make up


AFTER = date(2024, 12, 2)  # after all of it


# constraint, factory, what breaks it
BREACHES: list[tuple[str, Any, dict[str, Any]]] = [
    ("mediation_voided_with_a_reason", MediationFactory, {"voided_on": AFTER}),
    ("mediation_voided_with_a_reason", MediationFactory, {"void_reason": "重复"}),
    ("mediation_origin_iff_referred", MediationFactory, {"origin": None}),
    ("mediation_origin_iff_referred", MediationFactory, {"police": True, "origin": None}),
    ("mediation_origin_iff_referred", MediationFactory, {"own": True, "origin_number": "12"}),
    ("mediation_commission_iff_from_court", MediationFactory, {"commission": ""}),
    (
        "mediation_commission_iff_from_court",
        MediationFactory,
        {"police": True, "commission": Commission.BEFORE_FILING},
    ),
    ("mediation_concerns_somebody", MediationFactory, {"persons": 0}),
    (
        "mediation_referred_by_somebody",
        MediationFactory,
        {"own": True, "accepted": True, "referred_on": date(2024, 3, 5)},
    ),
    (
        "mediation_referred_after_receipt",
        MediationFactory,
        {"referred": True, "referred_on": BEFORE},
    ),
    (
        "mediation_accepted_after_receipt",
        MediationFactory,
        {"own": True, "accepted": True, "accepted_on": BEFORE},
    ),
    (
        "mediation_accepted_after_referral",
        MediationFactory,
        {"accepted": True, "referred_on": None},
    ),
    (
        "mediation_accepted_after_referral",
        MediationFactory,
        {"accepted": True, "accepted_on": date(2024, 3, 4)},
    ),
    (
        "mediation_extended_for_a_court",
        MediationFactory,
        {"police": True, "accepted": True, "extended_until": date(2024, 6, 3)},
    ),
    (
        "mediation_extended_for_a_court",
        MediationFactory,
        {"referred": True, "extended_until": date(2024, 6, 3)},
    ),
    (
        "mediation_extended_for_a_court",
        MediationFactory,
        {"accepted": True, "extended_until": date(2024, 3, 7)},
    ),
    ("mediation_taken_up_at_a_centre", MediationFactory, {"referred": True, "centre": None}),
    (
        "mediation_taken_up_at_a_centre",
        MediationFactory,
        {"own": True, "accepted": True, "centre": None},
    ),
    ("mediation_turned_away_or_taken_up", MediationFactory, {"unwanted": True, "referred": True}),
    (
        "mediation_turned_away_or_taken_up",
        MediationFactory,
        {"own": True, "unwanted": True, "accepted": True},
    ),
    (
        "mediation_turned_away_after_receipt",
        MediationFactory,
        {"unwanted": True, "turned_away_on": BEFORE},
    ),
    ("mediation_turned_away_says_why", MediationFactory, {"unwanted": True, "turned_away": ""}),
    ("mediation_turned_away_says_why", MediationFactory, {"turned_away": TurnedAway.OTHER}),
    (
        "mediation_concluded_after_it_began",
        MediationFactory,
        {"concluded_on": AFTER, "result": Result.NO_CONSENT},
    ),
    (
        "mediation_concluded_after_it_began",
        MediationFactory,
        {"declined": True, "concluded_on": date(2024, 3, 4)},
    ),
    (
        "mediation_concluded_after_it_began",
        MediationFactory,
        {"failed": True, "concluded_on": date(2024, 3, 6)},
    ),
    (
        "mediation_concluded_after_it_began",
        MediationFactory,
        {"own": True, "failed": True, "concluded_on": BEFORE},
    ),
    ("mediation_result_iff_concluded", MediationFactory, {"failed": True, "result": ""}),
    ("mediation_result_iff_concluded", MediationFactory, {"failed": True, "concluded_on": None}),
    (
        "mediation_result_after_acceptance",
        MediationFactory,
        {"failed": True, "accepted_on": None, "concluded_on": AFTER},
    ),
    (
        "mediation_result_after_acceptance",
        MediationFactory,
        {"settled": True, "accepted_on": None, "concluded_on": AFTER},
    ),
    (
        "mediation_declined_not_accepted",
        MediationFactory,
        {"declined": True, "accepted_on": date(2024, 3, 5)},
    ),
    (
        "mediation_prevented_once_concluded",
        MediationFactory,
        {"accepted": True, "has_prevented_crime": True},
    ),
    (
        "mediation_prevented_once_concluded",
        MediationFactory,
        {"accepted": True, "has_prevented_collective_action": True},
    ),
    (
        "mediation_returned_to_a_court",
        MediationFactory,
        {"accepted": True, "returned_to_court_on": AFTER},
    ),
    (
        "mediation_returned_to_a_court",
        MediationFactory,
        {"police": True, "failed": True, "returned_to_court_on": AFTER},
    ),
    (
        "mediation_returned_after_conclusion",
        MediationFactory,
        {"failed": True, "returned_to_court_on": date(2024, 3, 8)},
    ),
    ("mediation_agreement_iff_agreed", MediationFactory, {"agreed": True, "agreement_on": None}),
    ("mediation_agreement_iff_agreed", MediationFactory, {"agreed": True, "agreement_kind": ""}),
    (
        "mediation_agreement_iff_agreed",
        MediationFactory,
        {"accepted": True, "agreement_on": date(2024, 3, 11)},
    ),
    (
        "mediation_agreement_iff_agreed",
        MediationFactory,
        {"settled": True, "agreement_kind": AgreementKind.ORAL},
    ),
    (
        "mediation_agreement_during_mediation",
        MediationFactory,
        {"agreed": True, "agreement_on": date(2024, 3, 6)},
    ),
    (
        "mediation_agreement_during_mediation",
        MediationFactory,
        {"agreed": True, "agreement_on": AFTER},
    ),
    ("mediation_amount_of_an_agreement", MediationFactory, {"agreed": True, "amount": Decimal(-1)}),
    ("mediation_amount_of_an_agreement", MediationFactory, {"failed": True, "amount": Decimal(9)}),
    (
        "mediation_performed_after_agreement",
        MediationFactory,
        {"agreed": True, "performed_on": BEFORE},
    ),
    (
        "mediation_performed_after_agreement",
        MediationFactory,
        {"settled": True, "performed_on": AFTER},
    ),
    (
        "mediation_confirmation_of_an_agreement",
        MediationFactory,
        {"settled": True, "confirmation_applied_on": AFTER},
    ),
    (
        "mediation_confirmation_of_an_agreement",
        MediationFactory,
        {"agreed": True, "confirmation_applied_on": BEFORE},
    ),
    (
        "mediation_confirmed_after_application",
        MediationFactory,
        {"agreed": True, "confirmed_on": AFTER},
    ),
    (
        "mediation_confirmed_after_application",
        MediationFactory,
        {"agreed": True, "confirmation_applied_on": AFTER, "confirmed_on": date(2024, 12, 1)},
    ),
    (
        "mediation_confirmation_refused_after_application",
        MediationFactory,
        {"agreed": True, "confirmation_refused_on": AFTER},
    ),
    (
        "mediation_confirmation_refused_after_application",
        MediationFactory,
        {
            "agreed": True,
            "confirmation_applied_on": AFTER,
            "confirmation_refused_on": date(2024, 12, 1),
        },
    ),
    (
        "mediation_confirmed_or_refused",
        MediationFactory,
        {
            "agreed": True,
            "confirmation_applied_on": AFTER,
            "confirmed_on": AFTER,
            "confirmation_refused_on": AFTER,
        },
    ),
    ("mediationparty_has_a_name", MediationPartyFactory, {"name": ""}),
    ("mediationparty_is_somebody", MediationPartyFactory, {"persons": 0}),
    (
        "mediationorganisation_voided_with_a_reason",
        MediationOrganisationFactory,
        {"voided_on": AFTER},
    ),
    ("mediationorganisation_code_not_empty", MediationOrganisationFactory, {"code": ""}),
    (
        "mediationorganisation_dissolved_after_founding",
        MediationOrganisationFactory,
        {"until_on": date(2020, 5, 31)},
    ),
    ("mediator_voided_with_a_reason", MediatorFactory, {"void_reason": "重复"}),
    ("mediator_code_not_empty", MediatorFactory, {"code": ""}),
    ("mediator_leaves_after_beginning", MediatorFactory, {"until_on": date(2021, 2, 28)}),
    ("outreachsession_voided_with_a_reason", OutreachSessionFactory, {"voided_on": AFTER}),
    ("outreachsession_number_not_empty", OutreachSessionFactory, {"number": ""}),
    ("outreachsession_resolves_what_it_heard", OutreachSessionFactory, {"requests_resolved": 5}),
]


@pytest.mark.parametrize(("constraint", "factory", "breach"), BREACHES)
def test_the_database_refuses(constraint: str, factory: Any, breach: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match=rf"\b{constraint}\b"):
        factory.create(**breach)


def test_every_check_is_attacked() -> None:
    assert named(MODELS, CheckConstraint) == {name for name, _, _ in BREACHES}


@pytest.mark.parametrize("name", constraints(MODELS))
def test_every_constraint_speaks_to_the_clerk(name: str) -> None:
    assert speaks(constraints(MODELS)[name])


def test_an_agreement_may_be_performed_on_the_spot() -> None:
    matter = MediationFactory.create(
        own=True,
        accepted_on=date(2024, 3, 4),
        centre=CentreFactory.create(),
        concluded_on=date(2024, 3, 4),
        result=Result.AGREED,
        agreement_on=date(2024, 3, 4),
        agreement_kind=AgreementKind.ORAL,
        performed_on=date(2024, 3, 4),
    )

    assert matter.door == Door.APPLICATION
