"""The figures a report published, and whether the records give them back."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from cases.registry.figures import Number
from cases.registry.rates import Ratio
from lawgov.reports.rollup import Rollup

FROM_RECORDS = "records"


@dataclass(frozen=True, slots=True)
class Published:
    """One figure as it stood in print, as text: 66.60 is not 66.6."""

    code: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published figure beside the one the records give; None where nothing counts it."""

    published: Published
    regenerated: Number | Ratio | None

    @property
    def agrees(self) -> bool:
        """Equal as numbers: 100 and 100.00 are the same, 69.89 and 69.90 are not."""
        if self.regenerated is None:
            return False
        try:
            return Decimal(self.published.value) == Decimal(str(self.regenerated))
        except InvalidOperation:  # a rate without a base prints a dash
            return False


def read_published(path: Path) -> list[Published]:
    """The figures of the file that tracked records must give back.

    Raises:
        ValueError: the file lacks one of the columns code, label_zh, value, derived_from, or
            none of its figures comes from records.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if missing := {"code", "label_zh", "value", "derived_from"} - set(rows.fieldnames or ()):
            raise ValueError(f"{path.name}: {', '.join(sorted(missing))}")
        found = [
            Published(row["code"], row["label_zh"], row["value"])
            for row in rows
            if row["derived_from"] == FROM_RECORDS
        ]
    if not found:  # nothing compared would look like everything agreeing
        raise ValueError(f"{path.name}: derived_from = {FROM_RECORDS}")
    return found


def compare(published: list[Published], rollup: Rollup) -> Iterator[Comparison]:
    """Each published figure beside the last period of the rollup."""
    lines = rollup.lines
    for figure in published:
        line = lines.get(figure.code)
        yield Comparison(figure, line.values[-1] if line else None)
