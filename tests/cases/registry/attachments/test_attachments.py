"""Papers are attached, described, withdrawn and given out; none is lost or given to a stranger."""

import hashlib
import re
from pathlib import Path
from types import NoneType
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from cases.reconsideration.models.attachments import ReconsiderationAttachment
from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.attachments.storage import digest_of, keys, put_away
from cases.registry.roles import Role
from cases.registry.users import User
from seeds.factories.attachments import (
    CaseFileAttachmentFactory,
    DisputeAttachmentFactory,
    LegalReviewAttachmentFactory,
    MediationAttachmentFactory,
    ReconsiderationAttachmentFactory,
)
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.cases.registry.attachments.papers import REFUSED, TAKEN

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
PDF = TAKEN["决定书.pdf"][0]


@pytest.fixture(autouse=True)
def shelf(settings: Settings, tmp_path: Path) -> Path:
    settings.LAWGOV_FILES_DIR = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def bureau() -> Agency:
    made: Agency = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    return made


@pytest.fixture
def clerk(bureau: Agency) -> User:
    made: User = UserFactory.create(agency=bureau)
    return made


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


@pytest.fixture
def case() -> Reconsideration:
    made: Reconsideration = ReconsiderationFactory.create()
    return made


def attached(case: Reconsideration, content: bytes = PDF, **more: Any) -> ReconsiderationAttachment:
    blob = put_away([content])
    kept = {"blob": blob.key, "sha256": blob.sha256, "size": blob.size, **more}
    made: ReconsiderationAttachment = ReconsiderationAttachment.objects.create(
        record=case, **{"original_name": "决定书.pdf", "format": "pdf", **kept}
    )
    return made


def sent(desk: Client, case: Reconsideration, *rows: dict[str, Any], initial: int = 0) -> Any:
    """What the form of a case answers when papers are handed in on it."""
    address = f"/admin/cases/reconsideration/{case.pk}/change/"
    page: Any = desk.get(address)
    form = page.context["adminform"].form
    posted = {name: form[name].value() for name in form.fields}
    posted |= {
        field.html_name: field.value()
        for formset in page.context["inline_admin_formsets"]
        for field in formset.formset.management_form
    }
    posted |= {"attachments-TOTAL_FORMS": len(rows), "attachments-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        filled = {"kind": "other", "record": case.pk, **row}
        posted |= {f"attachments-{number}-{name}": value for name, value in filled.items()}
    filled = {
        name: value for name, value in posted.items() if not isinstance(value, NoneType | bool)
    }
    return desk.post(address, filled)


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def complaints(answer: HttpResponse) -> str:
    context: Any = answer.context  # type: ignore[attr-defined]  # the test client adds it
    return str(context["errors"]) if context else ""


def test_several_are_attached_at_once_with_what_they_are_and_who_brought_them(
    desk: Client, case: Reconsideration, clerk: User
) -> None:
    files = [upload(name, TAKEN[name][0]) for name in ("决定书.pdf", "送达回证.jpg", "申请书.docx")]

    answer = sent(desk, case, {"file": files, "kind": "service", "number": "送字〔2024〕3号"})

    assert answer.status_code == 302, complaints(answer)
    rows = case.attachments.order_by("original_name")
    assert {(r.original_name, r.format, r.added_by, r.kind, r.number) for r in rows} == {
        (name, TAKEN[name][1], clerk, "service", "送字〔2024〕3号")
        for name in ("决定书.pdf", "送达回证.jpg", "申请书.docx")
    }
    assert [digest_of(row.place) for row in rows] == [row.sha256 for row in rows]


def test_it_lies_under_a_random_name_that_nobody_else_may_read(
    case: Reconsideration, shelf: Path
) -> None:
    paper = attached(case)

    assert paper.place == shelf / paper.blob[:2] / paper.blob[2:4] / paper.blob
    assert paper.place.stat().st_mode & 0o777 == 0o600
    assert paper.blob not in paper.sha256


def test_a_type_that_is_not_taken_is_refused_on_the_form_and_nothing_is_kept(
    desk: Client, case: Reconsideration, shelf: Path
) -> None:
    answer = sent(desk, case, {"file": [upload("木马.pdf", REFUSED["木马.pdf"][0])]})

    assert answer.status_code == 200
    assert "木马.pdf" in complaints(answer)
    assert (case.attachments.count(), list(keys())) == (0, [])


def test_a_file_beyond_the_limit_is_refused_with_both_sizes(
    desk: Client, case: Reconsideration, settings: Settings
) -> None:
    settings.LAWGOV_FILE_LIMIT = 2048
    large = upload("大.pdf", PDF + bytes(4096))

    answer = sent(desk, case, {"file": [large]})

    assert re.search(r"大\.pdf.*4\.0.*2\.0", complaints(answer))


@pytest.mark.parametrize("is_there", [True, False], ids=["there already", "sent twice"])
def test_the_same_file_is_not_attached_twice(
    desk: Client, case: Reconsideration, is_there: bool
) -> None:
    again = upload("又一份.pdf", PDF)
    if is_there:
        paper = attached(case)
        answer = sent(desk, case, {"id": paper.pk}, {"file": [again]}, initial=1)
    else:
        answer = sent(desk, case, {"file": [upload("决定书.pdf", PDF), again]})

    assert "又一份.pdf" in complaints(answer)
    assert "决定书.pdf" in complaints(answer)


def test_it_is_withdrawn_with_a_reason_and_stays_on_the_disk(
    desk: Client, case: Reconsideration, clerk: User
) -> None:
    paper = attached(case)

    answer = sent(desk, case, {"id": paper.pk, "withdrawn_why": "传错案件"}, initial=1)

    paper.refresh_from_db()
    assert answer.status_code == 302, complaints(answer)
    assert (paper.withdrawn_by, paper.withdrawn_at is None) == (clerk, False)
    assert paper.place.exists()


def test_who_withdrew_it_by_mistake_takes_that_back(desk: Client, case: Reconsideration) -> None:
    paper = attached(case, withdrawn_why="传错案件", withdrawn_at=timezone.now())

    sent(desk, case, {"id": paper.pk, "withdrawn_why": ""}, initial=1)

    paper.refresh_from_db()
    assert (paper.withdrawn_at, paper.withdrawn_by) == (None, None)


def test_a_failed_save_leaves_no_row_and_no_row_is_without_its_file(
    desk: Client, case: Reconsideration
) -> None:
    answer = sent(desk, case, {"file": [upload("决定书.pdf", PDF)], "dated_on": "someday"})

    assert answer.status_code == 200
    assert not case.attachments.exists()


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


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ({"size": 0}, "is_a_file"),
        ({"original_name": ""}, "is_a_file"),
        ({"withdrawn_why": "传错"}, "withdrawn_with_a_reason"),
        ({"withdrawn_at": timezone.now()}, "withdrawn_with_a_reason"),
    ],
)
def test_the_database_refuses(case: Reconsideration, broken: dict[str, Any], rule: str) -> None:
    with pytest.raises(IntegrityError, match=rule):
        attached(case, **broken)


@pytest.mark.parametrize("shared", ["blob", "sha256"])
def test_the_database_refuses_the_same_file_once_more(case: Reconsideration, shared: str) -> None:
    paper = attached(case)

    with pytest.raises(IntegrityError):
        attached(case, PDF + b"other", **{shared: getattr(paper, shared)})


def test_a_record_costs_the_same_however_many_papers_it_has(
    desk: Client, case: Reconsideration
) -> None:
    asked = []
    for number in (1, 12):
        for each in range(number):
            attached(case, PDF + bytes([each, number]))
        address = f"/admin/cases/reconsideration/{case.pk}/change/"
        assert desk.get(address).status_code == 200
        with CaptureQueriesContext(connection) as queries:
            desk.get(address)
        asked.append(len(queries))

    assert asked[0] == asked[1]
