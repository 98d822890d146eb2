"""The downloads: the rollup, the year-end tables, and the records behind any number of them."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.registry.accesses.again import recently_signed_in
from lawgov.reports.access import readers_only
from lawgov.reports.definitions import Definition, define
from lawgov.reports.explaining import NoSuchFigure, chapter_of, explained
from lawgov.reports.exports.grids import Grid, Line, Value
from lawgov.reports.exports.lists import kept_grid, list_grid
from lawgov.reports.exports.log import ExportFormat
from lawgov.reports.exports.long import FULL, OF_AN_EXPORT, send_list, wants_in_full
from lawgov.reports.exports.sending import send
from lawgov.reports.exports.titles import of_cell, of_records, of_report
from lawgov.reports.exports.workbooks import UPRIGHT
from lawgov.reports.narrowings import Narrowing, filters_of
from lawgov.reports.opened import kept_behind
from lawgov.reports.paging import in_order
from lawgov.reports.question import Question, read
from lawgov.reports.returns.freezing import standing
from lawgov.reports.returns.grid import grid as return_grid
from lawgov.reports.returns.meanings import meaning
from lawgov.reports.returns.views import (
    OF_A_CELL,
    asked_cell,
    asked_pivot,
    records,
    row_name,
    told_for,
)
from lawgov.reports.returns.views import kept_behind as kept_cell
from lawgov.reports.rollup import Rollup, Section
from lawgov.reports.spans import spoken
from lawgov.reports.spread import Spread
from lawgov.reports.telling import tell

TABULAR = (ExportFormat.XLSX, ExportFormat.CSV)
# What the log keeps beside the question: which cell, and why numbers were wanted in full.
KEPT_BESIDE = ("section", "row", "column", FULL)


def _format(name: str) -> ExportFormat:
    if name not in TABULAR:
        raise Http404(name)
    return ExportFormat(name)


def _taken_from(request: HttpRequest, question: Question, page: str, *named: str) -> str:
    """The address of the page that shows the same, from which the log says what it was."""
    beside = {name: request.GET[name] for name in KEPT_BESIDE if name in request.GET}
    return f"{reverse(f'reports:{page}', args=named)}?{question.address(more=beside)}"


@readers_only
@recently_signed_in
@require_safe
@explained
def rollup(request: HttpRequest, name: str) -> HttpResponseBase:
    """Every figure of the period, with the columns of the page."""
    form = _format(name)
    question, _asked = read(Narrowing, request.GET, request.user)
    answer = tell(question, Spread(question).periods)
    page = _taken_from(request, question, "rollup")
    return send(request, rollup_grid(answer, question), page, form)


def rollup_grid(answer: Rollup, question: Question) -> Grid:
    """A line for each figure and rate, a column for each period, a section for each chapter."""
    report = _("Report")
    return Grid(
        f"{report}-{question.period}",
        of_report(question.period),
        [f"{name}: {value}" for name, value in question.typed.items()],
        [[_("Figure")], *([spoken(period)] for period in answer.periods)],
        [line for section in answer.sections for line in _lines(section, len(answer.periods))],
        [
            (str(line.label), "; ".join(f"{d.term}: {d.says}" for d in _known(section, line.code)))
            for section in answer.sections
            for line in section.lines
        ],
        "A4" if len(answer.periods) < UPRIGHT else "A3",
    )


def _known(section: Section, code: str) -> Iterator[Definition]:
    return (d for d in define(section.chapter, code) if d.says)


def _lines(section: Section, width: int) -> Iterator[Line]:
    yield Line([str(section.chapter.label), *[""] * width], "section")
    for line in section.lines:
        values: list[Value] = list(line.values)
        yield Line([str(line.label), *values])
    for balance in section.balances:
        remainders: list[Value] = [r or "" for r in balance.remainders]
        name = str(balance.identity.label)
        yield Line([f"{'✓' if balance.holds else '✗'} {name}", *remainders], "note")


@readers_only
@recently_signed_in
@require_safe
@explained
def rows(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """The records behind a figure of the rollup, every one of them."""
    form, chapter = _format(name), chapter_of(code)
    if code not in chapter.figures:  # a rate has none of its own
        raise NoSuchFigure(code)
    sheet, counted = chapter.sheet_of(code), chapter.figures[code]
    beside = {"page", *OF_AN_EXPORT}
    question, _asked = read(filters_of(sheet.rows.model), request.GET, request.user, beside)
    in_full = wants_in_full(request)
    if kept := kept_behind(question, chapter, code):
        total = len(kept.keys)
    else:
        behind = sheet.behind(code, question.period, question.rows(sheet))
        total = behind.count()
    name, title = f"{code}-{question.period}", of_records(code, question.period)
    meaning_of = str(counted.meaning)

    def made() -> Grid:
        if kept:
            return kept_grid(name, title, kept, meaning_of, in_full=in_full)
        return list_grid(name, title, in_order(behind, counted), meaning_of, in_full=in_full)

    return send_list(
        request,
        form,
        _taken_from(request, question, "rows", code),
        made,
        title=title,
        total=total,
    )


@readers_only
@recently_signed_in
@require_safe
@explained
def table(request: HttpRequest, form: str, name: str) -> HttpResponseBase:
    """A year-end table."""
    kind = _format(name)
    pivot, question, _asked = asked_pivot(request, form, set())
    told = told_for(pivot, standing(question))
    page = _taken_from(request, question, "return", form)
    return send(request, return_grid(told, question.period), page, kind)


@readers_only
@recently_signed_in
@require_safe
@explained
def table_rows(request: HttpRequest, form: str, name: str) -> HttpResponseBase:
    """The records behind one cell of a year-end table."""
    kind = _format(name)
    pivot, question, asked = asked_pivot(request, form, OF_A_CELL | OF_AN_EXPORT)
    in_full = wants_in_full(request)
    section, key, column = asked_cell(pivot, request, asked)
    if kept := kept_cell(pivot, question, section, key, column):
        total = len(kept.keys)
    else:
        behind = records(pivot, section, key, column, asked)
        total = behind.count()
    title = of_cell(column, row_name(pivot, section, key), question.period)
    name, says = f"{form}-{column.key}-{question.period}", meaning(pivot.layout, column)

    def made() -> Grid:
        if kept:
            return kept_grid(name, title, kept, says, in_full=in_full)
        rows_of_cell = in_order(behind, pivot.counted(column))
        return list_grid(name, title, rows_of_cell, says, in_full=in_full)

    return send_list(
        request,
        kind,
        _taken_from(request, question, "return_rows", form),
        made,
        title=title,
        total=total,
    )
