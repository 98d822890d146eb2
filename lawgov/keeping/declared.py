"""Every check of every line, and those that concern the register as a whole."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby, islice
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from cases.litigation import soundness as litigation
from cases.reconsideration import soundness as reconsideration
from cases.registry.attachments.download import kinds
from cases.registry.attachments.storage import keys, left_over, path_of
from cases.registry.dockets import DocketNumber, DocketSeries
from cases.registry.figures import Label
from cases.registry.soundness import Check, FileCheck, Found, RowCheck
from enforcement import soundness as enforcement
from mediation import soundness as mediation

STRETCHES, LONGEST = 12, 80  # what is told of the gaps of one series
DAY = 24 * 60 * 60  # seconds; a file younger than that may be waiting for its row


def _numbers() -> Any:
    return DocketNumber.objects.filter(series=OuterRef("pk")).order_by()


def _leaves_some_out(_today: date) -> Q:
    """Fewer numbers were taken than the count has gone through; a series of none has no gap."""
    counted = _numbers().values("series").annotate(n=Count("pk")).values("n")
    return Q(last__gt=Coalesce(Subquery(counted), 0))


def _behind(_today: date) -> Q:
    return Q(Exists(_numbers().filter(sequence__gt=OuterRef("last"))))


def _without_record(_today: date) -> Q:
    return Q(reconsideration=None, dispute=None, mediation=None)


@dataclass(frozen=True)
class GapCheck:
    """Series that leave numbers out, and which: only those are read number by number."""

    code: str
    label: Label
    why: Label
    is_technical: bool = True

    def found(self, today: date) -> Iterator[Found]:
        for series in DocketSeries.objects.filter(_leaves_some_out(today)).order_by("pk"):
            taken = series.numbers.order_by("sequence").values_list("sequence", flat=True)
            left_out = ", ".join(islice(_stretches(taken.iterator(), series.last), STRETCHES))
            yield Found("cases.docketseries", series.pk, left_out[:LONGEST])


def _stretches(taken: Iterator[int], last: int) -> Iterator[str]:
    """The numbers between one taken and the next: 3, 7–9."""
    expected = 1
    for number in chain(taken, [last + 1]):
        if number > expected:
            yield f"{expected}" if number == expected + 1 else f"{expected}–{number - 1}"
        expected = number + 1


@dataclass(frozen=True)
class OrphanCheck:
    """Files that no attachment speaks of, a day after they came: what a broken save leaves."""

    code: str
    label: Label
    why: Label
    is_technical: bool = True

    def found(self, today: date) -> Iterator[Found]:  # noqa: ARG002  # by the hour, not the day
        before = time.time() - DAY
        for shard, lying in groupby(keys(), key=lambda key: key[:2]):
            known = _known(shard)
            for key in lying:
                if key not in known and path_of(key).stat().st_mtime < before:
                    yield Found("", 0, key)
        for path in left_over():
            if path.stat().st_mtime < before:
                yield Found("", 0, f"arriving/{path.name}")


def _known(shard: str) -> set[str]:
    """The blobs of one folder that some attachment speaks of."""
    return {
        blob
        for model in kinds().values()
        for blob in model.objects.filter(blob__startswith=shard).values_list("blob", flat=True)
    }


def checks() -> list[Check]:
    """In the order in which they are shown."""
    return [
        *reconsideration.CHECKS,
        *litigation.CHECKS,
        *mediation.CHECKS,
        *enforcement.CHECKS,
        GapCheck(
            "register.gap",
            _("Series that leaves numbers out"),
            _("A number that nobody can account for raises the question what was removed."),
        ),
        RowCheck(
            "register.behind",
            _("Series whose count lies behind its numbers"),
            _("The next case would be given a number that is taken, and could not be saved."),
            DocketSeries,
            _behind,
            is_technical=True,
        ),
        RowCheck(
            "register.number_without_record",
            _("Number without a record"),
            _("Even a voided case keeps its number; here the case itself is missing."),
            DocketNumber,
            _without_record,
            is_technical=True,
        ),
        FileCheck(
            "files.not_intact",
            _("Attachment whose file is missing or altered"),
            _("It is not given out any more; bring it back from a backup."),
            tuple(kinds().values()),
        ),
        OrphanCheck(
            "files.orphan",
            _("File without an attachment"),
            _("Left behind by a save that was broken off; --sweep puts such files aside."),
        ),
    ]
