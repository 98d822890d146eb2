"""One figure laid out by what its rows have in common, every part of it leading to its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.registry.figures import Figure, Number
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter, Sheet
from lawgov.reports import charts
from lawgov.reports.filters import Under
from lawgov.reports.narrowings import filters_of
from lawgov.reports.parted import parts_of
from lawgov.reports.parting import NOT_KNOWN_AS_CLOSED, UNKNOWN
from lawgov.reports.question import Question, closed_among
from lawgov.reports.spans import earlier, spoken
from lawgov.reports.spread import Cell, Head, Spread
from lawgov.reports.telling import layouts_for, tell, tell_laid_out, told_as_closed

MONTH = "month"
MOST_BARS = 20


@dataclass(frozen=True)
class Part:
    """What some of the rows have in common, and how many they are in each column."""

    label: str
    cells: Sequence[Cell]
    whole: Number


@dataclass(frozen=True)
class Breakdown:
    """A figure in parts; they are the whole wherever the figure adds up."""

    heads: Sequence[Head]
    parts: Sequence[Part]
    whole: Sequence[Cell]
    chart: SafeString | str
    closed: Sequence[str] = ()
    not_known: int = 0  # records left out, as the history does not say if they answered
    is_apart: bool = False  # parts and whole were closed at different times


def dimensions(sheet: Sheet[Any]) -> dict[str, str]:
    """By what the figures of a sheet may be broken down: whatever names one thing of a row."""
    filters = filters_of(sheet.rows.model).base_filters
    named = {name: one for name, one in filters.items() if not isinstance(one, Under)}
    return {**{name: str(one.label) for name, one in named.items()}, MONTH: _("Month")}


def break_down(chapter: Chapter, code: str, by: str, question: Question, form: Form) -> Breakdown:
    """The figure by one of the dimensions of its sheet; `form` names the parts."""
    if by == MONTH:
        return _by_month(chapter, code, question)
    return _by_filter(chapter, code, by, question, _names(form, by))


def _by_filter(
    chapter: Chapter, code: str, by: str, question: Question, names: Mapping[str, str]
) -> Breakdown:
    spread, address = Spread(question), _rows_of(code)
    place = len(spread.parts)
    layouts = layouts_for(question, spread.periods)
    whole = tell_laid_out(question, layouts, [chapter])
    found = parts_of(chapter.sheet_of(code), code, by, layouts, question)
    parts = [
        Part(names.get(value, value), spread.cells(address, numbers, {by: value}), numbers[place])
        for value, numbers in found.items()
    ]
    parts.sort(key=lambda part: (-part.whole, part.label))
    cells = spread.cells(address, whole.lines[code].values)
    return Breakdown(
        spread.heads,
        parts,
        cells,
        _chart(parts, question),
        told_as_closed(layouts),
        not_known=whole.not_known,
    )


def _names(form: Form, by: str) -> dict[str, str]:
    choices: Any = form.fields[by].choices  # type: ignore[attr-defined]  # a filter offers choices
    named = {str(value): str(label) for value, label in choices}
    return {**named, UNKNOWN: str(NOT_KNOWN_AS_CLOSED)}


def _rows_of(code: str) -> str:
    return reverse("reports:rows", args=[code])


def _by_month(chapter: Chapter, code: str, question: Question) -> Breakdown:
    """Each month as a row of its own, beside the same month last year and the one before.

    Months are closed like years, so each is told as it was closed.
    """
    rows, address = [*question.period.months(), question.period], _rows_of(code)
    asked = [(period, *earlier(period)) for period in rows]
    periods, counts, closed = _counts(chapter, code, question, asked)
    some = closed_among(periods) if question.is_of_what_is_not_known else None
    spreads = [Spread(question.during(period), some) for period in rows]
    known = dict(zip(periods, counts, strict=True))
    found = [[known[period] for period in some] for some in asked]
    cells = [spread.moved(address, numbers) for spread, numbers in zip(spreads, found, strict=True)]
    parts = [
        Part(spoken(spread.question.period), line, numbers[0])
        for spread, line, numbers in zip(spreads[:-1], cells, found, strict=False)
    ]
    # A year has its year before directly before it, a month has two neighbours.
    widest = max(len(line) for line in cells)
    padded = [*cells[-1], *[Cell("")] * (widest - len(cells[-1]))]
    figure = chapter.figures[code]
    adds_up = isinstance(figure, Figure) and figure.is_additive
    return Breakdown(
        _month_heads()[:widest],
        parts,
        padded,
        _chart(parts, question),
        closed,
        is_apart=adds_up and sum(part.whole for part in parts) != found[-1][0],
    )


def _counts(
    chapter: Chapter, code: str, question: Question, asked: Sequence[Sequence[Period]]
) -> tuple[list[Period], list[Number], list[str]]:
    """Every period once with its number, and which of those told in a row were closed."""
    periods = list(dict.fromkeys(period for some in asked for period in some))
    answer = tell(question, periods, [chapter])
    moments = dict(zip(periods, answer.closed_at, strict=True))
    closed = [spoken(some[0]) for some in asked if moments[some[0]]]
    numbers = [number for number in answer.lines[code].values if not isinstance(number, Ratio)]
    return periods, numbers, closed


def _month_heads() -> list[Head]:
    heads = [Head(_("Number"), _("Number"), "whole")]
    for then in (_("Year before"), _("Month before")):
        heads.append(Head(then, then, "then"))
        heads.append(Head(_("Difference"), _("Difference to %(then)s") % {"then": then}))
        heads.append(
            Head(
                pgettext("since an earlier period", "Change"),
                _("Change since %(then)s") % {"then": then},
            )
        )
    return heads


def _chart(parts: Sequence[Part], question: Question) -> SafeString | str:
    if not any(part.whole for part in parts):
        return ""
    title = _("%(period)s; the table says the same in numbers") % {
        "period": spoken(question.period)
    }
    return charts.rows(title, [(part.label, part.whole) for part in parts[:MOST_BARS]])
