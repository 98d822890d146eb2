"""The pages of the reading room: the rollup, the rows behind a number, a figure in parts."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.registry.figures import Figure, Number, Rate
from cases.registry.masking import may_unmask
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter
from lawgov.reports.access import readers_only
from lawgov.reports.breakdown import break_down, dimensions
from lawgov.reports.definitions import define
from lawgov.reports.explaining import NoSuchFigure, chapter_of, explained
from lawgov.reports.framing import framed, newest
from lawgov.reports.listing import listing
from lawgov.reports.models import SavedView
from lawgov.reports.narrowings import Narrowing, filters_of
from lawgov.reports.opened import kept_behind
from lawgov.reports.paging import in_order, page_of
from lawgov.reports.pieces import Pieces
from lawgov.reports.plain import shown
from lawgov.reports.question import TYPED_PERIOD, BadQuestion, Question, read
from lawgov.reports.rollup import Section
from lawgov.reports.spans import last_full_month, spoken, year_named
from lawgov.reports.spread import Cell, Spread
from lawgov.reports.tables import Term, table
from lawgov.reports.telling import layouts_for, tell_laid_out, told_as_closed


@require_safe
@readers_only
@explained
def rollup(request: HttpRequest) -> HttpResponse:
    """Every line of work over one period; the address holds the whole question."""
    if not request.GET.keys() & set(TYPED_PERIOD):
        return _ask_for(request, str(year_named(last_full_month(timezone.localdate()))))
    question, form = read(Narrowing, request.GET, request.user)
    if request.GET.urlencode() != question.address():
        return redirect(f"{request.path}?{question.address()}")
    spread = Spread(question)
    layouts = layouts_for(question, spread.periods)
    answer = tell_laid_out(question, layouts)
    tables = [table(section, spread) for section in answer.sections]
    is_empty = not any(_happened(section, spread) for section in answer.sections)
    more = {
        "tables": tables,
        "newest": newest(question) if is_empty else None,
        "is_empty": is_empty,
        "saved_views": SavedView.objects.open_to(request.user),
        "not_known": answer.not_known,
        "closed": told_as_closed(layouts),
    }
    pieces = Pieces()
    context = framed(request, question, form, pieces=pieces, **more)
    return HttpResponse(pieces.into(render_to_string("reports/rollup.html", context, request)))


def _happened(section: Section, spread: Spread) -> bool:
    """Whether any event fell in the period; what merely stands on is no event."""
    figures = section.chapter.figures
    flows = (line for line in section.lines if isinstance(figures.get(line.code), Figure))
    return any(any(line.values[: -len(spread.earlier)]) for line in flows)


def _ask_for(request: HttpRequest, period: str) -> HttpResponse:
    typed = request.GET.copy()
    typed["period"] = period
    return redirect(f"{request.path}?{typed.urlencode()}")


@require_safe
@readers_only
@explained
def rows(request: HttpRequest, code: str) -> HttpResponse:
    """Exactly the records a number counts; of a rate, the numbers it is divided from."""
    chapter = chapter_of(code)
    if code in chapter.rates:
        return _rate(request, chapter, chapter.rates[code])
    sheet, counted = chapter.sheet_of(code), chapter.figures[code]
    question, form = read(filters_of(sheet.rows.model), request.GET, request.user, {"page"})
    is_count = not isinstance(counted, Figure) or not (counted.total or counted.distinct)
    value: Number | Ratio
    heads: Sequence[str]
    twice = 0
    layouts = layouts_for(question, [question.period])
    if kept := kept_behind(question, chapter, code, layouts):
        page = page_of(request, form, kept.keys)
        heads, entries = kept.heads, kept.entries(page.object_list)
        value = tell_laid_out(question, layouts, [chapter]).lines[code].values[0]
        twice = value - len(kept.keys) if is_count and isinstance(value, int) else 0
        is_count = is_count and not twice
    else:
        narrowed = question.rows(sheet)
        behind = sheet.behind(code, question.period, narrowed)
        columns = listing(sheet.rows.model, counted)
        page = page_of(request, form, columns.fetch(in_order(behind, counted)))
        heads, entries = columns.heads, columns.entries(page.object_list)
        value = page.paginator.count if is_count else sheet.totals(question.period, narrowed)[code]
    more = {
        "figure": counted,
        "chapter": chapter,
        "definition": define(chapter, code),
        "value": shown(value),
        "is_count": is_count,
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number),
        "heads": heads,
        "entries": entries,
        "closed": [spoken(period) for period in kept.periods] if kept else [],
        "not_known": kept.not_known if kept else 0,
        "twice": twice,
        "may_unmask": may_unmask(request.user),
        "kind": sheet.rows.model._meta.verbose_name_plural,
        "breakdown": f"{reverse('reports:breakdown', args=[code])}?{question.address()}",
    }
    return render(request, "reports/rows.html", framed(request, question, form, **more))


def _rate(request: HttpRequest, chapter: Chapter, rate: Rate) -> HttpResponse:
    question, form = read(Narrowing, request.GET, request.user)
    codes = rate.numerator + rate.denominator
    if not question.counts(chapter).issuperset(codes):
        form.add_error(None, _("What this rate divides cannot be narrowed so."))
        raise BadQuestion(form)
    layouts = layouts_for(question, [question.period])
    answer = tell_laid_out(question, layouts, [chapter])
    values = {code: line.values[0] for code, line in answer.lines.items()}
    sides = [
        [_term(chapter, question, code, shown(values[code]), place) for place, code in side]
        for side in map(enumerate, (rate.numerator, rate.denominator))
    ]
    more = {
        "figure": rate,
        "chapter": chapter,
        "definition": define(chapter, rate.code),
        "value": shown(values[rate.code]),
        "ratio": values[rate.code],
        "closed": told_as_closed(layouts),
        "not_known": answer.not_known,
        "sides": sides,
    }
    return render(request, "reports/rate.html", framed(request, question, form, **more))


def _term(chapter: Chapter, question: Question, code: str, text: str, place: int) -> Term:
    cell = Cell(text, reverse("reports:rows", args=[code]), question.address())
    return Term("+" if place else "", chapter.figures[code].label, cell)


@require_safe
@readers_only
@explained
def breakdown(request: HttpRequest, code: str) -> HttpResponse:
    """A figure by what its records have in common."""
    chapter = chapter_of(code)
    if code not in chapter.figures:  # a rate is broken down through what it divides
        raise NoSuchFigure(code)
    sheet, counted = chapter.sheet_of(code), chapter.figures[code]
    question, form = read(filters_of(sheet.rows.model), request.GET, request.user, {"by"})
    known = dimensions(sheet)
    by = request.GET.get("by") or next(iter(known))
    if by not in known:
        form.add_error(None, _("This figure cannot be broken down by “%(by)s”.") % {"by": by})
        raise BadQuestion(form)
    address = reverse("reports:breakdown", args=[code])
    parts = break_down(chapter, code, by, question, form)
    more = {
        "closed": parts.closed,
        "not_known": parts.not_known,
        "figure": counted,
        "chapter": chapter,
        "definition": define(chapter, code),
        "by": by,
        "by_name": known[by],
        "by_kept": f"&by={by}",
        "keep": [("by", by)],
        "dimensions": [
            (label, f"{address}?{question.address(more={'by': name})}", name == by)
            for name, label in known.items()
        ],
        "breakdown": parts,
        "adds_up": not isinstance(counted, Figure) or counted.is_additive,
    }
    return render(request, "reports/breakdown.html", framed(request, question, form, **more))
