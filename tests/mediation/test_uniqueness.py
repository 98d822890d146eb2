"""What may stand only once in mediation stands once, and nothing else is refused for it."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from mediation.models.matter import Mediation
from seeds.factories.mediation import (
    MediationFactory,
    MediationOrganisationFactory,
    MediatorFactory,
    OutreachSessionFactory,
)
from seeds.factories.registry import AgencyFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("factory", "same"),
    [
        (MediationOrganisationFactory, {"code": "TW01-003"}),
        (MediatorFactory, {"code": "TY01-003-02"}),
        (OutreachSessionFactory, {"number": "说事〔2024〕12"}),
    ],
)
def test_a_number_of_the_register_is_given_once(factory: Any, same: dict[str, str]) -> None:
    factory.create(**same)

    with pytest.raises(IntegrityError):
        factory.create(**same)


def test_the_same_matter_of_a_court_is_entered_once() -> None:
    court = AgencyFactory.create(court=True)
    MediationFactory.create(origin=court, origin_number="（2024）示0101诉前调12号")

    with pytest.raises(IntegrityError):
        MediationFactory.create(origin=court, origin_number="（2024）示0101诉前调12号")


def test_two_police_stations_may_use_the_same_number() -> None:
    MediationFactory.create(police=True, origin_number="20240304-12")

    MediationFactory.create(police=True, origin_number="20240304-12")

    assert Mediation.objects.count() == 2


def test_a_voided_matter_leaves_the_number_of_its_origin_free() -> None:
    court = AgencyFactory.create(court=True)
    MediationFactory.create(
        origin=court, origin_number="调12", voided_on=date(2024, 12, 2), void_reason="重复录入"
    )

    again = MediationFactory.create(origin=court, origin_number="调12")

    assert again.pk is not None


def test_matters_without_a_number_of_their_origin_stand_beside_each_other() -> None:
    court = AgencyFactory.create(court=True)

    MediationFactory.create_batch(2, origin=court, origin_number="")

    assert Mediation.objects.count() == 2
