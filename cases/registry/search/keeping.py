"""Brings the kept texts up to date: whoever searches does so first, a batch at a time."""

# ruff: noqa: S608  # names come from the models, never from a person

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, transaction

from cases.registry.search.dialects import DIALECTS, QUEUE, STAND
from cases.registry.search.searched import Searched

BATCH = 2000


def bring_up_to_date(every: Iterable[Searched], batches: int | None = None) -> bool:
    """Read again what was noted down as changed; whether nothing is left to do.

    One query, and nothing written, while nothing has changed. What changes meanwhile is noted
    down after, and read by the next search.
    """
    known = {each.kind: each for each in every}
    while known and _is_behind(_among(known)):
        if batches == 0:
            return False
        _advance(known)
        batches = None if batches is None else batches - 1
    return True


def _among(known: Iterable[str]) -> str:
    """SQL; the kinds are names of our own models."""
    return "kind IN ({})".format(", ".join(f"'{kind}'" for kind in known))


def _is_behind(among: str) -> bool:
    sql = (
        f"SELECT 1 WHERE EXISTS (SELECT 1 FROM {QUEUE} WHERE {among})"
        f" OR EXISTS (SELECT 1 FROM {STAND} WHERE {among} AND NOT is_built)"
    )
    return bool(_all(sql))


@transaction.atomic
def _advance(known: dict[str, Searched]) -> None:
    """One batch of what changed or, when there is none, of what was never read.

    One at a time, whoever it is: of two that read the same record the later has the last word.
    """
    if lock := DIALECTS[connection.vendor].lock:
        _all(lock)
    if not _changed(known):
        _unread(known)


def _changed(known: dict[str, Searched]) -> bool:
    among = _among(known)
    rows = _all(f"SELECT id, kind, record FROM {QUEUE} WHERE {among} ORDER BY id LIMIT {BATCH}")
    records: dict[str, set[int]] = defaultdict(set)
    for _id, kind, record in rows:
        records[kind].add(record)
    for kind, pks in records.items():
        refresh(known[kind], sorted(pks))
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {QUEUE} WHERE id = %s", [(row[0],) for row in rows])
    return bool(rows)


def _unread(known: dict[str, Searched]) -> None:
    """A batch of records in the order of their keys, of as many kinds as it has room for."""
    room = BATCH
    unbuilt = f"SELECT kind, built FROM {STAND} WHERE {_among(known)} AND NOT is_built"
    for kind, built in _all(unbuilt):
        later = known[kind].model._base_manager.filter(pk__gt=built).order_by("pk")
        pks = list(later.values_list("pk", flat=True)[:room])
        refresh(known[kind], pks)
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {STAND} SET built = %s, is_built = %s WHERE kind = %s",
                [pks[-1] if pks else built, len(pks) < room, kind],
            )
        if (room := room - len(pks)) == 0:
            return


def refresh(searched: Searched, pks: Sequence[int]) -> None:
    """The texts of these records as they are now; of one that is gone there is none."""
    if not pks:
        return
    marks = ", ".join(str(int(pk)) for pk in pks)
    before = dict(_all(f"SELECT id, text FROM {searched.table} WHERE id IN ({marks})"))
    after = searched.texts(pks)
    gone = {pk: text for pk, text in before.items() if after.get(pk) != text}
    new = {pk: text for pk, text in after.items() if before.get(pk) != text}
    DIALECTS[connection.vendor].write(connection, searched, gone, new)


def _all(sql: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())
