"""Removes entries of the access log that were kept long enough."""

from datetime import datetime, timedelta

from django.db import transaction

from cases.registry.accesses.entries import Access, AccessEntry
from cases.registry.accesses.guards import SHORTEST_DAYS
from cases.registry.accesses.log import noted


class TooYoung(ValueError):
    """Somebody wants to remove what the law says is kept."""


@transaction.atomic
def prune(now: datetime, days: int) -> int:
    """Remove what was entered more than so many days before; how many entries that were.

    That they were removed is itself entered, so the log says where it begins.

    Raises:
        TooYoung: fewer days than the law has them kept.
    """
    if days < SHORTEST_DAYS:
        raise TooYoung(days)
    before = now - timedelta(days=days)
    removed, _by_model = AccessEntry.objects.filter(at__lt=before).delete()
    if removed:
        noted(None, Access.PRUNE, f"< {before:%Y-%m-%d}", f"{removed}")
    return removed
