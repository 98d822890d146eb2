"""What a database holds, so that two of them can be compared: rows, digests, figures, files."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from cases.registry.attachments.download import kinds
from cases.registry.dockets import DocketSeries
from cases.registry.periods import Period
from lawgov.reports.machine import as_json
from lawgov.reports.rollup import roll_up

Inventory = dict[str, Any]

# Whoever is signed in just now is no part of what is kept; nor is it wise to keep their keys.
PASSING = frozenset({"django_session"})


def take_inventory(*, is_bare: bool = False) -> Inventory:
    """Tables by name with their rows and SHA-256, and the migrations they are at.

    Unless it is bare, the figures of every year and the files its rows speak of as well; those
    need tables as this version of lawgov has them.
    """
    found: Inventory = {"tables": dict(_tables()), "migrations": _migrations()}
    if not is_bare:
        found |= {"figures": _figures(), "files": dict(_files())}
    return found


def _tables() -> Iterator[tuple[str, dict[str, Any]]]:
    with connection.cursor() as cursor:
        names = sorted(set(connection.introspection.table_names(cursor)) - PASSING - _virtual())
        keys = {
            name: connection.introspection.get_primary_key_columns(cursor, name) for name in names
        }
    digested = _on_postgresql if connection.vendor == "postgresql" else _on_sqlite
    for name in names:
        order = ", ".join(connection.ops.quote_name(column) for column in keys[name] or ["1"])
        rows, digest = digested(f"SELECT * FROM {connection.ops.quote_name(name)} ORDER BY {order}")  # noqa: S608  # names of tables
        yield name, {"rows": rows, "sha256": digest}


def _virtual() -> set[str]:
    """Ways to look at an index for searching; what they show lies in tables that are counted."""
    if connection.vendor != "sqlite":
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")
        return {name for (name,) in cursor.fetchall()}


def _on_postgresql(select: str) -> tuple[int, str]:
    """By COPY, which the server writes as text without a Python object for any cell."""
    digest, rows = hashlib.sha256(), 0
    with connection.cursor() as cursor, cursor.copy(f"COPY ({select}) TO STDOUT") as copied:
        for piece in copied:
            digest.update(piece)
            rows += bytes(piece).count(b"\n")
    return rows, digest.hexdigest()


def _on_sqlite(select: str) -> tuple[int, str]:
    """As the file stores each cell; Django's own connection would convert them first."""
    digest, rows = hashlib.sha256(), 0
    stored = sqlite3.connect(f"file:{connection.settings_dict['NAME']}?mode=ro", uri=True)
    try:
        for row in stored.execute(select):
            digest.update(repr(row).encode())
            rows += 1
    finally:
        stored.close()
    return rows, digest.hexdigest()


def _migrations() -> list[str]:
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def _figures() -> dict[str, Any]:
    """Every figure and rate of every year in which a number was taken."""
    years = sorted(set(DocketSeries.objects.values_list("year", flat=True)))
    periods = [Period.parse(str(year)) for year in years]
    if not periods:
        return {}
    answer = roll_up(periods)
    return {str(period): json.loads(as_json(answer, period))["figures"] for period in periods}


def _files() -> Iterator[tuple[str, dict[str, Any]]]:
    for model in kinds().values():
        rows = model.objects.order_by("blob").values_list("blob", "sha256", "size")
        for blob, sha256, size in rows.iterator():
            yield blob, {"sha256": sha256, "size": size}


def differences(expected: Inventory, found: Inventory) -> list[str]:
    """What the second says otherwise than the first, for each part that both have."""
    return [
        f"{part}: {key}"
        for part in ("tables", "figures", "files")
        if part in expected and part in found
        for key in sorted(set(expected[part]) | set(found[part]))
        if expected[part].get(key) != found[part].get(key)
    ]
