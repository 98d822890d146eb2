"""An agency sees its own files and officers, the bureau everybody's; campaigns are for all."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from cases.registry.agencies import Agency
from cases.registry.users import User
from enforcement.models.campaigns import Campaign
from enforcement.models.certificates import Certificate
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.guiding import GuidingCase
from enforcement.models.officers import Exam, Officer, Verification
from enforcement.models.rectifications import Rectification
from enforcement.models.reviews import LegalReview
from seeds.factories.enforcement import (
    CampaignFactory,
    CaseFileFactory,
    CertificateFactory,
    ExamFactory,
    ExaminationFactory,
    GuidingCaseFactory,
    LegalReviewFactory,
    OfficerFactory,
    RectificationFactory,
    VerificationFactory,
)
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = pytest.mark.django_db

MODELS: list[Any] = [
    CaseFile,
    Examination,
    Rectification,
    LegalReview,
    GuidingCase,
    Officer,
    Certificate,
    Verification,
    Exam,
]


@pytest.fixture
def county() -> Agency:
    found: Agency = AgencyFactory.create(county=True)
    return found


def department_of(county: Agency) -> Agency:
    found: Agency = AgencyFactory.create(parent=county)
    return found


def clerk_of(agency: Agency) -> User:
    user: User = UserFactory.create(agency=agency)
    return user


def everything_of(agency: Agency) -> list[Any]:
    file = CaseFileFactory.create(agency=agency)
    examination = ExaminationFactory.create(graded=True, file=file)
    officer = OfficerFactory.create(agency=agency)
    return [
        file,
        examination,
        RectificationFactory.create(examination=examination),
        LegalReviewFactory.create(agency=agency),
        GuidingCaseFactory.create(agency=agency),
        officer,
        CertificateFactory.create(officer=officer),
        VerificationFactory.create(officer=officer),
        ExamFactory.create(officer=officer),
    ]


@pytest.mark.parametrize("place", range(len(MODELS)))
def test_a_department_sees_its_own(place: int, county: Agency) -> None:
    department = department_of(county)
    mine = everything_of(department)
    everything_of(department_of(county))

    seen = MODELS[place].objects.visible_to(clerk_of(department))

    assert list(seen) == [mine[place]]


@pytest.mark.parametrize("place", range(len(MODELS)))
def test_the_bureau_sees_the_whole_county(place: int, county: Agency) -> None:
    everything_of(department_of(county))
    everything_of(department_of(county))
    bureau = AgencyFactory.create(bureau=True, parent=county)

    seen = MODELS[place].objects.visible_to(clerk_of(bureau))

    assert seen.count() == 2


def test_a_campaign_is_announced_to_every_agency(county: Agency) -> None:
    campaign = CampaignFactory.create()

    seen = Campaign.objects.visible_to(clerk_of(department_of(county)))

    assert list(seen) == [campaign]


def test_whoever_has_not_signed_in_sees_not_even_a_campaign() -> None:
    CampaignFactory.create()

    assert not Campaign.objects.visible_to(AnonymousUser()).exists()


def test_a_stranger_sees_nothing(county: Agency) -> None:
    everything_of(department_of(county))
    stranger = clerk_of(AgencyFactory.create())

    assert [model.objects.visible_to(stranger).count() for model in MODELS] == [0] * len(MODELS)
