"""Fields open while one types, by whatever hand they are filled in, and nothing typed is lost."""

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from cases.registry.agencies import Agency
from seeds.factories.registry import UserFactory
from tests.browser.desk import Desk

pytestmark = pytest.mark.looks

CASE = "/admin/cases/reconsideration/add/"
DISPUTE = "/admin/cases/dispute/add/"


@pytest.fixture
def desk(page: Page, live_server: LiveServer, county: Agency) -> Desk:
    """A clerk of the bureau with every part of the form in sight."""
    bureau = Agency.objects.get(kind="bureau")
    UserFactory.create(username="clerk", full_name="经办甲", agency=bureau)
    desk = Desk(page, live_server.url)
    desk.sign_in("clerk", "correct horse")
    page.evaluate("localStorage.setItem('lawgov.everything', 'yes')")
    return desk


def field(desk: Desk, name: str) -> Locator:
    return desk.page.locator(f"#id_{name}")


def why(desk: Desk, name: str) -> Locator:
    """The line beneath a field that says why it is closed."""
    described = field(desk, name).get_attribute("aria-describedby") or ""
    return desk.page.locator(f"#{described.split()[-1]}")


def test_a_field_opens_with_the_first_key_of_the_one_it_waits_for(desk: Desk) -> None:
    desk.open(CASE)
    expect(field(desk, "copy_served_on")).to_be_disabled()
    expect(why(desk, "copy_served_on")).to_have_text("被申请人收到副本日期不能早于受理日期。")

    field(desk, "accepted_on").focus()
    desk.page.keyboard.type("20240308")
    expect(field(desk, "copy_served_on")).to_be_enabled()
    expect(why(desk, "copy_served_on")).to_be_hidden()
    expect(field(desk, "turned_away_on")).to_be_disabled()

    field(desk, "accepted_on").fill("")
    expect(field(desk, "copy_served_on")).to_be_disabled()
    expect(field(desk, "turned_away_on")).to_be_enabled()


def test_the_calendar_and_a_lookup_open_what_waits_for_them(desk: Desk) -> None:
    desk.open(CASE)

    desk.page.locator(".field-accepted_on.fieldBox .datetimeshortcuts a").first.click()
    expect(field(desk, "copy_served_on")).to_be_enabled()
    desk.page.locator(".field-handler.fieldBox .select2-selection__clear").click()
    desk.page.keyboard.press("Escape")
    expect(field(desk, "second_handler")).to_be_disabled()

    desk.pick("handler", "经办甲")
    expect(field(desk, "second_handler")).to_be_enabled()


def test_the_simplified_procedure_comes_with_its_ground_and_alone_is_converted(desk: Desk) -> None:
    desk.open(CASE)
    field(desk, "accepted_on").fill("2024-03-08")
    expect(field(desk, "simplified_ground")).to_be_disabled()
    expect(field(desk, "converted_on")).to_be_disabled()

    desk.choose("procedure", "simplified")
    expect(field(desk, "simplified_ground")).to_be_enabled()
    expect(field(desk, "converted_on")).to_be_enabled()


def test_what_has_a_value_is_told_to_be_in_the_way_and_stays_open(desk: Desk) -> None:
    desk.open(CASE)
    field(desk, "accepted_on").fill("2024-03-08")
    field(desk, "copy_served_on").fill("2024-03-12")

    field(desk, "accepted_on").fill("")

    expect(field(desk, "copy_served_on")).to_be_enabled()
    expect(why(desk, "copy_served_on")).to_be_visible()


def test_a_draft_put_back_keeps_what_was_typed_into_fields_that_were_closed(desk: Desk) -> None:
    desk.open(CASE)
    typed = {
        "accepted_on": "2024-03-08",
        "copy_served_on": "2024-03-12",
        "concluded_on": "2024-04-10",
    }
    field(desk, "accepted_on").fill(typed["accepted_on"])
    desk.choose("outcome", "revoked")
    desk.fill(**typed)
    desk.page.wait_for_function("() => JSON.stringify(sessionStorage).includes('2024-04-10')")

    desk.page.reload()
    expect(field(desk, "copy_served_on")).to_be_disabled()
    desk.page.click(".draft .restore")

    for name, text in {**typed, "outcome": "revoked"}.items():
        expect(field(desk, name)).to_have_value(text)
        expect(field(desk, name)).to_be_enabled()


def test_a_dispute_ends_when_none_of_its_instances_is_open(desk: Desk) -> None:
    desk.open(DISPUTE)
    desk.add_row("instances", court_number="（2024）甘0503行初12号")
    expect(field(desk, "instances-0-brought_by")).to_be_disabled()
    expect(field(desk, "concluded_on")).to_be_disabled()
    expect(why(desk, "concluded_on")).to_contain_text("行政诉讼法第八十五条")

    field(desk, "instances-0-concluded_on").fill("2024-05-06")
    expect(field(desk, "concluded_on")).to_be_enabled()


def test_no_decision_is_chosen_until_the_suspension_typed_beside_it_is_over(desk: Desk) -> None:
    desk.open(CASE)
    field(desk, "accepted_on").fill("2024-03-08")
    upheld = field(desk, "outcome").locator("option[value=upheld]")
    ended = field(desk, "outcome").locator("option[value=terminated]")

    desk.add_row("suspensions", suspended_on="2024-03-20")
    expect(upheld).to_be_disabled()
    expect(ended).to_be_enabled()
    expect(why(desk, "outcome")).to_be_visible()

    field(desk, "suspensions-0-resumed_on").fill("2024-04-01")
    expect(upheld).to_be_enabled()


def test_rows_are_offered_as_the_record_beside_them_is_typed(desk: Desk) -> None:
    desk.open(CASE)
    extensions = desk.page.locator("#extension-group")
    expect(extensions.locator(".add-row")).to_be_hidden()
    expect(extensions.locator(".why-rows")).to_contain_text("第六十二条第一款")

    field(desk, "accepted_on").fill("2024-03-08")
    expect(extensions.locator(".add-row")).to_be_visible()

    desk.choose("procedure", "simplified")
    expect(extensions.locator(".add-row")).to_be_hidden()
    expect(extensions.locator(".why-rows")).to_contain_text("第六十二条第二款")
    field(desk, "converted_on").fill("2024-03-20")
    expect(extensions.locator(".add-row")).to_be_visible()


def test_menus_that_have_to_agree_say_so_until_they_do(desk: Desk) -> None:
    desk.open(DISPUTE)
    expect(field(desk, "defence").locator("option[value=joint]")).to_be_disabled()

    desk.choose("origin", "upheld")
    expect(why(desk, "defence")).to_have_attribute("data-kind", "stranded")
    expect(why(desk, "defence")).to_contain_text("复议")

    desk.choose("defence", "joint")
    expect(why(desk, "defence")).not_to_have_attribute("data-kind", "stranded")
    expect(field(desk, "organ")).to_be_enabled()
