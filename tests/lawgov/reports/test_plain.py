"""Reports as text: columns that stand straight, whatever the script, and nothing hidden."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cases.registry.figures import Identity
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter
from lawgov.reports.plain import balance, columns, comparison, pad, shown, table, width
from lawgov.reports.published import Comparison, Published
from lawgov.reports.rollup import Balance, Line, Rollup, Section

YEAR, MARCH, APRIL = (Period.parse(text) for text in ("2024", "2024-03", "2024-04"))

words = st.text("审结复议 abcÄ（）〔〕-", max_size=12)
numbers = st.integers(0, 10**6).map(str)
grids = st.integers(1, 4).flatmap(
    lambda size: st.lists(
        st.tuples(words, st.tuples(*[numbers] * size)).map(lambda row: [row[0], *row[1]]),
        min_size=1,
        max_size=8,
    )
)


@pytest.mark.parametrize(
    ("text", "taken"),
    [("", 0), ("abc", 3), ("审结", 4), ("审结 2", 6), ("〔2024〕", 8), ("（一）", 6), ("–", 1)],
)
def test_a_chinese_character_takes_two_columns(text: str, taken: int) -> None:
    assert width(text) == taken


def test_cells_are_filled_up_to_their_width_as_seen() -> None:
    assert pad("审结", 6) == "审结  "
    assert pad("21", 6, right=True) == "    21"


def test_columns_stand_straight_in_both_scripts() -> None:
    rows = [["受理", "reconsideration.accepted", "23"], ["不予受理", "r.not_accepted", "1"]]

    assert list(columns(rows, left=2)) == [
        "受理      reconsideration.accepted  23",
        "不予受理  r.not_accepted             1",
    ]


@given(grids)
def test_every_number_ends_where_its_column_ends(rows: list[list[str]]) -> None:
    lines = list(columns(rows))

    assert len({width(line) for line in lines}) == 1
    assert [line.endswith(row[-1]) for line, row in zip(lines, rows, strict=True)] == [True] * len(
        rows
    )


def test_no_rows_are_no_lines() -> None:
    assert list(columns([])) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (23, "23"),
        (0, "0"),
        (Decimal("3200.00"), "3200.00"),
        (Ratio(548, 784), "69.89"),
        (Ratio(0, 0), "-"),
        (None, "-"),
    ],
)
def test_what_cannot_be_counted_is_a_dash(value: Any, text: str) -> None:
    assert shown(value) == text


def section(lines: list[Line], *balances: Balance) -> Section:
    return Section(Chapter("test", "Reconsideration", []), lines, list(balances))


def line(code: str, *values: Any) -> Line:
    return Line(code, code.title(), "", list(values))


MET = Identity("ends meet", (), ())


def test_a_report_says_its_period_above_the_numbers() -> None:
    rollup = Rollup([YEAR], [section([line("accepted", 23), line("concluded", 21)])])

    assert list(table(rollup)) == [
        "\nReconsideration",
        "                        2024",
        "  Accepted   accepted     23",
        "  Concluded  concluded    21",
    ]


def test_months_stand_beside_each_other() -> None:
    rollup = Rollup([MARCH, APRIL], [section([line("accepted", 3, 12)])])

    assert list(table(rollup)) == [
        "\nReconsideration",
        "                      2024-03  2024-04",
        "  Accepted  accepted        3       12",
    ]


def test_an_identity_that_holds_is_ticked_off() -> None:
    rollup = Rollup([YEAR], [section([line("accepted", 23)], Balance(MET, [0]))])

    assert list(table(rollup))[-1] == "  ✓ ends meet"


@pytest.mark.parametrize(
    ("remainders", "text"),
    [
        ([2, 0], "  ✗ ends meet – left over: 2 (2024-03)"),
        ([0, -1], "  ✗ ends meet – left over: -1 (2024-04)"),
        ([2, -1], "  ✗ ends meet – left over: 2 (2024-03), -1 (2024-04)"),
    ],
)
def test_what_is_left_over_is_printed_for_the_very_period(
    remainders: Sequence[int], text: str
) -> None:
    with translation.override("en"):
        assert balance(Balance(MET, list(remainders)), [MARCH, APRIL]) == text


def compared(code: str, published: str, regenerated: Any) -> Comparison:
    return Comparison(Published(code, code, published), regenerated)


def test_the_verdict_is_the_last_line_and_the_same_in_every_language() -> None:
    found = [
        compared("a", "23", 23),
        compared("b", "69.89", Ratio(547, 784)),
        compared("c", "1", None),
    ]

    for language in ("en", "zh-hans"):
        with translation.override(language):
            *_, verdict = comparison(found)
        assert verdict == "1 of 3 published figures regenerated"


def test_what_was_published_stands_beside_what_came_out() -> None:
    with translation.override("en"):
        lines = list(comparison([compared("a", "23", 23), compared("b", "69.89", None)]))

    assert [line.split() for line in lines[:-1]] == [
        ["published", "regenerated"],
        ["a", "a", "23", "23", "✓"],
        ["b", "b", "69.89", "-", "✗"],
    ]
