"""The classifications the house comes with: complete, dated without gaps, each in one row."""

from collections import Counter
from datetime import date

import pytest
from django.apps import apps
from django.db import connection

from cases.registry.classifications.reading import TABLES, Row, read, seed, unseed
from cases.registry.codes import ActKind, Field, RespondentKind

MODELS = {"Field": Field, "ActKind": ActKind, "RespondentKind": RespondentKind}
MIDSUMMER = date(2024, 6, 30)
BEFORE, AFTER = date(2018, 6, 30), date(2024, 6, 30)

# The form of 2015, in its order, without the total.
ROWS = (
    "公安 国家安全 劳动和社会保障 司法行政 民政 土地 地矿 环保 农业 水利 林业 城乡规划 "
    "房屋征补（拆迁） 不动产登记 工商 安监 商务 物价 能源 交通运输 信息产业 邮政 烟草专卖 税务 "
    "人民银行 证监 保监 银监 外汇 财政 统计 审计 海关 质检 食品安全 卫生计生 教育 文化 专利 商标 "
    "版权 旅游 新闻出版广电 发展改革 科技 其他"
)
MATTERS = (
    "行政处罚 行政强制 行政征收 行政许可 行政确权 行政确认 信息公开 举报投诉处理 行政不作为 其他"
)
RESPONDENTS = (
    "乡镇政府 县级政府的部门 县级政府 市（地）级政府的部门 市（地）级政府 省级政府的部门 "
    "省级政府 国务院部门 其他"
)


def valid(table: str, day: date) -> list[Row]:
    return [
        row
        for row in read(table)
        if row["valid_from"] <= day and (row["valid_to"] is None or day < row["valid_to"])
    ]


def rows_in_order(table: str, day: date) -> str:
    ordered = sorted(valid(table, day), key=lambda row: row["position"])
    return " ".join(dict.fromkeys(row["row"] for row in ordered))


def fields() -> dict[str, Row]:
    return {row["code"]: row for row in read("Field")}


@pytest.mark.parametrize("table", TABLES)
def test_no_two_codes_are_alike(table: str) -> None:
    rows = list(read(table))

    assert max(Counter(row["code"] for row in rows).values()) == 1
    assert max(Counter(row["position"] for row in rows).values()) == 1


@pytest.mark.parametrize("table", TABLES)
def test_codes_are_short_plain_words(table: str) -> None:
    for row in read(table):
        assert row["code"].isascii()
        assert row["code"].isidentifier()
        assert row["code"] == row["code"].lower()


@pytest.mark.parametrize("table", TABLES)
def test_every_code_says_how_sure_it_is(table: str) -> None:
    assert {row["certainty"] for row in read(table)} <= {"V", "M", "I"}


@pytest.mark.parametrize("table", TABLES)
def test_on_one_day_no_two_codes_share_a_name(table: str) -> None:
    for day in (BEFORE, AFTER):
        names = Counter(row["name"] for row in valid(table, day))
        assert max(names.values()) == 1


@pytest.mark.parametrize("table", TABLES)
def test_every_code_that_holds_in_2024_counts_in_exactly_one_row(table: str) -> None:
    rows = {row["code"]: row["row"] for row in valid(table, MIDSUMMER)}

    assert all(rows.values())
    assert len(rows) == len(valid(table, MIDSUMMER))


@pytest.mark.parametrize("table", TABLES)
def test_something_else_is_always_among_them_and_comes_last(table: str) -> None:
    for day in (BEFORE, AFTER):
        last = max(valid(table, day), key=lambda row: row["position"])
        assert (last["code"], last["row"]) == ("other", "其他")


def test_before_the_reform_the_fields_count_in_the_rows_of_the_form() -> None:
    assert rows_in_order("Field", BEFORE) == ROWS


def test_kinds_of_act_count_in_the_columns_of_the_form() -> None:
    assert rows_in_order("ActKind", BEFORE) == MATTERS
    assert rows_in_order("ActKind", AFTER) == MATTERS


def test_kinds_of_respondent_count_in_the_columns_of_the_form() -> None:
    assert rows_in_order("RespondentKind", AFTER) == RESPONDENTS


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("technical_supervision", "质检"),
        ("commodity_inspection", "质检"),
        ("quality_inspection", "质检"),
        ("public_health", "卫生计生"),
        ("family_planning", "卫生计生"),
        ("health_family_planning", "卫生计生"),
        ("food_drug", "食品安全"),
        ("work_safety", "安监"),
        ("other", "其他"),
    ],
)
def test_several_old_codes_count_in_one_row(code: str, row: str) -> None:
    assert fields()[code]["row"] == row


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("industry_commerce", "market_supervision"),
        ("quality_inspection", "market_supervision"),
        ("food_drug", "market_supervision"),
        ("prices", "market_supervision"),
        ("land", "natural_resources"),
        ("minerals", "natural_resources"),
        ("planning", "natural_resources"),
        ("environment", "ecology"),
        ("agriculture", "agriculture_rural"),
        ("work_safety", "emergency"),
        ("health_family_planning", "health"),
        ("technical_supervision", "quality_inspection"),
        ("family_planning", "health_family_planning"),
    ],
)
def test_an_old_field_leads_to_the_one_that_took_it_over(old: str, new: str) -> None:
    assert fields()[old]["successor"] == new


def test_a_field_has_a_successor_if_and_only_if_it_ended() -> None:
    assert all((row["successor"] is None) == (row["valid_to"] is None) for row in fields().values())


def test_a_successor_takes_over_on_the_very_day_without_overlap_or_gap() -> None:
    known = fields()

    for row in known.values():
        if row["successor"]:
            assert known[row["successor"]]["valid_from"] == row["valid_to"]


def test_every_old_field_leads_in_the_end_to_one_that_holds() -> None:
    known, holding = fields(), {row["code"] for row in valid("Field", MIDSUMMER)}

    for code in known:
        while known[code]["successor"]:
            code = known[code]["successor"]  # noqa: PLW2901  # along the chain
        assert code in holding


@pytest.mark.parametrize("code", ["medical_insurance", "veterans", "city_management"])
def test_fields_that_came_with_the_reform_hold_since(code: str) -> None:
    assert fields()[code]["valid_from"] == date(2019, 1, 1)


@pytest.fixture
def empty(db: None) -> None:
    """What the migrations put in is taken out, so that a test starts from nothing."""
    unseed(apps, connection.schema_editor())


@pytest.mark.parametrize("table", TABLES)
def test_what_is_read_is_what_stands_in_the_database(empty: None, table: str) -> None:
    seed(apps, connection.schema_editor())

    names = list(next(read(table)))
    columns = ["successor__code" if name == "successor" else name for name in names]
    rows = MODELS[table]._default_manager.order_by("position").values_list(*columns)
    assert [dict(zip(names, row, strict=True)) for row in rows] == sorted(
        read(table), key=lambda row: row["position"]
    )


def test_it_can_be_taken_out_again_and_leaves_what_the_county_added(empty: None) -> None:
    Field.objects.create(code="own", name="本县", name_en="Own", row="其他", valid_from=MIDSUMMER)
    seed(apps, connection.schema_editor())

    unseed(apps, connection.schema_editor())

    assert [field.code for field in Field.objects.all()] == ["own"]
    assert not ActKind.objects.exists()
