"""A clerk's day at the desk, from signing in to a meeting with somebody in the same case."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import ReconsiderationParty
from cases.registry.agencies import Agency
from cases.registry.history.acts import Door
from cases.registry.history.models import Change
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from seeds.factories.registry import ActKindFactory, AgencyFactory, FieldFactory, UserFactory
from tests.browser.chromium import window
from tests.browser.desk import Desk
from tests.cases.registry.attachments.papers import TAKEN

PASSWORD = "correct horse"
CASES = "/admin/cases/reconsideration/"


@pytest.fixture
def bureau(county: Agency) -> Agency:
    """A bureau with a department to complain of and words to say about what."""
    AgencyFactory.create(name="示例县水务局", parent=county)
    FieldFactory.create(name="示例水利", name_en="Example water")
    ActKindFactory.create(name="示例处罚", name_en="Example penalty")
    return Agency.objects.get(kind="bureau")


@pytest.fixture
def desk(
    page: Page, live_server: LiveServer, bureau: Agency, settings: Settings, tmp_path: Path
) -> Desk:
    settings.LAWGOV_FILES_DIR = tmp_path / "files"
    UserFactory.create(username="clerk", full_name="经办甲", agency=bureau)
    desk = Desk(page, live_server.url)
    desk.sign_in("clerk", PASSWORD)
    return desk


@pytest.fixture
def colleague(
    browser: Browser, live_server: LiveServer, bureau: Agency, desk: Desk
) -> Iterator[Desk]:
    """Somebody else, at a browser of their own."""
    UserFactory.create(username="colleague", full_name="经办乙", agency=bureau)
    context = browser.new_context(**window())
    other = Desk(context.new_page(), live_server.url)
    other.sign_in("colleague", PASSWORD)
    yield other
    context.close()


def form_of(case: Reconsideration) -> str:
    return reverse("admin:cases_reconsideration_change", args=[case.pk])


def type_in(desk: Desk, name: str, received_on: str = "2024-8-1") -> None:
    desk.fill(received_on=received_on, act_made_on="20240715", act_number="示水罚字〔2024〕7号")
    desk.pick("respondent", "示例县水务局")
    desk.pick("field", "示例水利")
    desk.pick("act_kind", "示例处罚")
    desk.add_row("parties", role="applicant", name=name)


def test_a_case_is_entered_the_next_is_hinted_at_and_two_clicks_make_one(desk: Desk) -> None:
    page = desk.page
    expect(page.locator("#due-board-name")).to_be_visible()

    page.click("#line-reconsideration .add")
    type_in(desk, "申请人甲")
    with page.expect_event("load"):
        page.keyboard.press("Control+Enter")
    kept = page.input_value("#id_received_on"), page.input_value("#id_act_made_on")
    desk.add_row("parties", role="applicant", name="申请人甲")
    expect(page.locator(".similar a")).to_have_text("张政复〔2024〕1号")
    page.locator("[name=_save]").dblclick()
    expect(page.locator(".messagelist .success")).to_contain_text("张政复〔2024〕2号")

    cases = Reconsideration.objects.order_by("pk")
    assert kept == ("2024-08-01", "")
    assert [str(case) for case in cases] == ["张政复〔2024〕1号", "张政复〔2024〕2号"]
    assert str(cases[0].act_made_on) == "2024-07-15"


def test_a_paper_is_attached_and_the_case_is_found_by_a_name_of_two_and_by_number(
    desk: Desk, tmp_path: Path
) -> None:
    paper = tmp_path / "决定书.pdf"
    paper.write_bytes(TAKEN["决定书.pdf"][0])
    page, case = desk.page, ReconsiderationFactory.create()
    ReconsiderationPartyFactory.create(case=case, name="甲某")

    desk.open(form_of(case))
    desk.attach("attachments", paper)
    desk.save()
    expect(page.locator("#attachments-group .paper a")).to_have_text("决定书.pdf")
    desk.find("甲某")
    expect(page.locator(".found a", has_text=str(case))).to_be_visible()
    desk.find(str(case))

    expect(page).to_have_url(re.compile(re.escape(form_of(case))))


def test_a_handler_is_assigned_to_several_with_a_preview_and_an_account(desk: Desk) -> None:
    page, (first, second) = desk.page, ReconsiderationFactory.create_batch(2)
    done = ReconsiderationFactory.create(concluded=True)

    desk.open(f"{CASES}?state=all")
    desk.choose_rows("assign", str(first), str(second), str(done))
    expect(page.locator("#content-main .numbers")).to_have_count(2)  # those it is for, and not
    page.select_option("#id_handler", label="经办甲")
    desk.go_on()

    expect(page.locator("table.account tr.fate-done")).to_have_count(2)
    handled = Reconsideration.objects.filter(handler__username="clerk").order_by("pk")
    assert list(handled) == [first, second]
    assert Change.objects.filter(door=Door.BULK, person=first_clerk()).count() == len(handled)


def first_clerk() -> int:
    return int(Session.objects.get().get_decoded()["_auth_user_id"])


def test_the_session_ends_and_what_was_typed_is_put_back(desk: Desk) -> None:
    page = desk.page
    desk.open(f"{CASES}add/")
    type_in(desk, "申请人甲")

    Session.objects.all().delete()
    desk.save()
    page.fill("#id_username", "clerk")
    page.fill("#id_password", PASSWORD)
    page.click(".submit-row [type=submit]")
    page.click(".draft .restore")
    desk.save()

    assert str(Reconsideration.objects.get()) == "张政复〔2024〕1号"
    assert Reconsideration.objects.get().parties.get().name == "申请人甲"


def test_of_two_in_a_case_the_second_chooses_and_both_keep_their_work(
    desk: Desk, colleague: Desk
) -> None:
    page, case = desk.page, ReconsiderationFactory.create(act_name="旧案由", note="")
    party = ReconsiderationPartyFactory.create(case=case, name="申请人甲", address="")
    for each in (desk, colleague):
        each.open(form_of(case))

    colleague.fill(act_name="乙写的案由", act_number="示水罚字〔2024〕9号")
    colleague.page.fill("#id_parties-0-address", "乙写的住址")
    colleague.save()
    desk.fill(act_name="甲写的案由", claim_text="甲写的请求")
    page.fill("#id_parties-0-address", "甲写的住址")
    desk.save()

    rows = page.locator(".collision tr.side-both")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_have_text(re.compile("旧案由.*乙写的案由.*经办乙.*甲写的案由", re.S))
    expect(rows.nth(1)).to_have_text(re.compile("乙写的住址.*甲写的住址", re.S))
    rows.nth(0).locator("[value=mine]").check()
    rows.nth(1).locator("[value=theirs]").check()
    desk.go_on()
    case.refresh_from_db()
    party.refresh_from_db()
    assert (case.act_name, case.claim_text) == ("甲写的案由", "甲写的请求")
    assert (case.act_number, party.address) == ("示水罚字〔2024〕9号", "乙写的住址")
    assert ReconsiderationParty.objects.count() == 1
    told_of_both(desk, case)


def told_of_both(desk: Desk, case: Reconsideration) -> None:
    """The trail says of each who it was, from what, to what."""
    desk.open(reverse("admin:cases_reconsideration_history", args=[case.pk]))
    doings = desk.page.locator("#content-main .doing")
    mine, theirs = doings.nth(0), doings.nth(1)
    expect(mine).to_have_text(re.compile("经办甲.*乙写的案由.*甲写的案由", re.S))
    expect(theirs).to_have_text(re.compile("经办乙.*旧案由.*乙写的案由", re.S))
    expect(theirs).to_contain_text("乙写的住址")
