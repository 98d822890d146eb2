"""What is recorded of the cautions of records is brought in step with what is found now."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cases.registry.cautions.recorded import Caution
from cases.registry.cautions.rules import Cautions, Finding
from cases.registry.history.acts import Door
from cases.registry.keys import among

Found = Mapping[int, Sequence[Finding]]  # by the key of the record


@dataclass(frozen=True, slots=True)
class Told:
    """Who let the records pass, through which door, why and when."""

    door: Door
    at: datetime
    by: int | None = None
    reason: str = ""


def standing(declared: Cautions, pks: Sequence[int]) -> dict[int, list[Caution]]:
    """What is recorded of some records and not ended, in one query."""
    rows: dict[int, list[Caution]] = defaultdict(list)
    found = Caution.objects.filter(among("record", pks), table=declared.table, ended_at=None)
    for row in found:
        rows[row.record].append(row)
    return rows


def unanswered(declared: Cautions, pk: int, found: Sequence[Finding]) -> list[Finding]:
    """What asks for a reason and is not recorded yet with these dates."""
    known = {row.key for row in standing(declared, [pk])[pk]}
    return [each for each in found if each.rule.asks and each.key not in known]


@transaction.atomic
def settle(declared: Cautions, found: Found, told: Told) -> list[Caution]:
    """End what is no longer so, record what is new, and add a reason where none was given.

    Returns what was recorded now.
    """
    rows = standing(declared, list(found)) if found else {}
    for pk, findings in found.items():
        _end(rows.get(pk, []), findings, told)
    new = [
        _caution(declared, pk, each, told)
        for pk, findings in found.items()
        for each in _new(rows.get(pk, []), findings)
    ]
    return Caution.objects.bulk_create(new, batch_size=500)


def _end(rows: Sequence[Caution], found: Sequence[Finding], told: Told) -> None:
    keys = {each.key for each in found}
    if over := [row.pk for row in rows if row.key not in keys]:
        Caution.objects.filter(pk__in=over).update(ended_at=told.at)
    mute = [row.pk for row in rows if row.key in keys and row.is_asked and not row.reason]
    if mute and told.reason:
        Caution.objects.filter(pk__in=mute).update(reason=told.reason, by=told.by)


def _new(rows: Sequence[Caution], found: Sequence[Finding]) -> Iterator[Finding]:
    known = {row.key for row in rows}
    yield from (each for each in found if each.key not in known)


def _caution(declared: Cautions, pk: int, each: Finding, told: Told) -> Caution:
    article = each.occasion.article
    return Caution(
        table=declared.table,
        record=pk,
        **each.key._asdict(),
        article_zh=article.zh,
        article_en=article.en,
        is_asked=each.rule.asks,
        reason=told.reason if each.rule.asks else "",
        door=told.door,
        by_id=told.by,
        at=told.at,
    )
