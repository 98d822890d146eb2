"""The digests that hold the history together, the same in Python and in the databases."""

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

# Stands between the parts of a digested text; JSON escapes it, and only the reason, which
# comes last, is typed by people.
BETWEEN: Final = "\x1f"
DIGESTED: Final = (
    "previous",
    "label",
    "row_key",
    "owner",
    "owner_key",
    "version",
    "kind",
    "content",
    "row_digest",
    "act",
    "door",
    "person",
    "at",
    "why",
)


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def of_change(parts: Iterable[Any]) -> str:
    """The digest of a change whose columns are given in the order of `DIGESTED`."""
    return digest(BETWEEN.join(map(_spelt, parts)))


def of_seal(previous: str, upto: int, digests: Iterable[str]) -> tuple[int, str]:
    """How many changes a seal covers and its digest; reads them one by one."""
    count, running = 0, sha256(previous.encode())
    for each in digests:
        running.update(each.encode())
        count += 1
    running.update(f"{BETWEEN}{count}{BETWEEN}{upto}".encode())
    return count, running.hexdigest()


def _spelt(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"
    return str(value)
