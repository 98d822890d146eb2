"""Cells that name a row of another ledger, and rows that are missed because of another fault."""

import pytest

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.users import User
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.cases.registry.ledgers.conftest import CASE, Desk, case

pytestmark = pytest.mark.usefixtures("county")


def agency(code: str, parent: str = "", **cells: str) -> dict[str, str]:
    return {"code": code, "name": f"{code}局", "kind": "department", "parent": parent} | cells


def tag(docket: str = CASE["docket"]) -> dict[str, str]:
    return {"case": docket, "tag": "redo"}


@pytest.mark.parametrize("typed", ["第一局", "A1", " 第一局 "])
def test_an_agency_is_known_by_its_name_and_by_its_code(desk: Desk, typed: str) -> None:
    desk.lay("reconsideration", case(respondent=typed))

    desk.take_in()

    assert Reconsideration.objects.get().respondent.code == "A1"


def test_a_name_that_several_bear_asks_for_what_tells_them_apart(desk: Desk) -> None:
    AgencyFactory.create(name="第一局")
    desk.lay("reconsideration", case())

    (fault,) = desk.faults()

    assert fault.endswith("several of the agencies are called that; expected what tells them apart")


def test_a_name_that_nobody_bears_says_what_was_looked_for(desk: Desk) -> None:
    desk.lay("reconsideration", case(respondent="第九局"))

    assert desk.faults() == [
        "reconsideration.csv:2:respondent “第九局” – there is no such entry among the agencies"
    ]


def test_an_optional_reference_may_be_empty(desk: Desk) -> None:
    desk.lay("reconsideration", case(handler="", second_handler=""))

    desk.take_in()

    assert Reconsideration.objects.get().handler is None


@pytest.mark.parametrize("typed", ["张政复(2024)1号", "张政复[2024]第001号", "张政复〔２０２４〕1"])
def test_a_case_is_found_by_its_number_however_that_was_typed(desk: Desk, typed: str) -> None:
    desk.lay("reconsideration", case())
    desk.lay("reconsideration_tags", tag(typed))

    assert desk.take_in()["reconsideration_tags"].written == 1


def test_a_ledger_may_refer_to_rows_of_its_own_above_and_below(desk: Desk) -> None:
    desk.lay("agencies", agency("C", "B"), agency("D", "C"), agency("B", "A1"), agency("E", "D局"))

    desk.take_in()

    parents = dict(Agency.objects.values_list("code", "parent__code"))
    assert parents == {"A1": None, "B": "A1", "C": "B", "D": "C", "E": "D"}


def test_a_faulty_row_does_not_miss_the_row_that_stands_beside_it(desk: Desk) -> None:
    desk.lay("agencies", agency("B"), agency("C", "B", kind="guild"), agency("D", "E", kind="?"))

    assert [fault.split(" – ")[0] for fault in desk.faults()] == [
        "agencies.csv:3:kind “guild”",
        "agencies.csv:4:kind “?”",
        "agencies.csv:4:parent “E”",
    ]


def test_rows_that_wait_for_each_other_wait_in_vain(desk: Desk) -> None:
    desk.lay("agencies", agency("B", "C"), agency("C", "B"), agency("E"))

    assert [fault.split(" – ")[0] for fault in desk.faults()] == ["agencies.csv:2:parent “C”"]


def test_of_rows_that_wait_for_nobody_only_the_first_in_line_is_to_blame(desk: Desk) -> None:
    desk.lay("agencies", agency("B", "C"), agency("C", "D"), agency("D", "nobody"), agency("E"))

    assert [fault.split(" – ")[0] for fault in desk.faults()] == ["agencies.csv:4:parent “nobody”"]


def test_what_refers_to_a_refused_row_is_not_called_faulty(desk: Desk) -> None:
    desk.lay("agencies", agency("B", kind="guild"), agency("C", "B"), agency("D", "C局"))
    desk.lay("reconsideration", case(respondent="D局"))
    desk.lay("reconsideration_tags", tag("张政复(2024)1号"))

    assert [fault.split(" – ")[0] for fault in desk.faults()] == ["agencies.csv:2:kind “guild”"]


def test_what_refers_to_a_row_that_broke_a_rule_is_not_called_faulty(desk: Desk) -> None:
    desk.lay("reconsideration", case(outcome="upheld"))
    desk.lay("reconsideration_tags", tag())

    assert len(desk.faults()) == 1


def test_what_refers_to_a_row_whose_number_cannot_be_read_is_not_called_faulty(desk: Desk) -> None:
    desk.lay("reconsideration", case(docket="张政复2024-1"))
    desk.lay("reconsideration_tags", tag())

    assert [fault.split(" “")[0] for fault in desk.faults()] == ["reconsideration.csv:2:docket"]


def test_what_refers_to_a_ledger_with_a_faulty_header_is_not_called_faulty(desk: Desk) -> None:
    desk.lay("reconsideration", case(colour="red"))
    desk.lay("reconsideration_tags", tag(), tag("张政复〔2024〕2号"))

    assert [fault.split(" – ")[0] for fault in desk.faults()] == ["reconsideration.csv:1:colour"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("reconsideration.xlsx", "torn"),
        ("reconsideration.csv", '"torn'),
        ("reconsideration.csv", ""),
        ("reconsiderrration.csv", "misnamed"),
    ],
)
def test_what_refers_to_a_ledger_that_could_not_be_read_is_not_called_faulty(
    desk: Desk, name: str, text: str
) -> None:
    desk.lay_text(name, text)
    desk.lay("reconsideration_tags", tag())

    (fault,) = desk.faults()

    assert fault.startswith(name)


def test_a_row_has_faults_of_its_own_beside_the_one_it_refers_to(desk: Desk) -> None:
    desk.lay("reconsideration", case(received_on="?"))
    desk.lay("reconsideration_tags", tag() | {"tag": "colour"})

    assert [fault.split(" “")[0] for fault in desk.faults()] == [
        "reconsideration.csv:2:received_on",
        "reconsideration_tags.csv:2:tag",
    ]


def test_people_are_known_by_their_user_name_first(desk: Desk) -> None:
    namesake = UserFactory.create(username="clerk-c", full_name="经办甲")
    desk.lay("reconsideration", case(handler="clerk-a", second_handler="clerk-c"))

    desk.take_in()

    case_taken = Reconsideration.objects.get()
    assert case_taken.handler == User.objects.get(username="clerk-a")
    assert case_taken.second_handler == namesake
