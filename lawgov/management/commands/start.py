"""Everything a new machine needs, then the server: manage.py start."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import translation
from django.utils.translation import gettext as _
from tqdm import tqdm

from cases.registry.periods import CALENDAR, Period
from lawgov import searches
from lawgov.demonstration import PUBLISHED, open_accounts, take_in_once
from lawgov.reports.plain import comparison
from lawgov.reports.published import compare, read_published
from lawgov.reports.rollup import roll_up


class Command(BaseCommand):
    """Migrate, take in the demonstration year once, print its figures, serve on this machine."""

    help = "Prepare the database, take in the demonstration year the first time, and serve."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000")
        parser.add_argument("--no-server", action="store_true", help="Prepare, print and stop.")

    def handle(self, *, address: str, no_server: bool, **_options: Any) -> None:
        with translation.override(translation.get_language() or "zh-hans"):
            call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
            tallies = take_in_once(self._bar)
            for tally in tallies:
                self.stdout.write(f"  {tally.ledger}: {tally.written}")
            searches.up_to_date()  # here rather than at somebody's first search
            if tallies:
                self._let_it_be_planned()
            self._print_figures()
            self._print_accounts()
        if not no_server:
            self.stdout.write(
                self.style.SUCCESS(_("lawgov is at http://%(address)s/") % {"address": address})
            )
            call_command("runserver", address, use_reloader=False, skip_checks=True)

    def _let_it_be_planned(self) -> None:
        """SQLite counts its rows only when told to, and plans without knowing until then."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _bar(self, rows: Sequence[Any], title: str) -> Iterable[Any]:
        bar: Iterable[Any] = tqdm(rows, desc=title, leave=False, disable=not sys.stderr.isatty())
        return bar

    def _print_figures(self) -> None:
        published = read_published(PUBLISHED)
        for line in comparison(compare(published, roll_up([Period.parse("2024", CALENDAR)]))):
            self.stdout.write(line)

    def _print_accounts(self) -> None:
        if accounts := open_accounts():
            self.stdout.write(_("Accounts for trying it out (passwords unless changed):"))
        for name, password in accounts.items():
            self.stdout.write(f"  {name}  {password}")
