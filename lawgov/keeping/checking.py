"""Looks at everything once, and keeps what is found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.db import transaction
from django.utils import timezone

from cases.registry.attachments.storage import ARRIVING, folder, path_of, settle
from cases.registry.soundness import Check, Found
from lawgov.keeping.declared import OrphanCheck
from lawgov.keeping.models import Checkup, Finding

AT_ONCE = 1000
SWEPT = "swept"  # the folder among the files into which those without a row are put aside


@dataclass(frozen=True)
class Result:
    """What one check found this time, of which so many for the first time, and what is mended."""

    check: Check
    count: int
    mended: int


def check_everything(checks: Iterable[Check], today: date) -> list[Result]:
    """Run every check, one transaction each; rows are streamed, never all in memory."""
    checkup = Checkup.objects.create(begun_at=timezone.now())
    checks = list(checks)
    results = [_look(check, checkup, today) for check in checks]
    Finding.objects.exclude(code__in=[check.code for check in checks]).delete()
    checkup.count = sum(result.count for result in results)
    checkup.ended_at = timezone.now()
    checkup.save(update_fields=["count", "ended_at"])
    return results


def _look(check: Check, checkup: Checkup, today: date) -> Result:
    with transaction.atomic():
        count = 0
        found = check.found(today)
        while batch := list(islice(found, AT_ONCE)):
            _keep(check.code, batch, checkup, checkup.begun_at)
            count += len(batch)
        gone = Finding.objects.filter(code=check.code).exclude(checkup=checkup)
        mended, _by_table = gone.delete()
    return Result(check, count, mended)


def _keep(code: str, batch: list[Found], checkup: Checkup, moment: datetime) -> None:
    """What was found before keeps the moment since when."""
    rows = (
        Finding(
            code=code,
            model=found.model,
            row=found.row,
            what=found.what,
            since_at=moment,
            checkup=checkup,
        )
        for found in batch
    )
    Finding.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["code", "model", "row", "what"],
        update_fields=["checkup"],
    )


def sweep(check: OrphanCheck, today: date) -> Iterator[str]:
    """Put aside the files that no attachment speaks of; what was put aside wrongly can return."""
    for found in list(check.found(today)):
        name = found.what.removeprefix(f"{ARRIVING}/")
        source = folder() / found.what if "/" in found.what else path_of(found.what)
        settle(source, folder() / SWEPT / name[:2] / name[2:4] / name)
        yield name
