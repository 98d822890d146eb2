"""Take in a folder of ledgers: manage.py load seeds/2024."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from cases.registry.ledgers.faults import LedgerRefused
from cases.registry.ledgers.intake import Intake
from lawgov.ledgers import LEDGERS


class Command(BaseCommand):
    """Everything or nothing: a faulty cell anywhere leaves the database as it was."""

    help = "Take in a folder of ledgers (CSV or xlsx), or a single one; see seeds/README.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, verbosity: int, **_options: Any) -> None:
        if not folder.exists():
            raise CommandError(_("There is no file or folder “%(path)s”.") % {"path": folder})
        intake = Intake(LEDGERS, progress=self._bar if verbosity else lambda rows, _title: rows)
        try:
            tallies = intake.load(folder)
        except LedgerRefused as refused:
            raise CommandError(self._complaint(refused)) from refused
        if verbosity:
            for tally in tallies:
                self.stdout.write(
                    _("%(ledger)s: %(written)s taken in, %(known)s already there")
                    % {"ledger": tally.ledger, "written": tally.written, "known": tally.known}
                )

    def _bar(self, rows: Sequence[Any], title: str) -> Iterable[Any]:
        return tqdm[Any](rows, desc=title, leave=False, disable=not sys.stderr.isatty())

    def _complaint(self, refused: LedgerRefused) -> str:
        count = len(refused.faults)
        head = ngettext(
            "Nothing was taken in; %(count)s fault:",
            "Nothing was taken in; %(count)s faults:",
            count,
        ) % {"count": count}
        return "\n".join([head, *(f"  {fault}" for fault in refused.faults)])
