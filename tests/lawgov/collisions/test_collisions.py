"""Two people in the same case: the second keeps what was typed, the first what was saved."""

from typing import Any

import pytest
from django.db import transaction

from cases.reconsideration.models.case import Reconsideration
from cases.registry.history.acts import Door
from cases.registry.history.claims import claim
from cases.registry.history.models import Change
from cases.registry.users import User
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.lawgov.collisions.two import asked, client_saves, opened, person, save

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


def test_of_two_who_changed_different_fields_both_keep_their_work(
    bureau: Any, case: Reconsideration
) -> None:
    first, second = person(bureau, "甲"), person(bureau, "乙")
    theirs, mine = opened(first, case), opened(second, case)
    save(first, case, theirs, act_name="新")

    page = save(second, case, mine, note="我的话")
    done = client_saves(second, case, page)

    case.refresh_from_db()
    assert (page.status_code, done.status_code) == (409, 302)
    assert (case.act_name, case.note) == ("新", "我的话")


def test_the_second_sees_who_saved_what(bureau: Any, case: Reconsideration) -> None:
    first, second = person(bureau, "赵甲"), person(bureau, "乙")
    mine = opened(second, case)
    save(first, case, opened(first, case), act_name="新")

    text = save(second, case, mine, act_name="我的").content.decode()

    assert "赵甲" in text
    assert all(f">{value}<" in text for value in ("旧", "新", "我的"))


def test_where_both_changed_the_same_nothing_is_chosen_for_them(
    bureau: Any, case: Reconsideration
) -> None:
    first, second = person(bureau, "甲"), person(bureau, "乙")
    mine = opened(second, case)
    save(first, case, opened(first, case), act_name="新")
    page = save(second, case, mine, act_name="我的")

    again = client_saves(second, case, page)

    case.refresh_from_db()
    assert again.status_code == 409
    assert "Please choose" in again.content.decode()
    assert case.act_name == "新"


@pytest.mark.parametrize(("side", "expected"), [("mine", "我的"), ("theirs", "新")])
def test_what_is_chosen_is_saved(
    bureau: Any, case: Reconsideration, side: str, expected: str
) -> None:
    first, second = person(bureau, "甲"), person(bureau, "乙")
    mine = opened(second, case)
    save(first, case, opened(first, case), act_name="新")
    page = save(second, case, mine, act_name="我的", note="也留着")

    client_saves(second, case, client_saves(second, case, page), act_name=side)

    case.refresh_from_db()
    assert (case.act_name, case.note) == (expected, "也留着")


def test_a_mistake_in_the_merged_form_loses_nothing(bureau: Any, case: Reconsideration) -> None:
    first, second = person(bureau, "甲"), person(bureau, "乙")
    mine = opened(second, case)
    save(first, case, opened(first, case), act_name="新")
    page = save(second, case, mine, note="我的话", received_on="not a day")

    answer = client_saves(second, case, page)

    sent = asked(answer)
    assert answer.status_code == 200
    assert (sent["note"], sent["received_on"]) == (["我的话"], ["not a day"])
    assert sent["act_name"] == ["新"]


def test_what_is_not_on_the_form_is_no_collision(bureau: Any, case: Reconsideration) -> None:
    clerk = person(bureau, "乙")
    mine = opened(clerk, case)
    Reconsideration.objects.filter(pk=case.pk).update(entered_by=User.objects.get())

    answer = save(clerk, case, mine, note="我的话")

    case.refresh_from_db()
    assert answer.status_code == 302
    assert (case.note, case.entered_by) == ("我的话", User.objects.get())


def test_the_reason_goes_into_the_history(bureau: Any, case: Reconsideration) -> None:
    clerk = person(bureau, "乙")

    save(clerk, case, opened(clerk, case), note="改", _why="当事人来电更正")

    last = Change.objects.filter(label="cases.reconsideration").order_by("-pk")[0]
    assert (last.door, last.why) == (Door.FORM, "当事人来电更正")


@pytest.mark.parametrize(
    "nonsense", ["", "x", "cases.reconsideration.1=", "a.b.1=2 " * 50, "=1", "\x00"]
)
def test_a_spoilt_version_is_no_error_page(
    bureau: Any, case: Reconsideration, nonsense: str
) -> None:
    clerk = person(bureau, "乙")

    answer = save(clerk, case, opened(clerk, case), _opened=nonsense, _opened_first="x", _gone="-")

    assert answer.status_code in {302, 409}


def test_a_claim_takes_the_row_from_whoever_read_the_same_version() -> None:
    case = ReconsiderationFactory.create()
    other = ReconsiderationFactory.create()

    with transaction.atomic():
        first = claim(Reconsideration, {case.pk: 1, other.pk: 1})
        second = claim(Reconsideration, {case.pk: 1, other.pk: 2})

    assert (first, second) == (set(), {case.pk})
