"""A rollup laid out for a page: its rows, what adds up, and a chart."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cases.registry.figures import Figure, Identity, Label, Number
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter
from lawgov.reports import charts
from lawgov.reports.definitions import Definition, definitions_of, labels_of
from lawgov.reports.plain import shown
from lawgov.reports.rollup import Balance, Line, Section
from lawgov.reports.spans import spoken
from lawgov.reports.spread import Cell, Column, Head, Spread, cells_of

# What the chart of a chapter draws; any other draws its first two figures.
DRAWN = {
    "reconsideration": ("reconsideration.accepted", "reconsideration.concluded"),
    "litigation": ("litigation.cases", "litigation.concluded"),
    "mediation": ("mediation.taken_up", "mediation.succeeded"),
}


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
        return cells_of(self.path, self.texts, self.columns)


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
