"""CSV files as offices keep them."""

import pytest

from cases.reconsideration.models.case import Reconsideration
from tests.cases.registry.ledgers.conftest import CASE, HEADER, Desk, case

pytestmark = pytest.mark.usefixtures("county")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_every_encoding_of_an_office_is_understood(desk: Desk, encoding: str) -> None:
    desk.lay("reconsideration", case(act_name="龘靐处罚决定"), encoding=encoding)

    desk.take_in()

    assert Reconsideration.objects.get().act_name == "龘靐处罚决定"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_system(desk: Desk, end: str) -> None:
    desk.lay_text("reconsideration.csv", end.join([",".join(HEADER), ",".join(CASE.values())]))

    assert desk.take_in()["reconsideration"].written == 1


def test_blank_lines_are_passed_over_but_counted(desk: Desk) -> None:
    lines = ["", ",,,,", ",".join(HEADER), "", "  ,,", ",".join(CASE.values()), ""]
    desk.lay_text("reconsideration.csv", "\n".join([*lines, "张政复〔2024〕2号,yesterday,第一局"]))

    faults = desk.faults()

    assert [fault.split(" ")[0] for fault in faults[:1]] == ["reconsideration.csv:8:received_on"]


def test_a_line_break_within_quotation_marks_is_part_of_the_cell(desk: Desk) -> None:
    desk.lay("reconsideration", case(claim_text="一\n二"), case(docket="1", claim_text="三"))

    (fault,) = desk.faults()

    assert fault.startswith("reconsideration.csv:3:docket “1”")


def test_a_line_that_ends_early_is_empty_from_there_on(desk: Desk) -> None:
    desk.lay_lines("reconsideration", [*HEADER, "act_name", "note"], list(CASE.values()))

    desk.take_in()

    assert Reconsideration.objects.get().note == ""


def test_columns_without_a_header_may_trail_as_long_as_they_are_empty(desk: Desk) -> None:
    desk.lay_lines("reconsideration", [*HEADER, "", ""], [*CASE.values(), "", " ", ""])

    assert desk.take_in()["reconsideration"].written == 1


@pytest.mark.parametrize("header", [[*HEADER], [*HEADER, ""], [*HEADER, "", ""]])
def test_a_cell_under_no_header_is_not_lost_silently(desk: Desk, header: list[str]) -> None:
    desk.lay_lines("reconsideration", header, [*CASE.values(), "", "stray"])

    assert desk.faults() == [
        "reconsideration.csv:2 “stray” – expected nothing where no column has a header"
    ]


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 this is no text \xff\xfe", "received_on\n".encode("utf-16"), b"\xff" * 9],
)
def test_what_is_no_text_is_named_as_such(desk: Desk, content: bytes) -> None:
    desk.lay_text("reconsideration.csv", content)

    assert desk.faults() == [
        "reconsideration.csv – cannot be read: expected CSV in UTF-8 or GB18030"
    ]


def test_a_quotation_mark_left_open_is_named_with_its_line(desk: Desk) -> None:
    desk.lay_text("reconsideration.csv", ",".join(HEADER) + '\n"张政复〔2024〕1号,2024-03-04\n')

    (fault,) = desk.faults()

    assert fault.startswith("reconsideration.csv:2 – cannot be read from here on")


def test_a_cell_beyond_all_measure_is_named_with_its_line(desk: Desk) -> None:
    desk.lay("reconsideration", case(), case(docket="张政复〔2024〕2号", note="长" * 200_000))

    (fault,) = desk.faults()

    assert fault.startswith("reconsideration.csv:3 – cannot be read from here on")
    assert len(fault) < 200


def test_an_empty_file_is_a_fault(desk: Desk) -> None:
    desk.lay_text("reconsideration.csv", "\ufeff\n\n")

    assert desk.faults() == ["reconsideration.csv – this is empty; expected a header line"]


def test_a_header_alone_is_a_ledger_without_entries(desk: Desk) -> None:
    desk.lay_lines("reconsideration", HEADER)

    tally = desk.take_in()["reconsideration"]

    assert (tally.written, tally.known) == (0, 0)
