"""A paper is given out as it came, to whoever sees its record, or not at all."""

import hashlib
from typing import Any

import pytest
from django.test import Client

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.roles import Role
from seeds.factories.attachments import (
    CaseFileAttachmentFactory,
    DisputeAttachmentFactory,
    LegalReviewAttachmentFactory,
    MediationAttachmentFactory,
    ReconsiderationAttachmentFactory,
)
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.cases.registry.attachments.attaching import PDF, attached

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


LINES = [
    ReconsiderationAttachmentFactory,
    DisputeAttachmentFactory,
    MediationAttachmentFactory,
    CaseFileAttachmentFactory,
    LegalReviewAttachmentFactory,
]


def test_it_is_given_out_as_it_came_to_be_saved_and_not_shown(
    desk: Client, case: Reconsideration, caplog: pytest.LogCaptureFixture
) -> None:
    paper = attached(case)

    with caplog.at_level("INFO", "lawgov.accesses"):
        answer: Any = desk.get(paper.address)

    content = b"".join(answer.streaming_content)
    answer.close()
    assert hashlib.sha256(content).hexdigest() == paper.sha256
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%E5%86%B3")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == (
        "application/pdf",
        "nosniff",
    )


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, ""])
def test_who_holds_no_case_role_is_given_nothing(
    client: Client, bureau: Agency, case: Reconsideration, role: str
) -> None:
    client.force_login(UserFactory.create(role=role, agency=bureau))

    assert client.get(attached(case).address).status_code == 404


def test_another_agency_is_given_nothing_and_the_respondent_its_own(
    client: Client, case: Reconsideration
) -> None:
    paper = attached(case)
    client.force_login(UserFactory.create(agency=AgencyFactory.create(township=True)))
    stranger = client.get(paper.address)
    client.force_login(UserFactory.create(agency=case.respondent))

    own = client.get(paper.address)
    own.close()
    assert (stranger.status_code, own.status_code) == (404, 200)


@pytest.mark.parametrize("factory", LINES)
def test_papers_of_every_line_are_seen_by_who_sees_their_record(factory: Any) -> None:
    paper = factory.create()
    owned = [getattr(paper.record, owner.removeprefix("record__")) for owner in paper.owners]
    owner = UserFactory.create(agency=next(agency for agency in owned if agency))
    stranger = UserFactory.create()

    seen = [list(type(paper).objects.visible_to(person)) for person in (owner, stranger)]

    assert seen == [[paper], []]
    assert paper.address == f"/files/{paper._meta.label_lower}/{paper.pk}/"


def test_who_has_not_signed_in_is_shown_the_door(client: Client, case: Reconsideration) -> None:
    answer = client.get(attached(case).address)

    assert (answer.status_code, "/login/" in answer["Location"]) == (302, True)


@pytest.mark.parametrize("label", ["cases.user", "cases.reconsideration", "no.such"])
def test_no_other_table_is_reached_through_the_address(desk: Client, label: str) -> None:
    assert desk.get(f"/files/{label}/1/").status_code == 404


@pytest.mark.parametrize("damage", ["gone", "altered"])
def test_a_file_that_is_gone_or_altered_is_not_passed_off(
    desk: Client, case: Reconsideration, damage: str
) -> None:
    paper = attached(case)
    if damage == "gone":
        paper.place.unlink()
    else:
        paper.place.write_bytes(PDF + b"forged")

    answer = desk.get(paper.address)

    assert answer.status_code == 410
    assert paper.sha256 in answer.content.decode()
