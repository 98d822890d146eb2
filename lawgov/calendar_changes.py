"""What a change of the calendar does to the open cases: told before, carried out, written down."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from cases.registry.figures import Label
from cases.registry.timing.calendars import CalendarEntry, KnownYear, Timekeeping
from cases.registry.timing.loading import clocks_with
from lawgov.clocks import ROOMS, up_to_date

TOLD = 200  # more are counted, not listed


@dataclass(frozen=True, slots=True)
class Move:
    """One record whose next due date a change of the calendar moves."""

    number: str
    before: date | None
    after: date | None
    is_provisional: bool

    def __str__(self) -> str:
        return f"{self.number} {self.before or '–'} → {self.after or '–'}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The rows of the calendar as they would stand."""

    entries: tuple[CalendarEntry, ...]
    years: frozenset[int]
    closures: bool


def standing() -> Calendar:
    """The rows as they stand."""
    return Calendar(
        tuple(CalendarEntry.objects.all()),
        frozenset(KnownYear.objects.values_list("year", flat=True)),
        Timekeeping.objects.filter(closures_count=True).exists(),
    )


def with_row(row: CalendarEntry | KnownYear | Timekeeping) -> Calendar:
    """The rows with this one in the place of the one it changes, or added."""
    now = standing()
    if isinstance(row, CalendarEntry):
        others = tuple(entry for entry in now.entries if entry.pk != row.pk)
        return Calendar((*others, row), now.years, now.closures)
    if isinstance(row, KnownYear):
        kept = frozenset(KnownYear.objects.exclude(pk=row.pk).values_list("year", flat=True))
        return Calendar(now.entries, kept | {row.year}, now.closures)
    return Calendar(now.entries, now.years, row.closures_count)


def moves(then: Calendar) -> list[Move]:
    """Every open record whose next date would be another; nothing is written."""
    up_to_date()
    clock = clocks_with(then.entries, then.years, then.closures).governing
    today = timezone.localdate()
    return [
        Move(number, before.next_due_on, after.next_due_on, after.next_due_is_provisional)
        for room in ROOMS
        for number, before, after in room.moves(clock, today)
    ]


@transaction.atomic
def carry_out(row: CalendarEntry | KnownYear | Timekeeping) -> list[Move]:
    """Write the row and reckon every date anew; which dates that moved."""
    moved = moves(with_row(row))
    if isinstance(row, Timekeeping) and row.pk:
        Timekeeping.objects.filter(pk=row.pk).update(closures_count=row.closures_count)
    else:
        row.save()
    up_to_date()
    return moved


def told(moved: Iterable[Move]) -> Label:
    """The trace of a change: how many records moved, and from what to what."""
    found = list(moved)
    if not found:
        return _("No due date moved.")
    count = ngettext_lazy("{count} due date moved", "{count} due dates moved", len(found))
    listed = "; ".join(str(move) for move in found[:TOLD])
    return format_lazy(
        "{count}: {listed}", count=format_lazy(count, count=len(found)), listed=listed
    )
