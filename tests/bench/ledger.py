"""A ledger of many cases taken in, beside a bare bulk_create: python -m tests.bench.ledger [rows].

Each turn has a process and a copy of an empty database of its own, and the contestants take
turns. The baseline is given its objects ready made: it neither reads nor checks anything.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
os.environ.setdefault("LAWGOV_DEBUG", "0")  # debug keeps every statement it ever sent
django.setup()

import xlsxwriter  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from cases.reconsideration.models.case import Reconsideration  # noqa: E402
from cases.reconsideration.terms import Channel, Claim, Outcome  # noqa: E402
from cases.registry.agencies import Agency  # noqa: E402
from cases.registry.codes import ActKind, Field  # noqa: E402
from cases.registry.dockets import Docket, DocketKind, DocketNumber  # noqa: E402
from cases.registry.ledgers.intake import Intake  # noqa: E402
from cases.registry.users import User  # noqa: E402
from lawgov import searches  # noqa: E402
from lawgov.cautions import take_in  # noqa: E402
from lawgov.ledgers import LEDGERS  # noqa: E402
from seeds.factories.registry import AgencyFactory, UserFactory  # noqa: E402
from tests.bench.timing import show  # noqa: E402

ROWS, ROUNDS = 100_000, 3
LEDGER = next(ledger for ledger in LEDGERS if ledger.name == "reconsideration")


def made_up(count: int) -> Iterator[Reconsideration]:
    """Cases with most of their columns filled; the same ones every time."""
    agencies, people = list(Agency.objects.order_by("pk")), list(User.objects.order_by("pk"))
    fields, acts = list(Field.objects.order_by("pk")), list(ActKind.objects.order_by("pk"))
    chance = Random(2024)  # noqa: S311  # repeatable, not secret
    for number in range(1, count + 1):
        received = date(2015, 1, 1) + timedelta(days=chance.randrange(3600))
        accepted, concluded = received + timedelta(days=4), received + timedelta(days=50)
        yield Reconsideration(
            docket=DocketNumber(text=str(docket(number))),
            received_on=received,
            received_by=chance.choice(Channel.values),
            respondent=chance.choice(agencies),
            field=chance.choice(fields),
            act_kind=chance.choice(acts),
            act_name="行政处罚决定",
            act_number=f"示市监处罚〔{received.year}〕{number}号",
            act_made_on=received - timedelta(days=30),
            act_known_on=received - timedelta(days=25),
            claim=chance.choice(Claim.values),
            claim_text=f"请求撤销第{number}号行政处罚决定，并责令重新作出处理。",
            compensation_claimed=chance.choice([None, chance.randrange(100_000)]),
            is_enterprise_related=chance.random() < 0.1,
            accepted_on=accepted,
            copy_served_on=accepted + timedelta(days=5),
            replied_on=accepted + timedelta(days=14),
            handler=people[0],
            second_handler=people[1],
            concluded_on=concluded,
            outcome=chance.choice(Outcome.values),
            decision_number=f"张政复决字〔{concluded.year}〕{number}号",
            decision_served_on=concluded + timedelta(days=2),
            note="示范数据",
            is_synthetic=True,
        )


def docket(number: int) -> Docket:
    return Docket("张政复", 2024, number)


def prepare(folder: Path, count: int) -> None:
    """An empty database, and the rows as CSV and as a workbook."""
    call_command("migrate", verbosity=0)
    agency, *_others = [AgencyFactory.create() for _ in range(60)]
    UserFactory.create_batch(2, agency=agency)
    LEDGER.save_csv(made_up(count), folder / "reconsideration.csv")
    with xlsxwriter.Workbook(
        folder / "reconsideration.xlsx",
        {"constant_memory": True, "default_date_format": "yyyy-mm-dd"},
    ) as book:
        sheet = book.add_worksheet()
        for place, line in enumerate(LEDGER.write(made_up(count))):
            sheet.write_row(place, 0, line)


def bulk_create(_folder: Path, count: int) -> Callable[[], object]:
    rows = list(made_up(count))

    @transaction.atomic
    def run() -> None:
        dockets = [docket(number) for number in range(1, count + 1)]
        numbers = DocketNumber.objects.reserve(DocketKind.RECONSIDERATION, dockets)
        for row, number in zip(rows, numbers, strict=True):
            row.docket = number
        Reconsideration.objects.bulk_create(rows, batch_size=2000)

    return run


def load(path: Path) -> Callable[[], object]:
    return lambda: Intake(LEDGERS).load(path)


def load_again(path: Path) -> Callable[[], object]:
    load(path)()
    return load(path)


def load_as_commanded(path: Path) -> Callable[[], object]:
    """With the soft rules looked at, as the command does it."""
    return lambda: take_in(path, lambda pages, _title: pages)


def load_and_index(path: Path) -> Callable[[], object]:
    def run() -> None:
        load(path)()
        searches.up_to_date()

    return run


CONTESTANTS: dict[str, Callable[[Path, int], Callable[[], object]]] = {
    "bare bulk_create": bulk_create,
    "load of CSV": lambda folder, _count: load(folder / "reconsideration.csv"),
    "load of CSV, soft rules looked at": lambda folder, _count: load_as_commanded(
        folder / "reconsideration.csv"
    ),
    "load of xlsx": lambda folder, _count: load(folder / "reconsideration.xlsx"),
    "load of CSV, and its search": lambda folder, _count: load_and_index(
        folder / "reconsideration.csv"
    ),
    "load of CSV once more": lambda folder, _count: load_again(folder / "reconsideration.csv"),
}


def turn(name: str, folder: Path, count: int) -> None:
    """One contestant, once: milliseconds by the clock and of the processor, megabytes at most."""
    run = CONTESTANTS[name](folder, count)
    clock, processor = time.perf_counter(), time.process_time()
    run()
    taken = time.perf_counter() - clock, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(*(seconds * 1000 for seconds in taken), peak)


def in_a_process_of_its_own(database: Path, *arguments: str) -> str:
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{database}"}
    command = [sys.executable, "-m", "tests.bench.ledger", *arguments]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def compare(folder: Path, count: int) -> None:
    empty, database = folder / "empty.sqlite3", folder / "turn.sqlite3"
    in_a_process_of_its_own(empty, "prepare", str(folder), str(count))
    said: dict[str, list[tuple[float, ...]]] = {name: [] for name in CONTESTANTS}
    for _round in range(ROUNDS):
        for name, turns in said.items():
            for left in folder.glob("turn.sqlite3*"):
                left.unlink()
            shutil.copy(empty, database)
            line = in_a_process_of_its_own(database, "turn", name, str(folder), str(count))
            turns.append(tuple(map(float, line.split())))
    print(f"\n{count:,} reconsideration cases into SQLite")
    for place, title in enumerate(("by the clock", "of the processor")):
        medians = {name: statistics.median(t[place] for t in turns) for name, turns in said.items()}
        show(title, medians, "bare bulk_create")
    print("  memory at its peak")
    for name, turns in said.items():
        print(f"    {name:<44} {max(turn[2] for turn in turns):9.0f} MB")


def main(arguments: list[str]) -> None:
    match arguments:
        case ["prepare", folder, count]:
            prepare(Path(folder), int(count))
        case ["turn", name, folder, count]:
            turn(name, Path(folder), int(count))
        case _:
            with tempfile.TemporaryDirectory(prefix="lawgov-ledger-bench-") as folder:
                compare(Path(folder), int(arguments[0]) if arguments else ROWS)


if __name__ == "__main__":
    main(sys.argv[1:])
