"""A theft: a clerk of one town tries every road to a case of another, and finds each closed."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from cases.reconsideration.models.case import Reconsideration
from cases.registry.accesses.entries import Access, AccessEntry
from cases.registry.agencies import Agency
from cases.registry.timing import seeding as statutes
from cases.registry.timing.statutes import StatutoryTerm
from cases.registry.users import User
from lawgov.board.addresses import draw
from seeds.factories.attachments import ReconsiderationAttachmentFactory
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.browser.desk import Desk

NUMBER, NAME, ACT = "11010519491231002X", "失主某某", "邻镇罚字〔2024〕77号"
CASES = "/admin/cases/reconsideration/"
TODAY = date(2024, 3, 4)
# Pages that would be closed to everybody if they were only empty.
WHERE_ONES_OWN_STANDS = ("/admin/", f"{CASES}?state=all")


class Loot(NamedTuple):
    """A case of the other town, with everything one might be after; and the thief's own case."""

    case: Reconsideration
    own: Reconsideration
    party: Any
    paper: Any
    thief: User
    feed: str

    @property
    def marks(self) -> tuple[str, ...]:
        return (str(self.case), NAME, ACT, NUMBER, self.paper.original_name)


@pytest.fixture
def terms(live_server: LiveServer) -> None:
    """So that the other town's case is due and would stand on a board; a test that commits is
    emptied of them behind it."""
    if not StatutoryTerm.objects.exists():
        editor: Any = SimpleNamespace(connection=connection)
        statutes.seed(apps, editor)


@pytest.fixture
def loot(terms: None, county: Agency, settings: Settings, tmp_path: Path) -> Loot:
    settings.LAWGOV_FILES_DIR = tmp_path / "files"
    mine, other = AgencyFactory.create_batch(2, township=True, parent=county)
    case = ReconsiderationFactory.create(accepted=True, respondent=other, act_number=ACT)
    own = ReconsiderationFactory.create(accepted=True, respondent=mine)
    party = ReconsiderationPartyFactory.create(case=case, name=NAME, identity_number=NUMBER)
    paper = ReconsiderationAttachmentFactory.create(record=case, original_name="邻镇决定书.pdf")
    thief: User = UserFactory.create(username="thief", agency=mine)
    return Loot(case, own, party, paper, thief, draw(thief, timezone.now()))


@pytest.fixture
def desk(page: Page, live_server: LiveServer, loot: Loot) -> Desk:
    desk = Desk(page, live_server.url)
    desk.sign_in("thief", "correct horse")
    return desk


def pages(loot: Loot) -> list[str]:
    """The roads one goes by typing an address or pressing a button that is not there."""
    key, name = loot.case.pk, quote(NAME)
    reveal = ["cases", "reconsiderationparty", loot.party.pk, "identity_number"]
    figure = {"code": "reconsideration.received"}
    months = f"month={TODAY:%Y-%m}&whose=all"
    return [
        "/admin/",
        f"{CASES}?state=all",
        f"{CASES}?state=all&q={name}",
        f"{CASES}?state=all&q={quote(str(loot.case))}",
        f"{CASES}?respondent={loot.case.respondent_id}",
        f"{CASES}?parties__name={name}",
        f"{CASES}{key}/change/",
        f"{CASES}{key}/history/",
        f"{CASES}{key}/delete/",
        f"/find/?q={name}",
        f"/find/?q={quote(str(loot.case))}",
        f"/due/?{months}",
        "/reports/?period=2024",
        f"{reverse('reports:rows', kwargs=figure)}?period=2024",
        f"{reverse('reports:breakdown', kwargs=figure)}?period=2024",
        f"{reverse('reports:return_rows', kwargs={'form': 'appearance'})}?period=2024",
        "/findings/dates_out_of_order/",
        reverse("gates:reveal", args=reveal),
        f"/admin/r/{1}/{key}/",
    ]


def files(loot: Loot) -> list[str]:
    """The roads that lead to a file and not to a page."""
    lookup = "app_label=cases&model_name=dispute&field_name=reconsideration"
    rows = {"name": "csv", "code": "reconsideration.received"}
    return [
        reverse("attachment", args=[loot.paper._meta.label_lower, loot.paper.pk]),
        f"{reverse('reports:export_rows', kwargs=rows)}?period=2024",
        f"{reverse('reports:export', kwargs={'name': 'csv'})}?period=2024",
        f"/admin/autocomplete/?{lookup}&term={quote(str(loot.case)[:3])}",
        "/reports/statement/?period=2024",
        reverse("board:feed", args=[loot.feed]),
    ]


def posts(loot: Loot) -> list[tuple[str, dict[str, str]]]:
    """What somebody sends who knows how the pages work and writes the forms by hand."""
    key = str(loot.case.pk)
    reveal = ["cases", "reconsiderationparty", loot.party.pk, "identity_number"]
    void = {"action": "void", "index": "0", "select_across": "1", "_selected_action": key}
    void_now = void | {"_confirmed": "1", "_seen": f"{key}:1", "why": "x"}
    opened = {"_opened": f"cases.reconsideration.{key}=0", "act_name": "x"}
    rows = {"parties-TOTAL_FORMS": "1", "parties-INITIAL_FORMS": "1", "parties-MAX_NUM_FORMS": ""}
    smuggled = rows | {"parties-0-id": str(loot.party.pk), "parties-0-case": str(loot.own.pk)}
    stale = {"_opened": f"cases.reconsideration.{loot.own.pk}=0", "act_name": "x"}
    return [
        (f"{CASES}?state=all", void),
        (f"{CASES}?state=all", void_now),
        (f"{CASES}{key}/change/", opened),
        (f"{CASES}{key}/change/", opened | {"_opened_first": opened["_opened"]}),
        (f"{CASES}{loot.own.pk}/change/", smuggled | stale),
        (f"{CASES}{loot.own.pk}/change/", smuggled | {"act_name": "x"}),
        (reverse("admin:cases_reconsideration_similar"), {"parties-0-name": NAME}),
        (reverse("admin:cases_reconsideration_similar"), {"act_number": ACT, "_self": "0"}),
        (reverse("gates:reveal", args=reveal), {"reason": "好奇"}),
    ]


def leaks(text: str, loot: Loot) -> list[str]:
    return [mark for mark in loot.marks if mark in text]


# Everything that reached the browser, attributes and all; and the links to a case in it.
SHOWN = "document.documentElement.outerHTML"
LINKS = "part => [...document.querySelectorAll('a')].map(a => a.href).filter(a => a.includes(part))"


def test_no_page_tells_of_another_towns_case(desk: Desk, loot: Loot) -> None:
    found, own = {}, set()
    for road in pages(loot):
        desk.open(road)
        shown = desk.page.evaluate(SHOWN)
        # What one typed oneself is said back; whether it was found is told by a link.
        said = [mark for mark in leaks(shown, loot) if quote(mark) not in road]
        links = desk.page.evaluate(LINKS, f"/reconsideration/{loot.case.pk}/")
        found[road] = said + links
        own |= {road} if str(loot.own) in shown else set()

    assert {road: marks for road, marks in found.items() if marks} == {}
    assert own >= set(WHERE_ONES_OWN_STANDS)


def test_no_file_and_no_form_written_by_hand_does_either(desk: Desk, loot: Loot) -> None:
    before = list(Reconsideration.objects.values())

    answers = {road: desk.fetch(road) for road in files(loot)}
    for number, (road, values) in enumerate(posts(loot)):
        answers[f"{number} {road}"] = desk.send(road, values)

    said = {road: leaks(text, loot) for road, text in answers.items()}
    assert any(str(loot.own) in text for text in answers.values())
    assert {road: marks for road, marks in said.items() if marks} == {}
    assert list(Reconsideration.objects.values()) == before
    assert refused(loot.thief) >= REFUSED


REFUSED = {"download", "reveal"}


def refused(person: User) -> set[str]:
    """What the log says this person tried in vain."""
    entries = AccessEntry.objects.filter(person=person, act=Access.REFUSED, succeeded=False)
    return set(entries.values_list("detail", flat=True))
