"""What a ledger of litigation response takes in, and that what goes out comes in again."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from cases.litigation.figures import CHAPTER
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.litigation.resources import LEDGERS
from cases.registry.ledgers.faults import LedgerRefused
from cases.registry.ledgers.intake import Intake
from cases.registry.ledgers.ledger import Ledger
from cases.registry.periods import Period
from seeds.factories.litigation import DisputeFactory, HearingFactory, InstanceFactory
from seeds.factories.registry import AgencyFactory

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2024")
BY_NAME: dict[str, Ledger[Any]] = {ledger.name: ledger for ledger in LEDGERS}
INSTANCE = ["dispute", "court", "court_number", "received_on"]


def write(folder: Path, ledger: str, *lines: Sequence[Any]) -> None:
    with (folder / f"{ledger}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)


def load(folder: Path) -> None:
    Intake(LEDGERS).load(folder)


def faults(folder: Path) -> list[str]:
    with pytest.raises(LedgerRefused) as refused:
        load(folder)
    return [f"{fault.row} {fault.column} {fault.value}" for fault in refused.value.faults]


def test_a_court_number_comes_in_however_it_was_typed(tmp_path: Path) -> None:
    dispute, court = DisputeFactory.create(), AgencyFactory.create(court=True)
    typed = "(2024) 甘0503行初012号"
    write(tmp_path, "litigation_instances", INSTANCE, [dispute, court, typed, "2024-03-04"])

    load(tmp_path)

    assert Instance.objects.get().court_number == "（2024）甘0503行初12号"


def test_the_same_number_in_two_spellings_is_the_same_instance(tmp_path: Path) -> None:
    dispute, court = DisputeFactory.create(), AgencyFactory.create(court=True)
    write(
        tmp_path,
        "litigation_instances",
        INSTANCE,
        [dispute, court, "(2024)甘0503行初12号", "2024-03-04"],
        [dispute, court, "〔2024〕甘0503行初12号", "2024-03-04"],
    )

    assert faults(tmp_path) == ["3 court_number 〔2024〕甘0503行初12号"]


def test_what_is_no_court_number_is_named(tmp_path: Path) -> None:
    dispute, court = DisputeFactory.create(), AgencyFactory.create(court=True)
    write(tmp_path, "litigation_instances", INSTANCE, [dispute, court, "行初12", "2024-03-04"])

    assert faults(tmp_path) == ["2 court_number 行初12"]


def test_a_hearing_finds_its_instance_by_any_spelling(tmp_path: Path) -> None:
    instance = InstanceFactory.create(court_number="（2024）甘0503行初12号")
    agency = instance.dispute.defendant
    header = ["instance", "agency", "scheduled_on"]
    line = ["(2024)甘0503行初12号", agency, "2024-04-10"]
    write(tmp_path, "litigation_hearings", header, line)

    load(tmp_path)

    assert Hearing.objects.get().instance == instance


def test_a_hearing_of_no_instance_is_a_fault(tmp_path: Path) -> None:
    header, agency = ["instance", "agency", "scheduled_on"], AgencyFactory.create()
    line = ["（2024）甘0503行初12号", agency, "2024-04-10"]
    write(tmp_path, "litigation_hearings", header, line)

    assert faults(tmp_path) == ["2 instance （2024）甘0503行初12号"]


def test_a_broken_rule_is_told_in_the_clerks_words(tmp_path: Path) -> None:
    hearing = HearingFactory.build()
    instance = InstanceFactory.create()
    header = ["instance", "agency", "scheduled_on", "held_on", "head_rank"]
    day = hearing.scheduled_on
    line = [instance, instance.dispute.defendant, day, day, "none"]
    write(tmp_path, "litigation_hearings", header, line)

    with translation.override("en"), pytest.raises(LedgerRefused) as refused:
        load(tmp_path)

    assert "say why" in str(refused.value)


def test_what_goes_out_comes_in_again(ledger: None, tmp_path: Path) -> None:
    """Voided rows do not go out, so only what is recorded is compared."""
    before = CHAPTER.count([YEAR])
    for name, each in BY_NAME.items():
        rows = each.model._default_manager.all()
        if hasattr(rows, "recorded"):
            rows = rows.recorded()
        write(tmp_path, name, *each.write(rows))
    for model in (Hearing, Instance, Suggestion):
        model.objects.all().delete()

    load(tmp_path)

    assert CHAPTER.count([YEAR]) == before
