"""Claiming rows by the version they were read with, so that nobody overwrites blindly."""

# ruff: noqa: S608  # names come from the models

from collections import defaultdict
from collections.abc import Mapping

from django.db import connection, transaction

from cases.registry.records import Record

AT_ONCE = 500  # keys in one statement


class Collided(Exception):
    """Somebody else changed a row since it was read; nothing of this may be written."""


def claim(model: type[Record], versions: Mapping[int, int]) -> set[int]:
    """Claim rows, by key, for a change in this transaction; the keys of those that were too late.

    The version is part of the UPDATE itself: of two who read the same version one gets the row.
    What is claimed stays locked until the transaction ends.

    Keys are gone through in order, so that two who claim many do not wait for each other. To be
    called inside the transaction that changes the rows.
    """
    by_version: dict[int, list[int]] = defaultdict(list)
    for key, version in sorted(versions.items()):
        by_version[version].append(key)
    won = set[int]()
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        for version, keys in sorted(by_version.items()):
            for start in range(0, len(keys), AT_ONCE):
                some = keys[start : start + AT_ONCE]
                cursor.execute(_statement(model, len(some)), [version, *some, version])
                won |= {key for (key,) in cursor.fetchall()}
    return set(versions) - won


def _statement(model: type[Record], count: int) -> str:
    """PostgreSQL takes its locks in the order of the inner query."""
    table, marks = model._meta.db_table, ", ".join(["%s"] * count)
    locked = " FOR UPDATE" if connection.vendor == "postgresql" else ""
    inner = f'SELECT id FROM "{table}" WHERE version = %s AND id IN ({marks}) ORDER BY id{locked}'
    return (
        f'UPDATE "{table}" SET version = version + 1'
        f" WHERE id IN ({inner}) AND version = %s RETURNING id"
    )
