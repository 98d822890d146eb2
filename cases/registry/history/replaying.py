"""What a row said at some time, from its changes."""

import json
from collections.abc import Iterable
from typing import Any

from cases.registry.history.models import Change, Kind
from cases.registry.history.watching import SECRET, Watched

Said = dict[str, Any]  # by column; what is empty is left out
HIDDEN = "…"


def replayed(changes: Iterable[Change]) -> Said:
    """What the row said after the last of these changes, given in order from the first."""
    said: Said = {}
    for change in changes:
        content = json.loads(change.content)
        if change.kind == Kind.CHANGED:
            said |= {column: after for column, (_before, after) in content.items()}
        else:
            said = {} if change.kind == Kind.REMOVED else content
    return {column: value for column, value in said.items() if not is_empty(value)}


def undone(said: Said, changes: Iterable[Change]) -> Said | None:
    """What the row said before these changes, given from the last back; None: it was not there."""
    before: Said | None = dict(said)
    for change in changes:
        content = json.loads(change.content)
        if change.kind == Kind.REMOVED:
            before = content
        elif change.kind == Kind.ENTERED:
            before = None
        elif change.kind == Kind.CHANGED and before is not None:
            before |= {column: was for column, (was, _after) in content.items()}
    return before


def difference(watched: Watched, key: int, said: str) -> dict[str, tuple[Any, Any]] | None:
    """By column, what the history says and what the row says; None where it has no history."""
    changes = list(Change.objects.filter(label=watched.label, row_key=key).order_by("pk"))
    if not changes:
        return None
    before, now = replayed(changes), json.loads(said)
    return {
        column: _shown(column, before.get(column), now.get(column))
        for column in sorted(before.keys() | now.keys())
        if before.get(column) != now.get(column)
    }


def is_empty(value: Any) -> bool:
    """Whether a row that says this says nothing."""
    return value is None or value is False or value == ""


def _shown(column: str, before: Any, now: Any) -> tuple[Any, Any]:
    return (HIDDEN, HIDDEN) if column in SECRET else (before, now)
