"""A clerk attaches papers to a case, is told what is wrong with one, and takes one out again."""

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from cases.registry.agencies import Agency
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import UserFactory
from tests.browser.desk import Desk
from tests.cases.registry.attachments.papers import REFUSED, TAKEN

PASSWORD = "correct horse"


@pytest.fixture
def desk(
    page: Page, live_server: LiveServer, county: Agency, settings: Settings, tmp_path: Path
) -> Desk:
    settings.LAWGOV_FILES_DIR = tmp_path / "files"
    bureau = Agency.objects.get(parent=county)
    clerk = UserFactory.create(agency=bureau, password=PASSWORD)
    desk = Desk(page, live_server.url)
    desk.sign_in(clerk.username, PASSWORD)
    return desk


def laid(folder: Path, *names: str) -> list[Path]:
    """Files on the clerk's own disk."""
    papers = {name: content for name, (content, _what) in (TAKEN | REFUSED).items()}
    for name in names:
        (folder / name).write_bytes(papers[name])
    return [folder / name for name in names]


def attach(desk: Desk, *files: Path) -> None:
    """In a new row, whichever part of the form is open."""
    desk.page.evaluate("document.querySelector('#attachments-group .add-row a').click()")
    desk.page.set_input_files("#id_attachments-0-file", files)
    desk.save()


@pytest.mark.django_db(transaction=True)
def test_papers_are_attached_refused_and_taken_out(desk: Desk, tmp_path: Path) -> None:
    case = ReconsiderationFactory.create()
    desk.open(f"/admin/cases/reconsideration/{case.pk}/change/")
    attach(desk, *laid(tmp_path, "木马.pdf"))
    refused = desk.page.locator("#attachments-group .errorlist").inner_text()

    desk.open(f"/admin/cases/reconsideration/{case.pk}/change/")
    attach(desk, *laid(tmp_path, "决定书.pdf", "送达回证.jpg"))
    papers = desk.page.locator("#attachments-group .paper a")
    expect(papers).to_have_count(2)
    taken = desk.page.request.get(f"{desk.address}{papers.first.get_attribute('href')}")

    assert "木马.pdf" in refused
    assert taken.headers["content-disposition"].startswith("attachment")
    assert hashlib.sha256(taken.body()).hexdigest() in {
        hashlib.sha256(TAKEN[name][0]).hexdigest() for name in ("决定书.pdf", "送达回证.jpg")
    }
