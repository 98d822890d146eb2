"""What is wrong with a ledger, said so that a clerk can mend the cell."""

from dataclasses import dataclass

from cases.registry.figures import Label


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: where it stands, what stands there, and what was expected."""

    file: str
    row: int | None
    column: str
    value: str
    expected: Label

    def __str__(self) -> str:
        place = ":".join(
            str(part) for part in (self.file, self.row, self.column) if part not in (None, "")
        )
        value = f" “{self.value}”" if self.value else ""
        return f"{place}{value} – {self.expected}"


class LedgerRefused(Exception):
    """Nothing was written; `faults` lists every reason."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


class Unreadable(ValueError):
    """A cell that does not say what its column asks for; the message says what was expected."""

    def __init__(self, expected: Label) -> None:
        super().__init__(str(expected))
        self.expected = expected
