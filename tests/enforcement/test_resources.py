"""An agency's ledger of enforcement comes in through the one door, and goes out as it came."""

from pathlib import Path
from typing import Any

import pytest

from cases.registry.ledgers.checks import check
from cases.registry.ledgers.faults import LedgerRefused
from cases.registry.ledgers.intake import Intake
from cases.registry.resources import LEDGERS as REGISTRY
from enforcement.models.certificates import Certificate
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.rectifications import Rectification
from enforcement.resources import LEDGERS
from enforcement.terms import Grade, PenaltyKind
from seeds.factories.enforcement import CampaignFactory, CaseFileFactory
from seeds.factories.registry import AgencyFactory
from tests.enforcement.ledgers import Filler

pytestmark = pytest.mark.django_db

VOIDED = {"voided_on": "2024-12-02", "void_reason": "重复录入"}
FILES = """agency,number,kind,decided_on,penalty_kind,amount,closed_on
示例市场监管局,示罚决〔2024〕12号,penalty,2024-03-04,fine,"12,000",2024-03-25
示例卫生健康局,示许〔2024〕3号,licence,2024/3/4,,,2024年3月25日
"""
EXAMINATIONS = """number,campaign,file,self_examined_on,sampled_on,graded_on,score,grade
评查1,示例评查,示罚决〔2024〕12号,2024-06-03,2024-07-08,2024-08-05,92.5,excellent
"""


@pytest.fixture(autouse=True)
def county() -> None:
    AgencyFactory.create(code="SC", name="示例市场监管局")
    AgencyFactory.create(code="WJ", name="示例卫生健康局")
    CampaignFactory.create(name="示例评查")


def take_in(folder: Path, **files: str) -> dict[str, int]:
    for name, text in files.items():
        (folder / f"enforcement_{name}.csv").write_text(text, encoding="utf-8")
    return {tally.ledger: tally.written for tally in Intake(LEDGERS).load(folder)}


def faults(refused: "pytest.ExceptionInfo[LedgerRefused]") -> list[tuple[str, int | None]]:
    return [(fault.file, fault.row) for fault in refused.value.faults]


def test_files_of_two_agencies_come_in(tmp_path: Path) -> None:
    written = take_in(tmp_path, files=FILES)

    by_number = {file.number: file.penalty_kind for file in CaseFile.objects.all()}

    assert written == {"enforcement_files": 2}
    assert by_number == {"示罚决〔2024〕12号": PenaltyKind.FINE, "示许〔2024〕3号": ""}


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    take_in(tmp_path, files=FILES)

    assert take_in(tmp_path, files=FILES) == {"enforcement_files": 0}


def test_an_examination_follows_its_file_in_the_same_folder(tmp_path: Path) -> None:
    items = "examination,position,problem,found_on,due_on\n评查1,1,漏签,2024-08-05,2024-09-05\n"

    take_in(tmp_path, files=FILES, examinations=EXAMINATIONS, rectifications=items)

    examination = Examination.objects.get()
    assert examination.file.agency.code == "SC"
    assert examination.grade == Grade.EXCELLENT
    assert Rectification.objects.get().examination == examination


def test_officers_come_with_their_certificates_and_stand_in_files(tmp_path: Path) -> None:
    officers = "number,name,agency,since_on\nZF1,执法人员戊1,SC,2020-06-01\n"
    certificates = "number,officer,issued_on,valid_to\n示ZF1,ZF1,2022-01-04,2027-01-04\n"
    files = "agency,number,kind,decided_on,handler\nSC,示检〔2024〕1号,检查,2024-03-04,示ZF1\n"

    take_in(
        tmp_path,
        officers=officers,
        certificates=certificates,
        files=files.replace("检查", "inspection"),
    )

    assert CaseFile.objects.get().handler == Certificate.objects.get()


def test_a_number_that_two_agencies_use_needs_the_code_of_the_agency(tmp_path: Path) -> None:
    same = FILES.replace("示许〔2024〕3号", "示罚决〔2024〕12号")

    with pytest.raises(LedgerRefused) as refused:
        take_in(tmp_path, files=same, examinations=EXAMINATIONS)

    assert faults(refused) == [("enforcement_examinations.csv", 2)]


@pytest.mark.parametrize("code", ["SC", "WJ"])
def test_the_code_of_the_agency_tells_its_number_from_anothers(tmp_path: Path, code: str) -> None:
    same = FILES.replace("示许〔2024〕3号", "示罚决〔2024〕12号")
    precise = EXAMINATIONS.replace("示罚决", f"{code} 示罚决")

    take_in(tmp_path, files=same, examinations=precise)

    assert Examination.objects.get().file.agency.code == code


def test_the_code_of_the_agency_leads_past_a_voided_file(tmp_path: Path) -> None:
    agency = AgencyFactory.create(code="GA")
    CaseFileFactory.create(agency=agency, number="示罚决〔2024〕7号", **VOIDED)
    file = CaseFileFactory.create(agency=agency, number="示罚决〔2024〕7号")

    take_in(
        tmp_path, examinations=EXAMINATIONS.replace("示罚决〔2024〕12号", "GA 示罚决〔2024〕7号")
    )

    assert Examination.objects.get().file == file


def test_an_examination_of_a_refused_file_is_not_a_fault_of_its_own(tmp_path: Path) -> None:
    broken = FILES.replace("2024-03-25", "2024-02-26")
    precise = EXAMINATIONS.replace("示罚决", "SC 示罚决")

    with pytest.raises(LedgerRefused) as refused:
        take_in(tmp_path, files=broken, examinations=precise)

    assert faults(refused) == [("enforcement_files.csv", 2)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("fine", ""), ("2024-03-25", "2024-03-01"), ("licence", "penalty")],
)
def test_what_cannot_be_is_refused_with_its_row(tmp_path: Path, wrong: str, right: str) -> None:
    with pytest.raises(LedgerRefused) as refused:
        take_in(tmp_path, files=FILES.replace(wrong, right))

    assert len(faults(refused)) == 1
    assert not CaseFile.objects.exists()


def test_what_went_out_comes_in_as_known(tmp_path: Path) -> None:
    Filler(7).fill(files=25, others=10)
    for ledger in LEDGERS:
        ledger.save_csv(ledger.model._default_manager.all(), tmp_path / f"{ledger.name}.csv")

    tallies = Intake(LEDGERS).load(tmp_path)

    assert {tally.written + tally.differing for tally in tallies} == {0}
    assert sum(tally.known for tally in tallies) > 100


def test_the_declarations_are_sound() -> None:
    assert check([*REGISTRY, *LEDGERS]) == []


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda ledger: ledger.name)
def test_no_two_columns_bear_one_header(ledger: Any) -> None:
    headers = [header for column in ledger.columns() for header in column.headers]

    assert len(headers) == len(set(headers))
