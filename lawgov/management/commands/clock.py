"""The clock of a record, or of any term: manage.py clock 张政复〔2024〕23号."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline
from cases.registry.clock.refusals import Refusal
from cases.registry.timing.calculation import Calculation, NotUnderstood, day, stretch
from cases.registry.timing.loading import clocks
from cases.registry.timing.panel import entries, lines, reservations, working
from lawgov.clocks import find


class Command(BaseCommand):
    """With --term the last line is the due date alone, in ISO format."""

    help = "Show the statutory terms of a record with their working, or calculate any term."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", nargs="?", help="number of a record: 张政复〔2024〕23号")
        parser.add_argument("--term", help="code of a term: reconsideration.decision")
        parser.add_argument("--on", help="day of the event: 2024-08-05")
        parser.add_argument("--extend", help="units by which the term is extended")
        parser.add_argument("--length", help="units, where a document or another law sets them")
        parser.add_argument(
            "--suspend",
            action="append",
            default=[],
            metavar="FROM..TO",
            help="time left out; the second day no longer belongs to it and may be missing",
        )
        parser.add_argument("--converted", help="day the procedure became the ordinary one")
        parser.add_argument("--concluded", help="day the matter was decided")
        parser.add_argument("--today", help="the day to count the days left from")
        parser.add_argument(
            "--language", choices=[code for code, _name in settings.LANGUAGES], help="zh-hans or en"
        )

    def handle(self, **options: Any) -> None:
        with translation.override(options["language"] or translation.get_language()):
            try:
                for line in self._lines(options):
                    self.stdout.write(line)
            except (Refusal, NotUnderstood) as refusal:
                raise CommandError(str(refusal)) from refusal

    def _lines(self, options: dict[str, Any]) -> Iterator[str]:
        if bool(options["number"]) == bool(options["term"]):
            raise CommandError(_("Give either the number of a record or --term with --on."))
        if options["number"]:
            yield from self._record(options["number"], options["today"])
        else:
            yield from self._term(options)

    def _record(self, number: str, today: str | None) -> Iterator[str]:
        found = find(number)
        if found is None:
            raise CommandError(_("There is no record “%(number)s”.") % {"number": number})
        room, record = found
        on = day(today) if today else timezone.localdate()
        yield str(record)
        yield ""
        yield from lines(entries(room, room.of(record.pk), clocks(), on))

    def _term(self, options: dict[str, Any]) -> Iterator[str]:
        if not options["on"]:
            raise CommandError(_("Say with --on on which day the term began."))
        asked = Calculation(
            options["term"],
            day(options["on"]),
            extend=_number(options["extend"]),
            length=_number(options["length"]),
            suspensions=tuple(stretch(each) for each in options["suspend"]),
            converted_on=day(options["converted"]) if options["converted"] else None,
            concluded_on=day(options["concluded"]) if options["concluded"] else None,
        )
        deadline = asked.deadline(self._clock())
        yield from working(deadline)
        yield from (f"* {remark}" for remark in reservations(deadline))
        yield _last_line(deadline)

    def _clock(self) -> Clock:
        """That of the register; before there is one, the law's own terms and the notices."""
        try:
            return clocks().governing
        except DatabaseError:
            self.stderr.write(_("No register here yet: the terms of the file, no local calendar."))
            return Clock(statutory(), Calendar())


def _last_line(deadline: Deadline) -> str:
    if deadline.due_on is None:
        raise CommandError(_("The term stands still; it has no due date while it does."))
    return deadline.due_on.isoformat()


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    if not text.isdecimal():
        raise CommandError(_("“%(text)s” is not a whole number.") % {"text": text})
    return int(text)
