"""Charts as SVG without script or style of their own: they print, and need nothing from elsewhere.

A chart draws what the table beside it says, so that the table is its text for who cannot see it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from cases.registry.figures import Label, Number
from lawgov.reports import plain

WIDTH, HEIGHT = 640, 200
LEFT, RIGHT, TOP, BOTTOM = 44, 8, 26, 22
STEPS = 4  # lines across, at the most, without the one at nought
NICE = (1, 2, 5, 10)
ROW, NAME, WIDEST, END = 22, 200, 300, 60
COLUMN = 6.6  # of a terminal, in the size of the letters drawn


@dataclass(frozen=True)
class Series:
    """Values that belong together, one for each column."""

    label: Label
    values: Sequence[Number]


def scale(highest: Number) -> list[int]:
    """Round numbers from nought to the first that reaches the highest value."""
    step = next(step for step in _nice() if step * STEPS >= highest)
    reach = max(-(-int(highest) // step), 1)
    return [step * line for line in range(reach + (step * reach < highest) + 1)]


def _nice() -> Iterator[int]:
    power = 1
    while True:
        yield from (nice * power for nice in NICE[:-1])
        power *= 10


def columns(title: str, heads: Sequence[str], series: Sequence[Series]) -> SafeString:
    """Bars side by side for each column, the series told apart by shade and by the key above."""
    lines = scale(max((value for one in series for value in one.values), default=0))
    width = (WIDTH - LEFT - RIGHT) / max(len(heads), 1)
    return _svg(
        title,
        HEIGHT,
        [
            *_grid(lines),
            *_key(series),
            *_bars(lines[-1], width, series),
            *_feet(heads, width),
        ],
    )


def _grid(lines: Sequence[int]) -> Iterator[str]:
    for line in lines:
        y = _height(line, lines[-1])
        yield f'<line class="grid" x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}"/>'
        yield _text("scale", LEFT - 6, y + 4, str(line))


def _key(series: Sequence[Series]) -> Iterator[str]:
    room = (WIDTH - LEFT - RIGHT) // max(len(series), 1)
    for place, one in enumerate(series):
        x = LEFT + place * room
        yield _rect(place, x, 4, 10, 10)
        yield _text("key", x + 16, 13, str(one.label))


def _bars(reach: int, width: float, series: Sequence[Series]) -> Iterator[str]:
    thick = min(width * 0.72 / max(len(series), 1), 36)
    for place, one in enumerate(series):
        for column, value in enumerate(one.values):
            middle = LEFT + (column + 0.5) * width
            x = middle + (place - len(series) / 2) * thick
            y = _height(value, reach)
            yield _rect(place, x, y, thick - 1, HEIGHT - BOTTOM - y)


def _feet(heads: Sequence[str], width: float) -> Iterator[str]:
    for column, head in enumerate(heads):
        yield _text("foot", LEFT + (column + 0.5) * width, HEIGHT - 7, head)


def _height(value: Number, reach: int) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - float(value) / reach), 1)


def rows(title: str, values: Sequence[tuple[str, Number]]) -> SafeString:
    """One bar for each name, its value at the end; for what is split into many parts."""
    highest = max((value for _name, value in values), default=0) or 1
    widest = max((plain.width(name) * COLUMN for name, _value in values), default=0)
    names = min(max(widest + 12, NAME), WIDEST)
    room = WIDTH - names - END
    shapes: list[str] = []
    for place, (name, value) in enumerate(values):
        y, length = place * ROW, room * float(value) / float(highest)
        shapes.append(_text("name", names - 8, y + 15, _fitting(name, names - 12)))
        shapes.append(_rect(0, names, y + 4, length, ROW - 8))
        shapes.append(_text("value", names + length + 6, y + 15, str(value)))
    return _svg(title, len(values) * ROW, shapes)


def _fitting(name: str, room: float) -> str:
    """The name, or as much of it as there is room for; the table has it whole."""
    if plain.width(name) * COLUMN <= room:
        return name
    while name and (plain.width(name) + 1) * COLUMN > room:
        name = name[:-1]
    return f"{name.rstrip()}…"


def _svg(title: str, height: int, shapes: Iterable[str]) -> SafeString:
    """Of shapes that are written by `_rect` and `_text`; a page has some two hundred of them."""
    box = f'<svg class="chart" role="img" viewBox="0 0 {WIDTH} {height}">'
    written = f"{box}<title>{escape(title)}</title>{''.join(shapes)}</svg>"
    return mark_safe(written)  # noqa: S308  # escaped where it is text


def _rect(place: int, x: float, y: float, width: float, height: float) -> str:
    left, top, wide, high = (round(side, 1) for side in (x, y, max(width, 0), max(height, 0)))
    return f'<rect class="series-{place}" x="{left}" y="{top}" width="{wide}" height="{high}"/>'


def _text(name: str, x: float, y: float, text: str) -> str:
    return f'<text class="{name}" x="{round(x, 1)}" y="{y}">{escape(text)}</text>'
