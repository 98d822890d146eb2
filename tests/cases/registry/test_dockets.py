"""A docket number is read however it was typed, taken once, and never again."""

import re
from datetime import date

import pytest
from django.db import IntegrityError
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from cases.registry.dockets import Docket, DocketKind, DocketNumber, DocketSeries
from seeds.factories.reconsideration import ReconsiderationFactory

RECONSIDERATION, LITIGATION = DocketKind.RECONSIDERATION, DocketKind.LITIGATION


@pytest.mark.parametrize(
    "text",
    [
        "张政复〔2024〕23号",
        "张政复[2024]23号",
        "张政复【2024】23号",
        "张政复（2024）23号",
        "张政复(2024)23号",
        "张政复［2024］23号",
        "张政复﹝2024﹞23号",
        "张政复〔2024〕第23号",
        "张政复〔2024〕0023号",
        "张政复〔2024〕23",
        " 张政复 〔 2024 〕 23 号 ",
        "张政复〔２０２４〕２３号",
        "张政复〔2024〕　23号",
    ],
)
def test_it_is_read_however_it_was_typed(text: str) -> None:
    docket = Docket.parse(text)

    assert docket == ("张政复", 2024, 23)
    assert str(docket) == "张政复〔2024〕23号"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "23",
        "2024-23",
        "〔2024〕23号",
        "张政复2024第23号",
        "张政复〔24〕23号",
        "张政复〔2024〕号",
        "张政复〔2024〕0号",
        "张政复〔2024〕廿三号",
        "张政复〔2024〕23号之一",
        "张政复〔2024〕123456789号",
        "张政复〔〔2024〕23号",
        "（2024）甘0503行初12号",
        "一二三四五六七八九十一二三四五六七〔2024〕1号",
    ],
)
def test_what_is_no_docket_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Docket.parse(text)


@given(
    st.text("张政复应调示字", min_size=1, max_size=16),
    st.integers(1000, 2999),
    st.integers(1, 99_999_999),
)
def test_what_is_written_is_read_back(prefix: str, year: int, sequence: int) -> None:
    docket = Docket(prefix, year, sequence)

    assert Docket.parse(str(docket)) == docket


@pytest.mark.django_db
def test_numbers_are_taken_one_after_another() -> None:
    taken = [str(DocketNumber.objects.take(RECONSIDERATION, 2024)) for _ in range(3)]

    assert taken == ["张政复〔2024〕1号", "张政复〔2024〕2号", "张政复〔2024〕3号"]


@pytest.mark.django_db
def test_every_kind_and_every_year_counts_for_itself() -> None:
    DocketNumber.objects.take(RECONSIDERATION, 2024)

    assert str(DocketNumber.objects.take(RECONSIDERATION, 2025)) == "张政复〔2025〕1号"
    assert str(DocketNumber.objects.take(LITIGATION, 2024)) == "张政应〔2024〕1号"
    assert str(DocketNumber.objects.take(DocketKind.MEDIATION, 2024)) == "张调〔2024〕1号"


@pytest.mark.django_db
@override_settings(LAWGOV_DOCKET_PREFIX="示")
def test_the_county_puts_its_own_name_in_front() -> None:
    assert str(DocketNumber.objects.take(RECONSIDERATION, 2024)) == "示政复〔2024〕1号"


@pytest.mark.django_db
def test_the_number_of_a_voided_case_is_not_taken_again() -> None:
    first = DocketNumber.objects.take(RECONSIDERATION, 2024)
    case = ReconsiderationFactory.create(docket=first)

    case.voided_on, case.void_reason = date(2024, 3, 5), "重复录入"
    case.save()

    assert DocketNumber.objects.take(RECONSIDERATION, 2024).sequence == 2


@pytest.mark.django_db
def test_the_number_of_a_deleted_row_is_not_taken_again() -> None:
    DocketNumber.objects.take(RECONSIDERATION, 2024).delete()

    assert DocketNumber.objects.take(RECONSIDERATION, 2024).sequence == 2


@pytest.mark.django_db
def test_numbers_a_ledger_brings_along_move_the_count_on() -> None:
    brought = [Docket("张政复", 2024, n) for n in (3, 17, 5)]

    reserved = DocketNumber.objects.reserve(RECONSIDERATION, brought)

    assert [str(number) for number in reserved] == [str(docket) for docket in brought]
    assert DocketNumber.objects.take(RECONSIDERATION, 2024).sequence == 18


@pytest.mark.django_db
def test_numbers_of_several_years_are_brought_at_once() -> None:
    DocketNumber.objects.reserve(
        RECONSIDERATION, [Docket("张政复", 2023, 40), Docket("张政复", 2024, 2)]
    )

    assert DocketNumber.objects.take(RECONSIDERATION, 2023).sequence == 41
    assert DocketNumber.objects.take(RECONSIDERATION, 2024).sequence == 3


@pytest.mark.django_db
def test_numbers_left_out_by_a_ledger_can_still_be_brought_later() -> None:
    DocketNumber.objects.reserve(RECONSIDERATION, [Docket("张政复", 2024, 9)])

    DocketNumber.objects.reserve(RECONSIDERATION, [Docket("张政复", 2024, 4)])

    assert DocketSeries.objects.get(prefix="张政复", year=2024).last == 9


@pytest.mark.django_db
def test_a_number_already_taken_cannot_be_brought_along() -> None:
    DocketNumber.objects.take(RECONSIDERATION, 2024)

    with pytest.raises(IntegrityError):
        DocketNumber.objects.reserve(RECONSIDERATION, [Docket("张政复", 2024, 1)])


@pytest.mark.django_db
def test_bringing_nothing_changes_nothing() -> None:
    assert DocketNumber.objects.reserve(RECONSIDERATION, []) == []
    assert not DocketSeries.objects.exists()
