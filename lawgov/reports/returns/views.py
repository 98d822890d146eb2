"""The pages of the year-end tables: which there are, one filled in, the records of one cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import django_filters
from django.db.models import DecimalField, QuerySet, Sum
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.registry.counting import exact
from cases.registry.figures import Figure, Number
from cases.registry.masking import may_unmask
from lawgov.reports.access import readers_only
from lawgov.reports.closures import Closure
from lawgov.reports.explaining import NoSuchFigure, explained
from lawgov.reports.exports.grids import Head, heads
from lawgov.reports.forms import QuestionForm
from lawgov.reports.framing import framed
from lawgov.reports.listing import listing
from lawgov.reports.opened import Kept
from lawgov.reports.paging import in_order, page_of
from lawgov.reports.plain import shown
from lawgov.reports.question import BadQuestion, Question, read
from lawgov.reports.returns.columns import Column
from lawgov.reports.returns.freezing import frozen, standing
from lawgov.reports.returns.layouts import NoLayout, Section, current, layout_for
from lawgov.reports.returns.meanings import definitions
from lawgov.reports.returns.pivot import TOTAL, Line, Pivot, Shown
from lawgov.reports.returns.told import Heading, Told, fill
from lawgov.reports.returns.told import Part as ToldPart
from lawgov.reports.spans import last_full_month, spoken, year_named
from lawgov.reports.spread import Cell

OF_A_CELL = {"row", "column", "section", "page"}


class PeriodOnly(django_filters.FilterSet):  # type: ignore[misc]  # a library without types
    """A form is never narrowed: it is about the whole county."""

    class Meta:
        form = QuestionForm


@dataclass(frozen=True)
class Row:
    """A row of the page."""

    label: str
    cells: Sequence[Cell]
    is_total: bool = False


@dataclass(frozen=True)
class Part:
    """A section of the page, its rows leading to their records."""

    label: str
    heads: Sequence[Sequence[Head]]
    rows: Sequence[Row]

    @property
    def is_empty(self) -> bool:
        """Nothing stands above its total."""
        return all(row.is_total for row in self.rows)


@require_safe
@readers_only
@explained
def index(request: HttpRequest) -> HttpResponse:
    """Every form that has a layout for the period."""
    if not request.GET:
        return redirect(f"{request.path}?period={usual_year()}")
    question, form = read(PeriodOnly, request.GET, request.user)
    tables = [
        (layout, f"{reverse('reports:return', args=[layout.form])}?{question.address()}")
        for layout in current(question.period)
    ]
    return render(request, "reports/returns.html", framed(request, question, form, tables=tables))


def usual_year() -> str:
    """The year that is being reported on: this one from the end of its first month."""
    return str(year_named(last_full_month(timezone.localdate())))


@require_safe
@readers_only
@explained
def table(request: HttpRequest, form: str) -> HttpResponse:
    """One form, every cell leading to its records; as closed where the period is."""
    if not request.GET:
        return redirect(f"{request.path}?period={usual_year()}")
    pivot, question, asked = asked_pivot(request, form, set())
    closure = standing(question)
    told = told_for(pivot, closure)
    more = {
        "told": told,
        "layout": pivot.layout,
        "parts": [_part(told, question, each) for each in told.parts],
        "closed": [spoken(question.period)] if told.closed_at else [],
        "not_kept": _not_kept(closure, told),
    }
    return render(request, "reports/return.html", framed(request, question, asked, **more))


def told_for(pivot: Pivot, closure: Closure | None) -> Told:
    """The form as it was closed, or filled in as the records stand."""
    kept = frozen(closure, pivot.layout.form)
    return kept.told if kept else fill(pivot)


def _not_kept(closure: Closure | None, told: Told) -> str:
    if closure is None or told.closed_at:
        return ""
    return _("The period is closed, but its tables were not kept then: told as it stands.")


def asked_pivot(
    request: HttpRequest, form: str, beside: set[str], typed: QueryDict | None = None
) -> tuple[Pivot, Question, Form]:
    """The form an address asks for.

    Raises:
        BadQuestion: the period makes no sense.
        NoSuchFigure: there is no such form, or none in force in the period.
    """
    question, asked = read(PeriodOnly, typed or request.GET, request.user, beside)
    try:
        layout = layout_for(form, question.period)
    except NoLayout as error:
        raise NoSuchFigure(form) from error
    return Pivot(layout, question.period, question.reader), question, asked


def _part(told: Told, question: Question, part: ToldPart) -> Part:
    path = reverse("reports:return_rows", args=[told.form])
    # An address is written out once for each row and once for each column, not for every cell.
    tails = {column.key: f"&{urlencode({'column': column.key})}" for column in told.columns}
    rows = []
    for line in [*part.lines, part.total]:
        named = {"section": part.by, **({"row": line.key} if line.key else {})}
        query = question.address(more=named)
        cells = [_cell(line, column, path, query + tails[column.key]) for column in told.columns]
        rows.append(Row(line.label, cells, line is part.total))
    paths = [[part.label], *(column.path for column in told.columns)]
    return Part(part.label, _by_row(heads(paths)), rows)


def _cell(line: Line, column: Heading, path: str, query: str) -> Cell:
    value = line.values[column.key]
    return Cell(shown(value), path if column.opens else "", query, "" if value else "nil")


def _by_row(found: Sequence[Head]) -> list[list[Head]]:
    depth = max((head.row + head.rows for head in found), default=1)
    return [[head for head in found if head.row == row] for row in range(depth)]


@require_safe
@readers_only
@explained
def rows(request: HttpRequest, form: str) -> HttpResponse:
    """Exactly the records that one cell counts."""
    pivot, question, asked = asked_pivot(request, form, OF_A_CELL)
    section, key, column = asked_cell(pivot, request, asked)
    counted, kept = pivot.counted(column), kept_behind(pivot, question, section, key, column)
    total = counted.total if isinstance(counted, Figure) else ""
    titles: Sequence[str]
    if kept:
        page = page_of(request, asked, kept.keys)
        titles, entries = kept.heads, kept.entries(page.object_list)
        value: Shown = kept.value
    else:
        behind = records(pivot, section, key, column, asked)
        columns = listing(behind.model, counted)
        page = page_of(request, asked, columns.fetch(in_order(behind, counted)))
        titles, entries = columns.heads, columns.entries(page.object_list)
        value = page.paginator.count
        if total:
            value = _added_up(behind, total)
    cell = {"section": section.by, "column": column.key, **({"row": key} if key else {})}
    more = {
        "layout": pivot.layout,
        "column": column,
        "row_name": row_name(pivot, section, key),
        "definition": [d for d in definitions(pivot.layout) if d[0] == column.label],
        "value": shown(value),
        "is_count": not total,
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number),
        "heads": titles,
        "entries": entries,
        "closed": [spoken(question.period)] if kept else [],
        "may_unmask": may_unmask(request.user),
        "cell": question.address(more=cell),
        "keep": list(cell.items()),
        "also": f"&{urlencode(cell)}",
    }
    return render(request, "reports/return_rows.html", framed(request, question, asked, **more))


@dataclass(frozen=True)
class KeptCell(Kept):
    """The records of one cell of a closed form, and what stood in it."""

    value: Shown


def kept_behind(
    pivot: Pivot, question: Question, section: Section, key: str, column: Column
) -> KeptCell | None:
    """What stood behind a cell when it was closed; None where it was not, or has no such row."""
    kept = frozen(standing(question), pivot.layout.form)
    if kept is None:
        return None
    told, shares = kept.told, kept.cells.of(section.by, key, column.key)
    try:
        live = pivot.behind(section, key, column)
    except ValueError:
        return None
    closed_at = dict.fromkeys(shares, kept.closure.closed_at)
    value = told.value(section.by, key, column.key)
    return KeptCell(live.model, pivot.counted(column), closed_at, live, value)


def _added_up(rows: QuerySet[Any], field: str) -> Number:
    """A sum of money to the cent, any other in whole numbers."""
    found = rows.aggregate(value=Sum(field))["value"] or 0
    return exact(found, is_money=isinstance(rows.model._meta.get_field(field), DecimalField))


def asked_cell(pivot: Pivot, request: HttpRequest, asked: Form) -> tuple[Section, str, Column]:
    """The cell an address names.

    Raises:
        BadQuestion: the form has no such section or column, or the column counts nothing.
    """
    by, key = request.GET.get("section", ""), request.GET.get("row", TOTAL)
    name = request.GET.get("column", "")
    sections = {section.by: section for section in pivot.layout.sections}
    columns = {c.key: c for c in pivot.layout.columns if c.figure or c.of}
    if by not in sections or name not in columns:
        asked.add_error(None, _("This form has no such cell: “%(name)s”.") % {"name": name or by})
        raise BadQuestion(asked)
    return sections[by], key, columns[name]


def records(pivot: Pivot, section: Section, key: str, column: Column, asked: Form) -> QuerySet[Any]:
    try:
        return pivot.behind(section, key, column)
    except ValueError as error:
        asked.add_error(None, _("This form has no such row: “%(name)s”.") % {"name": key})
        raise BadQuestion(asked) from error


def row_name(pivot: Pivot, section: Section, key: str) -> str:
    return pivot.label(section, key) if key else ""
