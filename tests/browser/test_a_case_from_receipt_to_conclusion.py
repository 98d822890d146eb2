"""A clerk enters a reconsideration case through to its conclusion, and the year's figures move."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.terms import Outcome
from cases.registry.agencies import Agency
from cases.registry.periods import Period
from lawgov.reports.rollup import roll_up
from seeds.factories.registry import ActKindFactory, AgencyFactory, FieldFactory, UserFactory
from tests.browser.desk import Desk

MOVED = [f"reconsideration.{step}" for step in ("received", "accepted", "concluded", "upheld")]


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


def figures() -> dict[str, Any]:
    lines = roll_up([Period.parse("2024")]).lines
    return {code: lines[code].values[0] for code in MOVED}


def receive(desk: Desk) -> None:
    desk.page.click("#line-reconsideration .add")
    desk.fill(received_on="2024-03-04", act_number="示水罚字〔2024〕7号")
    desk.pick("respondent", "示例县水务局")
    desk.pick("field", "示例水利")
    desk.pick("act_kind", "示例处罚")
    desk.turn_to("#parties-group")
    desk.page.click("#parties-group .add-row a")
    desk.page.select_option("#id_parties-0-role", "applicant")
    desk.page.fill("#id_parties-0-name", "申请人甲")
    desk.save()


def test_a_case_goes_its_way_and_the_figures_of_its_year_move_by_one(desk: Desk) -> None:
    before = figures()

    receive(desk)
    expect(desk.page.locator("h1")).to_contain_text("张政复〔2024〕1号")
    desk.fill(accepted_on="2024-03-08")
    desk.save()
    desk.fill(concluded_on="2024-04-22")
    desk.choose("outcome", Outcome.UPHELD)
    desk.save()

    assert figures() == {code: value + 1 for code, value in before.items()}
    assert Reconsideration.objects.get().parties.get().name == "申请人甲"


def test_a_conclusion_without_an_outcome_is_refused_in_words_and_nothing_is_lost(
    desk: Desk,
) -> None:
    receive(desk)
    desk.fill(accepted_on="2024-03-08", concluded_on="2024-04-22")

    desk.save()

    expect(desk.page.locator(".errornote")).to_be_visible()
    expect(desk.page.locator("#id_concluded_on")).to_have_value("2024-04-22")
    assert Reconsideration.objects.get().concluded_on is None
