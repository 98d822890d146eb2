"""Read whatever has changed since the last search: manage.py index_search."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from lawgov import searches


class Command(BaseCommand):
    """Searches do so themselves, a part at a time; after a large ledger or a restored backup
    this does it at once."""

    help = "Bring the search up to date with every change of the records."

    def handle(self, **_options: Any) -> None:
        searches.up_to_date()
        self.stdout.write(_("Everything written is found."))
