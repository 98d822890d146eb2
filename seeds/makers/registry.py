"""A made-up county: its agencies, courts, stations and people, under generic names."""

from dataclasses import dataclass, field
from typing import Any

from cases.registry.agencies import Agency, AgencyKind
from cases.registry.classifications.reading import read
from cases.registry.codes import ActKind, Field
from cases.registry.roles import Role
from cases.registry.users import User

TOWNSHIPS = 15
POLICE_STATIONS = 16
NUMERALS = "一二三四五六七八九十"

# code, name, the field of administration its acts fall into
DEPARTMENTS = (
    ("GA", "公安局", "police"),
    ("JT", "公安局交通管理大队", "police"),
    ("ZR", "自然资源局", "natural_resources"),
    ("RS", "人力资源和社会保障局", "labour"),
    ("SC", "市场监督管理局", "market_supervision"),
    ("ZJ", "住房和城乡建设局", "housing_construction"),
    ("CG", "城市管理综合执法局", "city_management"),
    ("NY", "农业农村局", "agriculture_rural"),
    ("LC", "林业和草原局", "forestry"),
    ("SW", "水务局", "water"),
    ("STHJ", "生态环境局", "ecology"),
    ("JTYS", "交通运输局", "transport"),
    ("YJ", "应急管理局", "emergency"),
    ("WJ", "卫生健康局", "health"),
    ("JY", "教育局", "education"),
    ("WL", "文体广电和旅游局", "culture"),
    ("MZ", "民政局", "civil_affairs"),
    ("YB", "医疗保障局", "medical_insurance"),
    ("TYJR", "退役军人事务局", "veterans"),
    ("CZ", "财政局", "finance"),
    ("TJ", "统计局", "statistics"),
    ("FG", "发展和改革局", "development"),
    ("KJ", "科学技术局", "science"),
    ("GX", "工业和信息化局", "information_industry"),
    ("SWJ", "商务局", "commerce"),
)

STAFF = (
    ("clerk", "经办甲", Role.CLERK),
    ("clerk2", "经办乙", Role.CLERK),
    ("clerk3", "经办丙", Role.CLERK),
    ("reviewer", "审核甲", Role.REVIEWER),
    ("supervisor", "主管甲", Role.SUPERVISOR),
    ("supervisor2", "主管乙", Role.SUPERVISOR),
    ("administrator", "系统管理员", Role.SYSTEM_ADMINISTRATOR),
    ("security", "安全管理员", Role.SECURITY_ADMINISTRATOR),
    ("auditor", "审计管理员", Role.AUDITOR),
)


def ordinal(number: int) -> str:
    """1 as 一, 12 as 十二: how townships and stations without a name are told apart."""
    tens, ones = divmod(number, 10)
    return ("十" if tens else "") + (NUMERALS[ones - 1] if ones else "")


class Ledgers(dict[str, list[Any]]):
    """Rows by the name of the ledger they belong to; nothing is saved."""

    def add(self, ledger: str, row: Any) -> None:
        self.setdefault(ledger, []).append(row)


@dataclass
class County:
    """Everybody the other makers refer to; agencies by code, in the order they are written."""

    agencies: dict[str, Agency] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    staff: list[User] = field(default_factory=list)

    def add(self, code: str, name: str, kind: AgencyKind, under: str | None = None) -> Agency:
        parent = self.agencies[under] if under else None
        agency = Agency(code=code, name=name, kind=kind, parent=parent, is_synthetic=True)
        self.agencies[code] = agency
        return agency

    def of(self, kind: AgencyKind) -> list[Agency]:
        return [agency for agency in self.agencies.values() if agency.kind == kind]

    def field_of(self, agency: Agency) -> Field:
        """The field of administration an agency's acts mostly fall into."""
        return named_field(self.fields.get(agency.code, "other"))


FIELD_NAMES = {row["code"]: row["name"] for row in read("Field")}
ACT_NAMES = {row["code"]: row["name"] for row in read("ActKind")}


def named_field(code: str) -> Field:
    """A field as a ledger names it; the row itself comes with the migrations."""
    return Field(code=code, name=FIELD_NAMES[code])


def named_act(code: str) -> ActKind:
    return ActKind(code=code, name=ACT_NAMES[code])


def make_county() -> County:
    """The county government, its departments, townships, stations, centres, courts and people."""
    county = County()
    county.add("SX", "示例县人民政府", AgencyKind.COUNTY_GOVERNMENT)
    county.add("SX-SF", "示例县司法局", AgencyKind.BUREAU, "SX")
    for code, name, field_code in DEPARTMENTS:
        county.add(f"SX-{code}", f"示例县{name}", AgencyKind.DEPARTMENT, "SX")
        county.fields[f"SX-{code}"] = field_code
    county.add("SX-XF", "示例县信访局", AgencyKind.PETITION_OFFICE, "SX")
    for number in range(1, TOWNSHIPS + 1):
        _add_township(county, number)
    for number in range(1, POLICE_STATIONS + 1):
        county.add(
            f"SX-GA-{number:02}",
            f"示例县第{ordinal(number)}派出所",
            AgencyKind.POLICE_STATION,
            "SX-GA",
        )
    county.add("FY-SX", "示例县人民法院", AgencyKind.COURT)
    county.add("FY-LX", "邻县人民法院", AgencyKind.COURT)
    county.add("FY-ZY", "示例市中级人民法院", AgencyKind.COURT)
    county.add("JC-SX", "示例县人民检察院", AgencyKind.PROCURATORATE)
    county.staff = [
        User(
            username=username,
            full_name=full_name,
            role=role,
            agency=county.agencies["SX-SF"],
            is_staff=True,
            is_synthetic=True,
        )
        for username, full_name, role in STAFF
    ]
    county.staff.append(
        User(
            username="township",
            full_name="第三镇经办",
            role=Role.CLERK,
            agency=county.agencies["SX-T03"],
            is_staff=True,
            is_synthetic=True,
        )
    )
    return county


def _add_township(county: County, number: int) -> None:
    code, name = f"SX-T{number:02}", f"示例县第{ordinal(number)}镇"
    county.add(code, f"{name}人民政府", AgencyKind.TOWNSHIP, "SX")
    county.add(f"{code}-SFS", f"{name}司法所", AgencyKind.JUSTICE_STATION, code)
    county.add(f"{code}-ZZ", f"{name}综治中心", AgencyKind.MEDIATION_CENTRE, code)
    county.fields[code] = "other"


def make(county: County) -> Ledgers:
    return Ledgers(agencies=list(county.agencies.values()), staff=county.staff)
