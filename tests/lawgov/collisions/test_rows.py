"""Rows beside a record meet as the record does, each by its own version."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.litigation.models.instance import Instance
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import ReconsiderationParty
from seeds.factories.litigation import DisputeFactory, InstanceFactory
from seeds.factories.reconsideration import ReconsiderationPartyFactory
from tests.lawgov.collisions.two import asked, client_saves, opened, person, save

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


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
