"""A clerk's ledger of mediation comes in through the one door, and goes out as it came."""

from pathlib import Path
from typing import Any

import pytest

from cases.registry.agencies import AgencyKind
from cases.registry.ledgers.faults import LedgerRefused
from cases.registry.ledgers.intake import Intake
from cases.registry.ledgers.ledger import Ledger
from mediation.models.matter import Mediation
from mediation.models.mediators import Mediator
from mediation.models.parties import MediationParty
from mediation.resources import LEDGERS
from mediation.terms import Stage
from seeds.factories.mediation import CentreFactory, MediatorFactory
from seeds.factories.registry import AgencyFactory

pytestmark = pytest.mark.django_db

HEADER = (
    "docket,door,origin,origin_number,commission,received_on,kind,referred_on,centre,"
    "accepted_on,mediator,concluded_on,result,agreement_on,agreement_kind,amount"
)
AGREED = (
    "张调〔2024〕1号,court,示例法院,（2024）示0101诉前调1号,before_filing,2024-03-04,contract,"
    '2024-03-05,第一镇综治中心,2024-03-07,TY1,2024-03-19,agreed,2024-03-19,written,"12,000"'
)
OWN = "张调（2024）2号,application,,,,2024/3/4,family,,第一镇综治中心,2024年3月4日,,,,,,"


@pytest.fixture(autouse=True)
def county() -> None:
    AgencyFactory.create(name="示例法院", kind=AgencyKind.COURT)
    CentreFactory.create(name="第一镇综治中心")
    MediatorFactory.create(code="TY1")


def take_in(folder: Path, **files: str) -> dict[str, int]:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return {tally.ledger: tally.written for tally in Intake(LEDGERS).load(folder)}


def test_matters_of_two_doors_come_in(tmp_path: Path) -> None:
    written = take_in(tmp_path, mediations="\n".join([HEADER, AGREED, OWN]))

    by_number = {str(m): m.stage for m in Mediation.objects.select_related("docket")}

    assert written == {"mediations": 2}
    assert by_number == {
        "张调〔2024〕1号": Stage.CONCLUDED,
        "张调〔2024〕2号": Stage.MEDIATION,
    }


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    text = "\n".join([HEADER, AGREED, OWN])
    take_in(tmp_path, mediations=text)

    assert take_in(tmp_path, mediations=text) == {"mediations": 0}


def test_parties_follow_their_matter_in_the_same_folder(tmp_path: Path) -> None:
    parties = "case,role,kind,name\n张调〔2024〕1号,party,citizen,当事人甲0001\n"

    take_in(tmp_path, mediations=f"{HEADER}\n{AGREED}", mediation_parties=parties)

    assert MediationParty.objects.get().case.docket.text == "张调〔2024〕1号"


def test_mediators_follow_their_organisation_in_the_same_folder(tmp_path: Path) -> None:
    organisations = "code,name,kind,since_on\nTW9,第九村人民调解委员会,village,2020-01-01\n"
    mediators = "code,name,kind,organisation,since_on\nTY9,调解员丁9,full_time,TW9,2021-01-01\n"

    take_in(tmp_path, mediation_organisations=organisations, mediators=mediators)

    assert Mediator.objects.get(code="TY9").organisation.code == "TW9"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("2024-03-19,agreed", "2024-03-01,agreed"), ("agreed,2024-03-19", "far_apart,2024-03-19")],
)
def test_what_cannot_be_is_refused_with_its_row(tmp_path: Path, wrong: str, right: str) -> None:
    with pytest.raises(LedgerRefused) as refused:
        take_in(tmp_path, mediations="\n".join([HEADER, OWN, AGREED.replace(wrong, right)]))

    assert {fault.row for fault in refused.value.faults} == {3}
    assert not Mediation.objects.exists()


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda ledger: ledger.name)
def test_no_two_columns_bear_one_header(ledger: Ledger[Any]) -> None:
    headers = [header for column in ledger.columns() for header in column.headers]

    assert len(headers) == len(set(headers))
