"""Everybody sees what concerns their own agency, the bureau what concerns the county."""

from typing import Any

import pytest

from cases.litigation.models.dispute import Dispute, LitigationParty
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.registry.agencies import Agency
from cases.registry.users import User
from seeds.factories.litigation import (
    DisputeFactory,
    HearingFactory,
    InstanceFactory,
    LitigationPartyFactory,
    SuggestionFactory,
)
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Agency:
    found: Agency = AgencyFactory.create(county=True)
    return found


@pytest.fixture
def department(county: Agency) -> Agency:
    found: Agency = AgencyFactory.create(parent=county)
    return found


def clerk_of(agency: Agency) -> User:
    user: User = UserFactory.create(agency=agency)
    return user


def everything_about(dispute: Dispute) -> list[Any]:
    instance = InstanceFactory.create(dispute=dispute)
    return [
        dispute,
        LitigationPartyFactory.create(dispute=dispute),
        instance,
        HearingFactory.create(instance=instance),
        SuggestionFactory.create(addressee=dispute.defendant, dispute=dispute),
    ]


MODELS: list[Any] = [Dispute, LitigationParty, Instance, Hearing, Suggestion]


@pytest.mark.parametrize("place", range(len(MODELS)))
def test_the_defendant_sees_its_own(place: int, department: Agency) -> None:
    mine = everything_about(DisputeFactory.create(defendant=department))
    everything_about(DisputeFactory.create())

    seen = MODELS[place].objects.visible_to(clerk_of(department))

    assert list(seen) == [mine[place]]


@pytest.mark.parametrize("place", range(len(MODELS)))
def test_the_bureau_sees_the_whole_county(place: int, county: Agency) -> None:
    everything_about(DisputeFactory.create(defendant__parent=county))
    everything_about(DisputeFactory.create(defendant__parent=county))
    bureau = AgencyFactory.create(bureau=True, parent=county)

    seen = MODELS[place].objects.visible_to(clerk_of(bureau))

    assert seen.count() == 2


def test_a_joint_defendant_sees_the_dispute_once(county: Agency, department: Agency) -> None:
    dispute = DisputeFactory.create(joint=True, organ=department, defendant__parent=department)

    seen = Dispute.objects.visible_to(clerk_of(department))

    assert list(seen) == [dispute]


def test_an_agency_sees_what_concerns_those_under_it(department: Agency) -> None:
    station = AgencyFactory.create(parent=department)
    dispute = DisputeFactory.create(defendant=station)

    assert list(Dispute.objects.visible_to(clerk_of(department))) == [dispute]


def test_a_stranger_sees_nothing(department: Agency) -> None:
    everything_about(DisputeFactory.create(defendant=department))
    stranger = clerk_of(AgencyFactory.create())

    assert [model.objects.visible_to(stranger).count() for model in MODELS] == [0] * len(MODELS)
