"""What the database holds, as JSON: manage.py inventory."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction

from lawgov.keeping.inventory import take_inventory


class Command(BaseCommand):
    """Read in one snapshot; two places that print the same hold the same."""

    help = "Print rows, digests, figures and files of the database as JSON, to compare two places."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bare", action="store_true", help="Tables and migrations only.")
        parser.add_argument("--snapshot", help="A snapshot exported by another PostgreSQL session.")

    def handle(self, *, bare: bool, snapshot: str | None, **_options: Any) -> None:
        if connection.vendor == "sqlite":
            found = take_inventory(is_bare=bare)
        else:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                if snapshot:
                    cursor.execute("SET TRANSACTION SNAPSHOT %s", [snapshot])
                cursor.execute("SET LOCAL statement_timeout = 0")
                found = take_inventory(is_bare=bare)
        self.stdout.write(json.dumps(found, ensure_ascii=False))
