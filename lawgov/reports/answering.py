"""Closed figures of those records alone that answered to a narrowing when they were closed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from django.db.models import Model

from cases.registry.figures import Counted, Figure, Number
from cases.registry.history.recalling import At
from cases.registry.sheets import Chapter, Sheet
from lawgov.reports.closures import ClosedRecords
from lawgov.reports.footprints import Footprint, Share, expand, number, unpack
from lawgov.reports.layouts import Frozen, Parts
from lawgov.reports.narrowings import filters_of

Shares = Mapping[int, Share]
Chosen = Mapping[str, Any]


class Answered(NamedTuple):
    """The records that answered to everything, and those of which the history does not say."""

    inside: set[At]
    not_known: set[At]


class Cut(NamedTuple):
    """Layouts whose closings hold the numbers of some records only.

    `not_known` are the records that were left out because the history does not say.
    """

    layouts: list[Parts]
    not_known: set[tuple[type[Model], int]]


def answered(model: type[Model], chosen: Chosen, wanted: Collection[At]) -> Answered:
    """Which records answered to a narrowing at their moments; none to one that means nothing
    to them."""
    filters = filters_of(model).base_filters
    if not chosen.keys() <= filters.keys():
        return Answered(set(), set())
    inside, not_known = set(wanted), set[At]()
    for name, value in chosen.items():
        answers = filters[name].answered(model, inside | not_known, value)
        not_known = {at for at in not_known if answers[at] is not False}
        not_known |= {at for at in inside if answers[at] is None}
        inside = {at for at in inside if answers[at]}
    return Answered(inside, not_known)


def behind_closed(
    closed: Iterable[Frozen], tables: Collection[str]
) -> dict[str, dict[int, Footprint]]:
    """What stood behind the figures of some tables, by table and closing; one query."""
    found: dict[str, dict[int, Footprint]] = {table: {} for table in tables}
    rows = ClosedRecords.objects.filter(closure__in={each.pk for each in closed}, table__in=tables)
    for table, closure, packed in rows.values_list("table", "closure", "footprint"):
        found[table][closure] = unpack(expand(packed))
    return found


def cut(layouts: Sequence[Parts], chapters: Iterable[Chapter], chosen: Chosen) -> Cut:
    """The layouts as if the closings had been of the chosen records only.

    Rates are divided anew from what is left. For each kind of record as many queries as the paths
    of the filters have steps.
    """
    sheets = {sheet.rows.model._meta.label_lower: sheet for c in chapters for sheet in c.sheets}
    closed = {each.pk: each for parts in layouts for each in parts.closed}
    made = {pk: replace(each, read=None, keys={}) for pk, each in closed.items()}
    not_known = set[tuple[type[Model], int]]()
    for table, behind in behind_closed(closed.values(), sheets).items():
        sheet, model = sheets[table], sheets[table].rows.model
        wanted = {(closed[pk].closed_at, key) for pk, some in behind.items() for key in keys(some)}
        found = answered(model, chosen, wanted)
        not_known |= {(model, key) for _moment, key in found.not_known}
        for pk, some in behind.items():
            _fill(made[pk], closed[pk], sheet, some, found.inside)
    return Cut(
        [replace(p, closed=[made[each.pk] for each in p.closed]) for p in layouts], not_known
    )


def keys(footprint: Footprint) -> set[int]:
    return {key for shares in footprint.values() for key in shares}


def _fill(
    made: Frozen, closed: Frozen, sheet: Sheet[Any], footprint: Footprint, inside: set[At]
) -> None:
    for code, counted in sheet.figures.items():
        if code not in closed.values:
            continue
        shares = {
            key: share
            for key, share in footprint.get(code, {}).items()
            if (closed.closed_at, key) in inside
        }
        made.values[code] = amount(counted, shares, closed.values[code])
        if isinstance(counted, Figure) and counted.distinct:
            made.keys[code] = sorted(set(shares.values()))


def amount(counted: Counted, shares: Shares, like: Number) -> Number:
    """What some records add up to; nothing of money is money too."""
    return number(counted, shares) + like * 0
