"""A form filled in: one query for each kind of record, however many rows and columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from cases.registry.figures import CENTS_A_YUAN, Counted, Number, Values
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.records import KeptQuerySet, Reader
from cases.registry.sheets import Sheet
from lawgov.reports.returns.columns import Column, Wording
from lawgov.reports.returns.dimensions import DIMENSIONS, NOT_FILLED_IN, Dimension, Months
from lawgov.reports.returns.layouts import Layout, Section, Tie
from lawgov.reports.returns.vocabulary import COUNTED, RATES
from lawgov.reports.spans import spoken

Shown = Number | Ratio | None
TOTAL = ""


@dataclass(frozen=True)
class Line:
    """One row of the form; `key` names it in an address, the total's is empty."""

    key: str
    label: str
    values: Mapping[str, Shown]


@dataclass(frozen=True)
class Filled:
    """One section with its rows and their sum."""

    section: Section
    lines: Sequence[Line]
    total: Line


@dataclass(frozen=True)
class Sum:
    """Columns that must be equal, and by how much they are not, row by row."""

    label: str
    whole: Number
    parts: Number
    left_over: Sequence[tuple[str, Number]]

    @property
    def holds(self) -> bool:
        return not self.left_over


@dataclass(frozen=True)
class Pivot:
    """A layout, a period and a reader: everything a table, a sheet or a list is made of.

    `reader` None counts everything there is, for the command line.
    """

    layout: Layout
    period: Period
    reader: Reader | None = None

    def filled(self) -> list[Filled]:
        return [self._fill(section) for section in self.layout.sections]

    def labelled(self, sections: Sequence[Filled]) -> list[Filled]:
        """The same numbers with their rows named in the language now in force."""
        return [self._labelled(each) for each in sections]

    def _labelled(self, filled: Filled) -> Filled:
        dimension = DIMENSIONS[filled.section.by]
        if isinstance(dimension, Months):
            names = {str(month): spoken(month) for month in self.period.months()}
        else:
            names = dict(dimension.names(self.period))
        lines = [
            replace(line, label=names.get(line.key) or unnamed(line.key)) for line in filled.lines
        ]
        return Filled(filled.section, lines, replace(filled.total, label=_("Total")))

    def sums(self, sections: Sequence[Filled]) -> list[Sum]:
        """Every identity of the form and every group that makes up a column, checked."""
        found = [self._sum(tie, sections) for tie in [*self.layout.ties, *_partitions(self.layout)]]
        return [each for each in found if each is not None]

    def counted(self, column: Column) -> Counted:
        """The figure of a column, narrowed to what the column shows."""
        where = column.where
        while column.of:
            column = self.layout.column(column.of)
            where = column.where & where
        counted = COUNTED[column.figure][1]
        return replace(counted, where=counted.where & where)

    def rows(self, column: Column) -> QuerySet[Any]:
        """All records the reader may see of the kind a column counts."""
        return self._visible(COUNTED[self.layout.counted_code(column)][0])

    def behind(self, section: Section, key: str, column: Column) -> QuerySet[Any]:
        """Exactly the records of one cell; of the total, those of all rows.

        Raises:
            ValueError: the row is no month of the period.
        """
        rows, dimension = self.rows(column), DIMENSIONS[section.by]
        period = self.period
        if key and isinstance(dimension, Months):
            period = Period.parse(key)
            if period not in self.period.months():
                raise ValueError(key)
        elif key and isinstance(dimension, Dimension):
            rows = rows.filter(dimension.condition(rows.model, key))
        return rows.filter(self.counted(column).condition(period))

    def label(self, section: Section, key: str) -> str:
        """What a row is called on the page."""
        dimension = DIMENSIONS[section.by]
        if isinstance(dimension, Months):
            return spoken(Period.parse(key))
        return dict(dimension.names(self.period)).get(key, unnamed(key))

    def _visible(self, sheet: Sheet[Any]) -> QuerySet[Any]:
        rows = sheet.rows
        if self.reader is None:
            return rows
        return rows.visible_to(self.reader) if isinstance(rows, KeptQuerySet) else rows

    def sheets(self) -> Iterator[tuple[QuerySet[Any], Sheet[Any]]]:
        """The counted columns by the kind of record they count, each kind a sheet of its own."""
        by_model: dict[type[Model], dict[str, Counted]] = {}
        sources: dict[type[Model], Sheet[Any]] = {}
        for key, source, counted in self._asked():
            model = source.rows.model
            by_model.setdefault(model, {})[key] = counted
            sources[model] = source
        for model, counted_by_key in by_model.items():
            rows = self._visible(sources[model])
            figures = [replace(counted, code=key) for key, counted in counted_by_key.items()]
            yield rows, Sheet(rows, *figures)

    def _asked(self) -> Iterator[tuple[str, Sheet[Any], Counted]]:
        for column in self.layout.columns:
            if column.figure or column.of:
                source = COUNTED[self.layout.counted_code(column)][0]
                yield column.key, source, self.counted(column)
            elif column.rate:
                rate = RATES[column.rate]
                for code in dict.fromkeys(rate.numerator + rate.denominator):
                    yield f"={code}", *COUNTED[code]

    def _fill(self, section: Section) -> Filled:
        dimension = DIMENSIONS[section.by]
        counts = self._by_month() if isinstance(dimension, Months) else self._by(dimension)
        total = counts.pop(TOTAL, None) or _totals(counts)
        lines = [
            Line(key, label, self._shown(counts.get(key, {})))
            for key, label in self._labels(dimension, counts)
        ]
        return Filled(section, lines, Line(TOTAL, _("Total"), self._shown(total)))

    def _by_month(self) -> dict[str, Values]:
        """Under each month its numbers, and those of the period: a stock is not their sum."""
        months = self.period.months()
        periods = list(dict.fromkeys([*months, self.period]))
        counts: dict[str, Values] = {str(period): {} for period in months}
        whole: Values = {}
        for rows, sheet in self.sheets():
            answers = dict(zip(periods, sheet.count(periods, rows), strict=True))
            whole.update(answers[self.period])
            for month in months:
                counts[str(month)].update(answers[month])
        return {**counts, TOTAL: whole}

    def _by(self, dimension: Dimension) -> dict[str, Values]:
        counts: dict[str, Values] = {}
        for rows, sheet in self.sheets():
            path = dimension.paths[rows.model]
            for value, [values] in sheet.count_by(path, [self.period], rows).items():
                line = counts.setdefault(dimension.key(value), {})
                for key, number in values.items():
                    line[key] = line.get(key, 0) + number
        return counts

    def _labels(
        self, dimension: Dimension | Months, counts: Mapping[str, Values]
    ) -> list[tuple[str, str]]:
        if isinstance(dimension, Months):
            return [(str(month), spoken(month)) for month in self.period.months()]
        used = {key for key, values in counts.items() if any(values.values())}
        named = dimension.names(self.period)
        known = [(key, label) for key, label in named if key in used or not dimension.is_sparse]
        # A row that the form of the period lacks is shown all the same: nothing is lost.
        other = sorted(used - {key for key, _label in named})
        return [*known, *((key, unnamed(key)) for key in other)]

    def _shown(self, counts: Mapping[str, Number]) -> dict[str, Shown]:
        shown: dict[str, Shown] = {}
        for column in self.layout.columns:
            if column.is_absent:
                shown[column.key] = 0
            elif column.figure or column.of:
                shown[column.key] = counts.get(column.key, 0)
        for column in self.layout.columns:
            if column.adds:
                shown[column.key] = _added(shown, column.adds)
            elif column.share:
                shown[column.key] = _ratio(*(_added(shown, side) for side in column.share))
            elif column.rate:
                rate = RATES[column.rate]
                codes = rate.numerator + rate.denominator
                shown[column.key] = rate.of({code: counts.get(f"={code}", 0) for code in codes})
        return shown

    def _sum(self, tie: Tie, sections: Sequence[Filled]) -> Sum | None:
        filled = sections[0]
        left = []
        for line in [line for each in sections for line in (*each.lines, each.total)]:
            over = _added(line.values, tie.whole) - _added(line.values, tie.parts)
            if over:
                left.append((line.label, over))
        whole, parts = (_added(filled.total.values, side) for side in (tie.whole, tie.parts))
        return Sum(str(tie.words), whole, parts, left)


def _totals(counts: Mapping[str, Values]) -> Values:
    total: Values = {}
    for values in counts.values():
        for key, value in values.items():
            total[key] = total.get(key, 0) + value
    return total


def unnamed(key: str) -> str:
    """What a row is called that the form has no name for."""
    return _("(not filled in)") if key == NOT_FILLED_IN else key


def _added(values: Mapping[str, Shown], keys: Sequence[str]) -> Number:
    total: Number = 0
    for key in keys:
        value = values[key]
        if not isinstance(value, Ratio) and value is not None:
            total += value
    return total


def _ratio(above: Number, below: Number) -> Ratio:
    if isinstance(above, int) and isinstance(below, int):
        return Ratio(above, below)
    return Ratio(int(above * CENTS_A_YUAN), int(below * CENTS_A_YUAN))


def _partitions(layout: Layout) -> Iterator[Tie]:
    """The groups of columns that are the parts of another."""
    groups: dict[tuple[str, str], list[Column]] = {}
    for column in layout.columns:
        if column.of:
            groups.setdefault(column.group, []).append(column)
    for (of, _head), members in groups.items():
        whole = layout.column(of).words
        heads = [_shared([getattr(m.words, side) for m in members]) for side in ("zh", "en")]
        wholes = [text.replace("/", " · ") for text in (whole.zh, whole.en)]
        words = Wording(
            f"“{heads[0]}”各栏之和＝“{wholes[0]}”",
            f"columns of “{heads[1]}” add up to “{wholes[1]}”",
        )
        yield Tie(words, (of,), tuple(column.key for column in members))


def _shared(paths: Sequence[str]) -> str:
    """The heads that all columns of a group stand under."""
    levels = zip(*(path.split("/")[:-1] for path in paths), strict=False)
    return " · ".join(takewhile(bool, (each[0] * (len(set(each)) == 1) for each in levels)))
