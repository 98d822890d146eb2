"""A faulty ledger leaves nothing behind but the list of everything that is wrong with it."""

import pytest
from django.db import IntegrityError

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import Suspension
from cases.registry.agencies import Agency
from cases.registry.dockets import DocketNumber, DocketSeries
from cases.registry.ledgers.faults import Fault
from cases.registry.ledgers.pages import LINES
from tests.cases.registry.ledgers.conftest import CASE, HEADER, Desk, case

pytestmark = pytest.mark.usefixtures("county")


def test_every_fault_of_every_file_is_listed_in_one_go(desk: Desk) -> None:
    """Cells that cannot be read, rules that are broken, and headers, all at once."""
    desk.lay("agencies", {"code": "B1", "name": "第二局", "kind": "guild"})
    desk.lay(
        "reconsideration",
        case(received_on="4 March", respondent="无此局"),
        case(docket="张政复〔2024〕2号", accepted_on="2024-03-01"),
        case(docket="张政复〔2024〕3号"),
    )
    desk.lay_lines("reconsideration_tags", ["case"])

    faults = desk.faults()

    assert [fault.split(" – ")[0] for fault in faults] == [
        "agencies.csv:2:kind “guild”",
        "reconsideration.csv:2:received_on “4 March”",
        "reconsideration.csv:2:respondent “无此局”",
        "reconsideration.csv:3:received_on, accepted_on “2024-03-04, 2024-03-01”",
        "reconsideration_tags.csv:1:tag",
    ]


def test_nothing_of_a_faulty_ledger_is_written(desk: Desk) -> None:
    desk.lay("agencies", {"code": "B1", "name": "第二局", "kind": "department"})
    desk.lay("reconsideration", case(), case(docket="张政复〔2024〕2号", received_on="?"))

    desk.faults()

    assert not Reconsideration.objects.exists()
    assert not DocketSeries.objects.exists()
    assert not Agency.objects.filter(code="B1").exists()


def test_a_broken_rule_speaks_in_the_words_of_the_constraint(desk: Desk) -> None:
    desk.lay("reconsideration", case(accepted_on="2024-03-01"))

    (fault,) = desk.faults()

    assert fault.endswith("A case cannot be accepted before it is received.")


def test_every_rule_that_a_line_breaks_is_listed(desk: Desk) -> None:
    desk.lay("reconsideration", case(accepted_on="2024-03-01", outcome="upheld"))

    faults = desk.faults()

    assert [fault.split(" – ")[1] for fault in faults] == [
        "A case cannot be accepted before it is received.",
        "A case has an outcome once it is concluded, and not before.",
    ]


def test_a_rule_over_columns_that_are_not_there_is_named_all_the_same(desk: Desk) -> None:
    desk.lay("reconsideration", case(outcome="upheld"))

    (fault,) = desk.faults()

    assert fault.startswith("reconsideration.csv:2:outcome “upheld”")


def test_a_whole_column_of_faults_is_listed_line_by_line(desk: Desk) -> None:
    count = LINES + 10
    lines = (
        [f"张政复〔2024〕{n}号", "2024-03-04", "第一局", "测试领域", "测试行为", "2024-03-01"]
        for n in range(1, count + 1)
    )
    desk.lay_lines("reconsideration", [*HEADER, "accepted_on"], *lines)

    faults = desk.faults()

    assert len(faults) == count
    assert [fault.split(":")[1] for fault in faults] == [str(n + 1) for n in range(1, count + 1)]


def test_the_same_entry_twice_in_a_ledger_is_a_fault(desk: Desk) -> None:
    desk.lay("reconsideration", case(), case(docket="张政复（2024）第001号"))

    assert desk.faults() == [
        "reconsideration.csv:3:docket “张政复（2024）第001号” – "
        "the same entry stands in reconsideration.csv:2 already"
    ]


def test_the_same_entry_in_two_sheets_of_a_ledger_is_a_fault(desk: Desk) -> None:
    desk.lay("reconsideration", case())
    desk.lay("Reconsideration cases", case())

    (fault,) = desk.faults()

    assert fault.startswith("reconsideration.csv:2:docket")
    assert fault.endswith("the same entry stands in Reconsideration cases.csv:2 already")


@pytest.mark.parametrize("is_recorded_before", [True, False])
def test_what_may_be_there_once_is_refused_a_second_time(
    desk: Desk, *, is_recorded_before: bool
) -> None:
    open_since_march = {"case": CASE["docket"], "ground": "39-1-1", "suspended_on": "2024-03-20"}
    open_since_april = open_since_march | {"suspended_on": "2024-04-20"}
    path = desk.lay("reconsideration", case(accepted_on="2024-03-08"))
    if is_recorded_before:
        desk.lay("reconsideration_suspensions", open_since_march)
        desk.take_in()
        path.unlink()
    lines = [open_since_april] if is_recorded_before else [open_since_march, open_since_april]
    desk.lay("reconsideration_suspensions", *lines)

    faults = desk.faults()

    assert [fault.split(" – ")[1] for fault in faults] == ["The case is suspended already."]
    assert Suspension.objects.count() == is_recorded_before


def test_what_somebody_else_enters_meanwhile_is_no_crash(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_late(*_arguments: object) -> None:
        raise IntegrityError("docketnumber_taken_once")

    monkeypatch.setattr(DocketNumber.objects, "reserve", too_late)
    desk.lay("reconsideration", case())

    (fault,) = desk.faults()

    assert fault.endswith("take it in again (docketnumber_taken_once)")


def test_a_fault_is_shown_in_one_short_line() -> None:
    fault = Fault("a.csv", 7, "note", "一\n二\x1b[31m" + "长" * 500, "expected less")

    shown = str(fault)

    assert shown.startswith("a.csv:7:note “一␣二␣[31m长")
    assert shown.endswith("长…” – expected less")
    assert len(shown) < 100
