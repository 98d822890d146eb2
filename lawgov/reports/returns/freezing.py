"""Freezes the forms of a period when it is closed, and reads them again."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from django.db.models import QuerySet
from django.utils import translation

from cases.registry.periods import Period
from cases.registry.sheets import Sheet
from lawgov.reports.closures import Closure
from lawgov.reports.footprints import (
    Footprint,
    Share,
    canonical,
    compress,
    distances,
    expand,
    footprint,
    number,
    pack,
    unpack,
)
from lawgov.reports.question import Question
from lawgov.reports.returns.closed_tables import ClosedTable
from lawgov.reports.returns.columns import in_chinese
from lawgov.reports.returns.dimensions import DIMENSIONS, Months
from lawgov.reports.returns.layouts import current
from lawgov.reports.returns.pivot import TOTAL, Filled, Pivot
from lawgov.reports.returns.told import Told, as_document, revived, told_of

LANGUAGES = ("zh-hans", "en")


class Moved(Exception):
    """A cell and the records behind it disagree: somebody wrote between the two readings."""


def freeze(period: Period) -> Iterator[ClosedTable]:
    """Every form that has a layout for the period, as the records stand.

    Raises:
        Moved: a record changed meanwhile.
    """
    for layout in current(period):
        yield _freeze(Pivot(layout, period))


def _freeze(pivot: Pivot) -> ClosedTable:
    filled, behind = pivot.filled(), _behind(pivot)
    _refuse_what_moved(pivot, filled, behind)
    told = {}
    for language in LANGUAGES:
        with translation.override(language):
            told[language[:2]] = as_document(told_of(pivot, pivot.labelled(filled)))
    return ClosedTable(
        form=pivot.layout.form,
        layout=pivot.layout.version,
        told=compress(canonical(told)),
        behind=compress(canonical(behind)),
    )


def _behind(pivot: Pivot) -> dict[str, Any]:
    """The footprint of every column, and of each row the keys of its records by kind."""
    columns = {}
    months: dict[str, dict[str, str]] = {}
    rows: dict[str, dict[str, dict[str, list[int]]]] = {}
    for queryset, sheet in _counting(pivot):
        label = sheet.rows.model._meta.label_lower
        found = footprint(sheet, pivot.period)
        columns[label] = pack(found)
        for section in pivot.layout.sections:
            dimension = DIMENSIONS[section.by]
            if isinstance(dimension, Months):
                for month in pivot.period.months():
                    months.setdefault(str(month), {})[label] = pack(footprint(sheet, month))
            else:
                path, keys = (
                    dimension.paths[sheet.rows.model],
                    {pk for f in found.values() for pk in f},
                )
                rows.setdefault(section.by, {})[label] = _by_row(queryset, path, keys, dimension)
    return {"columns": columns, "months": months, "rows": rows}


def _counting(pivot: Pivot) -> Iterator[tuple[QuerySet[Any], Sheet[Any]]]:
    """The counted columns alone; what a rate divides has no cell of its own."""
    for queryset, sheet in pivot.sheets():
        counted = [each for code, each in sheet.figures.items() if not code.startswith("=")]
        if counted:
            yield queryset, Sheet(queryset, *counted)


def _by_row(
    queryset: QuerySet[Any], path: str, keys: set[int], dimension: Any
) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    # Between the first and the last of them: a list of all would be too long a statement.
    edges = {"pk__gte": min(keys, default=0), "pk__lte": max(keys, default=0)}
    for pk, value in queryset.filter(**edges).order_by("pk").values_list("pk", path).iterator():
        if pk in keys:
            found[dimension.key(value)].append(pk)
    return {key: distances(pks) for key, pks in found.items()}


def _refuse_what_moved(pivot: Pivot, filled: Sequence[Filled], behind: Mapping[str, Any]) -> None:
    cells = Cells(behind)
    for each in filled:
        for line in (*each.lines, each.total):
            for column in pivot.layout.columns:
                if not (column.figure or column.of):
                    continue
                shares = cells.of(each.section.by, line.key, column.key)
                if number(pivot.counted(column), shares) != line.values[column.key]:
                    raise Moved(column.label)


class Cells:
    """The records behind every cell of a form, as they were kept."""

    def __init__(self, behind: Mapping[str, Any]) -> None:
        self._rows = behind["rows"]
        self._columns = {label: unpack(text) for label, text in behind["columns"].items()}
        self._months = {
            month: {label: unpack(text) for label, text in kept.items()}
            for month, kept in behind["months"].items()
        }

    def of(self, by: str, row: str, column: str) -> dict[int, Share]:
        """Under the key of each record what it added to the cell."""
        if row != TOTAL and by not in self._rows:
            return self._of(self._months.get(row, {}), column)[1]
        label, shares = self._of(self._columns, column)
        if row == TOTAL:
            return shares
        inside = set(accumulate(self._rows[by].get(label, {}).get(row, [])))
        return {pk: share for pk, share in shares.items() if pk in inside}

    def _of(self, kept: Mapping[str, Footprint], column: str) -> tuple[str, dict[int, Share]]:
        for label, found in kept.items():
            if column in found:
                return label, found[column]
        return "", {}


@dataclass(frozen=True)
class Frozen:
    """A form as it was closed."""

    closure: Closure
    kept: ClosedTable

    @property
    def told(self) -> Told:
        document = json.loads(expand(self.kept.told))
        return revived(document["zh" if in_chinese() else "en"], self.closure.closed_at)

    @property
    def cells(self) -> Cells:
        return Cells(json.loads(expand(self.kept.behind)))


def standing(question: Question) -> Closure | None:
    """The closing of exactly the period, where the question wants what was closed."""
    if not question.wants_what_was_closed:
        return None
    return Closure.objects.standing().of(question.period).first()


def frozen(closure: Closure | None, form: str) -> Frozen | None:
    """The form as it was closed; None where it is open, or was closed without its forms."""
    if closure is None:
        return None
    kept = ClosedTable.objects.filter(closure=closure, form=form).first()
    return Frozen(closure, kept) if kept else None
