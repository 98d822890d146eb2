"""Entering all day: dates, tabs, a nervous hand, an expired session, and the next case."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from seeds.factories.registry import ActKindFactory, AgencyFactory, FieldFactory, UserFactory
from tests.browser.desk import Desk
from tests.cases.registry.test_typed_dates import FIRST_OF_AUGUST, SPELLINGS

ADD = "/admin/cases/reconsideration/add/"


@pytest.fixture
def desk(page: Page, live_server: LiveServer, county: Agency) -> Desk:
    """A clerk of the bureau, signed in, with a department to complain of."""
    AgencyFactory.create(name="示例县水务局", parent=county)
    FieldFactory.create(name="示例水利", name_en="Example water")
    ActKindFactory.create(name="示例处罚", name_en="Example penalty")
    UserFactory.create(username="clerk", agency=Agency.objects.get(kind="bureau"))
    desk = Desk(page, live_server.url)
    desk.sign_in("clerk", "correct horse")
    return desk


def type_in(desk: Desk) -> None:
    desk.open(ADD)
    desk.fill(received_on="20240304", act_number="示水罚字〔2024〕7号")
    desk.pick("respondent", "示例县水务局")
    desk.pick("field", "示例水利")
    desk.pick("act_kind", "示例处罚")


def test_a_date_is_written_out_as_one_leaves_it_and_the_next_case_keeps_it(desk: Desk) -> None:
    type_in(desk)
    written = []
    for typed in SPELLINGS:
        desk.fill(act_made_on=typed)
        desk.page.press("#id_act_made_on", "Tab")
        written.append(desk.page.input_value("#id_act_made_on"))
    with desk.page.expect_event("load"):
        desk.fill(act_made_on="2024-01-02")
        desk.page.keyboard.press("Control+Enter")

    assert written == [FIRST_OF_AUGUST.isoformat()] * len(SPELLINGS)
    expect(desk.page.locator(".messagelist .success a")).to_have_text("张政复〔2024〕1号")
    expect(desk.page.locator("#id_received_on")).to_have_value("2024-03-04")


def test_tabs_are_turned_by_keys_and_the_one_with_a_mistake_opens(desk: Desk) -> None:
    type_in(desk)
    page = desk.page

    page.locator("[role=tab]").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#id_accepted_on")).to_be_visible()
    expect(page).to_have_url(re.compile("#part-2$"))
    desk.fill(accepted_on="2024-02-31")
    page.click("#tab-part-1")
    desk.save()

    expect(page.locator("[role=tab][aria-selected=true] .mistakes")).to_contain_text("1")
    expect(page.locator("#id_accepted_on")).to_be_visible()


def test_a_double_click_makes_one_case(desk: Desk) -> None:
    type_in(desk)

    desk.page.locator("[name=_save]").dblclick()
    expect(desk.page.locator(".messagelist .success")).to_be_visible()

    assert Reconsideration.objects.count() == 1


def test_what_was_typed_survives_an_expired_session(desk: Desk) -> None:
    type_in(desk)
    page = desk.page
    page.click("#parties-group .add-row a")
    page.fill("#id_parties-0-name", "申请人甲")
    page.fill("#id_parties-0-identity_number", "620000199001010010")
    Session.objects.all().delete()

    desk.save()
    page.fill("#id_username", "clerk")
    page.fill("#id_password", "correct horse")
    page.click(".submit-row [type=submit]")
    page.click(".draft .restore")

    expect(page.locator("#id_act_number")).to_have_value("示水罚字〔2024〕7号")
    expect(page.locator("#id_parties-0-name")).to_have_value("申请人甲")
    assert "620000199001010010" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_a_lookup_says_that_there_is_no_answer_when_the_session_is_over(desk: Desk) -> None:
    desk.open(ADD)
    Session.objects.all().delete()

    desk.page.click(".field-respondent.fieldBox .select2-selection")

    expect(desk.page.locator(".select2-results__message")).to_be_visible()


def test_nothing_typed_is_left_behind_by_who_signs_out(desk: Desk) -> None:
    type_in(desk)
    desk.page.wait_for_function("Object.keys(sessionStorage).length > 0")

    desk.page.click("#logout-form button")
    expect(desk.page.locator("#logout-form")).to_have_count(0)

    assert desk.page.evaluate("Object.keys(sessionStorage).filter(k => k.includes('draft'))") == []


def test_a_session_about_to_end_asks_whether_somebody_is_there(
    desk: Desk, settings: Settings
) -> None:
    settings.SESSION_COOKIE_AGE = 6
    settings.SESSION_SAVE_EVERY_REQUEST = True
    desk.open("/admin/")

    warning = desk.page.locator("#session-warning")
    expect(warning).to_be_visible(timeout=6000)
    settings.SESSION_COOKIE_AGE = 600
    warning.locator("button").click()

    expect(warning).to_be_hidden()
    expect(desk.page.locator("#session-over")).to_be_hidden()


def test_a_similar_case_is_hinted_at_while_one_types(desk: Desk, county: Agency) -> None:
    earlier = ReconsiderationFactory.create(respondent=AgencyFactory.create(parent=county))
    ReconsiderationPartyFactory.create(case=earlier, name="申请人甲")
    desk.open(ADD)

    desk.page.click("#parties-group .add-row a")
    desk.page.select_option("#id_parties-0-role", "applicant")
    desk.page.fill("#id_parties-0-name", "申请人甲")
    desk.page.press("#id_parties-0-name", "Tab")

    expect(desk.page.locator(".similar a")).to_have_text(str(earlier))
