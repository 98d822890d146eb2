"""Every page opens in a browser without a complaint and without a word to another host."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from cases.registry.agencies import Agency
from cases.registry.roles import Role
from seeds.factories.registry import UserFactory
from tests.browser.desk import Desk
from tests.lawgov.tables import NEVER_ADDED, TABLES, Table, keeper_of, name_of, rows


def desk_of(role: Role, page: Page, address: str) -> Desk:
    UserFactory.create(username=role.value, role=role, agency=Agency.objects.get(kind="bureau"))
    desk = Desk(page, address)
    desk.sign_in(role.value, "correct horse")
    return desk


@pytest.fixture
def clerk(page: Page, live_server: LiveServer, county: Agency) -> Desk:
    return desk_of(Role.CLERK, page, live_server.url)


def addresses(model: Table) -> Iterator[str]:
    row, name = rows(model, 2)[0], f"admin:{model._meta.app_label}_{model._meta.model_name}"
    yield reverse(f"{name}_changelist")
    yield reverse(f"{name}_change", args=[row.pk])
    yield reverse(f"{name}_history", args=[row.pk])
    if name_of(model) not in NEVER_ADDED:
        yield reverse(f"{name}_add")


@pytest.mark.looks
@pytest.mark.parametrize("role", sorted({keeper_of(model) for model in TABLES}))
def test_every_page_a_role_works_with_opens_quietly(
    page: Page, live_server: LiveServer, county: Agency, role: Role
) -> None:
    desk = desk_of(role, page, live_server.url)

    kept = [model for model in TABLES if keeper_of(model) == role]
    for address in [reverse("admin:index"), *(a for model in kept for a in addresses(model))]:
        desk.open(address)

        expect(page.locator("h1")).to_be_visible()


def test_the_language_is_changed_by_a_button_and_stays(clerk: Desk) -> None:
    clerk.page.get_by_role("button", name="English").click()
    expect(clerk.page.locator("html")).to_have_attribute("lang", "en")

    clerk.open(reverse("admin:cases_reconsideration_changelist"))

    expect(clerk.page.locator("html")).to_have_attribute("lang", "en")


def test_a_slash_goes_to_the_search_and_escape_closes_a_menu(clerk: Desk) -> None:
    clerk.open(reverse("admin:cases_reconsideration_changelist"))
    menu = clerk.page.locator("details.filter").first
    menu.locator("summary").click()
    expect(menu).to_have_attribute("open", "")

    clerk.page.keyboard.press("Escape")
    clerk.page.keyboard.press("/")

    expect(menu).not_to_have_attribute("open", "")
    expect(clerk.page.locator("#searchbar")).to_be_focused()


def test_signing_out_leads_to_a_page_that_leads_back(clerk: Desk) -> None:
    clerk.page.click("#logout-form button")

    clerk.page.click(".door a.button")

    expect(clerk.page.locator("#login-form")).to_be_visible()


def test_the_save_bar_stays_in_sight_on_a_long_form(clerk: Desk) -> None:
    clerk.open(reverse("admin:cases_reconsideration_add"))

    bar = clerk.page.locator(".submit-row [name=_save]")

    expect(bar).to_be_in_viewport()
