"""Write the synthetic ledgers of 2024: python -m seeds.generate, the same bytes every time."""

import os
from pathlib import Path

import django

# The makers build model instances, so Django must be up before they are imported.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
django.setup()

from django.utils import translation  # noqa: E402
from factory.random import reseed_random  # noqa: E402

from lawgov.ledgers import LEDGERS  # noqa: E402
from seeds.makers import enforcement, litigation, mediation, reconsideration, registry  # noqa: E402

FOLDER = Path(__file__).resolve().parent / "2024"
SEED = 2024
MAKERS = [registry.make, reconsideration.make, litigation.make, mediation.make, enforcement.make]


def write(folder: Path) -> None:
    """One CSV file for each ledger, with Chinese headers, as an office would keep it."""
    reseed_random(SEED)
    county = registry.make_county()
    made = registry.Ledgers()
    for make in MAKERS:
        made |= make(county)
    with translation.override("zh-hans"):
        for ledger in LEDGERS:
            if rows := made.get(ledger.name):
                ledger.save_csv(rows, folder / f"{ledger.name}.csv")


if __name__ == "__main__":
    write(FOLDER)
