"""Print the figures of a period: manage.py report 2024 --by month."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from cases.registry.periods import Period
from lawgov.reports.as_closed import roll_up_as_closed
from lawgov.reports.machine import as_csv, as_json
from lawgov.reports.plain import comparison, table
from lawgov.reports.published import compare, read_published
from lawgov.reports.rollup import Rollup, roll_up

Telling = Callable[[list[Period]], Rollup]
FORMATS = ("table", "json", "csv")


def period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error


class Command(BaseCommand):
    """The same figures as every other door; `--check` compares them with what was published."""

    help = "Print the figures of a period: 2024, 2024-08, 2024Q3, 2024H1, 2024-03-01..2024-06-10."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("period", type=period)
        parser.add_argument("--by", choices=["month"])
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES])
        parser.add_argument("--format", choices=FORMATS, default="table")
        parser.add_argument("--check", type=Path, metavar="FILE")
        telling = parser.add_mutually_exclusive_group()
        telling.add_argument(
            "--as-closed",
            action="store_const",
            dest="telling",
            const=roll_up_as_closed,
            help="Closed periods as they were closed (the default).",
        )
        telling.add_argument(
            "--as-it-stands",
            action="store_const",
            dest="telling",
            const=roll_up,
            help="Every period as its records stand now (the default of --check).",
        )

    def handle(self, *, period: Period, **options: Any) -> None:
        with translation.override(options["language"] or settings.LANGUAGE_CODE):
            if options["check"]:
                self._check(period, options["check"], options["telling"] or roll_up)
            else:
                telling = options["telling"] or roll_up_as_closed
                self._print(period, options["by"], options["format"], telling)

    def _print(self, period: Period, by: str | None, form: str, telling: Telling) -> None:
        periods = [*period.months(), period] if by else [period]
        rollup = telling(list(dict.fromkeys(periods)))
        lines: Iterator[str] | list[str]
        if form == "json":
            lines = [as_json(rollup, period)]
        else:
            lines = as_csv(rollup) if form == "csv" else table(rollup)
        for line in lines:
            self.stdout.write(line)

    def _check(self, period: Period, file: Path, telling: Telling) -> None:
        try:
            published = read_published(file)
        except (OSError, ValueError) as error:
            raise CommandError(
                _("%(file)s holds no published figures: %(error)s") % {"file": file, "error": error}
            ) from error
        compared = list(compare(published, telling([period])))
        for line in comparison(compared):
            self.stdout.write(line)
        if not all(c.agrees for c in compared):
            sys.exit(1)
