"""A supervisor opens the year and finds the nine corrected cases in two clicks."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from cases.reconsideration.terms import Outcome
from cases.registry.agencies import Agency
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import UserFactory
from tests.browser.desk import Desk

NINE = 9


@pytest.fixture
def desk(page: Page, live_server: LiveServer, county: Agency) -> Desk:
    for month in range(1, NINE + 1):
        ReconsiderationFactory.create(
            concluded=True, outcome=Outcome.REVOKED, received_on=date(2024, month, 8)
        )
    ReconsiderationFactory.create(concluded=True)
    bureau = Agency.objects.get(kind="bureau")
    UserFactory.create(username="supervisor", supervisor=True, agency=bureau)
    desk = Desk(page, live_server.url)
    desk.sign_in("supervisor", "correct horse")
    page.context.add_cookies([{"name": "django_language", "value": "en", "url": live_server.url}])
    desk.open(f"{reverse('reports:rollup')}?period=2024")
    return desk


def test_the_corrected_cases_of_the_year_are_two_clicks_away(desk: Desk) -> None:
    line = desk.page.get_by_role("row").filter(has_text="reconsideration.corrected")
    line.locator("td.whole a").click()
    expect(desk.page.locator(".answer .value")).to_have_text("9")
    expect(desk.page.locator("table.records tbody tr")).to_have_count(NINE)

    desk.page.locator("table.records tbody th a").first.click()

    expect(desk.page.locator("#reconsideration_form")).to_be_visible()


def test_a_definition_opens_without_leaving_the_page(desk: Desk) -> None:
    line = desk.page.get_by_role("row").filter(has_text="reconsideration.correction_rate")
    expect(line.locator(".definition")).to_be_hidden()

    line.locator("summary").focus()
    desk.page.keyboard.press("Enter")

    expect(line.locator(".definition")).to_contain_text("Concluded")


def test_the_address_is_all_there_is_to_a_report(desk: Desk, page: Page) -> None:
    page.locator("details.ask summary").click()
    page.fill("#id_first", "2024-03-01")
    page.fill("#id_last", "2024-05-31")
    page.locator(".question button").click()

    expect(page).to_have_url(f"{desk.address}/reports/?period=2024-03-01..2024-05-31")
    expect(page.locator("h1")).to_contain_text("2024-03-01 to 2024-05-31")


def test_only_the_numbers_are_printed(desk: Desk, page: Page) -> None:
    page.emulate_media(media="print")

    expect(page.locator("table.figures").first).to_be_visible()
    for chrome in ("#header", ".steps", ".chapters", ".ask", ".saved", ".breadcrumbs"):
        expect(page.locator(chrome).first).to_be_hidden()
