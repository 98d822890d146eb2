"""A court's docket number reads the same however it was typed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.litigation.court_numbers import STORED, CourtNumber, fold
from cases.litigation.terms import Level

SPELLINGS = [
    "（2024）甘0503行初12号",
    "(2024)甘0503行初12号",
    "〔2024〕甘0503行初12号",
    "［2024］甘0503行初12号",
    "【2024】甘0503行初12号",
    "（２０２４）甘０５０３行初１２号",
    " (2024) 甘0503 行初 12 号 ",
    "（2024）　甘0503行初\t12号\n",
    "（2024）\u200b甘0503行初12号",
    "（2024）甘0503行初0012号",
    "（2024）甘0503行初第12号",
    "（2024）甘0503行初12号之一",
]

NOT_NUMBERS = [
    "12",
    "甘0503行初12号",
    "（2024）甘0503行初12",
    "（2024）甘0503行初号",
    "（2024）甘0503行初0号",
    "（24）甘0503行初12号",
    "（1998）甘0503行初12号",
    "（2024）甘050行初12号",
    "（2024）0503行初12号",
    "（2024）甘05030行初12号",
    "（2024）甘0503行初12号附件",
    "张政复〔2024〕12号",
]

KINDS = [
    ("（2024）甘0503行初12号", Level.FIRST),
    ("（2024）甘0503行赔初3号", Level.FIRST),
    ("（2024）甘05行终7号", Level.SECOND),
    ("（2024）甘05行赔终1号", Level.SECOND),
    ("（2024）甘行申101号", Level.RETRIAL),
    ("（2024）甘行抗2号", Level.RETRIAL),
    ("（2025）最高法行再4号", Level.RETRIAL),
    ("（2024）甘0525行审9号", None),
    ("（2024）甘0503民初12号", None),
    ("（2024）甘0525诉前调12号", None),
]

NUMBERS = st.builds(
    CourtNumber,
    year=st.integers(2000, 2099),
    court=st.one_of(
        st.just("最高法"),
        st.tuples(
            st.sampled_from("京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵"),
            st.sampled_from(["", "05", "71", "0503", "0100"]),
        ).map("".join),
    ),
    kind=st.sampled_from(["行初", "行终", "行申", "行再", "行监", "行抗", "行赔初", "行赔终"]),
    sequence=st.integers(1, 99_999_999),
)


@pytest.mark.parametrize("text", SPELLINGS)
def test_every_spelling_is_the_same_number(text: str) -> None:
    assert CourtNumber.parse(text) == CourtNumber(2024, "甘0503", "行初", 12)


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        CourtNumber.parse(text)


@pytest.mark.parametrize(("text", "level"), KINDS)
def test_the_kind_of_case_says_the_instance(text: str, level: Level | None) -> None:
    assert CourtNumber.parse(text).level == level


@given(NUMBERS)
def test_a_number_survives_being_written_and_read(number: CourtNumber) -> None:
    assert CourtNumber.parse(str(number)) == number
    assert re.search(STORED, str(number))


@given(NUMBERS, st.sampled_from(["()", "〔〕", "[]", "【】", "（）"]), st.booleans())
def test_spelling_makes_no_difference(number: CourtNumber, brackets: str, is_wide: bool) -> None:
    typed = str(number).translate(str.maketrans("（）", brackets))
    if is_wide:
        typed = typed.translate(str.maketrans("0123456789", "０１２３４５６７８９"))

    assert CourtNumber.parse(" ".join(typed)) == number


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="（）()2024甘0503行初终12号之一第 ", max_size=24))
def test_what_is_read_at_all_is_stored_in_one_spelling(text: str) -> None:
    try:
        number = CourtNumber.parse(text)
    except ValueError:
        return

    assert str(CourtNumber.parse(str(number))) == str(number)
