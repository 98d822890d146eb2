"""Records that were entered or changed after a moment, by whom and when."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from cases.registry.figures import Counted
from cases.registry.records import Record
from lawgov.reports.explaining import chapter_of
from lawgov.reports.listing import INLINES, listing

Key = tuple[type[Model], int]


@dataclass(frozen=True)
class Touched:
    """One record, and who touched it; an empty name is nobody the system knows.

    `entered_by` and `changed_by` are said only of what was done after the moment in question.
    """

    table: str
    pk: int
    name: str
    address: str = ""
    entered_at: datetime | None = None
    entered_by: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""


Known = Mapping[tuple[str, int], Touched]


def look_up(keys: Mapping[str, set[int]], since: datetime) -> Known:
    """The records under the codes they moved; two or three queries for each kind of record."""
    wanted: defaultdict[type[Model], dict[str, set[int]]] = defaultdict(dict)
    for code, pks in keys.items():
        wanted[chapter_of(code).sheet_of(code).rows.model][code] = pks
    found: dict[tuple[str, int], Touched] = {}
    for model, codes in wanted.items():
        counted = chapter_of(next(iter(codes))).figures[next(iter(codes))]
        records = touched(model, counted, set().union(*codes.values()), since)
        found |= {(code, pk): records[pk] for code, pks in codes.items() for pk in pks}
    return found


def touched(
    model: type[Model], counted: Counted, pks: set[int], since: datetime
) -> dict[int, Touched]:
    """Some records of one kind under their keys; two or three queries."""
    shown = listing(model, counted)
    rows: QuerySet[Any] = shown.fetch(model._default_manager.filter(pk__in=pks))
    if issubclass(model, Record):
        rows = rows.select_related("entered_by", *shown.related)
    found = {row.pk: row for row in rows}
    changed = _changed(model, found, since)
    table = str(model._meta.verbose_name)
    gone = {pk: Touched(table, pk, _("removed (no. %(pk)s)") % {"pk": pk}) for pk in pks}
    return gone | {
        pk: Touched(
            table, pk, str(row), shown.entry(row).address, *_entered(row, since), *changed[pk]
        )
        for pk, row in found.items()
    }


def _entered(row: Any, since: datetime) -> tuple[datetime | None, str]:
    if not isinstance(row, Record) or row.entered_at <= since:
        return None, ""
    return row.entered_at, str(row.entered_by or "")


def _changed(
    model: type[Model], rows: Mapping[int, Any], since: datetime
) -> dict[int, tuple[datetime | None, str]]:
    """The last change of each: by whom as the admin's own log has it, or when at the least."""
    owner = INLINES[model].owner if model in INLINES else ""
    kept = {pk: getattr(row, owner) if owner else row for pk, row in rows.items()}
    logged = dict(_logged(list(kept.values()), since))
    found: dict[int, tuple[datetime | None, str]] = {}
    for pk, row in kept.items():
        entry, at = logged.get(row.pk), getattr(row, "changed_at", None)
        if entry:
            found[pk] = entry.action_time, str(entry.user)
        else:
            found[pk] = (at if at and at > since else None), ""
    return found


def _logged(rows: list[Model], since: datetime) -> Iterator[tuple[int, LogEntry]]:
    if not rows:
        return
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(rows[0]),
        object_id__in=[str(row.pk) for row in rows],
        action_time__gt=since,
    )
    for entry in entries.select_related("user").order_by("action_time"):
        yield int(entry.object_id or 0), entry
