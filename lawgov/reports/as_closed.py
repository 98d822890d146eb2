"""Reports as closed: what was closed is read, only the rest is counted."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from cases.registry.conditions import within
from cases.registry.figures import Counted, Edge, Figure, Number, Stock, Values
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter, rows_of
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.laying import Parts, laid_out
from lawgov.reports.numbers import Key, numbers_by_code, rates_by_code
from lawgov.reports.rollup import Narrowed, Rollup, Section, section_of

T = TypeVar("T")


def made_of(
    counted: Counted, pieces: Sequence[Number], different: Iterable[Collection[Key]]
) -> Number:
    """A number of a period from those of the pieces it is laid out in, in their order.

    Counts and sums add up, a stock is that of the first or last piece, and different values are
    counted once over all of them.
    """
    if isinstance(counted, Stock):
        return pieces[0] if counted.at is Edge.START else pieces[-1]
    if counted.distinct:
        return len(set[Key]().union(*different))
    return sum(pieces)


def roll_up_as_closed(periods: Sequence[Period], chapters: Sequence[Chapter] = CHAPTERS) -> Rollup:
    """`roll_up`, with every closed period as it was closed and every open one as it stands.

    A period that is not closed itself is made up of what is closed of it, the longest closing
    first, and of what is open, see `made_of`. Three or four queries for all closings and one for
    each sheet that still has anything to count, however long the report is.
    """
    return rolled_up(laid_out(periods), chapters)


def rolled_up(
    layouts: Sequence[Parts], chapters: Sequence[Chapter], narrowed: Narrowed | None = None
) -> Rollup:
    """The same of periods laid out already; what is open is counted among the `narrowed` rows."""
    wholes = _Wholes(layouts)
    sections = [_Chapter(each, layouts, narrowed or {}).section(wholes) for each in chapters]
    periods = [parts.period for parts in layouts]
    return Rollup(periods, sections, [parts.closed_at for parts in layouts])


class _Wholes:
    """The periods that were closed themselves and under one declaration, told by figure.

    A long report is made of little else. Of several declarations it is that of the most periods;
    the others are told period by period.
    """

    def __init__(self, layouts: Sequence[Parts]) -> None:
        read = {place: parts.whole.read for place, parts in enumerate(layouts) if parts.whole}
        orders = Counter(each.order for each in read.values() if each)
        order = max(orders, key=lambda order: orders[order], default=None)
        alike = {place: each for place, each in read.items() if each and each.order is order}
        self.places = alike.keys()
        self.numbers = numbers_by_code(list(alike.values()))
        self.rates = rates_by_code(list(alike.values()))

    def places_of(self, chapter: Chapter) -> Set[int]:
        """Where they stand; nowhere, if a figure or rate of the chapter was declared later."""
        is_known = chapter.figures.keys() <= self.numbers.keys()
        return self.places if is_known and chapter.rates.keys() <= self.rates.keys() else set()


class _Chapter:
    """One chapter over the laid out periods: what is open of it is counted, once for all."""

    def __init__(self, chapter: Chapter, layouts: Sequence[Parts], narrowed: Narrowed) -> None:
        self.chapter, self.layouts, self.narrowed = chapter, layouts, narrowed
        known = {parts.known for parts in layouts}
        self.suffices = {codes: chapter.figures.keys() <= codes for codes in known}
        wanted = list(dict.fromkeys(period for parts in layouts for period in self._open(parts)))
        closed = max((p.period.end for parts in layouts for p in parts.closed), default=None)
        counted = chapter.count(wanted, narrowed, closed) if wanted else []
        self.counted: dict[Period, Values] = dict(zip(wanted, counted, strict=True))
        self.keys = self._keys()

    def section(self, wholes: _Wholes) -> Section:
        """Wholes as they were printed, and everything else made up in its place among them."""
        chapter, places = self.chapter, wholes.places_of(self.chapter)
        others = {i: parts for i, parts in enumerate(self.layouts) if i not in places}
        values = {i: self._column(parts) for i, parts in others.items()}
        ratios = {i: chapter.ratios(values[i], _printed(parts)) for i, parts in others.items()}
        return section_of(
            chapter,
            {c: _among(wholes.numbers[c] if places else (), values, c) for c in chapter.figures},
            {c: _among(wholes.rates[c] if places else (), ratios, c) for c in chapter.rates},
        )

    def _open(self, parts: Parts) -> list[Period]:
        """What has to be counted: the gaps, and all of it for what a closing does not know."""
        if self.suffices[parts.known]:
            return parts.gaps
        return [*parts.gaps, parts.period]

    def _column(self, parts: Parts) -> Values:
        anew = self.counted.get(parts.period, {})
        told = parts.whole.values if parts.whole else self._made_up(parts)
        return {
            code: told[code] if code in parts.known else anew[code] for code in self.chapter.figures
        }

    def _made_up(self, parts: Parts) -> Values:
        """What is known of a period, from its closed parts and open stretches in their order."""
        known = {c: each for c, each in self.chapter.figures.items() if c in parts.known}
        columns = parts.columns
        different: list[Mapping[str, Collection[Key]]] = [each.keys for each in parts.closed]
        if not columns:
            pieces = self._pieces(parts)
            columns = {code: [values[code] for values, _keys in pieces] for code in known}
            different = [keys for _values, keys in pieces]
        return {
            code: made_of(counted, columns[code], (keys.get(code, ()) for keys in different))
            for code, counted in known.items()
        }

    def _pieces(self, parts: Parts) -> list[tuple[Values, Mapping[str, Collection[Key]]]]:
        pieces: dict[Period, tuple[Values, Mapping[str, Collection[Key]]]] = {
            **{each.period: (each.values, each.keys) for each in parts.closed},
            **{gap: (self.counted[gap], self.keys.get(gap, {})) for gap in parts.gaps},
        }
        return [pieces[period] for period in sorted(pieces)]

    def _keys(self) -> dict[Period, dict[str, Collection[Key]]]:
        """The different values in the open stretches of periods that are partly closed."""
        told: defaultdict[Period, dict[str, Collection[Key]]] = defaultdict(dict)
        for code, figure in _distinct(self.chapter).items():
            gaps = [gap for parts in self.layouts if code in parts.known for gap in parts.gaps]
            sheet = self.chapter.sheet_of(code)
            rows = rows_of(self.narrowed.get(sheet.rows.model, sheet.rows))
            for gap, pairs in different_values(rows, figure, gaps).items():
                told[gap][code] = {key for _part, key in pairs}
        return told


def _distinct(chapter: Chapter) -> dict[str, Figure]:
    return {
        code: counted
        for code, counted in chapter.figures.items()
        if isinstance(counted, Figure) and counted.distinct
    }


def _printed(parts: Parts) -> Mapping[str, Ratio]:
    """The rates of a period that was closed itself, as they were rounded then."""
    return parts.whole.rates if parts.whole else {}


def _among(told: Sequence[T], others: Mapping[int, Mapping[str, T]], code: str) -> list[T]:
    """What is told of one code, with that of the other periods at their places."""
    column = list(told)
    for place, values in others.items():
        column.insert(place, values[code])
    return column


def different_values(
    rows: QuerySet[Any], figure: Figure, periods: Collection[Period], by: str = ""
) -> dict[Period, set[tuple[Any, Key]]]:
    """The different values that a figure counts in each of the periods, with what they fall
    under by another field; one query."""
    found = {period: set[tuple[Any, Key]]() for period in periods}
    condition = Q()
    for period in found:
        condition |= within(figure.on, period)
    if not found:
        return found
    happened = rows.filter(condition, figure.where).order_by()
    named = happened.values_list(figure.on, figure.distinct, *([by] if by else []))
    for day, key, *part in named.distinct():
        for period, keys in found.items():
            if day in period and key is not None:
                keys.add((part[0] if part else None, _key(key)))
    return found


def _key(key: Any) -> Key:
    return key if isinstance(key, int) else str(key)
