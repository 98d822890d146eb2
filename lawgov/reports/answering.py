"""Closed figures of those records alone that answered to a narrowing when they were closed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Model

from cases.registry.figures import Counted, Figure, Number
from cases.registry.history.asking import Asked, Group
from cases.registry.history.moving import moved
from cases.registry.history.recalling import Told, Wanted, together
from cases.registry.keys import between, keys_of
from cases.registry.sheets import Chapter, Sheet
from lawgov.reports.closures import ClosedRecords
from lawgov.reports.footprints import Packed, Share, expand, number
from lawgov.reports.laying import Frozen, Parts
from lawgov.reports.narrowings import answers, filters_of, narrow
from lawgov.reports.parting import Answers

Shares = Mapping[int, Share]
Chosen = Mapping[str, Any]


class Answered:
    """Which records answered to everything at their moments, and of which that is not known.

    Most records still say what they said: of these those in `now` answered at every moment, and
    of the others it is `told` one by one.
    """

    def __init__(self, told: Answers, now: Iterable[int] = ()) -> None:
        self._always = {*now, *(key for key, answer in told.always.items() if answer)}
        self._at: defaultdict[datetime, set[int]] = defaultdict(set)
        for (moment, key), answer in told.at.items():
            if answer:
                self._at[moment].add(key)
        self.not_known = {key for key, answer in told.always.items() if answer is None}
        self.not_known |= {key for (_moment, key), answer in told.at.items() if answer is None}

    def inside(self, moment: datetime) -> set[int]:
        """Records that answered at one of the moments, and some that were not asked about."""
        return self._always | self._at[moment] if moment in self._at else self._always


class Cut(NamedTuple):
    """Layouts whose closings hold the numbers of some records only.

    `not_known` are the records that were left out because the history does not say.
    """

    layouts: list[Parts]
    not_known: set[tuple[type[Model], int]]


def answered(model: type[Model], chosen: Chosen, asked: Asked) -> Answered:
    """Which records answered to a narrowing at their moments; none to one that means nothing
    to them."""
    if not (asked.at and answers(model, chosen)):
        return Answered(Told())
    if not chosen:
        return Answered(Told(), asked.keys)
    filters = filters_of(model).base_filters
    paths = {path for name in chosen for path in filters[name].reads}
    changed = moved(model, paths, asked)
    for name, value in chosen.items():
        changed |= filters[name].stirred(model, asked, value)
    now = _answering_now(model, chosen, asked.keys.edges) - changed
    some = asked.only(changed)
    return Answered(one_by_one(model, chosen, some) if some else Told(), now)


def _answering_now(model: type[Model], chosen: Chosen, edges: range) -> set[int]:
    """Records that answer as they stand, voided ones among them."""
    rows = narrow(model._base_manager.filter(between("pk", edges)), chosen)
    return set() if rows is None else keys_of(rows)


def one_by_one(model: type[Model], chosen: Chosen, wanted: Wanted) -> Answers:
    """Whether each record answered to everything chosen, as the history has it."""
    filters = filters_of(model).base_filters
    told = [filters[name].answered(model, wanted, value) for name, value in chosen.items()]
    return together(told, wanted).map(_all)


def _all(answers: Collection[bool | None]) -> bool | None:
    return False if False in answers else None if None in answers else True


def behind_closed(
    closed: Iterable[Frozen], tables: Collection[str]
) -> dict[str, dict[int, Packed]]:
    """What stood behind the figures of some tables, by table and closing; one query."""
    found: dict[str, dict[int, Packed]] = {table: {} for table in tables}
    rows = ClosedRecords.objects.filter(closure__in={each.pk for each in closed}, table__in=tables)
    for table, closure, packed in rows.values_list("table", "closure", "footprint"):
        found[table][closure] = Packed(expand(packed))
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
        asked = at_moments(closed, {pk: some.groups for pk, some in behind.items()})
        found = answered(model, chosen, asked)
        not_known |= {(model, key) for key in found.not_known}
        for pk, some in behind.items():
            _fill(made[pk], closed[pk], sheet, some, found.inside(closed[pk].closed_at))
    return Cut(
        [replace(p, closed=[made[each.pk] for each in p.closed]) for p in layouts], not_known
    )


def at_moments(closed: Mapping[int, Frozen], behind: Mapping[int, Sequence[Group]]) -> Asked:
    """The records of closings, by the moments of these."""
    asked: defaultdict[datetime, list[Group]] = defaultdict(list)
    for pk, groups in behind.items():
        if groups:
            asked[closed[pk].closed_at] += groups
    return Asked(asked)


def _fill(
    made: Frozen, closed: Frozen, sheet: Sheet[Any], behind: Packed, inside: set[int]
) -> None:
    some = behind.only(inside)
    counts = some.counts()
    for code, counted in sheet.figures.items():
        if code not in closed.values:
            continue
        if isinstance(counted, Figure) and counted.total:
            made.values[code] = amount(counted, some.amounts(code), closed.values[code])
        elif isinstance(counted, Figure) and counted.distinct:
            shares = some.shares(code)
            made.values[code] = amount(counted, shares, closed.values[code])
            made.keys[code] = sorted(set(shares.values()))
        else:
            made.values[code] = counts.get(code, 0)


def amount(counted: Counted, shares: Shares, like: Number) -> Number:
    """What some records add up to; nothing of money is money too."""
    return number(counted, shares) + like * 0
