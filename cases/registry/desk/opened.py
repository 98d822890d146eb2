"""Which versions a form was opened with, as the form itself brings them back."""

import re
from collections.abc import Iterable
from typing import Any, Final

from django.db.models import Model

from cases.registry.records import Record

OPENED: Final = "_opened"
Versions = dict[tuple[str, int], int]  # by table and key
_ONE = re.compile(r"([a-z]+\.[a-z]+)\.(\d{1,18})=(\d{1,9})", re.ASCII)


def keeper_of(row: Model) -> Record | None:
    """The record whose version speaks for a row: itself, or the one it belongs to."""
    if isinstance(row, Record):
        return row
    found = getattr(row, getattr(row, "belongs_to", "") or "pk", None)
    return found if isinstance(found, Record) else None


def written(records: Iterable[Record]) -> str:
    """For the hidden field of a form; one word for each record."""
    return " ".join(f"{each._meta.label_lower}.{each.pk}={each.version}" for each in records)


def read(posted: Any) -> Versions:
    """What a form brings back; what is not of that shape is passed over."""
    found = _ONE.findall(posted.get(OPENED, ""))
    return {(label, int(key)): int(version) for label, key, version in found}


def version_of(record: Record, versions: Versions) -> int:
    """The version a record was opened with; a form that does not say saw it as it is."""
    return versions.get((record._meta.label_lower, record.pk), record.version)
