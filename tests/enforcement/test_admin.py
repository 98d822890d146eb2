"""Every record of enforcement can be entered and found in the admin."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.officers import Officer
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

LISTS: list[tuple[str, Any, dict[str, Any]]] = [
    ("casefile", CaseFileFactory, {"penalty": True}),
    ("campaign", CampaignFactory, {}),
    ("examination", ExaminationFactory, {"graded": True}),
    ("rectification", RectificationFactory, {}),
    ("legalreview", LegalReviewFactory, {"decided": True}),
    ("guidingcase", GuidingCaseFactory, {"adopted": True}),
    ("officer", OfficerFactory, {}),
    ("certificate", CertificateFactory, {}),
    ("verification", VerificationFactory, {}),
    ("exam", ExamFactory, {}),
]


@pytest.fixture
def clerk(client: Client) -> Client:
    county = AgencyFactory.create(county=True)
    bureau = AgencyFactory.create(bureau=True, parent=county)
    client.force_login(UserFactory.create(agency=bureau))
    return client


def listed(client: Client, name: str, **query: str) -> list[Any]:
    response = client.get(reverse(f"admin:enforcement_{name}_changelist"), query)
    assert response.status_code == 200
    return list(response.context["cl"].result_list)


def questions(client: Client, name: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        listed(client, name)
    return len(asked)


def no_rows(*prefixes: str) -> dict[str, str]:
    return {
        f"{prefix}-{form}": "0" for prefix in prefixes for form in ("TOTAL_FORMS", "INITIAL_FORMS")
    }


@pytest.mark.parametrize(("name", "factory", "values"), LISTS)
def test_a_longer_list_asks_no_more(
    clerk: Client, name: str, factory: Any, values: dict[str, Any]
) -> None:
    factory.create(**values)
    questions(clerk, name)  # content types and the like are asked for once
    short = questions(clerk, name)

    factory.create_batch(8, **values)

    assert questions(clerk, name) == short


@pytest.mark.parametrize(("name", "factory", "values"), LISTS)
def test_a_record_opens(clerk: Client, name: str, factory: Any, values: dict[str, Any]) -> None:
    record = factory.create(**values)

    response = clerk.get(reverse(f"admin:enforcement_{name}_change", args=[record.pk]))

    assert response.status_code == 200


@pytest.mark.parametrize(("name", "factory", "values"), LISTS)
def test_nobody_deletes_a_record(
    clerk: Client, name: str, factory: Any, values: dict[str, Any]
) -> None:
    record = factory.create(**values)

    response = clerk.post(reverse(f"admin:enforcement_{name}_delete", args=[record.pk]))

    assert response.status_code == 403


def test_a_file_is_entered_with_the_agencys_own_number(clerk: Client) -> None:
    agency = AgencyFactory.create()

    clerk.post(
        reverse("admin:enforcement_casefile_add"),
        {
            "kind": "penalty",
            "agency": agency.pk,
            "number": "示罚决〔2024〕12号",
            "decided_on": "2024-03-04",
            "penalty_kind": "fine",
            "amount": "500",
            **no_rows("attachments"),
        },
    )

    file = CaseFile.objects.get()
    assert str(file) == "示罚决〔2024〕12号"
    assert file.entered_by is not None


def test_a_file_that_cannot_be_is_refused_in_the_clerks_words(clerk: Client) -> None:
    response = clerk.post(
        reverse("admin:enforcement_casefile_add"),
        {
            "kind": "licence",
            "agency": AgencyFactory.create().pk,
            "number": "示许〔2024〕12号",
            "decided_on": "2024-03-04",
            "penalty_kind": "fine",
        },
        headers={"accept-language": "en"},
    )

    assert "A penalty file says what was imposed" in response.content.decode()
    assert not CaseFile.objects.exists()


def grading(examination: Examination, **values: Any) -> dict[str, Any]:
    """The form of an examination, filled in as a reviewer would."""
    return {
        "number": examination.number,
        "campaign": examination.campaign_id,
        "file": examination.file_id,
        "self_examined_on": "2024-06-03",
        "sampled_on": "2024-07-08",
        "graded_on": "2024-08-05",
        **no_rows("rectifications"),
        **values,
    }


@pytest.mark.parametrize(
    ("grade", "refusal"),
    [("qualified", ""), ("excellent", "this file is graded: Qualified")],
)
def test_a_grade_has_to_be_the_one_the_campaign_gives(
    clerk: Client, grade: str, refusal: str
) -> None:
    examination = ExaminationFactory.create()
    address = reverse("admin:enforcement_examination_change", args=[examination.pk])

    response = clerk.post(
        address,
        grading(examination, score="89.9", grade=grade),
        headers={"accept-language": "en"},
    )

    examination.refresh_from_db()
    assert refusal in response.content.decode()
    assert examination.grade == ("" if refusal else grade)


def test_an_officer_is_entered_with_a_certificate(clerk: Client) -> None:
    clerk.post(
        reverse("admin:enforcement_officer_add"),
        {
            "number": "ZF00012",
            "name": "执法人员戊12",
            "agency": AgencyFactory.create().pk,
            "since_on": "2020-06-01",
            **no_rows("verifications", "exams"),
            "certificates-TOTAL_FORMS": "1",
            "certificates-INITIAL_FORMS": "0",
            "certificates-0-number": "示ZF000012",
            "certificates-0-issued_on": "2024-03-04",
            "certificates-0-valid_to": "2029-03-04",
        },
    )

    assert [str(c) for c in Officer.objects.get().certificates.all()] == ["示ZF000012"]


def test_a_list_finds_files_handled_without_a_certificate(clerk: Client) -> None:
    certificate = CertificateFactory.create(issued_on=date(2024, 3, 4))
    early = CaseFileFactory.create(handler=certificate, decided_on=date(2024, 3, 1))
    CaseFileFactory.create(handler=certificate, decided_on=date(2024, 3, 4))

    assert listed(clerk, "casefile", without_certificate="1") == [early]


def test_a_list_finds_what_is_overdue(clerk: Client) -> None:
    today = timezone.localdate()
    late = RectificationFactory.create(due_on=date(2024, 9, 5))
    RectificationFactory.create(due_on=max(today, date(2024, 9, 5)))

    assert listed(clerk, "rectification", overdue="1") == [late]


@pytest.mark.parametrize("text", ["评查〔2024〕", "示罚决", "示例执法局"])
def test_an_examination_is_found_by_either_number_and_by_agency(clerk: Client, text: str) -> None:
    agency = AgencyFactory.create(name="示例执法局")
    file = CaseFileFactory.create(number="示罚决〔2024〕12号", agency=agency)
    examination = ExaminationFactory.create(number="评查〔2024〕12号", file=file)
    ExaminationFactory.create(number="复查12")

    assert listed(clerk, "examination", q=text) == [examination]


def test_a_department_may_choose_any_campaign_and_only_its_own_files(client: Client) -> None:
    agency = AgencyFactory.create()
    client.force_login(UserFactory.create(agency=agency))
    mine, campaign = CaseFileFactory.create(agency=agency), CampaignFactory.create()
    other = CaseFileFactory.create()

    for file in (mine, other):
        client.post(
            reverse("admin:enforcement_examination_add"),
            {
                "number": f"评查{file.pk}",
                "campaign": campaign.pk,
                "file": file.pk,
                **no_rows("rectifications"),
            },
        )

    assert [examination.file for examination in Examination.objects.all()] == [mine]
