"""A supervisor closes August 2024, finds the nine corrected cases, and hands in the year."""

import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse
from docx import Document
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from python_calamine import CalamineWorkbook

from cases.registry.classifications import reading as classifications
from cases.registry.codes import Field
from cases.registry.timing import seeding as statutes
from lawgov.demonstration import ACCOUNTS, open_accounts, take_in_once
from lawgov.reports.exports import lists, long, sending
from lawgov.reports.exports.log import ExportLog
from tests.browser.desk import Desk

NINE = 9
AUGUST = "2024-08"


@pytest.fixture
def demonstration(live_server: LiveServer, settings: Any) -> None:
    """The year 2024 as whoever tries the system meets it."""
    if not Field.objects.exists():  # a test before this one emptied what migrations brought
        editor: Any = SimpleNamespace(connection=connection)
        classifications.seed(apps, editor)
        statutes.seed(apps, editor)
    settings.DEBUG = True  # accounts are opened nowhere else
    take_in_once(lambda rows, _title: rows)
    open_accounts()
    settings.DEBUG = False


def signed_in(page: Page, live_server: LiveServer, username: str) -> Desk:
    desk = Desk(page, live_server.url)
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "django_language", "value": "en", "url": live_server.url}])
    desk.sign_in(username, ACCOUNTS[username])
    return desk


@pytest.fixture
def desk(page: Page, live_server: LiveServer, demonstration: None) -> Desk:
    return signed_in(page, live_server, "supervisor")


def close_august(desk: Desk) -> None:
    desk.open(f"{reverse('reports:closings')}?period=2024")
    desk.page.get_by_role("rowheader", name="August 2024").get_by_role("link").click()
    desk.page.get_by_label("I have looked at the figures.").check()
    desk.page.get_by_role("button", name="Close August 2024").click()
    expect(desk.page.locator("h1 .badge")).to_have_text("closed")


def taken(desk: Desk, click: Any, folder: Path) -> Path:
    """The file that a click brings."""
    with desk.page.expect_download() as download:
        click.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_august_is_closed_and_the_year_is_handed_in(desk: Desk, tmp_path: Path) -> None:
    close_august(desk)

    # Two clicks: the report of the year, the number of the year.
    desk.page.locator(".breadcrumbs").get_by_role("link", name="Reports").click()
    line = desk.page.get_by_role("row").filter(has_text="reconsideration.corrected")
    line.locator("td.whole a").click()
    expect(desk.page.locator(".answer .value")).to_have_text(str(NINE))
    expect(desk.page.locator("table.records tbody tr")).to_have_count(NINE)

    desk.open(f"{reverse('reports:returns')}?period=2024")
    links = desk.page.locator("ul.forms").get_by_role("link", name="xlsx")
    books = [taken(desk, link, tmp_path) for link in links.all()]
    statement = taken(desk, desk.page.get_by_role("link", name="中文", exact=True), tmp_path)

    totals = [CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python() for book in books]
    assert len(totals) == 6
    assert all(len(rows) > 3 for rows in totals)
    paragraphs = "\n".join(each.text for each in Document(str(statement)).paragraphs)
    assert "直接纠错9件" in paragraphs
    assert "评为优秀的案卷203宗，其中行政许可案卷40宗，行政处罚案卷163宗" in paragraphs


def test_a_closed_month_is_reopened_by_two(desk: Desk, page: Page, live_server: LiveServer) -> None:
    close_august(desk)
    page.locator("summary", has_text="Reopen").click()
    page.get_by_label("Reason").fill("two cases were entered late")
    page.get_by_role("button", name="Ask to reopen").click()
    expect(page.get_by_text("A second supervisor has to agree.")).to_be_visible()

    second = signed_in(page, live_server, "supervisor2")
    second.open(reverse("reports:closing", args=[AUGUST]))
    page.get_by_role("button", name="Agree and reopen").click()

    expect(page.locator("h1 .badge")).to_have_text("open")


def test_a_long_export_shows_how_far_it_is_and_arrives(
    desk: Desk, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long, "LONG", 1000)
    desk.open(f"{reverse('reports:rows', args=['enforcement.files_examined'])}?period=2024")

    with page.expect_download() as download:
        page.locator(".files").get_by_role("link", name="CSV").click()

    expect(page.locator(".export .said")).to_have_text("2101 lines, all")
    expect(page.locator(".export form")).to_be_hidden()
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 2101 + 1


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of two thousand is long, and somebody has the time to change their mind."""

    def taking_its_time(*args: Any) -> Any:
        time.sleep(0.002)
        return cells(*args)

    cells = lists._cells
    monkeypatch.setattr(lists, "_cells", taking_its_time)
    monkeypatch.setattr(long, "LONG", 1000)
    monkeypatch.setattr(sending, "EVERY", 100)
    monkeypatch.setattr(sending, "SECONDS", 0)


# Playwright does not touch a page while a file is on its way to it; whoever sits there does.
PRESS_WHEN_IT_MOVES = """
    const waiting = setInterval(() => {
        if (document.querySelector(".export progress")?.value > 0) {
            clearInterval(waiting);
            document.querySelector(".export .cancel").click();
        }
    }, 20);
"""


@pytest.mark.parametrize("form", ["CSV", "xlsx"])
def test_a_long_export_is_cancelled_while_it_runs(
    desk: Desk, page: Page, slow: None, form: str
) -> None:
    desk.open(f"{reverse('reports:rows', args=['enforcement.files_examined'])}?period=2024")
    page.add_init_script(PRESS_WHEN_IT_MOVES)

    page.locator(".files").get_by_role("link", name=form).click()

    expect(page.locator(".export.over .said")).to_contain_text("cancelled at")
    expect(page.locator(".export form")).to_be_hidden()
    entry = ExportLog.objects.latest("pk")
    assert entry.cancelled_at is not None
    assert 0 < entry.lines < 2101
    assert page.locator(".export .said").inner_text() == f"cancelled at {entry.lines} lines"
