"""What rows said at earlier moments: what they say now, with the changes since undone."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from itertools import chain
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from django.db import models

from cases.registry.history.models import Change, Kind
from cases.registry.history.replaying import Said, replayed, undone
from cases.registry.keys import among

T = TypeVar("T")
U = TypeVar("U")
At = tuple[datetime, int]  # a moment, and the key of a row
Wanted = Mapping[datetime, Set[int]]  # the keys of the rows that are asked about, by moment


class NotKnown(Enum):
    """The history does not say it, and nothing is guessed in its place."""

    NOT_KNOWN = "not known"


NOT_KNOWN: Final = NotKnown.NOT_KNOWN


@dataclass(frozen=True)
class Told(Generic[T]):
    """Something of rows at moments.

    Few rows change after they are closed: what holds `always`, at every moment a row is asked
    about, is told once, and only the rest `at` each of its moments.
    """

    always: dict[int, T] = field(default_factory=dict)
    at: dict[At, T] = field(default_factory=dict)

    def of(self, moment: datetime, key: int) -> T:
        """What is told of a row that was asked about at the moment."""
        return self.always[key] if key in self.always else self.at[moment, key]

    def values(self) -> Iterator[T]:
        return chain(self.always.values(), self.at.values())

    def map(self, function: Callable[[T], U]) -> "Told[U]":
        """The same of what follows from it; asked once of every different value."""
        follows = {value: function(value) for value in set(self.values())}
        return Told(
            {key: follows[value] for key, value in self.always.items()},
            {at: follows[value] for at, value in self.at.items()},
        )


def together(told: Sequence[Told[T]], wanted: Wanted) -> Told[tuple[T, ...]]:
    """Several things of the same rows at the same moments, as one."""
    if len(told) == 1:
        return told[0].map(lambda value: (value,))
    always = {
        key: tuple(each.always[key] for each in told)
        for key in set[int]().union(*wanted.values())
        if all(key in each.always for each in told)
    }
    at = {
        (moment, key): tuple(each.of(moment, key) for each in told)
        for moment, keys in wanted.items()
        for key in keys - always.keys()
    }
    return Told(always, at)


def recall(model: type[models.Model], path: str, wanted: Wanted) -> Told[Any]:
    """What a path of fields led to from each row at its moments; a relation leads to a key.

    Every step is taken as of the moment: the owner a row had then, and what that said then. Two
    queries a step, and one more where a migration changed rows, however many rows and moments.
    """
    reached: Told[Any] = Told({key: key for keys in wanted.values() for key in keys})
    for name in path.split("__"):
        related: Any = model._meta.get_field(name)
        if any(_leads_on(key) for key in reached.values()):
            reached = _step(model, related, reached, wanted)
        model = related.related_model
    return reached


def _leads_on(key: Any) -> bool:
    return key is not None and key is not NOT_KNOWN


def _step(model: type[models.Model], column: Any, reached: Told[Any], wanted: Wanted) -> Told[Any]:
    """From the rows reached to what one of their columns said."""
    rows = {row for row in reached.values() if _leads_on(row)}
    changes = _since(model, rows, min(wanted))
    now = model._base_manager.filter(among("pk", rows)).order_by()
    there = dict(now.values_list("pk", column.attname))
    always = {
        key: there.get(row, NOT_KNOWN) if _leads_on(row) else row
        for key, row in reached.always.items()
        if row not in changes
    }
    moving = reached.always.keys() - always.keys()
    moved = reached.at | {
        (moment, key): reached.always[key]
        for moment, keys in wanted.items()
        for key in keys & moving
    }
    asked = {(moment, row) for (moment, _key), row in moved.items() if _leads_on(row)}
    said = _recalled(model, column, asked, there, changes)
    at = {at: said[at[0], row] if _leads_on(row) else row for at, row in moved.items()}
    return Told(always, at)


def _recalled(
    model: type[models.Model],
    column: Any,
    asked: Collection[At],
    there: Mapping[int, Any],
    changes: Mapping[int, list[Change]],
) -> dict[At, Any]:
    """One column of some rows at their moments."""
    found = _before_found(model, changes, asked)
    return {
        (moment, key): _value(column, found[moment, key])
        if (moment, key) in found
        else _undone(column, there.get(key, NOT_KNOWN), changes.get(key, ()), moment)
        for moment, key in asked
    }


def _since(
    model: type[models.Model], keys: Collection[int], moment: datetime
) -> Mapping[int, list[Change]]:
    """The changes of the rows after the moment, by key, the last first."""
    label = model._meta.label_lower
    changes = Change.objects.filter(among("row_key", keys), label=label, at__gt=moment)
    return {key: some[::-1] for key, some in _by_row(changes).items()}


def _by_row(changes: models.QuerySet[Change]) -> defaultdict[int, list[Change]]:
    """The changes of each row as they followed one another.

    Put in order here: PostgreSQL would walk all changes there are to have them in order.
    """
    found: defaultdict[int, list[Change]] = defaultdict(list)
    some = changes.only("row_key", "kind", "content", "at").order_by()
    for change in sorted(some, key=attrgetter("pk")):
        found[change.row_key].append(change)
    return found


def _undone(column: Any, now: Any, changes: Sequence[Change], moment: datetime) -> Any:
    """The column at the moment; a row that is not there now may have been there then."""
    since = [change for change in changes if change.at > moment]
    if not since:
        return now
    said = {} if now is NOT_KNOWN else {column.column: now}
    return _value(column, undone(said, since))


def _value(column: Any, said: Said | None) -> Any:
    """What is empty is not said, and comes back as the field's own way of being empty."""
    if said is None:
        return NOT_KNOWN
    value = said.get(column.column)
    if value is not None:
        return column.to_python(value)
    return False if isinstance(column, models.BooleanField) else None if column.null else ""


def _before_found(
    model: type[models.Model], changes: Mapping[int, list[Change]], wanted: Iterable[At]
) -> dict[At, Said | None]:
    """What rows said before a migration changed them, which notes only what it left behind.

    Theirs is told from the first change on; None where there is none from before.
    """
    noted = {
        key: max(change.at for change in some if change.kind == Kind.FOUND)
        for key, some in changes.items()
        if any(change.kind == Kind.FOUND for change in some)
    }
    moved = [(moment, key) for moment, key in wanted if key in noted and noted[key] > moment]
    if not moved:
        return {}
    label = model._meta.label_lower
    told = _by_row(Change.objects.filter(among("row_key", set(noted)), label=label))
    before = {at: [c for c in told[at[1]] if c.at <= at[0]] for at in moved}
    return {at: replayed(some) if some else None for at, some in before.items()}
