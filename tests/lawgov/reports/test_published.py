"""Published figures are read as text and compared as numbers."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from cases.registry.periods import Period
from cases.registry.rates import Ratio, Rounding
from cases.registry.sheets import Chapter
from lawgov.reports.published import Comparison, Published, compare, read_published
from lawgov.reports.rollup import Line, Rollup, Section

HEAD = "section,code,label_zh,value,unit,derived_from,note\n"


def file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "figures.csv"
    path.write_text(text, encoding=encoding)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_only_what_records_must_give_back_is_read(tmp_path: Path, encoding: str) -> None:
    text = (
        HEAD
        + "六,mediation.rate,诉前调解调成率,66.60,%,records,截断\n"
        + "七,foi_answered,答复依申请公开,46,件,returns,\n"
    )

    found = read_published(file(tmp_path, text, encoding))

    assert found == [Published("mediation.rate", "诉前调解调成率", "66.60")]


def test_a_file_without_the_columns_is_refused_by_their_names(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"figures\.csv: derived_from, label_zh$"):
        read_published(file(tmp_path, "code,value\na,1\n"))


def test_a_file_that_asks_nothing_of_the_records_is_refused(tmp_path: Path) -> None:
    """Nothing compared would look like everything agreeing."""
    with pytest.raises(ValueError, match="derived_from = records"):
        read_published(file(tmp_path, HEAD + "七,foi_answered,答复依申请公开,46,件,returns,\n"))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="utf-8"):
        read_published(file(tmp_path, HEAD + "六,a,受理,23,件,records,\n", "gb18030"))


def test_the_county_published_39_figures_of_its_records() -> None:
    found = read_published(settings.ROOT / "seeds" / "2024" / "figures.csv")

    assert len(found) == 39
    assert len({figure.code for figure in found}) == 39


@pytest.mark.parametrize(
    ("published", "regenerated", "agrees"),
    [
        ("23", 23, True),
        ("23", 22, False),
        ("100", Ratio(20, 20), True),
        ("69.89", Ratio(548, 784), True),
        ("69.89", Ratio(548, 784, Rounding.HALF_UP), False),
        ("66.60", Ratio(365, 548), True),
        ("66.6", Ratio(365, 548), True),
        ("3200", Decimal("3200.00"), True),
        ("0", None, False),
        ("100", Ratio(0, 0), False),
        ("-", Ratio(0, 0), False),
        ("", 0, False),
        ("about 20", 20, False),
    ],
)
def test_they_agree_when_they_are_the_same_number(
    published: str, regenerated: Any, agrees: bool
) -> None:
    assert Comparison(Published("a", "甲", published), regenerated).agrees is agrees


def test_each_figure_is_compared_with_the_last_period() -> None:
    periods = [Period.parse("2024-12"), Period.parse("2024")]
    lines = [Line("a", "甲", "", [1, 23])]
    rollup = Rollup(periods, [Section(Chapter("test", "", []), lines, [])])

    known, unknown = compare([Published("a", "甲", "23"), Published("b", "乙", "5")], rollup)

    assert (known.regenerated, known.agrees) == (23, True)
    assert (unknown.regenerated, unknown.agrees) == (None, False)
