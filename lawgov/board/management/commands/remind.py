"""The daily reminder: manage.py remind, once a day, by cron or by hand."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cases.registry.timing.calculation import NotUnderstood, day
from lawgov.board.mailing import NotSent, send
from lawgov.board.reminding import Told, remind


class Command(BaseCommand):
    """Run twice it says nothing twice; run after days of standstill it catches up."""

    help = "Remind everybody of what is overdue or due within 7 days."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", metavar="DATE", help="the day to remind on: 2024-08-05")

    def handle(self, *, on: str | None, **_options: Any) -> None:
        with translation.override(translation.get_language() or settings.LANGUAGE_CODE):
            try:
                today = day(on) if on else timezone.localdate()
            except NotUnderstood as error:
                raise CommandError(str(error)) from error
            unsent = sum(self._tell(told, today) for told in remind(today))
        if unsent:
            raise CommandError(_("Some mails were not sent; they are tried again next time."))

    def _tell(self, told: Told, today: date) -> bool:
        """Print a line for whoever was reminded; True if the mail was not taken."""
        if told.count:
            self.stdout.write(f"{told.user.username}: {told.count}")
        try:
            if settings.LAWGOV_MAIL:
                send(told.user, today)
        except NotSent as error:
            self.stderr.write(f"{told.user.username}: {error}")
            return True
        return False
