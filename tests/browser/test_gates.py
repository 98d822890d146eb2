"""The gates as a person meets them: a number with a reason, and the roads to another town."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from cases.reconsideration.models.children import ReconsiderationParty
from cases.registry.accesses.entries import AccessEntry
from cases.registry.agencies import Agency
from seeds.factories.reconsideration import ReconsiderationPartyFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.browser.desk import Desk

NUMBER = "11010519491231002X"


@pytest.fixture
def party(county: Agency) -> ReconsiderationParty:
    made: ReconsiderationParty = ReconsiderationPartyFactory.create(
        name="申请人甲",
        identity_number=NUMBER,
        case__respondent=AgencyFactory.create(parent=county),
    )
    return made


def form_of(party: ReconsiderationParty) -> str:
    return reverse("admin:cases_reconsideration_change", args=[party.case_id])


def test_a_number_is_shown_in_place_once_a_reason_is_given(
    page: Page, live_server: LiveServer, party: ReconsiderationParty
) -> None:
    UserFactory.create(username="clerk", agency=Agency.objects.get(kind="bureau"))
    desk = Desk(page, live_server.url)
    desk.sign_in("clerk", "correct horse")
    desk.open(form_of(party))

    page.locator("a.reveal").first.click()
    page.fill("dialog input[name=reason]", "送达核对")
    page.keyboard.press("Enter")

    expect(page.locator("output.revealed")).to_have_text(NUMBER)
    assert AccessEntry.objects.get(act="reveal").detail == "送达核对"


def test_a_township_clerk_finds_every_road_to_another_towns_case_closed(
    page: Page, live_server: LiveServer, county: Agency, party: ReconsiderationParty
) -> None:
    town = AgencyFactory.create(township=True, parent=county)
    UserFactory.create(username="township", agency=town)
    desk = Desk(page, live_server.url)
    desk.sign_in("township", "correct horse")
    case = reverse("admin:cases_reconsideration_changelist")

    roads = [form_of(party), f"{case}?q=申请人甲", f"{case}?voided=all", "/reports/?period=2024"]
    roads += [reverse("admin:cases_reconsideration_history", args=[party.case_id]), "/due/"]
    for road in roads:
        desk.open(road)
        for secret in (party.case.docket.text, NUMBER):
            expect(page.locator("#container")).not_to_contain_text(secret)


def test_what_is_printed_is_entered(
    page: Page, live_server: LiveServer, party: ReconsiderationParty
) -> None:
    UserFactory.create(username="clerk", agency=Agency.objects.get(kind="bureau"))
    desk = Desk(page, live_server.url)
    desk.sign_in("clerk", "correct horse")
    desk.open(form_of(party))

    with page.expect_response(lambda answer: answer.url.endswith("/printed/")):
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    assert AccessEntry.objects.get(act="print").subject == form_of(party)
