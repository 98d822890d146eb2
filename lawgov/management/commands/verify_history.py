"""Read the history against itself and the records: manage.py verify_history --seal."""

from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.registry.history.models import Change, Seal
from cases.registry.history.sealing import seal
from cases.registry.history.verifying import Wrong, verify
from lawgov.triggers import HISTORY


class Command(BaseCommand):
    """Names every row and every change that was tampered with, and fails if there is one."""

    help = "Verify the history of all changes; exit code 1 where something was tampered with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--seal", action="store_true", help="Seal what was changed since, if all holds."
        )
        parser.add_argument(
            "--known", metavar="DIGEST", help="A seal kept on paper, which has to be there still."
        )

    def handle(self, **options: Any) -> None:
        wrong = 0
        for each in chain(_gone(options["known"]), verify(HISTORY)):
            self.stderr.write(f"  {each}")
            wrong += 1
        if wrong:
            self._print_newest_seal()
            raise CommandError(
                ngettext("%(count)s thing does not hold.", "%(count)s things do not hold.", wrong)
                % {"count": wrong}
            )
        self.stdout.write(_("%(count)s changes; all hold.") % {"count": Change.objects.count()})
        if options["seal"]:
            seal()
        self._print_newest_seal()

    def _print_newest_seal(self) -> None:
        """To be kept on paper: what was cut off behind a seal shows only beside it."""
        if newest := Seal.objects.last():
            line = _("Seal %(key)s of %(at)s over change 1 to %(upto)s: %(digest)s")
            at = f"{newest.at:%Y-%m-%d %H:%M:%S} UTC"
            told = {"key": newest.pk, "at": at, "upto": newest.upto, "digest": newest.digest}
            self.stdout.write(line % told)
        else:
            self.stdout.write(_("Nothing is sealed yet; run it with --seal."))


def _gone(known: str | None) -> Iterator[Wrong]:
    """The seal on paper, if no seal in the database is the same."""
    if known and not Seal.objects.filter(digest=known).exists():
        yield Wrong(known, _("this seal is not there any more"))
