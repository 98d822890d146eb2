"""The command that takes a folder of ledgers in."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import translation

from cases.registry.agencies import Agency
from cases.registry.ledgers.checks import check
from cases.registry.ledgers.intake import Intake
from lawgov.ledgers import LEDGERS

pytestmark = pytest.mark.django_db

SEEDS = settings.ROOT / "seeds" / "2024"
HEADER = ("code", "name", "kind", "parent")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def lay(folder: Path, *lines: tuple[str, ...]) -> Path:
    with (folder / "agencies.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *lines])
    return folder


def load(folder: Path, **options: Any) -> str:
    said = StringIO()
    call_command("load", folder, stdout=said, **options)
    return said.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay(tmp_path, ("A", "县政府", "county_government", ""), ("B", "某局", "department", "A"))


def test_every_ledger_is_declared_without_mistake() -> None:
    assert check(LEDGERS) == []


def test_it_says_what_came_in(folder: Path) -> None:
    assert load(folder) == "agencies: 2 taken in, 0 already there\n"


def test_it_says_that_nothing_was_new(folder: Path) -> None:
    load(folder)

    assert load(folder) == (
        "agencies: 0 taken in, 2 already there\nNothing new; the database is as it was.\n"
    )


def test_it_says_what_is_recorded_otherwise(folder: Path) -> None:
    load(folder)
    Agency.objects.filter(code="B").update(name="另一局")

    assert load(folder) == (
        "agencies: 0 taken in, 2 already there\n"
        "  1 of them is recorded otherwise and was left alone:\n"
        "    agencies.csv:3 (name)\n"
        "Nothing new; the database is as it was.\n"
    )


def test_it_lists_every_fault_and_takes_nothing_in(folder: Path) -> None:
    lay(folder, ("A", "县政府", "county_government", ""), ("B", "", "guild", ""))

    with pytest.raises(CommandError) as refused:
        load(folder)

    head, *faults = str(refused.value).splitlines()
    assert head == "Nothing was taken in; 2 faults:"
    assert faults[0] == "  agencies.csv:3:name – this must not be empty"
    assert not Agency.objects.exists()


def test_it_speaks_chinese_to_those_who_do(folder: Path) -> None:
    lay(folder, ("B", "某局", "", ""))

    with translation.override("zh-hans"), pytest.raises(CommandError) as refused:
        load(folder)

    assert "Nothing" not in str(refused.value)


def test_it_takes_a_single_file(folder: Path) -> None:
    load(folder / "agencies.csv")

    assert Agency.objects.count() == 2


def test_it_says_nothing_if_told_to_be_quiet(folder: Path) -> None:
    assert load(folder, verbosity=0) == ""


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no file or folder"):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_year_2024_comes_in_goes_out_and_is_known_again(tmp_path: Path, language: str) -> None:
    Intake(LEDGERS).load(SEEDS)
    with translation.override(language):
        for ledger in LEDGERS:
            ledger.save_csv(ledger.model._default_manager.all(), tmp_path / f"{ledger.name}.csv")

    again = Intake(LEDGERS).load(tmp_path)

    assert {(tally.written, tally.differing) for tally in again} == {(0, 0)}
