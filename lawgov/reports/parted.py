"""The parts of a figure: of closed periods as they were closed, of open ones as they stand."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from cases.registry.figures import Figure, Number
from cases.registry.history.asking import found_in
from cases.registry.periods import Period
from cases.registry.sheets import Sheet
from lawgov.reports.answering import amount, answered, at_moments, behind_closed
from lawgov.reports.as_closed import different_values, made_of
from lawgov.reports.footprints import Share
from lawgov.reports.laying import Parts
from lawgov.reports.narrowings import filters_of
from lawgov.reports.numbers import Key
from lawgov.reports.parting import typed
from lawgov.reports.question import Question

Shares = dict[int, Share]
Numbers = dict[str, list[Number]]  # by part, as an address names it: one for each period


def parts_of(
    sheet: Sheet[Any], code: str, by: str, layouts: Sequence[Parts], question: Question
) -> Numbers:
    """One figure over the laid out periods, by one of the dimensions of its sheet.

    The records of a closing are those it kept, each in the part it fell into when it was closed;
    of which that is not known are a part of their own. So the parts are the closed figure,
    wherever it adds up. The number of queries follows from the dimension.
    """
    figure = _Figure(sheet, code, by, question, layouts)
    names = dict.fromkeys(name for found in (figure.closed, figure.open) for name in found)
    numbers = {name: [figure.number(name, parts) for parts in layouts] for name in names}
    return {name: some for name, some in numbers.items() if any(some)}


class _Figure:
    """What each part is made of: shares behind closings, numbers of what is open."""

    def __init__(
        self, sheet: Sheet[Any], code: str, by: str, question: Question, layouts: Sequence[Parts]
    ) -> None:
        self.sheet, self.code, self.counted = sheet, code, sheet.figures[code]
        self.model, self.question = sheet.rows.model, question
        self.by: Any = filters_of(self.model).base_filters[by]
        self.known = [parts for parts in layouts if code in parts.known]
        self.closed = self._closed()
        gaps = [gap for parts in self.known for gap in parts.gaps]
        whole = [parts.period for parts in layouts if code not in parts.known]
        self.open = self._open(list(dict.fromkeys([*gaps, *whole])))
        self.different = self._different(list(dict.fromkeys(gaps)))

    def number(self, name: str, parts: Parts) -> Number:
        """One part in one period."""
        counted = self.open.get(name, {})
        if self.code not in parts.known:
            return counted.get(parts.period, 0)
        pieces: dict[Period, tuple[Number, Collection[Key]]] = {
            gap: (counted.get(gap, 0), self.different[name, gap]) for gap in parts.gaps
        }
        for each in parts.closed:
            shares = self.closed.get(name, {}).get(each.pk, {})
            number = amount(self.counted, shares, each.values[self.code])
            pieces[each.period] = (number, set(shares.values()))
        in_order = [pieces[period] for period in sorted(pieces)]
        return made_of(self.counted, [n for n, _keys in in_order], (k for _n, k in in_order))

    def _closed(self) -> dict[str, dict[int, Shares]]:
        """The shares of each part in each closing."""
        closed = {each.pk: each for parts in self.known for each in parts.closed}
        table = self.model._meta.label_lower
        kept = behind_closed(closed.values(), [table])[table]
        asked = at_moments(closed, {pk: some.behind(self.code) for pk, some in kept.items()})
        answers = answered(self.model, self.question.chosen, asked)
        some = {at: found_in(groups, answers.inside(at)) for at, groups in asked.at.items()}
        names = self.by.parted(self.model, {at: keys for at, keys in some.items() if keys})
        found: dict[str, dict[int, Shares]] = defaultdict(lambda: defaultdict(dict))
        for pk, behind in kept.items():
            moment = closed[pk].closed_at
            for key, share in behind.only(some.get(moment, set())).shares(self.code).items():
                found[names.of(moment, key)][pk][key] = share
        return found

    def _open(self, periods: list[Period]) -> dict[str, dict[Period, Number]]:
        if not periods:
            return {}
        rows = self.question.rows(self.sheet)
        counted = self.sheet.alone(self.code).count_by(self.by.path, periods, rows).items()
        return {
            typed(value): {
                period: values[self.code] for period, values in zip(periods, some, strict=True)
            }
            for value, some in counted
        }

    def _different(self, gaps: list[Period]) -> dict[tuple[str, Period], set[Key]]:
        """The different values in the open stretches of periods that are partly closed."""
        found: dict[tuple[str, Period], set[Key]] = defaultdict(set)
        if isinstance(self.counted, Figure) and self.counted.distinct:
            rows = self.question.rows(self.sheet)
            assert rows is not None  # noqa: S101
            for gap, pairs in different_values(rows, self.counted, gaps, self.by.path).items():
                for value, key in pairs:
                    found[typed(value), gap].add(key)
        return found
