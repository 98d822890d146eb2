"""Back up everything: manage.py backup /var/backups/lawgov --keep 14."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lawgov.keeping.backing_up import back_up, rotate
from lawgov.keeping.refusals import Refused


class Command(BaseCommand):
    """One archive, whole and read again, or none."""

    help = "Write database and attachments into one archive and read it again; see restore."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "to", nargs="?", type=Path, help="A folder or a file; backups/ beside the data."
        )
        parser.add_argument(
            "--keep", type=int, metavar="N", help="Keep the N newest archives of the folder."
        )

    def handle(self, *, to: Path | None, keep: int | None, **_options: Any) -> None:
        if keep is not None and keep < 1:
            raise CommandError(_("At least one archive is kept."))
        if to is None:
            to = settings.DATA_DIR / "backups"
            to.mkdir(mode=0o700, exist_ok=True)
        if not to.parent.is_dir():
            raise CommandError(_("There is no folder “%(path)s”.") % {"path": to.parent})
        try:
            path, manifest = back_up(to)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        rows = sum(table["rows"] for table in manifest.inventory["tables"].values())
        said = _("%(path)s: %(rows)s rows and %(files)s files, read again and found whole.")
        facts = {"path": path, "rows": rows, "files": len(manifest.files)}
        self.stdout.write(said % facts)
        if manifest.damaged:
            self.stderr.write(_damage(manifest.damaged))
        for old in rotate(path.parent, keep) if keep else ():
            self.stdout.write(_("Removed: %(path)s") % {"path": old})


def _damage(keys: list[str]) -> str:
    text = ngettext(
        "%(count)s attachment is missing or altered and is not in it; see manage.py check_records.",
        "%(count)s attachments are missing or altered and are not in it; see manage.py "
        "check_records.",
        len(keys),
    )
    return text % {"count": len(keys)}
