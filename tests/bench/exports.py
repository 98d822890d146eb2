"""100,000 rows of 25 columns as files: python -m tests.bench.exports [rows].

Ours beside the fastest writers there are here, bare: the csv module, and XlsxWriter in a loop
that knows the type of each column. Everybody is given the same rows, one after the other, in a
process of its own; they take turns.
"""

import csv
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
os.environ.setdefault("LAWGOV_DEBUG", "0")
django.setup()

import xlsxwriter  # noqa: E402

from lawgov.reports.exports.commas import pieces  # noqa: E402
from lawgov.reports.exports.grids import Grid, Line  # noqa: E402
from lawgov.reports.exports.lists import masked_lines  # noqa: E402
from lawgov.reports.exports.workbooks import write_workbook  # noqa: E402
from tests.bench.timing import show  # noqa: E402

ROWS, ROUNDS = 100_000, 3
TEXTS, DATES, NUMBERS = 12, 8, 5
HEADS = [f"列{place}" for place in range(TEXTS + DATES + NUMBERS)]
START = date(2015, 1, 1)


def rows(count: int) -> Iterator[list[Any]]:
    """Twelve texts, eight dates, five numbers: what a register of cases looks like."""
    for number in range(count):
        day = START + timedelta(days=number % 3600)
        texts = [f"张政复〔{day.year}〕{number}号第{place}项" for place in range(TEXTS)]
        dates = [day + timedelta(days=place) for place in range(DATES)]
        numbers: list[Any] = [number, number % 7, Decimal(number) / 4, number % 90, number * 3]
        yield [*texts, *dates, *numbers]


def grid(count: int) -> Grid:
    lines: Iterator[Line] = masked_lines(rows(count), HEADS)
    return Grid("bench", "bench", [], [[head] for head in HEADS], lines, is_long=True)


def bare_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        writer.writerows(rows(count))


def our_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces(grid(count)))


def bare_xlsx(path: Path, count: int) -> None:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        for place, head in enumerate(HEADS):
            sheet.write_string(0, place, head)
        for row, cells in enumerate(rows(count), start=1):
            for place in range(TEXTS):
                sheet.write_string(row, place, cells[place])
            for place in range(TEXTS, TEXTS + DATES):
                moment = datetime.combine(cells[place], datetime.min.time())
                sheet.write_datetime(row, place, moment, day)
            for place in range(TEXTS + DATES, len(cells)):
                sheet.write_number(row, place, cells[place])


def our_xlsx(path: Path, count: int) -> None:
    write_workbook(grid(count), str(path))


CONTESTANTS: dict[str, Callable[[Path, int], None]] = {
    "csv module, bare": bare_csv,
    "our CSV": our_csv,
    "XlsxWriter, bare": bare_xlsx,
    "our xlsx": our_xlsx,
}


def turn(name: str, folder: Path, count: int) -> None:
    """One contestant, once: prints milliseconds and the megabytes it took on top."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    CONTESTANTS[name](folder / "written", count)
    taken = (time.perf_counter() - start) * 1000
    print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, before / 1024)


def compare(folder: Path, count: int) -> None:
    times: dict[str, list[float]] = {name: [] for name in CONTESTANTS}
    peaks: dict[str, list[float]] = {name: [] for name in CONTESTANTS}
    for _round in range(ROUNDS):
        for name in CONTESTANTS:
            command = [sys.executable, "-m", "tests.bench.exports", "turn", name, str(folder)]
            done = subprocess.run(
                [*command, str(count)], check=True, stdout=subprocess.PIPE, text=True
            )
            taken, peak, _before = map(float, done.stdout.split())
            times[name].append(taken)
            peaks[name].append(peak)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for pair in (("csv module, bare", "our CSV"), ("XlsxWriter, bare", "our xlsx")):
        show(f"{count:,} rows of {len(HEADS)}", {name: medians[name] for name in pair}, pair[0])
        base = max(peaks[pair[0]])
        for name in pair:
            peak = max(peaks[name])
            print(f"    {name:<44} {peak:9.0f} MB at its peak  x {peak / base:.2f}")


def main(arguments: list[str]) -> None:
    match arguments:
        case ["turn", name, folder, count]:
            turn(name, Path(folder), int(count))
        case _:
            with tempfile.TemporaryDirectory(prefix="lawgov-bench-") as folder:
                compare(Path(folder), int(arguments[0]) if arguments else ROWS)


if __name__ == "__main__":
    main(sys.argv[1:])
