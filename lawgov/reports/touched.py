"""Records that were entered or changed after a moment, by whom and when."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from cases.registry.figures import Counted
from cases.registry.history.acts import Door
from cases.registry.history.models import Change, Kind
from cases.registry.history.watching import Watched
from cases.registry.keys import among
from cases.registry.records import Record
from cases.registry.users import User
from lawgov.reports.explaining import chapter_of
from lawgov.reports.listing import listing

Changed = tuple[datetime | None, str]


@dataclass(frozen=True)
class Touched:
    """One record, and who touched it; of somebody unknown, through which door.

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
    changed = _changed(model, pks, since)
    table = str(model._meta.verbose_name)
    nothing: Changed = (None, "")
    gone = {
        pk: Touched(table, pk, _("removed (no. %(pk)s)") % {"pk": pk}, "", *nothing, *changed[pk])
        for pk in pks
    }
    return gone | {
        pk: Touched(
            table, pk, str(row), shown.entry(row).address, *_entered(row, since), *changed[pk]
        )
        for pk, row in found.items()
    }


def _entered(row: Any, since: datetime) -> Changed:
    if not isinstance(row, Record) or row.entered_at <= since:
        return None, ""
    return row.entered_at, str(row.entered_by or "")


def _changed(model: type[Model], pks: set[int], since: datetime) -> dict[int, Changed]:
    """The last change of each, or of what belongs to it, as the history has it; two queries."""
    label, is_own = model._meta.label_lower, Watched(model).parent is None
    table, key = ("owner", "owner_key") if is_own else ("label", "row_key")
    found: dict[int, Changed] = defaultdict(lambda: (None, ""))
    changes = Change.objects.filter(among(key, pks), at__gt=since, **{table: label})
    changes = changes.exclude(label=label, kind=Kind.ENTERED)
    fields = (key, "at", "person", "door")
    moved = list(changes.order_by("pk").values_list(*fields))
    people = User.objects.in_bulk({person for _pk, _at, person, _door in moved if person})
    for pk, at, person, door in moved:
        found[pk] = at, str(people[person]) if person in people else _unknown(Door(door))
    return found


def _unknown(door: Door) -> str:
    return _("somebody unknown (%(door)s)") % {"door": door.label}
