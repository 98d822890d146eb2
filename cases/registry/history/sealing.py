"""Takes a seal over all changes since the last, so that a tail cut off shows."""

from collections.abc import Iterator

from django.db import connection, transaction
from django.utils import timezone

from cases.registry.history.digests import of_seal
from cases.registry.history.models import Change, Seal

CHUNK = 5_000


def seal() -> Seal | None:
    """A new seal; None where nothing was changed since the last one.

    Writers are waited for, and kept waiting, only while the last change is looked up: whoever
    comes later gets a higher key.
    """
    before = Seal.objects.last()
    since, previous = (before.upto, before.digest) if before else (0, "")
    upto = _settled()
    if upto <= since:
        return None
    count, digest = of_seal(previous, upto, digests(since, upto))
    return Seal.objects.create(
        upto=upto, count=count, previous=previous, digest=digest, at=timezone.now()
    )


def digests(since: int, upto: int) -> Iterator[str]:
    """The digests of the changes after one and up to another, in order, some at a time."""
    rows = Change.objects.filter(pk__gt=since, pk__lte=upto).order_by("pk")
    return rows.values_list("digest", flat=True).iterator(chunk_size=CHUNK)


def _settled() -> int:
    """The last change of which all before it are committed or will never be."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f'LOCK TABLE "{Change._meta.db_table}" IN SHARE MODE')
        return Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
