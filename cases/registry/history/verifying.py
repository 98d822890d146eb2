"""Reads the whole history against itself and against the rows, in the same memory however long."""

# ruff: noqa: S608  # names come from the models, never from a person

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import connection
from django.utils.translation import gettext as _

from cases.registry.history.dialects import DIALECTS
from cases.registry.history.digests import DIGESTED, of_change, of_seal
from cases.registry.history.models import Change, Seal
from cases.registry.history.replaying import difference
from cases.registry.history.sealing import CHUNK, digests
from cases.registry.history.triggers import HistoryTriggers
from cases.registry.history.watching import Watched

CHANGES = Change._meta.db_table


class Wrong(NamedTuple):
    """One thing that does not hold, named so that somebody can look at it."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def verify(history: HistoryTriggers) -> Iterator[Wrong]:
    """Everything that is wrong with the history; nothing where all holds."""
    for table in sorted(history.missing(connection)):
        yield Wrong(table, _("its changes are not written down; run manage.py migrate"))
    yield from _altered()
    yield from _broken_links()
    yield from _broken_seals()
    for each in history.watched():
        yield from _rows(each)


def _altered() -> Iterator[Wrong]:
    """Changes whose digest is not that of what they say."""
    rows = Change.objects.order_by("pk").values_list("pk", *DIGESTED, "digest")
    for pk, *parts, kept in rows.iterator(chunk_size=CHUNK):
        if of_change(parts) != kept:
            where = _("change %(key)s (%(label)s %(row)s)")
            said = dict(zip(DIGESTED, parts, strict=True))
            spot = {"key": pk, "label": said["label"], "row": said["row_key"]}
            yield Wrong(where % spot, _("the change itself was altered"))


def _broken_links() -> Iterator[Wrong]:
    """Changes that do not follow the one before of the same row: one in between is gone."""
    statement = f"""SELECT id, label, row_key FROM (
        SELECT id, label, row_key, previous,
            LAG(digest, 1, '') OVER (PARTITION BY row_key, label ORDER BY id) AS before
        FROM "{CHANGES}") linked WHERE previous <> before ORDER BY id"""
    for pk, label, row in _read(statement):
        yield Wrong(
            _("change %(key)s (%(label)s %(row)s)") % {"key": pk, "label": label, "row": row},
            _("the change before it is missing or another"),
        )


def _broken_seals() -> Iterator[Wrong]:
    since, previous = 0, ""
    for seal in Seal.objects.order_by("pk"):
        where = _("seal %(key)s") % {"key": seal.pk}
        if seal.previous != previous:
            yield Wrong(where, _("the seal before it is missing or another"))
        count, digest = of_seal(seal.previous, seal.upto, digests(since, seal.upto))
        if count != seal.count:
            told = {"sealed": seal.count, "there": count}
            yield Wrong(where, _("%(sealed)s changes were sealed, %(there)s are there") % told)
        elif digest != seal.digest:
            yield Wrong(where, _("a change under it, or the seal, was altered"))
        since, previous = seal.upto, seal.digest


def _rows(watched: Watched) -> Iterator[Wrong]:
    """Rows that are not what their last change left, and rows that are gone without one."""
    dialect, table = DIALECTS[connection.vendor], f'"{watched.table}"'
    otherwise = dialect.otherwise(watched, "t")
    for key, said in _read(
        f"SELECT t.id, {dialect.said(watched, 't')} FROM {table} t WHERE {otherwise}"
    ):
        yield Wrong(f"{watched.label} {key}", _told(watched, key, said))
    gone = f"""SELECT c.row_key FROM "{CHANGES}" c WHERE c.label = %s AND c.kind <> 'removed'
        AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.id = c.row_key)
        AND NOT EXISTS (SELECT 1 FROM "{CHANGES}" n
            WHERE n.row_key = c.row_key AND n.label = c.label AND n.id > c.id)"""
    for (key,) in _read(gone, watched.label):
        yield Wrong(f"{watched.label} {key}", _("the row is gone, and nobody removed it"))


def _told(watched: Watched, key: int, said: str) -> str:
    moved = difference(watched, key, said)
    if moved is None:
        return _("the row has no history")
    fields = "; ".join(
        _("%(column)s was recorded as %(before)s and now is %(now)s")
        % {"column": column, "before": before, "now": now}
        for column, (before, now) in moved.items()
    )
    return _("the row was changed past its history: %(fields)s") % {"fields": fields or "?"}


def _read(statement: str, *values: str) -> Iterator[tuple[Any, ...]]:
    """Rows of a statement, some at a time."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement, values or None)
        while rows := cursor.fetchmany(CHUNK):
            yield from rows
