"""The records behind a closed number: those that were counted, and what became of them since."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.registry.figures import Counted, Edge, Stock
from cases.registry.history.asking import Asked, found_in
from cases.registry.periods import Period
from cases.registry.sheets import Chapter
from lawgov.reports.answering import answered, at_moments, behind_closed
from lawgov.reports.laying import Frozen, Parts, laid_out
from lawgov.reports.listing import Entry, listing
from lawgov.reports.question import Question
from lawgov.reports.touched import Touched, touched

CHUNK = 500


def since_closed() -> str:
    """The head of the column of marks."""
    return _("Since it was closed")


@dataclass(frozen=True)
class Kept:
    """The keys of the records a number was made of, each with the moment it was closed.

    A key without a moment lies in a stretch of the period that is still open. `live` is what the
    number would count now.
    """

    model: type[Model]
    counted: Counted
    closed_at: Mapping[int, datetime | None]
    live: QuerySet[Any]
    # What of the period was closed, where that is not all of it or was closed in parts.
    periods: Sequence[Period] = field(default=(), kw_only=True)
    # So many were left out, because the history does not say whether they answered.
    not_known: int = field(default=0, kw_only=True)

    @cached_property
    def keys(self) -> list[int]:
        return sorted(self.closed_at)

    @property
    def first_closed_at(self) -> datetime | None:
        return min((at for at in self.closed_at.values() if at), default=None)

    @property
    def heads(self) -> Sequence[str]:
        return [*listing(self.model, self.counted).heads, since_closed()]

    def entries(self, some: Iterable[int]) -> list[Entry]:
        """Some of the records as they are kept now, with what happened to each in between."""
        keys, shown = list(some), listing(self.model, self.counted)
        rows = self.model._default_manager.filter(pk__in=keys)
        found = {row.pk: row for row in shown.fetch(rows)}
        marks, width = self.marks(keys), len(shown.heads) - 1
        entries = []
        for pk in keys:
            if pk in found:
                entry = shown.entry(found[pk])
                entries.append(Entry(entry.address, [*entry.cells, marks[pk]]))
            else:
                entries.append(Entry("", [removed(pk), *[""] * width, marks[pk]]))
        return entries

    def marks(self, keys: Sequence[int]) -> dict[int, str]:
        """What happened to each in between; as many queries however many they are."""
        counted = set(self.live.filter(pk__in=keys).values_list("pk", flat=True))
        since = self.first_closed_at
        known = touched(self.model, self.counted, set(keys), since) if since else {}
        return {
            pk: self._mark(known.get(pk), self.closed_at[pk], is_counted=pk in counted)
            for pk in keys
        }

    def _mark(self, record: Touched | None, closed_at: datetime | None, *, is_counted: bool) -> str:
        """What has changed of a record since it was closed; nothing where nothing did."""
        said = []
        if record and closed_at and record.changed_at and record.changed_at > closed_at:
            at = date_format(timezone.localtime(record.changed_at), "SHORT_DATETIME_FORMAT")
            names = {"at": at, "who": record.changed_by or "–"}
            said.append(_("changed at %(at)s by %(who)s") % names)
        if not is_counted:
            said.append(_("no longer counted here"))
        return "; ".join(said)

    def chunks(self) -> Iterator[tuple[QuerySet[Any], list[int]]]:
        """All of them as they are kept now, some hundreds at a time, with their keys."""
        if not self.keys:
            yield self.model._default_manager.none(), []
        for first in range(0, len(self.keys), CHUNK):
            some = self.keys[first : first + CHUNK]
            yield self.model._default_manager.filter(pk__in=some).order_by("pk"), some


def removed(pk: int) -> str:
    """What stands in the place of a record that is gone."""
    return _("removed (no. %(pk)s)") % {"pk": pk}


def kept_behind(
    question: Question, chapter: Chapter, code: str, layouts: Sequence[Parts] = ()
) -> Kept | None:
    """What stood behind a figure of the rollup when it was closed; None where it is counted.

    Of a period made up of closed parts and open stretches, the records of all of them. Whoever
    has laid the period out already gives the `layouts`.
    """
    if not question.wants_what_was_closed:
        return None
    [parts] = layouts or laid_out([question.period])
    sheet, counted = chapter.sheet_of(code), chapter.figures[code]
    if code not in parts.known:
        return None
    closed, gaps = _relevant(parts, counted)
    if not closed:
        return None
    found: dict[int, datetime | None] = {}
    rows, model = question.rows(sheet), sheet.rows.model
    for gap in gaps:
        found |= dict.fromkeys(sheet.behind(code, gap, rows).values_list("pk", flat=True))
    asked = _footprints(closed, model, code)
    kept = answered(model, question.chosen, asked)
    for moment in sorted(asked.at):
        found |= dict.fromkeys(found_in(asked.at[moment], kept.inside(moment)), moment)
    live = sheet.behind(code, question.period, rows)
    periods, unknown = [each.period for each in closed], len(kept.not_known)
    return Kept(model, counted, found, live, periods=periods, not_known=unknown)


def _relevant(parts: Parts, counted: Counted) -> tuple[list[Frozen], list[Any]]:
    """A stock stands in the first or the last part alone."""
    if not isinstance(counted, Stock):
        return parts.closed, parts.gaps
    pick = min if counted.at is Edge.START else max
    edge = pick([*(each.period for each in parts.closed), *parts.gaps])
    return [each for each in parts.closed if each.period == edge], []


def _footprints(closed: Sequence[Frozen], model: type[Model], code: str) -> Asked:
    """The records behind the figure, by the moments they were closed."""
    table = model._meta.label_lower
    behind = behind_closed(closed, [table])[table]
    keys = {pk: some.behind(code) for pk, some in behind.items()}
    return at_moments({each.pk: each for each in closed}, keys)
