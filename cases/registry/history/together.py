"""Which rows had an empty column filled in one and the same act, as the history has it."""

from collections.abc import Collection

from django.db.models import Model

from cases.registry.history.basing import content_of
from cases.registry.history.models import Change, Kind


def filled_together(
    record: Model, column: str, model: type[Model], keys: Collection[int]
) -> set[int]:
    """The keys of rows whose column was last filled by the act that last filled the record's.

    Two queries. Empty where nobody said what was being done: then it cannot be told.
    """
    act = _acts(column, type(record), [record.pk]).get(record.pk)
    if not act:
        return set()
    return {key for key, each in _acts(column, model, keys).items() if each == act}


def _acts(column: str, model: type[Model], keys: Collection[int]) -> dict[int, str]:
    """By row, the act that last filled its column; a later one takes the place of an earlier."""
    changes = Change.objects.filter(
        label=model._meta.label_lower,
        row_key__in=keys,
        kind=Kind.CHANGED,
        content__contains=f'"{column}"',
    )
    found = {}
    for change in changes.order_by("pk"):
        before, after = content_of(change).get(column, (None, None))
        if before is None and after is not None:
            found[change.row_key] = change.act
    return found
