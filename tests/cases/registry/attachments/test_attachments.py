"""Papers are attached, described, withdrawn and given out; none is lost or given to a stranger."""

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

from cases.reconsideration.models.case import Reconsideration
from cases.registry.attachments.storage import digest_of, keys
from cases.registry.users import User
from tests.cases.registry.attachments.attaching import PDF, attached
from tests.cases.registry.attachments.papers import REFUSED, TAKEN

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


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
