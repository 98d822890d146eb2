"""What is wrong with a ledger, said so that a clerk can mend the cell."""

from dataclasses import dataclass

from cases.registry.figures import Label

LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: where it stands, what stands there, and what was expected.

    `row` is the number a spreadsheet shows beside it; None speaks of the whole file.
    """

    file: str
    row: int | None
    column: str
    value: str
    expected: Label

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.row, self.column) if part)
        value = f" “{_in_one_line(self.value)}”" if self.value else ""
        return f"{place}{value} – {self.expected}"


def _in_one_line(value: str) -> str:
    """A cell as one short line: no line breaks, nothing that a terminal would act on."""
    shown = "".join(letter if letter.isprintable() else "␣" for letter in value[:LONGEST_SHOWN])
    return shown if len(value) <= LONGEST_SHOWN else f"{shown}…"


class LedgerRefused(Exception):
    """Nothing was written; `faults` lists every reason."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class Unreadable(ValueError):
    """A cell that does not say what its column asks for; `expected` says what that is."""

    def __init__(self, expected: Label) -> None:
        super().__init__(expected)
        self.expected = expected


class Dangling(Unreadable):
    """A cell that names a row which is not there, or not there yet."""


class Torn(Exception):
    """A file that cannot be read from `row` on, or at all; `expected` says what was expected."""

    def __init__(self, expected: Label, row: int | None = None) -> None:
        super().__init__(expected)
        self.expected, self.row = expected, row
