"""The digest of a closing: reckoned when it is closed, and again whenever somebody doubts it."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from lawgov.reports.closures import ClosedFigure, ClosedRecords, Closure
from lawgov.reports.footprints import canonical, digest, expand
from lawgov.reports.numbers import ClosedNumbers, written
from lawgov.reports.returns.closed_tables import ClosedTable

SEALED = (
    "kind",
    "value",
    "numerator",
    "denominator",
    "rounding",
    "decimals",
    "keys",
    "label_zh",
    "label_en",
    "meaning_zh",
    "meaning_en",
)


@dataclass(frozen=True)
class Doubt:
    """A closing whose content no longer gives its digest."""

    closure: Closure
    found: str


def seal(
    closure: Closure,
    figures: Iterable[ClosedFigure],
    records: Iterable[ClosedRecords],
    tables: Iterable[ClosedTable],
) -> str:
    """SHA-256 over the canonical JSON of everything the closing says; no language plays a part.

    The records and the forms enter by the digest of their text, not of the compressed bytes,
    which another version of the compressor may write differently. A closing from before forms
    were frozen has none, and its digest is reckoned without.
    """
    document: dict[str, Any] = {
        "period": [str(closure.start_on), str(closure.end_on)],
        "closed": [str(closure.closed_on), closure.closed_at.astimezone(UTC).isoformat()],
        "by": closure.closed_by_id,
        "follows": closure.follows_id,
        "figures": {each.code: _sealed(each) for each in figures},
        "records": {each.table: digest(expand(each.footprint)) for each in records},
    }
    forms = {
        each.form: [each.layout, digest(expand(each.told)), digest(expand(each.behind))]
        for each in tables
    }
    return digest(canonical({**document, "tables": forms} if forms else document))


def _sealed(figure: ClosedFigure) -> list[Any]:
    return [getattr(figure, name) for name in SEALED]


def doubts() -> Iterator[Doubt]:
    """Every closing, reopened ones included, that is not what it was; one in memory at a time."""
    for closure in Closure.objects.order_by("pk").iterator():
        figures = list(ClosedFigure.objects.filter(closure=closure))
        records = ClosedRecords.objects.filter(closure=closure)
        tables = ClosedTable.objects.filter(closure=closure)
        try:
            found = seal(closure, figures, records, tables)
        except (zlib.error, UnicodeDecodeError):  # not even what was compressed
            found = ""
        kept = ClosedNumbers.objects.filter(closure=closure)
        if list(kept.values_list("codes__codes", "numbers", "keys")) != [written(figures)]:
            found = ""  # what reports read is not what was sealed
        if found != closure.digest:
            yield Doubt(closure, found)
