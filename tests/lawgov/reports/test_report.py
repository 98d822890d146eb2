"""manage.py report: every period, every shape, and a verdict with its exit code."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.management.commands import report as command
from lawgov.reports.plain import width
from lawgov.reports.rollup import Rollup
from seeds.factories.reconsideration import ReconsiderationFactory

HEAD = "section,code,label_zh,value,unit,derived_from,note\n"


@pytest.fixture
def year(db: None) -> None:
    """Received on 4 March 2024: one upheld and one revoked on 22 April, one refused on 8 March."""
    ReconsiderationFactory.create(concluded=True)
    ReconsiderationFactory.create(concluded=True, outcome="revoked", compensation_awarded="3200.50")
    ReconsiderationFactory.create(refused=True)


def report(*arguments: str) -> str:
    out = StringIO()
    call_command("report", *arguments, stdout=out)
    return out.getvalue()


def figures(*arguments: str) -> Any:
    return json.loads(report(*arguments, "--format", "json"))


@pytest.mark.parametrize(
    ("period", "received", "concluded", "pending"),
    [
        ("2024", 3, 2, 0),
        ("2024-03", 3, 0, 2),
        ("2024-04", 0, 2, 0),
        ("2024Q1", 3, 0, 2),
        ("2024Q2", 0, 2, 0),
        ("2024H1", 3, 2, 0),
        ("2024H2", 0, 0, 0),
        ("2024-03-04..2024-04-22", 3, 2, 0),
        ("2024-03-05..2024-04-21", 0, 0, 2),
        ("2024-03-04..2024-03-04", 3, 0, 0),
        ("2023", 0, 0, 0),
    ],
)
def test_every_kind_of_period_is_counted(
    year: None, period: str, received: int, concluded: int, pending: int
) -> None:
    found = figures(period)

    assert found["period"] == period
    counts = [
        found["figures"][f"reconsideration.{code}"]["value"]
        for code in ("received", "concluded", "pending")
    ]
    assert counts == [received, concluded, pending]


def test_json_has_every_figure_under_its_code(year: None) -> None:
    found = figures("2024")

    assert set(found) == {"period", "first_day", "last_day", "figures"}
    assert set(found["figures"]) == {
        code for chapter in CHAPTERS for code in [*chapter.figures, *chapter.rates]
    }


def test_json_gives_a_count_as_a_number_and_a_rate_with_what_was_divided(year: None) -> None:
    found = figures("2024")["figures"]

    assert found["reconsideration.concluded"] == {"value": 2}
    assert found["reconsideration.correction_rate"] == {
        "value": "50.00",
        "numerator": 1,
        "denominator": 2,
    }


def test_json_gives_money_to_the_cent(year: None) -> None:
    found = figures("2024")["figures"]

    assert found["reconsideration.compensation_awarded"] == {"value": "3200.50"}


def test_json_gives_no_value_where_nothing_was_divided(year: None) -> None:
    assert figures("2023")["figures"]["reconsideration.correction_rate"] == {
        "value": None,
        "numerator": 0,
        "denominator": 0,
    }


def test_json_by_month_adds_the_months(year: None) -> None:
    found = figures("2024", "--by", "month")

    assert found["figures"]["reconsideration.received"] == {"value": 3}
    assert [month["period"] for month in found["months"]] == [f"2024-{m:02}" for m in range(1, 13)]
    received = [month["figures"]["reconsideration.received"]["value"] for month in found["months"]]
    assert received == [0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]


def test_csv_has_a_line_for_each_figure_and_a_column_for_each_period(year: None) -> None:
    rows = list(csv.DictReader(StringIO(report("2024Q2", "--by", "month", "--format", "csv"))))

    concluded = next(row for row in rows if row["code"] == "reconsideration.concluded")
    assert concluded["section"] == "reconsideration"
    assert [concluded[p] for p in ("2024-04", "2024-05", "2024-06", "2024Q2")] == list("2002")


def test_csv_has_every_figure_once(year: None) -> None:
    rows = list(csv.DictReader(StringIO(report("2024", "--format", "csv"))))

    codes = [row["code"] for row in rows]
    assert sorted(codes) == sorted(set(codes))
    assert set(codes) == {code for c in CHAPTERS for code in [*c.figures, *c.rates]}


def test_the_table_has_every_chapter_with_its_figures_and_identities(year: None) -> None:
    text = report("2024", "--language", "en")

    with translation.override("en"):
        assert all(f"\n{chapter.label}\n" in text for chapter in CHAPTERS)
    assert "  ✓ carried over + accepted = concluded + pending\n" in text
    assert "✗" not in text


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_numbers_of_a_chapter_stand_in_one_column(year: None, language: str) -> None:
    lines = report("2024", "--language", language).splitlines()

    rows = [line for line in lines if " reconsideration." in line]
    assert len({width(row) for row in rows}) == 1


@pytest.mark.parametrize(("arguments", "language"), [((), "zh-hans"), (("--language", "en"), "en")])
def test_it_speaks_chinese_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, db: None, arguments: tuple[str, ...], language: str
) -> None:
    def speak(rollup: Rollup) -> Iterator[str]:
        yield f"{len(rollup.periods)} {translation.get_language()}"

    monkeypatch.setattr(command, "table", speak)

    with translation.override("en"):
        assert report("2024", *arguments) == f"1 {language}\n"


@pytest.mark.parametrize("period", ["2024-13", "24", "2024Q5", "2024-06-10..2024-03-01", "last"])
def test_a_bad_period_is_answered_with_what_was_expected(period: str) -> None:
    with translation.override("en"), pytest.raises(CommandError, match=r"period: .*(2024|ends)"):
        report(period)


@pytest.mark.parametrize(
    "arguments",
    [(), ("2024", "--by", "week"), ("2024", "--format", "xml"), ("2024", "--language", "de")],
)
def test_what_it_does_not_know_it_refuses(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        report(*arguments)


def published(folder: Path, *lines: str) -> str:
    path = folder / "figures.csv"
    path.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    return str(path)


RECEIVED = "六,reconsideration.received,收到,3,件,records,"
RATE = "六,reconsideration.correction_rate,纠错率,50.00,%,records,"


def test_a_check_that_agrees_says_so(year: None, tmp_path: Path) -> None:
    file = published(tmp_path, RECEIVED, RATE, "七,foi_answered,公开,46,件,returns,")

    lines = report("2024", "--check", file).splitlines()

    assert lines[-1] == "2 of 2 published figures regenerated"


@pytest.mark.parametrize(
    "wrong",
    [
        "六,reconsideration.concluded,审结,21,件,records,",
        "六,reconsideration.imagined,想象,0,件,records,",
        "六,reconsideration.correction_rate,纠错率,50.01,%,records,",
    ],
)
def test_a_check_that_does_not_agree_exits_with_one(year: None, tmp_path: Path, wrong: str) -> None:
    out = StringIO()

    with pytest.raises(SystemExit) as end:
        call_command("report", "2024", check=Path(published(tmp_path, RECEIVED, wrong)), stdout=out)

    assert end.value.code == 1
    assert out.getvalue().splitlines()[-1] == "1 of 2 published figures regenerated"


def test_a_check_of_another_year_does_not_agree(year: None, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="1"):
        report("2023", "--check", published(tmp_path, RECEIVED))


def test_a_check_against_a_file_that_is_not_there_is_refused(db: None, tmp_path: Path) -> None:
    with translation.override("en"), pytest.raises(CommandError, match="No such file"):
        report("2024", "--language", "en", "--check", str(tmp_path / "figures.csv"))


def test_a_check_against_nothing_is_refused(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="derived_from = records"):
        report("2024", "--check", published(tmp_path))
