"""What may stand only once in enforcement stands once, and nothing else is refused for it."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

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
from seeds.factories.registry import AgencyFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("factory", "same"),
    [
        (CampaignFactory, {"name": "示例县2024年执法案卷评查"}),
        (ExaminationFactory, {"number": "评查〔2024〕12号"}),
        (OfficerFactory, {"number": "ZF00012"}),
        (CertificateFactory, {"number": "示ZF000012"}),
    ],
)
def test_a_number_of_the_bureau_is_given_once(factory: Any, same: dict[str, str]) -> None:
    factory.create(**same)

    with pytest.raises(IntegrityError):
        factory.create(**same)


AGENCYS_OWN = [
    (CaseFileFactory, {"number": "示罚决〔2024〕12号"}),
    (LegalReviewFactory, {"number": "示法审〔2024〕12号"}),
    (GuidingCaseFactory, {"title": "示例指导案例"}),
]


@pytest.mark.parametrize(("factory", "same"), AGENCYS_OWN)
def test_an_agency_uses_a_number_once(factory: Any, same: dict[str, str]) -> None:
    agency = AgencyFactory.create()
    factory.create(agency=agency, **same)

    with pytest.raises(IntegrityError):
        factory.create(agency=agency, **same)


@pytest.mark.parametrize(("factory", "same"), AGENCYS_OWN)
def test_two_agencies_may_use_the_same_number(factory: Any, same: dict[str, str]) -> None:
    factory.create(**same)

    assert factory.create(**same).pk is not None


@pytest.mark.parametrize(("factory", "same"), AGENCYS_OWN)
def test_a_voided_record_leaves_its_number_free(factory: Any, same: dict[str, str]) -> None:
    agency = AgencyFactory.create()
    factory.create(agency=agency, voided_on=date(2024, 12, 2), void_reason="录错单位", **same)

    assert factory.create(agency=agency, **same).pk is not None


def test_a_file_is_examined_once_a_campaign() -> None:
    first = ExaminationFactory.create()

    with pytest.raises(IntegrityError):
        ExaminationFactory.create(file=first.file, campaign=first.campaign)


def test_a_file_may_be_in_two_campaigns() -> None:
    first = ExaminationFactory.create()

    assert ExaminationFactory.create(file=first.file).pk is not None


def test_items_of_one_examination_are_numbered() -> None:
    item = RectificationFactory.create(position=1)

    with pytest.raises(IntegrityError):
        RectificationFactory.create(examination=item.examination, position=1)


def test_an_officer_is_verified_once_a_day() -> None:
    first = VerificationFactory.create()

    with pytest.raises(IntegrityError):
        VerificationFactory.create(officer=first.officer)


def test_an_exam_is_sat_once_a_day() -> None:
    first = ExamFactory.create()

    with pytest.raises(IntegrityError):
        ExamFactory.create(officer=first.officer)
