"""Removes entries of the access log that were kept long enough: manage.py prune_accesses."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.registry.accesses.guards import SHORTEST_DAYS
from cases.registry.accesses.pruning import TooYoung, prune


class Command(BaseCommand):
    """Nothing younger than six months goes, whatever is asked: the database itself refuses."""

    help = "Remove entries of the access log that were kept long enough, and enter that."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=settings.LAWGOV_ACCESS_DAYS)

    def handle(self, *, days: int, **_options: Any) -> None:
        try:
            removed = prune(timezone.now(), days)
        except TooYoung as refused:
            raise CommandError(
                _("The access log is kept for at least %(days)s days.") % {"days": SHORTEST_DAYS}
            ) from refused
        self.stdout.write(_("Entries removed: %(count)s") % {"count": removed})
