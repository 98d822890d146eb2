"""Print what every ledger holds, column by column: manage.py columns."""

from typing import Any

from django.core.management.base import BaseCommand

from lawgov.columns import page


class Command(BaseCommand):
    """What seeds/README.md says below its heading; a test holds the two together."""

    help = "Print the columns of every ledger as Markdown."

    def handle(self, **_options: Any) -> None:
        self.stdout.write("\n".join(page()))
