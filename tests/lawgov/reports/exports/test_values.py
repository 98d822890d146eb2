"""What a value becomes on its way out: text that is run by nothing, numbers that stay hidden."""

import pytest

from cases.registry.masking import covered, masked
from lawgov.reports.exports.commas import defused, pieces
from lawgov.reports.exports.grids import Grid, Head, Line, heads


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1+1", " =1", "'=1", "\t=1", "\n=1"],
)
def test_text_that_would_run_is_defused(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-", "-3", "+86", "张政复〔2024〕1号", "a=b", "2024-03-04"])
def test_text_that_runs_nothing_stays_as_it_is(text: str) -> None:
    assert defused(text) == text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("620000199001011234", "620000********1234"),
        ("62000019900101123X", "620000********123X"),
        ("联系电话13812345678。", "联系电话138****5678。"),
        ("张政复〔2024〕1号", "张政复〔2024〕1号"),
        ("12345678901234567890123", "12345678901234567890123"),
    ],
)
def test_a_persons_numbers_are_masked_wherever_they_stand(text: str, hidden: str) -> None:
    assert masked(text) == hidden


@pytest.mark.parametrize(("number", "hidden"), [("0938-7881234", "093******234"), ("", "")])
def test_a_number_of_no_known_shape_keeps_its_ends(number: str, hidden: str) -> None:
    assert covered(number) == hidden


def test_neighbours_share_the_head_above_them() -> None:
    found = heads([["类别"], ["审结", "总计"], ["审结", "终止", "调解"], ["审结", "终止", "其他"]])

    assert found[:3] == [
        Head("类别", 0, 0, 3, 1),
        Head("审结", 0, 1, 1, 3),
        Head("总计", 1, 1, 2, 1),
    ]
    assert found[3] == Head("终止", 1, 2, 1, 2)


def test_csv_begins_with_its_mark_and_names_each_column_in_full() -> None:
    grid = Grid("a", "a", [], [["类别"], ["审结", "总计"]], [Line(["=公安", 3])])

    assert "".join(pieces(grid)) == "\ufeff类别,审结 · 总计\r\n'=公安,3\r\n"
