"""The downloads: the rollup, the year-end tables, and the records behind any number of them."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.registry.accesses.again import recently_signed_in
from cases.registry.figures import Figure
from lawgov.reports.access import readers_only
from lawgov.reports.definitions import Definition, define
from lawgov.reports.explaining import NoSuchFigure, chapter_of, explained
from lawgov.reports.exports.grids import Grid, Line, Value
from lawgov.reports.exports.in_full import IN_FULL, asks_in_full
from lawgov.reports.exports.lists import list_grid
from lawgov.reports.exports.log import ExportFormat
from lawgov.reports.exports.sending import send
from lawgov.reports.narrowings import Narrowing, filters_of
from lawgov.reports.question import Question, read
from lawgov.reports.returns.grid import grid as return_grid
from lawgov.reports.returns.grid import meaning
from lawgov.reports.returns.views import OF_A_CELL, asked_cell, asked_pivot, records, row_name
from lawgov.reports.rollup import Rollup, Section
from lawgov.reports.spans import spoken
from lawgov.reports.tables import Spread
from lawgov.reports.telling import AS, STANDS, tell

TABULAR = (ExportFormat.XLSX, ExportFormat.CSV)


def _format(name: str) -> ExportFormat:
    if name not in TABULAR:
        raise Http404(name)
    return ExportFormat(name)


@readers_only
@recently_signed_in
@require_safe
@explained
def rollup(request: HttpRequest, name: str) -> HttpResponseBase:
    """Every figure of the period, with the columns of the page."""
    form = _format(name)
    question, _asked = read(Narrowing, request.GET, request.user, {AS})
    as_it_stands = request.GET.get(AS) == STANDS
    answer = tell(question, Spread(question).periods, as_it_stands=as_it_stands)
    address = question.address(more={AS: STANDS} if as_it_stands else {})
    return send(request, rollup_grid(answer, question), address, form)


def rollup_grid(answer: Rollup, question: Question) -> Grid:
    """A line for each figure and rate, a column for each period, a section for each chapter."""
    return Grid(
        f"{_('Report')}-{question.period}",
        _("Report for %(period)s") % {"period": spoken(question.period)},
        [f"{name}: {value}" for name, value in question.typed.items()],
        [[_("Figure")], *([spoken(period)] for period in answer.periods)],
        [line for section in answer.sections for line in _lines(section, len(answer.periods))],
        [
            (str(line.label), "; ".join(f"{d.term}: {d.says}" for d in _known(section, line.code)))
            for section in answer.sections
            for line in section.lines
        ],
        "A3",
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
    question, _asked = read(
        filters_of(sheet.rows.model), request.GET, request.user, {"page", IN_FULL}
    )
    behind = sheet.behind(code, question.period, question.rows(sheet))
    first = counted.on if isinstance(counted, Figure) else counted.entered
    title = f"{counted.label} {spoken(question.period)}"
    found = behind.order_by(first, "pk")
    grid = list_grid(
        f"{code}-{question.period}",
        title,
        found,
        str(counted.meaning),
        in_full=asks_in_full(request),
    )
    return send(request, grid, question.address(), form)


@readers_only
@recently_signed_in
@require_safe
@explained
def table(request: HttpRequest, form: str, name: str) -> HttpResponseBase:
    """A year-end table."""
    kind = _format(name)
    pivot, question, _asked = asked_pivot(request, form, set())
    return send(request, return_grid(pivot), question.address(), kind)


@readers_only
@recently_signed_in
@require_safe
@explained
def table_rows(request: HttpRequest, form: str, name: str) -> HttpResponseBase:
    """The records behind one cell of a year-end table."""
    kind = _format(name)
    pivot, question, asked = asked_pivot(request, form, {*OF_A_CELL, IN_FULL})
    section, key, column = asked_cell(pivot, request, asked)
    behind, counted = records(pivot, section, key, column, asked), pivot.counted(column)
    first = counted.on if isinstance(counted, Figure) else counted.entered
    title = " · ".join(
        part
        for part in (column.label, row_name(pivot, section, key), spoken(question.period))
        if part
    )
    found = behind.order_by(first, "pk")
    grid = list_grid(
        f"{form}-{column.key}-{question.period}",
        title,
        found,
        meaning(pivot.layout, column),
        in_full=asks_in_full(request),
    )
    return send(request, grid, request.GET.urlencode(), kind)
