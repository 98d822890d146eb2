"""A small county to refer to, and a folder in which a clerk lays ledgers down."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from cases.reconsideration.resources import LEDGERS as RECONSIDERATION
from cases.registry.ledgers.faults import LedgerRefused
from cases.registry.ledgers.intake import Intake
from cases.registry.ledgers.ledger import Ledger
from cases.registry.ledgers.tally import Tally
from cases.registry.resources import LEDGERS as REGISTRY
from seeds.factories.registry import ActKindFactory, AgencyFactory, FieldFactory, UserFactory

LEDGERS: list[Ledger[Any]] = [*REGISTRY, *RECONSIDERATION]
BY_NAME = {ledger.name: ledger for ledger in LEDGERS}

HEADER = ("docket", "received_on", "respondent", "field", "act_kind")
CASE = {
    "docket": "张政复〔2024〕1号",
    "received_on": "2024-03-04",
    "respondent": "第一局",
    "field": "测试领域",
    "act_kind": "测试行为",
}


def case(**cells: Any) -> dict[str, Any]:
    """A line of the reconsideration ledger that is in order, but for the cells given."""
    return CASE | cells


class Desk:
    """Where ledgers are laid down and taken in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def lay(self, name: str, *lines: dict[str, Any], encoding: str = "utf-8") -> Path:
        """A CSV file of lines by header; a header that one of them has, all of them have."""
        header = list(dict.fromkeys(header for line in lines for header in line))
        return self.lay_lines(
            name, header, *([line.get(h, "") for h in header] for line in lines), encoding=encoding
        )

    def lay_lines(self, name: str, *lines: Sequence[Any], encoding: str = "utf-8") -> Path:
        path = self.folder / f"{name}.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows(lines)
        return path

    def lay_text(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def take_in(self, path: Path | None = None) -> dict[str, Tally]:
        tallies = Intake(LEDGERS).load(path or self.folder)
        return {tally.ledger: tally for tally in tallies}

    def faults(self) -> list[str]:
        """What a ledger is refused for: row, column, value and what was expected."""
        with pytest.raises(LedgerRefused) as refused:
            Intake(LEDGERS).load(self.folder)
        return [str(fault) for fault in refused.value.faults]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def county(db: None) -> None:
    """An agency, a field, a kind of act and two clerks, under the names that `CASE` uses."""
    agency = AgencyFactory.create(code="A1", name="第一局")
    FieldFactory.create(code="test-field", name="测试领域", name_en="Field for tests")
    ActKindFactory.create(code="test-act", name="测试行为", name_en="Act for tests")
    UserFactory.create(username="clerk-a", full_name="经办甲", agency=agency)
    UserFactory.create(username="clerk-b", full_name="经办乙", agency=agency)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield
