"""One figure laid out by what its rows have in common, every part of it leading to its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.registry.figures import Number
from cases.registry.sheets import Sheet
from lawgov.reports import charts
from lawgov.reports.filters import NONE, Under
from lawgov.reports.narrowings import filters_of
from lawgov.reports.question import Question
from lawgov.reports.spans import spoken
from lawgov.reports.tables import Cell, Head, Spread

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


def dimensions(sheet: Sheet[Any]) -> dict[str, str]:
    """By what the figures of a sheet may be broken down: whatever names one thing of a row."""
    filters = filters_of(sheet.rows.model).base_filters
    named = {name: one for name, one in filters.items() if not isinstance(one, Under)}
    return {**{name: str(one.label) for name, one in named.items()}, MONTH: _("Month")}


def break_down(sheet: Sheet[Any], code: str, by: str, question: Question, form: Form) -> Breakdown:
    """The figure by one of the dimensions of its sheet; `form` names the parts."""
    if by == MONTH:
        return _by_month(sheet, code, question)
    return _by_filter(sheet, code, by, question, _names(form, by))


def _by_filter(
    sheet: Sheet[Any], code: str, by: str, question: Question, names: Mapping[str, str]
) -> Breakdown:
    spread, rows, address = Spread(question), question.rows(sheet), _rows_of(code)
    place = len(spread.parts)
    found: dict[str, list[Number]] = {}
    path = filters_of(sheet.rows.model).base_filters[by].path
    for value, counts in sheet.count_by(path, spread.periods, rows).items():
        numbers = [counted[code] for counted in counts]
        if any(numbers):
            found[_typed(value)] = numbers
    whole = [counted[code] for counted in sheet.count(spread.periods, rows)]
    parts = [
        Part(names.get(value, value), spread.cells(address, numbers, {by: value}), numbers[place])
        for value, numbers in found.items()
    ]
    parts.sort(key=lambda part: (-part.whole, part.label))
    heads = spread.heads()
    return Breakdown(heads, parts, spread.cells(address, whole), _chart(parts, question))


def _typed(value: Any) -> str:
    """A value as the filter of the same name reads it from an address."""
    if value is None or value == "":
        return NONE
    return str(int(value)) if isinstance(value, bool) else str(value)


def _names(form: Form, by: str) -> dict[str, str]:
    choices: Any = form.fields[by].choices  # type: ignore[attr-defined]  # a filter offers choices
    return {str(value): str(label) for value, label in choices}


def _rows_of(code: str) -> str:
    return reverse("reports:rows", args=[code])


def _by_month(sheet: Sheet[Any], code: str, question: Question) -> Breakdown:
    """Each month as a row of its own, beside the same month last year and the one before."""
    spreads = [Spread(question.during(month)) for month in question.period.months()]
    spreads.append(Spread(question))
    rows, address = question.rows(sheet), _rows_of(code)
    asked = [(spread.question.period, *spread.earlier) for spread in spreads]
    counts = iter(sheet.count([period for periods in asked for period in periods], rows))
    found = [[next(counts)[code] for _period in periods] for periods in asked]
    cells = [spread.moved(address, numbers) for spread, numbers in zip(spreads, found, strict=True)]
    parts = [
        Part(spoken(spread.question.period), line, numbers[0])
        for spread, line, numbers in zip(spreads[:-1], cells, found, strict=False)
    ]
    # A year has its year before directly before it, a month has two neighbours.
    widest = max(len(line) for line in cells)
    padded = [*cells[-1], *[Cell("")] * (widest - len(cells[-1]))]
    return Breakdown(_month_heads()[:widest], parts, padded, _chart(parts, question))


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
