"""A rollup laid out for a page: columns, rows, what adds up, and where each number leads."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.registry.figures import Figure, Identity, Label, Number
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter
from lawgov.reports import charts
from lawgov.reports.changes import change
from lawgov.reports.definitions import Definition, definitions_of, labels_of
from lawgov.reports.parting import UNKNOWN
from lawgov.reports.plain import shown
from lawgov.reports.question import Question, closed_among
from lawgov.reports.rollup import Balance, Line, Section
from lawgov.reports.spans import columns, earlier, short, spoken

# What the chart of a chapter draws; any other draws its first two figures.
DRAWN = {
    "reconsideration": ("reconsideration.accepted", "reconsideration.concluded"),
    "litigation": ("litigation.cases", "litigation.concluded"),
    "mediation": ("mediation.taken_up", "mediation.succeeded"),
}

_CODE = "the.code"  # stands for any other in an address


class Cell(NamedTuple):
    """A number as it is printed, and where it leads: to what it was counted from, or nowhere."""

    text: str
    path: str = ""
    query: str = ""
    tone: str = ""

    @property
    def address(self) -> str:
        return f"{self.path}?{self.query}" if self.path else ""


class Head(NamedTuple):
    """What stands above a column, and in full for who only hears it."""

    text: str
    spoken: str
    tone: str = ""


class Column(NamedTuple):
    """What all numbers of a column lead to by the path of their line; nowhere without a query."""

    query: str
    tone: str = ""


_MOVED = Column("", "moved")


class Row(NamedTuple):
    """One figure or rate over all columns, with its definition one click away."""

    code: str
    label: Label
    definition: Sequence[Definition]
    path: str
    texts: Sequence[str]
    columns: Sequence[Column]
    is_rate: bool = False
    breakdown: str = ""

    @property
    def cells(self) -> list[Cell]:
        return _cells(self.path, self.texts, self.columns)


class Term(NamedTuple):
    """One figure of an identity, with the sign that stands before it."""

    sign: str
    label: Label
    cell: Cell


@dataclass(frozen=True)
class Tie:
    """An identity with its numbers for the whole period, and what any column leaves over."""

    identity: Identity
    terms: Sequence[Term]
    left_over: Sequence[tuple[str, Number]]


@dataclass(frozen=True)
class Table:
    """One chapter as it stands on the page; `left_out` could not be narrowed as asked."""

    chapter: Chapter
    heads: Sequence[Head]
    rows: Sequence[Row]
    ties: Sequence[Tie]
    chart: SafeString | str
    left_out: Collection[str]


@dataclass(frozen=True)
class Spread:
    """The periods of a page, in the order of its columns.

    They are asked together, so that the period is the sum of its columns and not counted anew.
    `closed` are those of which something is closed; not given, they are asked for where a number
    of what is not known as closed would lead to a refusal of all others.
    """

    question: Question
    closed: Collection[Period] | None = None

    @cached_property
    def parts(self) -> list[Period]:
        return columns(self.question.period)

    @cached_property
    def earlier(self) -> list[Period]:
        return earlier(self.question.period)

    @property
    def periods(self) -> list[Period]:
        return [*self.parts, self.question.period, *self.earlier]

    @cached_property
    def _closed(self) -> Collection[Period]:
        return closed_among(self.periods) if self.closed is None else self.closed

    @cached_property
    def addresses(self) -> dict[Period, str]:
        """The question of each column, written out once for a page of thousands of cells."""
        return {period: self.question.address(period) for period in self.periods}

    @cached_property
    def _leads(self) -> dict[str, str]:
        """Where a number leads and where its parts stand; asked of the router once, not per row."""
        return {page: reverse(f"reports:{page}", args=[_CODE]) for page in ("rows", "breakdown")}

    def leads_to(self, page: str, code: str) -> str:
        """The address of a figure's rows or breakdown, without the question."""
        return self._leads[page].replace(_CODE, code)

    @cached_property
    def heads(self) -> list[Head]:
        heads = [Head(short(part, self.question.period), spoken(part)) for part in self.parts]
        whole = _("Total") if heads else spoken(self.question.period)
        heads.append(Head(whole, spoken(self.question.period), "whole"))
        for then in self.earlier:
            name = spoken(then)
            heads.append(Head(name, name, "then"))
            heads.append(Head(_("Difference"), _("Difference to %(then)s") % {"then": name}))
            heads.append(
                Head(
                    pgettext("since an earlier period", "Change"),
                    _("Change since %(then)s") % {"then": name},
                )
            )
        return heads

    def cells(
        self, path: str, values: Sequence[Number | Ratio], more: Mapping[str, str] | None = None
    ) -> list[Cell]:
        """The values of one line, in the order of `periods`, with the changes between them."""
        return _cells(path, self.texts(values), self._columns(more) if more else self.columns)

    def moved(self, path: str, values: Sequence[Number | Ratio]) -> list[Cell]:
        """The value of the period, then each earlier one with what has changed since."""
        return _cells(path, _moved(values), self.columns[len(self.parts) :])

    def texts(self, values: Sequence[Number | Ratio]) -> list[str]:
        """The same as they are printed, one for each of `columns`."""
        whole = len(self.parts)
        return [*map(shown, values[:whole]), *_moved(values[whole:])]

    @cached_property
    def columns(self) -> list[Column]:
        return self._columns({})

    def _columns(self, more: Mapping[str, str]) -> list[Column]:
        parts = [Column(self._query(part, more)) for part in self.parts]
        whole = Column(self._query(self.question.period, more), "whole")
        earlier = (
            (Column(self._query(then, more), "then"), _MOVED, _MOVED) for then in self.earlier
        )
        return [*parts, whole, *chain.from_iterable(earlier)]

    def _query(self, period: Period, more: Mapping[str, str]) -> str:
        is_unknown = self.question.is_of_what_is_not_known or UNKNOWN in more.values()
        if is_unknown and period not in self._closed:
            return ""
        return self.question.address(period, more) if more else self.addresses[period]


def _moved(values: Sequence[Number | Ratio]) -> list[str]:
    texts = [shown(values[0])]
    for value in values[1:]:
        texts += [shown(value), *change(values[0], value)]
    return texts


def _cells(path: str, texts: Sequence[str], columns: Sequence[Column]) -> list[Cell]:
    return [
        Cell(text, path if column.query else "", *column)
        for text, column in zip(texts, columns, strict=True)
    ]


def table(section: Section, spread: Spread) -> Table:
    """One chapter laid out; figures the narrowing means nothing to are left out and named."""
    chapter, counted = section.chapter, spread.question.counts(section.chapter)
    known = counted | {
        rate.code
        for rate in chapter.rates.values()
        if counted.issuperset(rate.numerator + rate.denominator)
    }
    labels, definitions = labels_of(chapter), definitions_of(chapter)
    lines = {
        line.code: line._replace(label=labels[line.code])
        for line in section.lines
        if line.code in known
    }
    return Table(
        chapter,
        spread.heads,
        [
            _row(line, code in chapter.rates, definitions[code], spread)
            for code, line in lines.items()
        ],
        [_tie(balance, lines, spread) for balance in section.balances if _fits(balance, counted)],
        _chart(chapter, lines, spread),
        [
            str(sheet.rows.model._meta.verbose_name_plural)
            for sheet in chapter.sheets
            if not counted.issuperset(sheet.figures)
        ],
    )


def _fits(balance: Balance, counted: Collection[str]) -> bool:
    return set(counted).issuperset(balance.identity.whole + balance.identity.parts)


def _row(line: Line, is_rate: bool, defined: Sequence[Definition], spread: Spread) -> Row:
    breakdown = "" if is_rate else spread.leads_to("breakdown", line.code)
    return Row(
        line.code,
        line.label,
        defined,
        spread.leads_to("rows", line.code),
        spread.texts(line.values),
        spread.columns,
        is_rate,
        breakdown and f"{breakdown}?{spread.addresses[spread.question.period]}",
    )


def _tie(balance: Balance, lines: dict[str, Line], spread: Spread) -> Tie:
    whole, query = len(spread.parts), spread.addresses[spread.question.period]
    terms = []
    for first, codes in (("", balance.identity.whole), ("=", balance.identity.parts)):
        for place, code in enumerate(codes):
            path = spread.leads_to("rows", code)
            cell = Cell(shown(lines[code].values[whole]), path, query)
            terms.append(Term(first if place == 0 else "+", lines[code].label, cell))
    pairs = zip(spread.periods, balance.remainders, strict=True)
    return Tie(balance.identity, terms, [(spoken(p), left) for p, left in pairs if left])


def _chart(chapter: Chapter, lines: dict[str, Line], spread: Spread) -> SafeString | str:
    """The columns of the period; of a period in one piece, what it is compared with."""
    drawn = [lines[code] for code in _drawn(chapter) if code in lines]
    if not drawn:
        return ""
    whole = len(spread.parts)
    places = list(range(whole)) or [*range(whole + 1, len(spread.periods)), whole]
    heads = [head.text for head in spread.heads[:whole]]
    heads = heads or [spoken(spread.periods[place]) for place in places]
    series = [charts.Series(line.label, list(_numbers(line, places))) for line in drawn]
    title = _("%(chapter)s, %(period)s; the table says the same in numbers") % {
        "chapter": chapter.label,
        "period": spoken(spread.question.period),
    }
    return charts.columns(title, heads, series)


def _numbers(line: Line, places: Sequence[int]) -> Iterator[Number]:
    for place in places:
        value = line.values[place]
        yield 0 if isinstance(value, Ratio) else value


def _drawn(chapter: Chapter) -> tuple[str, ...]:
    plain = [code for code, c in chapter.figures.items() if isinstance(c, Figure) and not c.total]
    return DRAWN.get(chapter.code, tuple(plain[:2]))
