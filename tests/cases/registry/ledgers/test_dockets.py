"""The docket numbers that a ledger brings along."""

import pytest
from django.test import override_settings

from cases.reconsideration.models.case import Reconsideration
from cases.registry.dockets import DocketKind, DocketNumber, DocketSeries
from tests.cases.registry.ledgers.conftest import Desk, case

pytestmark = pytest.mark.usefixtures("county")


@pytest.mark.parametrize(
    "typed",
    [
        "张政复〔2024〕23号",
        "张政复(2024)23号",
        "张政复（2024）第23号",
        "张政复[2024]023",
        "张政复【２０２４】２３号",
        " 张政复 〔2024〕 23 号 ",
    ],
)
def test_a_number_is_kept_in_one_spelling_however_it_was_typed(desk: Desk, typed: str) -> None:
    desk.lay("reconsideration", case(docket=typed))

    desk.take_in()

    assert str(Reconsideration.objects.get().docket) == "张政复〔2024〕23号"


@pytest.mark.parametrize(
    "typed",
    [
        "23",
        "张政复2024-23",
        "张政复〔24〕23号",
        "张政复〔2024〕0号",
        "张政复〔2024〕99999999999号",
        "张政复〔1024〕23号",
        "张政应〔2024〕23号",
        "张" * 20 + "政复〔2024〕23号",
    ],
)
def test_a_number_that_is_none_of_this_register_is_refused(desk: Desk, typed: str) -> None:
    desk.lay("reconsideration", case(docket=typed))

    (fault,) = desk.faults()

    assert fault.endswith("expected a docket number such as 张政复〔2024〕23号")


def test_the_number_expected_is_that_of_the_county(desk: Desk) -> None:
    desk.lay("reconsideration", case(docket="23"))

    with override_settings(LAWGOV_DOCKET_PREFIX="李"):
        (fault,) = desk.faults()

    assert fault.endswith("such as 李政复〔2024〕23号")


def test_a_case_without_a_number_is_refused(desk: Desk) -> None:
    desk.lay("reconsideration", case(docket=""))

    assert desk.faults() == ["reconsideration.csv:2:docket – this must not be empty"]


def test_the_series_goes_on_behind_the_highest_number(desk: Desk) -> None:
    dockets = [f"张政复〔2024〕{n}号" for n in (7, 23, 2)]
    desk.lay("reconsideration", *(case(docket=docket) for docket in dockets))

    desk.take_in()

    assert DocketSeries.objects.get().last == 23
    assert str(DocketNumber.objects.take(DocketKind.RECONSIDERATION, 2024)) == "张政复〔2024〕24号"


def test_every_year_has_a_series_of_its_own(desk: Desk) -> None:
    desk.lay("reconsideration", case(), case(docket="张政复〔2023〕5号"))

    desk.take_in()

    assert dict(DocketSeries.objects.values_list("year", "last")) == {2024: 1, 2023: 5}


def test_a_number_somebody_has_taken_for_something_else_is_refused(desk: Desk) -> None:
    DocketNumber.objects.take(DocketKind.RECONSIDERATION, 2024)
    desk.lay("reconsideration", case(), case(docket="张政复〔2024〕2号"))

    assert desk.faults() == [
        "reconsideration.csv:2:docket “张政复〔2024〕1号” – "
        "this number is taken already, though no entry here bears it"
    ]
