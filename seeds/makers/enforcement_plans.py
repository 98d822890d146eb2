"""How much enforcement there is in the made-up county, by agency, and what it is about."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from chinese_calendar import is_workday

from cases.registry.agencies import AgencyKind
from enforcement.terms import FileKind, PenaltyKind
from seeds.makers.registry import NUMERALS, County

SEED = 2024
DAY = timedelta(days=1)
Window = tuple[date, date]  # from the first day up to, not including, the second


@dataclass(frozen=True)
class Office:
    """An agency that enforces: its sign in document numbers, its officers, and its files of the
    year by kind (penalties, licences, coercion, inspections, others)."""

    sign: str
    officers: int
    files: tuple[int, int, int, int, int]
    penalties: tuple[str, ...] = ("未按规定报送材料",)
    licences: tuple[str, ...] = ("行政许可申请",)


KINDS = (
    FileKind.PENALTY,
    FileKind.LICENCE,
    FileKind.COERCION,
    FileKind.INSPECTION,
    FileKind.OTHER,
)
DEPARTMENTS = {
    "SX-GA": Office(
        "公", 265, (318, 96, 14, 0, 0), ("殴打他人", "盗窃", "赌博"), ("特种行业许可", "典当业许可")
    ),
    "SX-JT": Office(
        "公交", 96, (112, 40, 22, 0, 0), ("超速行驶", "无证驾驶"), ("机动车登记", "剧毒品运输通行")
    ),
    "SX-SC": Office(
        "市监",
        148,
        (196, 241, 6, 26, 0),
        ("销售过期食品", "无照经营", "广告违法", "计量器具未检定"),
        ("食品经营许可", "药品零售许可", "特种设备使用登记"),
    ),
    "SX-WJ": Office(
        "卫", 44, (74, 92, 2, 10, 0), ("未取得健康证明上岗", "消毒不合格"), ("公共场所卫生许可",)
    ),
    "SX-ZJ": Office("建", 40, (28, 44, 0, 4, 0), ("未批先建", "违法分包"), ("施工许可",)),
    "SX-CG": Office("城管", 84, (92, 30, 8, 2, 0), ("占道经营", "擅自设置广告"), ("户外广告设置",)),
    "SX-ZR": Office("自然资", 46, (36, 38, 3, 0, 0), ("非法占地", "越界采矿"), ("采矿权登记",)),
    "SX-NY": Office("农", 58, (44, 34, 1, 6, 0), ("销售假劣种子", "违规调运动物"), ("兽药经营",)),
    "SX-LC": Office("林草", 52, (38, 26, 1, 2, 0), ("滥伐林木", "擅自改变林地用途"), ("林木采伐",)),
    "SX-SW": Office("水", 30, (14, 12, 1, 3, 0), ("非法采砂", "未批取水"), ("取水许可",)),
    "SX-STHJ": Office("环", 36, (26, 10, 2, 8, 0), ("超标排放", "未验先投"), ("排污许可",)),
    "SX-JTYS": Office("交", 62, (58, 36, 1, 2, 0), ("超限运输", "非法营运"), ("道路运输经营许可",)),
    "SX-YJ": Office("应急", 34, (22, 14, 0, 9, 0), ("隐患未整改", "非法储存烟花"), ("烟花零售",)),
    "SX-WL": Office("文旅", 24, (10, 24, 0, 3, 0), ("接纳未成年人上网",), ("营业性演出审批",)),
    "SX-JY": Office("教", 14, (3, 12, 0, 2, 0), ("无证办学",), ("民办学校设立",)),
    "SX-RS": Office("人社", 28, (9, 18, 0, 4, 0), ("拖欠工资",), ("人力资源服务许可",)),
    "SX-MZ": Office("民", 16, (2, 14, 0, 0, 0), ("社会组织违规活动",), ("社会组织登记",)),
    "SX-YB": Office("医保", 14, (8, 2, 0, 3, 0), ("骗取医保基金",), ("定点机构协议",)),
    "SX-TYJR": Office("退役", 8, (0, 2, 0, 0, 0)),
    "SX-CZ": Office("财", 12, (4, 2, 0, 1, 0), ("会计账簿不实",), ("代理记账许可",)),
    "SX-TJ": Office("统", 10, (5, 0, 0, 0, 0), ("提供不真实统计资料",)),
    "SX-FG": Office("发改", 10, (1, 6, 0, 0, 0), ("未批先建项目",), ("节能审查",)),
    "SX-KJ": Office("科", 6, (0, 1, 0, 0, 0)),
    "SX-GX": Office("工信", 8, (1, 3, 0, 0, 0)),
    "SX-SWJ": Office("商", 10, (2, 9, 0, 1, 0), ("预付卡未备案",), ("成品油零售许可",)),
}
A_TOWNSHIPS_OFFICERS = 6
TOWNSHIPS_WORK = ("乱倒垃圾", "违法建设"), ("农村宅基地审批",)
OTHER_MATTERS = {
    FileKind.COERCION: ("扣押涉案物品", "查封经营场所", "强制拆除违法建筑"),
    FileKind.INSPECTION: ("双随机抽查", "专项检查"),
    FileKind.OTHER: ("行政确认", "行政给付"),
}
MARKS = {
    FileKind.PENALTY: "罚决",
    FileKind.LICENCE: "许决",
    FileKind.COERCION: "强决",
    FileKind.INSPECTION: "检",
    FileKind.OTHER: "执",
}
# What a penalty usually is, in a hundred; the police may also detain.
PENALTIES = {
    PenaltyKind.FINE: 66,
    PenaltyKind.WARNING: 14,
    PenaltyKind.CONFISCATION: 9,
    PenaltyKind.CRITICISM: 2,
    PenaltyKind.SUSPENDED: 3,
    PenaltyKind.PERMIT_WITHHELD: 2,
    PenaltyKind.PERMIT_REVOKED: 1,
    PenaltyKind.NONE: 3,
}
POLICE_PENALTIES = {PenaltyKind.DETENTION: 38, PenaltyKind.FINE: 50, PenaltyKind.WARNING: 12}
WITH_AN_AMOUNT = {PenaltyKind.FINE, PenaltyKind.CONFISCATION, PenaltyKind.SUSPENDED}
AMOUNTS = (200, 300, 500, 500, 1000, 1000, 2000, 3000, 5000, 8000, 10000)


def offices(county: County) -> dict[str, Office]:
    """Every agency that enforces, by code; townships only since powers were delegated to them."""
    found = dict(DEPARTMENTS)
    for number, township in enumerate(county.of(AgencyKind.TOWNSHIP)):
        tens, ones = divmod(number, len(NUMERALS))
        sign = ("十" if tens else "") + NUMERALS[ones] + "镇"
        files = (2, 0, 0, 0, 1)
        found[township.code] = Office(sign, A_TOWNSHIPS_OFFICERS, files, *TOWNSHIPS_WORK)
    return found


@cache
def office_days(window: Window) -> list[date]:
    """The days of a window on which the offices are open; asked for thousands of times."""
    first, end = window
    days = (first + n * DAY for n in range((end - first).days))
    return [day for day in days if is_workday(day)]


def office_days_before(day: date, count: int) -> date:
    """So many working days earlier; the day itself is not counted."""
    for _ in range(count):
        day -= DAY
        while not is_workday(day):
            day -= DAY
    return day
