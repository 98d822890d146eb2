"""What became of a ledger."""

from dataclasses import dataclass, field
from typing import NamedTuple

from cases.registry.figures import Label

SHOWN = 5


class Difference(NamedTuple):
    """A line whose row is recorded already, but says something else in these columns."""

    file: str
    row: int
    columns: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.file}:{self.row} ({', '.join(self.columns)})"


@dataclass(slots=True)
class Tally:
    """Rows written, rows that were there already, and how many of those say something else.

    A row that is there is never touched: whoever entered it knew better, or mends it there.
    """

    ledger: str
    label: Label = ""
    written: int = 0
    known: int = 0
    differing: int = 0
    examples: list[Difference] = field(default_factory=list)

    def differs(self, difference: Difference) -> None:
        self.differing += 1
        if len(self.examples) < SHOWN:
            self.examples.append(difference)
