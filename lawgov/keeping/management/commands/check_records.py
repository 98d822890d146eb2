"""The nightly look at everything: manage.py check_records."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lawgov.keeping.checking import check_everything, sweep
from lawgov.keeping.declared import OrphanCheck, checks


class Command(BaseCommand):
    """Ends with 1 if anything was found, so that whoever runs it hears of it."""

    help = "Look for records and files that are not as they should be; shown on the home page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--sweep",
            action="store_true",
            help="Put files without an attachment aside, into swept/ among the files.",
        )

    def handle(self, *, sweep: bool, verbosity: int, **_options: Any) -> None:
        today, declared = timezone.localdate(), checks()
        if sweep:
            self._sweep(declared)
        results = check_everything(declared, today)
        for result in results:
            if result.count or result.mended or verbosity > 1:
                text = _("%(count)6d  %(label)s (%(code)s)")
                what = {"label": result.check.label, "code": result.check.code}
                self.stdout.write(text % {"count": result.count, **what})
        count = sum(result.count for result in results)
        if count:
            text = ngettext("%(count)s finding.", "%(count)s findings.", count)
            raise CommandError(text % {"count": count})
        self.stdout.write(_("%(checks)s checks: all in order.") % {"checks": len(results)})

    def _sweep(self, declared: list[Any]) -> None:
        today = timezone.localdate()
        for check in declared:
            if isinstance(check, OrphanCheck):
                for name in sweep(check, today):
                    self.stdout.write(_("Put aside: %(name)s") % {"name": name})
