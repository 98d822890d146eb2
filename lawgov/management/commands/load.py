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
from cases.registry.ledgers.tally import Tally
from cases.registry.users import User
from lawgov import searches
from lawgov.cautions import Noted, take_in


class Command(BaseCommand):
    """Everything or nothing: a faulty cell anywhere leaves the database as it was."""

    help = "Take in a folder of ledgers (CSV or xlsx), or a single one; see seeds/README.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="A folder of ledgers, or one file.")
        parser.add_argument(
            "--by",
            metavar="USERNAME",
            help="Whose ledgers they are: nothing comes in that this person could not enter.",
        )

    def handle(self, *, folder: Path, verbosity: int, by: str | None, **_options: Any) -> None:
        if not folder.exists():
            raise CommandError(_("There is no file or folder “%(path)s”.") % {"path": folder})
        person = _somebody(by) if by else None
        try:
            tallies, noted = take_in(folder, self._bar if verbosity else _unseen, person)
        except LedgerRefused as refused:
            raise CommandError(_complaint(refused)) from refused
        searches.up_to_date()  # here rather than at somebody's first search
        if verbosity:
            self.stdout.write("\n".join([*_account(tallies), *_warnings(noted)]))

    def _bar(self, pages: Sequence[Any], title: str) -> Iterable[Any]:
        bar: Iterable[Any] = tqdm(pages, desc=title, leave=False, disable=not sys.stderr.isatty())
        return bar


def _somebody(name: str) -> User:
    person = User.objects.filter(username=name, is_active=True).first()
    if person is None:
        raise CommandError(_("Nobody here is called “%(name)s”.") % {"name": name})
    return person


def _unseen(pages: Sequence[Any], _title: str) -> Iterable[Any]:
    return pages


def _account(tallies: Iterable[Tally]) -> Iterable[str]:
    """A line for each ledger, and below it what is recorded otherwise than the ledger says."""
    written = 0
    for tally in tallies:
        written += tally.written
        yield _("%(ledger)s: %(written)s taken in, %(known)s already there") % {
            "ledger": tally.label,
            "written": tally.written,
            "known": tally.known,
        }
        if tally.differing:
            yield from _otherwise(tally)
    if not written:
        yield _("Nothing new; the database is as it was.")


def _warnings(noted: Sequence[Noted]) -> Iterable[str]:
    """What came in past a soft rule; it stands on the records, to be answered there."""
    if not noted:
        return
    count = sum(each.count for each in noted)
    yield ngettext(
        "%(count)s warning recorded, taken in without a reason:",
        "%(count)s warnings recorded, taken in without a reason:",
        count,
    ) % {"count": count}
    for each in noted:
        more = "…" if each.count > len(each.examples) else ""
        yield f"  {each.count} × {each.rule.message} {', '.join(each.examples)}{more}"


def _otherwise(tally: Tally) -> Iterable[str]:
    yield "  " + ngettext(
        "%(count)s of them is recorded otherwise and was left alone:",
        "%(count)s of them are recorded otherwise and were left alone:",
        tally.differing,
    ) % {"count": tally.differing}
    yield from (f"    {example}" for example in tally.examples)
    if tally.differing > len(tally.examples):
        yield "    …"


def _complaint(refused: LedgerRefused) -> str:
    count = len(refused.faults)
    head = ngettext(
        "Nothing was taken in; %(count)s fault:",
        "Nothing was taken in; %(count)s faults:",
        count,
    ) % {"count": count}
    return "\n".join([head, *(f"  {fault}" for fault in refused.faults)])
