"""Close a period, reopen it or check the digests: manage.py close 2024-08."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.registry.periods import Period
from cases.registry.users import User
from lawgov.reports.closing import NotClosed, close
from lawgov.reports.closures import Closure
from lawgov.reports.management.commands.report import period
from lawgov.reports.reopening import reopen
from lawgov.reports.sealing import doubts


class Command(BaseCommand):
    """The same rules as on the page; only closing may be done by nobody in particular."""

    help = "Freeze the figures of a period that is over; reopen it again; check the digests."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("period", type=period, nargs="?")
        parser.add_argument("--by", metavar="USERNAME", help="The supervisor who closes or asks.")
        parser.add_argument("--reopen", action="store_true", help="Needs --by, --second, --reason.")
        parser.add_argument("--second", metavar="USERNAME", help="The supervisor who agrees.")
        parser.add_argument("--reason", default="", help="Why it is reopened.")
        parser.add_argument("--verify", action="store_true", help="Check every digest.")

    def handle(self, *, period: Period | None, **options: Any) -> None:
        with translation.override(translation.get_language() or "zh-hans"):
            if options["verify"]:
                self._verify()
            elif period is None:
                raise CommandError(_("Say which period: a year, a month or two dates."))
            elif options["reopen"]:
                self._reopen(period, **options)
            else:
                self._close(period, options["by"])

    def _close(self, period: Period, by: str | None) -> None:
        try:
            closure = close(period, _person(by) if by else None, timezone.localdate())
        except NotClosed as refused:
            raise CommandError(str(refused)) from refused
        figures = closure.figures.count()
        self.stdout.write(
            _("%(period)s is closed: %(figures)s figures, digest %(digest)s")
            % {"period": period, "figures": figures, "digest": closure.digest}
        )

    def _reopen(self, period: Period, *, by: str, second: str, reason: str, **_o: Any) -> None:
        if not by or not second:
            raise CommandError(_("Reopening takes two people: --by and --second."))
        try:
            reopen(period, _person(by), _person(second), reason)
        except NotClosed as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(_("%(period)s is open again.") % {"period": period})

    def _verify(self) -> None:
        found = list(doubts())
        for doubt in found:
            self.stdout.write(
                _("%(period)s, closed on %(day)s, is not what it was: digest %(digest)s")
                % {
                    "period": doubt.closure,
                    "day": doubt.closure.closed_on,
                    "digest": doubt.closure.digest,
                }
            )
        count = Closure.objects.count()
        self.stdout.write(
            ngettext("%(count)s closing checked", "%(count)s closings checked", count)
            % {"count": count}
        )
        if found:
            sys.exit(1)


def _person(username: str) -> User:
    try:
        return User.objects.get(username=username)
    except User.DoesNotExist as unknown:
        raise CommandError(_("Nobody is called “%(name)s”.") % {"name": username}) from unknown
