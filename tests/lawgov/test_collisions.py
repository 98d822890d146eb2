"""Two people in the same case: the second keeps what was typed, the first what was saved."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from cases.litigation.models.instance import Instance
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import ReconsiderationParty
from cases.registry.history.acts import Door
from cases.registry.history.claims import claim
from cases.registry.history.models import Change
from cases.registry.records import Record
from cases.registry.users import User
from seeds.factories.litigation import DisputeFactory, InstanceFactory
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
Sent = dict[str, list[str]]


class Form(HTMLParser):
    """What a browser would send from a page if nobody touched it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: Sent = {}
        self._select, self._area = "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        has = dict(attributes)
        name = has.get("name") or ""
        if tag == "textarea":
            self._area = name
            self.sent[name] = [""]
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in has and self._select:
            self.sent.setdefault(self._select, []).append(has.get("value") or "")
        elif tag == "input" and name and _is_sent(has):
            self.sent.setdefault(name, []).append(has.get("value") or _unsaid(has))

    def handle_data(self, data: str) -> None:
        if self._area:
            self.sent[self._area] = [(self.sent[self._area][0] + data).removeprefix("\n")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""


def _unsaid(has: dict[str, str | None]) -> str:
    return "on" if has.get("type") == "checkbox" else ""


def _is_sent(has: dict[str, str | None]) -> bool:
    if has.get("type") in {"checkbox", "radio"}:
        return "checked" in has
    return has.get("type") != "submit"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def bureau() -> Any:
    return AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))


@pytest.fixture
def case(bureau: Any) -> Reconsideration:
    return ReconsiderationFactory.create(note="", act_name="旧")


def person(bureau: Any, name: str) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(UserFactory.create(agency=bureau, full_name=name))
    return client


def address(record: Record) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def opened(client: Client, record: Record) -> Sent:
    """The form as it comes, without the rows that are only there to be copied by a script."""
    sent = Form(client.get(address(record)).content.decode()).sent
    return {key: values for key, values in sent.items() if "__prefix__" not in key}


def save(client: Client, record: Record, sent: Sent, **typed: str) -> Any:
    return client.post(address(record), sent | {key: [value] for key, value in typed.items()})


def asked(page: Any) -> Sent:
    return Form(page.content.decode()).sent


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


def client_saves(client: Client, record: Record, page: Any, **chosen: str) -> Any:
    sent = asked(page) | {f"_take-{name}": [side] for name, side in chosen.items()}
    return client.post(address(record), sent)


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


def test_rows_beside_the_record_meet_as_well(bureau: Any, case: Reconsideration) -> None:
    kept = ReconsiderationPartyFactory.create(case=case, name="旧名", address="")
    first, second = person(bureau, "甲"), person(bureau, "乙")
    theirs, mine = opened(first, case), opened(second, case)
    save(first, case, theirs, **{"parties-0-name": "他的名"})

    page = save(second, case, mine, **{"parties-0-address": "我的地址"})
    client_saves(second, case, page)

    kept.refresh_from_db()
    assert page.status_code == 409
    assert (kept.name, kept.address) == ("他的名", "我的地址")


def test_a_row_the_other_removed_does_not_stand_in_the_way(
    bureau: Any, case: Reconsideration
) -> None:
    ReconsiderationPartyFactory.create(case=case, name="要删的")
    stays = ReconsiderationPartyFactory.create(case=case, name="留下的")
    first, second = person(bureau, "甲"), person(bureau, "乙")
    theirs, mine = opened(first, case), opened(second, case)
    save(first, case, theirs, **{"parties-0-DELETE": "on"})

    page = save(second, case, mine, **{"parties-1-address": "某地"})
    done = client_saves(second, case, page)

    stays.refresh_from_db()
    assert (page.status_code, done.status_code) == (409, 302)
    assert stays.address == "某地"
    assert [party.name for party in case.parties.all()] == ["留下的"]


def test_a_row_i_changed_and_the_other_removed_can_be_entered_anew(
    bureau: Any, case: Reconsideration
) -> None:
    ReconsiderationPartyFactory.create(case=case, name="某人", address="")
    first, second = person(bureau, "甲"), person(bureau, "乙")
    theirs, mine = opened(first, case), opened(second, case)
    save(first, case, theirs, **{"parties-0-DELETE": "on"})

    page = save(second, case, mine, **{"parties-0-address": "某地"})
    client_saves(second, case, page, **{"parties-0": "mine"})

    assert [(p.name, p.address) for p in case.parties.all()] == [("某人", "某地")]


def test_a_key_written_in_by_hand_shows_no_row_of_another_record(
    bureau: Any, case: Reconsideration
) -> None:
    strange = ReconsiderationPartyFactory.create(name="不相干的人")
    ReconsiderationPartyFactory.create(case=case)
    first, second = person(bureau, "甲"), person(bureau, "乙")
    mine = opened(second, case)
    save(first, case, opened(first, case), act_name="新")

    smuggled = {"parties-0-id": str(strange.pk), "_opened": f"cases.reconsideration.{case.pk}=0"}
    page = save(second, case, mine, **smuggled)

    assert page.status_code == 409
    assert "不相干的人" not in page.content.decode()


def test_a_row_i_removed_and_the_other_changed_is_asked_about(
    bureau: Any, case: Reconsideration
) -> None:
    ReconsiderationPartyFactory.create(case=case, name="某人", address="")
    first, second = person(bureau, "甲"), person(bureau, "乙")
    theirs, mine = opened(first, case), opened(second, case)
    save(first, case, theirs, **{"parties-0-address": "某地"})

    page = save(second, case, mine, **{"parties-0-DELETE": "on"})
    client_saves(second, case, page, **{"parties-0": "theirs"})

    assert "parties-0" in asked(page)["_asked"]
    assert [(p.name, p.address) for p in case.parties.all()] == [("某人", "某地")]


def test_a_record_beside_another_has_a_version_of_its_own(bureau: Any) -> None:
    dispute = DisputeFactory.create()
    instance = InstanceFactory.create(dispute=dispute)
    clerk = person(bureau, "乙")
    mine = opened(clerk, dispute)
    Instance.objects.filter(pk=instance.pk).update(court_number="（2024）示0101行初90009号")

    page = save(clerk, dispute, mine, note="我的话")
    client_saves(clerk, dispute, page)

    instance.refresh_from_db()
    dispute.refresh_from_db()
    assert page.status_code == 409
    assert (instance.court_number, dispute.note) == ("（2024）示0101行初90009号", "我的话")


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


def test_a_page_of_a_collision_costs_the_same_however_many_rows_collide(
    bureau: Any, case: Reconsideration
) -> None:

    def cost(rows: int) -> int:
        ReconsiderationPartyFactory.create_batch(rows, case=case)
        clerk = person(bureau, "乙")
        mine = opened(clerk, case)
        ReconsiderationParty.objects.filter(case=case).update(address=f"某地{rows}")
        with CaptureQueriesContext(connection) as queries:
            save(clerk, case, mine, note="x")
        return len(queries)

    assert cost(2) == cost(8)
