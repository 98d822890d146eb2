"""What rows said at earlier moments: what they say now, with the changes since undone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

from django.db import models

from cases.registry.conditions import among
from cases.registry.history.models import Change, Kind
from cases.registry.history.replaying import Said, replayed, undone

At = tuple[datetime, int]  # a moment, and the key of a row


class NotKnown(Enum):
    """The history does not say it, and nothing is guessed in its place."""

    NOT_KNOWN = "not known"


NOT_KNOWN: Final = NotKnown.NOT_KNOWN


def recall(model: type[models.Model], path: str, wanted: Collection[At]) -> dict[At, Any]:
    """What a path of fields led to from each row at its moment; a relation leads to a key.

    Every step is taken as of the moment: the owner a row had then, and what that said then. Two
    queries a step, and one more where a migration changed rows, however many rows and moments.
    """
    reached: dict[At, Any] = {at: at[1] for at in wanted}
    for name in path.split("__"):
        field: Any = model._meta.get_field(name)
        rows = {(at[0], key) for at, key in reached.items() if _leads_on(key)}
        said = _recalled(model, field, rows) if rows else {}
        reached = {at: said[at[0], key] if _leads_on(key) else key for at, key in reached.items()}
        model = field.related_model
    return reached


def _leads_on(key: Any) -> bool:
    return key is not None and key is not NOT_KNOWN


def _recalled(model: type[models.Model], field: Any, wanted: Collection[At]) -> dict[At, Any]:
    """One column of some rows at their moments."""
    keys = {key for _moment, key in wanted}
    now = model._base_manager.filter(among("pk", keys)).order_by()
    there = dict(now.values_list("pk", field.attname))
    changes = _since(model, keys, min(moment for moment, _key in wanted))
    found = _before_found(model, changes, wanted)
    return {
        (moment, key): _value(field, found[moment, key])
        if (moment, key) in found
        else _undone(field, there.get(key, NOT_KNOWN), changes.get(key, ()), moment)
        for moment, key in wanted
    }


def _since(
    model: type[models.Model], keys: Collection[int], moment: datetime
) -> Mapping[int, list[Change]]:
    """The changes of the rows after the moment, by key, the last first."""
    found: defaultdict[int, list[Change]] = defaultdict(list)
    rows = Change.objects.filter(
        among("row_key", keys), label=model._meta.label_lower, at__gt=moment
    )
    for change in rows.only("row_key", "kind", "content", "at").order_by("-pk").iterator():
        found[change.row_key].append(change)
    return found


def _undone(field: Any, now: Any, changes: Sequence[Change], moment: datetime) -> Any:
    """The column at the moment; a row that is not there now may have been there then."""
    since = [change for change in changes if change.at > moment]
    if not since:
        return now
    said = {} if now is NOT_KNOWN else {field.column: now}
    return _value(field, undone(said, since))


def _value(field: Any, said: Said | None) -> Any:
    """What is empty is not said, and comes back as the field's own way of being empty."""
    if said is None:
        return NOT_KNOWN
    value = said.get(field.column)
    if value is not None:
        return field.to_python(value)
    return False if isinstance(field, models.BooleanField) else None if field.null else ""


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
    rows = Change.objects.filter(among("row_key", set(noted)), label=model._meta.label_lower)
    told: defaultdict[int, list[Change]] = defaultdict(list)
    for change in rows.only("row_key", "kind", "content", "at").order_by("pk").iterator():
        told[change.row_key].append(change)
    before = {at: [c for c in told[at[1]] if c.at <= at[0]] for at in moved}
    return {at: replayed(some) if some else None for at, some in before.items()}
