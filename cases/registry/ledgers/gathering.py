"""Finding the ledgers in a folder: which sheet of which file holds which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.registry.ledgers.csvfiles import csv_grid
from cases.registry.ledgers.faults import Fault, Torn
from cases.registry.ledgers.grid import Grid
from cases.registry.ledgers.ledger import Ledger
from cases.registry.ledgers.words import folded
from cases.registry.ledgers.workbooks import WORKBOOKS, workbook_grids

PUBLISHED = "figures"  # the published figures lie beside the ledgers and are not one


@dataclass(slots=True)
class Gathered:
    """The sheets of each ledger by its name, and what was wrong with the files as such."""

    sheets: dict[str, list[Grid]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def gather(path: Path, ledgers: Sequence[Ledger[Any]]) -> Gathered:
    """The ledgers of a folder, or of a single file."""
    by_title = {title: ledger.name for ledger in ledgers for title in ledger.titles}
    found = Gathered()
    for file in _files(path):
        try:
            for grid in [csv_grid(file)] if _is_csv(file) else workbook_grids(file):
                _place(grid, by_title, found)
        except Torn as torn:
            found.faults.append(Fault(file.name, torn.row, "", "", torn.expected))
        except OSError as error:
            found.faults.append(Fault(file.name, None, "", "", str(error.strerror)))
    if not found.sheets and not found.faults:
        expected = _("no ledger (CSV or xlsx) is to be found here")
        found.faults.append(Fault(path.name, None, "", "", expected))
    return found


def _place(grid: Grid, by_title: dict[str, str], found: Gathered) -> None:
    titles = [folded(title) for title in grid.titles]
    name = next((by_title[title] for title in titles if title in by_title), None)
    if name is not None:
        found.sheets.setdefault(name, []).append(grid)
    elif PUBLISHED not in titles:
        expected = _("no ledger is called that; expected one of: %(names)s")
        names = {"names": ", ".join(sorted(set(by_title.values())))}
        found.faults.append(Fault(grid.file, None, "", grid.titles[-1], expected % names))


def _files(path: Path) -> Iterator[Path]:
    """The spreadsheets there, without what an open spreadsheet program leaves beside its file."""
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        is_passing = file.name.startswith((".", "~$"))
        if file.is_file() and not is_passing and (_is_csv(file) or _is_workbook(file)):
            yield file


def _is_csv(file: Path) -> bool:
    return file.suffix.lower() == ".csv"


def _is_workbook(file: Path) -> bool:
    return file.suffix.lower() in WORKBOOKS
