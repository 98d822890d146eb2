"""Put a backup back: manage.py restore lawgov-20260101T020000.tar.gz."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from lawgov.keeping.refusals import Refused
from lawgov.keeping.restoring import Restored, restore, verify


class Command(BaseCommand):
    """The archive is restored elsewhere and compared before anything here is touched."""

    help = "Restore an archive of manage.py backup into an empty place, or only verify it."
    requires_migrations_checks = False
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("archive", type=Path)
        parser.add_argument(
            "--verify",
            action="store_true",
            help="Restore into a throw-away place, compare, and leave everything here as it is.",
        )
        parser.add_argument(
            "--replace", action="store_true", help="Put aside what is here, and say where."
        )

    def handle(self, *, archive: Path, **options: Any) -> None:
        try:
            done = verify(archive) if options["verify"] else self._restored(archive, options)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(_account(done))
        if done.was_older:
            self.stdout.write(_("It was of an older version and was brought up to this one."))
        if done.aside:
            self.stdout.write(_("What was here is kept: %(aside)s") % {"aside": done.aside})

    def _restored(self, archive: Path, options: dict[str, Any]) -> Restored:
        return restore(archive, replace=options["replace"])


def _account(done: Restored) -> str:
    inventory = done.manifest.inventory
    said = _(
        "Backup of %(moment)s: %(tables)s tables with %(rows)s rows, %(files)s files and "
        "%(figures)s figures are as they were backed up."
    )
    return said % {
        "moment": done.manifest.made_at,
        "tables": len(inventory["tables"]),
        "rows": sum(table["rows"] for table in inventory["tables"].values()),
        "files": len(done.manifest.files),
        "figures": sum(len(figures) for figures in inventory["figures"].values()),
    }
