"""A table on its way into a file: heads with what they span, lines of values, definitions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cases.registry.rates import Ratio

Value = str | int | Decimal | date | Ratio | None
Path = Sequence[str]


class Head(NamedTuple):
    """One head, the cell it stands in and how many rows and columns it spans."""

    text: str
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Line:
    """A line of the body; a `section` opens a part of the table, a `total` closes one."""

    cells: Sequence[Value]
    kind: str = "line"


@dataclass(frozen=True)
class Grid:
    """What is written, whichever the format: the same title, heads, lines and definitions.

    `paths` name each column from the outermost head inwards; the first `leading` columns stay
    in sight. `lines` may be an iterator over more rows than fit into memory.
    """

    name: str
    title: str
    remarks: Sequence[str]
    paths: Sequence[Path]
    lines: Iterable[Line]
    definitions: Sequence[tuple[str, str]] = field(default_factory=list)
    paper: str = "A4"
    leading: int = 1
    is_long: bool = False

    @property
    def depth(self) -> int:
        return max(map(len, self.paths), default=1)

    @property
    def flat(self) -> list[str]:
        """One head a column, for formats that merge nothing."""
        return [" · ".join(path) for path in self.paths]


def heads(paths: Sequence[Path]) -> list[Head]:
    """The heads with what neighbours share merged into one above them."""
    return list(_spread(paths, 0, 0, max(map(len, paths), default=1)))


def _spread(paths: Sequence[Path], level: int, start: int, depth: int) -> Iterator[Head]:
    place = 0
    while place < len(paths):
        if len(paths[place]) == level + 1:
            yield Head(paths[place][level], level, start + place, depth - level, 1)
            place += 1
            continue
        end = place
        while end < len(paths) and _goes_on(paths[place], paths[end], level):
            end += 1
        yield Head(paths[place][level], level, start + place, 1, end - place)
        yield from _spread(paths[place:end], level + 1, start + place, depth)
        place = end


def _goes_on(first: Path, other: Path, level: int) -> bool:
    return len(other) > level + 1 and other[level] == first[level]
