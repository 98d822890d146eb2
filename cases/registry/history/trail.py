"""What happened to a record and to the rows beside it: by act, the last first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet

from cases.registry.history.basing import content_of, put
from cases.registry.history.models import Change, Kind
from cases.registry.history.watching import Watched
from cases.registry.history.wording import Names, Value, columns_of
from cases.registry.records import Reader
from cases.registry.users import User

SHORT, LOOKED_AT = 8, 80  # acts of the short trail, and how many changes it looks at


@dataclass
class Line:
    """One column: what it was, where it changed, and what it is."""

    label: str
    after: str
    before: str = ""


@dataclass
class Row:
    """What one act did to one row."""

    change: Change
    title: str
    is_own: bool
    lines: list[Line] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.change.get_kind_display()

    @property
    def has_before(self) -> bool:
        return self.change.kind == Kind.CHANGED


@dataclass
class Doing:
    """One act: when, by whom, through which door, why, and the rows it touched."""

    at: datetime
    who: str
    door: str
    why: str
    rows: list[Row]


def changes_of(record: Model) -> QuerySet[Change]:
    """Every change of the record and of what belongs to it, the last first."""
    label, key = record._meta.label_lower, record.pk
    if Watched(type(record)).parent is None:
        return Change.objects.filter(owner=label, owner_key=key).order_by("-pk")
    return Change.objects.filter(label=label, row_key=key).order_by("-pk")


def doings(record: Model, changes: Iterable[Change], reader: Reader) -> list[Doing]:
    """The acts behind these changes with all they changed, in the same queries however many.

    What a column leads to is named only where the reader sees it.
    """
    changes = list(changes)
    names = Names.of((value for change in changes for value in _values(change)), reader)
    titles = _titles(record, changes)
    return [
        _doing(some, who, [_row(record, change, names, titles) for change in some])
        for some, who in _by_act(changes)
    ]


def short(record: Model) -> list[Doing]:
    """The last acts, with the columns they touched but not the values; two queries."""
    changes = list(changes_of(record)[:LOOKED_AT])
    found = []
    for some, who in _by_act(changes):
        rows = [Row(c, _kind_of_row(c), _is_own(record, c), list(_labels(c))) for c in some]
        found.append(_doing(some, who, rows))
    return found[:SHORT]


def _by_act(changes: Sequence[Change]) -> Iterator[tuple[list[Change], str]]:
    """Changes of one act stand together; without an act each stands for itself."""
    people = User.objects.in_bulk({change.person for change in changes if change.person})
    for _act, some in groupby(changes, key=lambda change: change.act or change.pk):
        found = list(some)
        person = people.get(found[0].person or 0)
        yield found, str(person) if person else ""


def _doing(some: list[Change], who: str, rows: list[Row]) -> Doing:
    first = some[0]
    return Doing(first.at, who, first.get_door_display(), first.why, rows)


def _row(record: Model, change: Change, names: Names, titles: dict[Any, str]) -> Row:
    row = Row(change, titles[change.label, change.row_key], _is_own(record, change))
    columns = _columns(change)
    for column, value in content_of(change).items():
        if (each := columns.get(column)) is None:
            continue
        label = str(each.verbose_name)
        if change.kind == Kind.CHANGED:
            before, after = (names.worded(each, side) for side in value)
            row.lines.append(Line(label, after, before))
        else:
            row.lines.append(Line(label, names.worded(each, value)))
    return row


def _labels(change: Change) -> Iterator[Line]:
    if change.kind == Kind.CHANGED:
        columns = _columns(change)
        for column in content_of(change):
            if each := columns.get(column):
                yield Line(str(each.verbose_name), "")


def _values(change: Change) -> Iterator[Value]:
    columns = _columns(change)
    for column, value in content_of(change).items():
        if each := columns.get(column):
            yield from (
                (each, side) for side in (value if change.kind == Kind.CHANGED else [value])
            )


def _columns(change: Change) -> dict[str, Any]:
    """The columns worth telling: not the key to the record the row belongs to."""
    watched = Watched(apps.get_model(change.label))
    parent = watched.parent.column if watched.parent else None
    return {name: each for name, each in columns_of(watched.model).items() if name != parent}


def _titles(record: Model, changes: Sequence[Change]) -> dict[Any, str]:
    """What each row is called; one query for each table."""
    titles: dict[Any, str] = {}
    for label in {change.label for change in changes}:
        model = apps.get_model(label)
        own = {c.row_key: c for c in reversed(changes) if c.label == label}
        there = {record.pk: record}
        if label != record._meta.label_lower:
            there = model._base_manager.in_bulk(list(own))
        for key, change in own.items():
            titles[label, key] = f"{model._meta.verbose_name} {_name(there.get(key), change)}"
    return titles


def _name(row: Model | None, change: Change) -> str:
    """A row that is gone is called by what its last change says of it."""
    if row is None and change.kind != Kind.CHANGED:
        row = apps.get_model(change.label)(pk=change.row_key)
        put(row, content_of(change))
    return str(row) if row is not None else f"#{change.row_key}"


def _kind_of_row(change: Change) -> str:
    return str(apps.get_model(change.label)._meta.verbose_name)


def _is_own(record: Model, change: Change) -> bool:
    return change.label == record._meta.label_lower and change.row_key == record.pk
