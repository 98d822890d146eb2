"""Charts that need neither script nor style, and say what their table says."""

import re
from xml.etree import ElementTree

import pytest

from lawgov.reports.charts import COLUMN, END, STEPS, WIDTH, Series, columns, rows, scale

SVG = ElementTree.Element


def drawn(text: str) -> SVG:
    return ElementTree.fromstring(text)  # noqa: S314  # made right here


@pytest.mark.parametrize(
    ("highest", "lines"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (4, [0, 1, 2, 3, 4]),
        (5, [0, 2, 4, 6]),
        (9, [0, 5, 10]),
        (23, [0, 10, 20, 30]),
        (828, [0, 500, 1000]),
    ],
)
def test_the_scale_has_round_steps_and_reaches_the_highest(highest: int, lines: list[int]) -> None:
    assert scale(highest) == lines


@pytest.mark.parametrize("highest", range(0, 3000, 7))
def test_the_scale_never_has_more_lines_than_can_be_read(highest: int) -> None:
    lines = scale(highest)

    assert lines[-1] >= max(highest, 1)
    assert lines[-2] < max(highest, 1)
    assert len(lines) <= STEPS + 1


def test_a_bar_is_as_high_as_its_share() -> None:
    chart = drawn(columns("Two", ["Jan", "Feb"], [Series("Accepted", [4, 2])]))

    bars = [bar for bar in chart.iter("rect") if bar.get("height") != "10"]
    assert [float(bar.get("height", "")) for bar in bars] == [152.0, 76.0]


def test_every_series_is_in_the_key_and_every_column_at_the_foot() -> None:
    both = [Series("Accepted", [1, 2]), Series("Concluded", [0, 3])]

    chart = drawn(columns("Two", ["Jan", "Feb"], both))

    texts = [(text.get("class"), text.text) for text in chart.iter("text")]
    assert [text for name, text in texts if name == "key"] == ["Accepted", "Concluded"]
    assert [text for name, text in texts if name == "foot"] == ["Jan", "Feb"]


def test_a_chart_is_a_picture_with_a_name() -> None:
    chart = drawn(rows("Who was corrected", [("Police", 2), ("Roads", 1)]))

    assert chart.get("role") == "img"
    assert chart.findtext("title") == "Who was corrected"


def test_names_are_text_and_never_markup() -> None:
    assert "<script>" not in rows("Parts", [("<script>alert(1)</script>", 1)])
    assert "<b>" not in columns("<b>Bold</b>", ["Jan"], [Series("<b>Accepted</b>", [1])])


def test_nothing_to_draw_is_a_chart_without_bars() -> None:
    chart = drawn(columns("None", ["Jan"], [Series("Accepted", [0])]))

    assert [bar.get("height") for bar in chart.iter("rect")] == ["10", "0.0"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Terminated, application withdrawn", "Terminated, application withdrawn"),
        ("示例县" * 20, "示例县" * 7 + "…"),
    ],
)
def test_a_name_is_drawn_as_far_as_there_is_room(name: str, shown: str) -> None:
    chart = rows("by outcome", [(name, 3), ("Upheld", 1)])

    assert f">{shown}</text>" in chart


def test_bars_begin_behind_the_longest_name_and_end_within_the_picture() -> None:
    chart = rows("by outcome", [("Terminated, application withdrawn", 3)])

    [(x, length)] = re.findall(r'<rect class="series-0" x="([\d.]+)" y="4" width="([\d.]+)"', chart)
    assert float(x) > len("Terminated, application withdrawn") * COLUMN
    assert float(x) + float(length) <= WIDTH - END
