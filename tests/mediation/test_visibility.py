"""A township sees what its centre mediates, a station what it referred, the bureau everything."""

from typing import Any

import pytest

from cases.registry.agencies import Agency
from cases.registry.users import User
from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession
from mediation.models.parties import MediationParty
from seeds.factories.mediation import (
    CentreFactory,
    MediationFactory,
    MediationOrganisationFactory,
    MediationPartyFactory,
    MediatorFactory,
    OutreachSessionFactory,
)
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = pytest.mark.django_db

MODELS: list[Any] = [Mediation, MediationParty, MediationOrganisation, Mediator, OutreachSession]


@pytest.fixture
def county() -> Agency:
    found: Agency = AgencyFactory.create(county=True)
    return found


def township_of(county: Agency) -> Agency:
    found: Agency = AgencyFactory.create(township=True, parent=county)
    return found


def clerk_of(agency: Agency) -> User:
    user: User = UserFactory.create(agency=agency)
    return user


def everything_in(township: Agency) -> list[Any]:
    centre = CentreFactory.create(parent=township)
    matter = MediationFactory.create(police=True, accepted=True, centre=centre)
    organisation = MediationOrganisationFactory.create(agency=township)
    return [
        matter,
        MediationPartyFactory.create(case=matter),
        organisation,
        MediatorFactory.create(organisation=organisation),
        OutreachSessionFactory.create(agency=township),
    ]


@pytest.mark.parametrize("place", range(len(MODELS)))
def test_a_township_sees_its_own(place: int, county: Agency) -> None:
    township = township_of(county)
    mine = everything_in(township)
    everything_in(township_of(county))

    seen = MODELS[place].objects.visible_to(clerk_of(township))

    assert list(seen) == [mine[place]]


@pytest.mark.parametrize("place", range(len(MODELS)))
def test_the_bureau_sees_the_whole_county(place: int, county: Agency) -> None:
    everything_in(township_of(county))
    everything_in(township_of(county))
    bureau = AgencyFactory.create(bureau=True, parent=county)

    seen = MODELS[place].objects.visible_to(clerk_of(bureau))

    assert seen.count() == 2


def test_a_station_sees_what_it_referred(county: Agency) -> None:
    station = AgencyFactory.create(parent=county)
    referred = MediationFactory.create(police=True, accepted=True, origin=station)
    MediationFactory.create(police=True, accepted=True)

    assert list(Mediation.objects.visible_to(clerk_of(station))) == [referred]


def test_a_matter_both_referred_and_mediated_at_home_is_seen_once(county: Agency) -> None:
    township = township_of(county)
    inside = {
        "origin": AgencyFactory.create(parent=township),
        "centre": CentreFactory.create(parent=township),
    }
    matter = MediationFactory.create(police=True, accepted=True, **inside)

    assert list(Mediation.objects.visible_to(clerk_of(township))) == [matter]


def test_the_bureau_alone_sees_an_organisation_that_stands_under_nobody(county: Agency) -> None:
    MediationOrganisationFactory.create(agency=None)
    bureau = AgencyFactory.create(bureau=True, parent=county)
    township = township_of(county)

    assert MediationOrganisation.objects.visible_to(clerk_of(bureau)).count() == 1
    assert MediationOrganisation.objects.visible_to(clerk_of(township)).count() == 0


def test_a_stranger_sees_nothing(county: Agency) -> None:
    everything_in(township_of(county))
    stranger = clerk_of(AgencyFactory.create())

    assert [model.objects.visible_to(stranger).count() for model in MODELS] == [0] * len(MODELS)
