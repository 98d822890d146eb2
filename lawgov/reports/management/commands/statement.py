"""Write the statement of a period as a Word document: manage.py statement 2024 --output FILE."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from cases.registry.periods import Period
from lawgov.reports.as_closed import roll_up_as_closed
from lawgov.reports.management.commands.report import period
from lawgov.reports.statement.composing import compose, spans
from lawgov.reports.statement.document import document


class Command(BaseCommand):
    """Sentences that do not hold are left out; the reason is said on the error stream."""

    help = "Write the figures of a period as paragraphs and tables of an annual report (docx)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("period", type=period)
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES])
        parser.add_argument("--output", type=Path, required=True, metavar="FILE")

    def handle(self, *, period: Period, **options: Any) -> None:
        with translation.override(options["language"] or settings.LANGUAGE_CODE):
            made = compose(roll_up_as_closed(spans(period)))
            options["output"].write_bytes(document(made))
        for one in made.refused:
            self.stderr.write(f"✗ {one.text}\n  {' '.join(one.reasons)}")
        self.stdout.write(str(options["output"]))
