"""A ledger taken in again: what is there stays as it is, and what differs is told."""

from decimal import Decimal

import pytest
from django.db import models

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import ReconsiderationParty
from cases.registry.agencies import Agency
from cases.registry.ledgers.tally import SHOWN
from tests.cases.registry.ledgers.conftest import CASE, Desk, case

pytestmark = pytest.mark.usefixtures("county")

LINE = case(
    accepted_on="2024-03-08",
    compensation_claimed="3,200",
    handler="clerk-a",
    is_enterprise_related="是",
    claim="",
)


def contents(model: type[models.Model]) -> list[dict[str, object]]:
    return list(model._default_manager.order_by("pk").values())


def test_the_second_time_changes_nothing(desk: Desk) -> None:
    desk.lay("reconsideration", LINE)
    desk.take_in()
    before = contents(Reconsideration)

    tally = desk.take_in()["reconsideration"]

    assert (tally.written, tally.known, tally.differing) == (0, 1, 0)
    assert contents(Reconsideration) == before


def test_only_what_is_new_comes_in(desk: Desk) -> None:
    desk.lay("reconsideration", LINE)
    desk.take_in()
    desk.lay("reconsideration", LINE, case(docket="张政复〔2024〕2号"))

    tally = desk.take_in()["reconsideration"]

    assert (tally.written, tally.known) == (1, 1)
    assert Reconsideration.objects.count() == 2


def test_a_row_that_says_something_else_is_told_and_left_alone(desk: Desk) -> None:
    desk.lay("reconsideration", LINE)
    desk.take_in()
    Reconsideration.objects.update(act_name="处罚决定", compensation_claimed=Decimal("3200.01"))
    before = contents(Reconsideration)

    tally = desk.take_in()["reconsideration"]

    assert (tally.known, tally.differing) == (1, 1)
    assert [str(example) for example in tally.examples] == [
        "reconsideration.csv:2 (compensation_claimed)"
    ]
    assert contents(Reconsideration) == before


def test_a_column_that_the_ledger_does_not_have_is_not_compared(desk: Desk) -> None:
    desk.lay("reconsideration", case())
    desk.take_in()
    Reconsideration.objects.update(accepted_on="2024-03-08")

    assert desk.take_in()["reconsideration"].differing == 0


def test_of_many_that_differ_all_are_counted_and_a_few_are_shown(desk: Desk) -> None:
    count = SHOWN + 3
    desk.lay("reconsideration", *(case(docket=f"张政复〔2024〕{n + 1}号") for n in range(count)))
    desk.take_in()
    Reconsideration.objects.update(received_on="2024-03-05")

    tally = desk.take_in()["reconsideration"]

    assert (tally.differing, len(tally.examples)) == (count, SHOWN)


def test_a_key_of_several_columns_is_known_by_all_of_them(desk: Desk) -> None:
    party = {"case": CASE["docket"], "role": "applicant", "name": "申请人甲"}
    desk.lay("reconsideration", case())
    desk.lay("reconsideration_parties", party, party | {"name": "申请人乙"})
    desk.take_in()
    desk.lay("reconsideration_parties", party, party | {"role": "agent"})

    tally = desk.take_in()["reconsideration_parties"]

    assert (tally.written, tally.known) == (1, 1)
    assert ReconsiderationParty.objects.count() == 3


def test_a_row_that_was_there_already_may_be_referred_to(desk: Desk) -> None:
    path = desk.lay("agencies", {"code": "B", "name": "第二局", "kind": "department"})
    desk.take_in()
    path.unlink()
    desk.lay("agencies", {"code": "C", "name": "第三局", "kind": "department", "parent": "B"})

    desk.take_in()

    assert Agency.objects.get(code="C").parent == Agency.objects.get(code="B")


def test_a_faulty_line_beside_a_known_one_is_still_a_fault(desk: Desk) -> None:
    desk.lay("reconsideration", LINE)
    desk.take_in()
    desk.lay("reconsideration", LINE, case(docket="张政复〔2024〕2号", received_on="?"))

    assert len(desk.faults()) == 1
