"""The pages of closing: which periods are closed, what a closing froze, and what moved since."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cases.registry.accesses.again import recently_signed_in
from cases.registry.figures import Label
from cases.registry.periods import MONTHS_A_YEAR, Period, cut_off, months_after
from cases.registry.records import reads_everything
from cases.registry.users import User
from lawgov.reports.access import View, readers_only
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.closing import NotClosed, close, may_close
from lawgov.reports.closures import ClosedFigure, Closure, Reopening
from lawgov.reports.explaining import explained
from lawgov.reports.forms import QuestionForm
from lawgov.reports.plain import shown
from lawgov.reports.question import NULL, BadQuestion
from lawgov.reports.reopening import ask_to_reopen, confirm_reopening
from lawgov.reports.restatement import restatement
from lawgov.reports.rollup import roll_up
from lawgov.reports.spans import reporting_months, spoken, year_named

Printed = tuple[ClosedFigure, str, bool]  # its number, and whether it is counted still


@dataclass(frozen=True)
class Row:
    """A period that may be closed, and how it stands."""

    period: Period
    closure: Closure | None
    is_over: bool
    restated: int

    @property
    def name(self) -> str:
        return spoken(self.period)

    @property
    def address(self) -> str:
        return reverse("reports:closing", args=[self.period])


def _guarded(view: View) -> View:
    """For those who read the whole county: what is closed are its figures, not a town's."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not isinstance(request.user, User) or not reads_everything(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return readers_only(explained(guarded))


@require_safe
@_guarded
def closings(request: HttpRequest) -> HttpResponse:
    """A year, its parts and whatever else was closed of it."""
    today = timezone.localdate()
    year = _read(request.GET.get("period") or str(today.year))
    year = cut_off().year_of(year.start)
    context = {
        "rows": _rows(year, today),
        "year": year_named(year),
        "back": f"period={year_named(year)}",
        "before": year_named(year) - 1,
        "after": year_named(year) + 1 if year.end <= today else None,
        "reporting_months": reporting_months(),
        "may_close": may_close(request.user),
    }
    return _page(request, "list", context)


@require_safe
@_guarded
def closing(request: HttpRequest, text: str) -> HttpResponse:
    """What a closing froze and what moved since; of an open period, what closing would freeze."""
    if typed := request.GET.get("period"):
        return redirect("reports:closing", typed)
    period = _read(text)
    found = Closure.objects.of(period).select_related(
        "closed_by", "reopening__asked_by", "reopening__confirmed_by"
    )
    earlier = list(found.order_by("-pk"))
    closure = earlier[0] if earlier and not _is_reopened(earlier[0]) else None
    context = {
        "text": str(period),
        "back": f"period={year_named(period)}",
        "period": spoken(period),
        "closure": closure,
        "earlier": [each for each in earlier if each != closure],
        "may_close": may_close(request.user),
    }
    more = _closed(closure, request.user) if closure else _open(period)
    return _page(request, "period", context | more)


def _closed(closure: Closure, user: Any) -> dict[str, Any]:
    asked = _reopening(closure)
    restated = restatement(closure)
    return {
        "frozen": _frozen(closure),
        "restatement": restated,
        "asked": asked,
        "may_confirm": asked is not None and asked.asked_by_id != user.pk,
    }


def _frozen(closure: Closure) -> list[tuple[Label, list[Printed]]]:
    """What was closed of each line of work."""
    known = {code for chapter in CHAPTERS for code in (*chapter.figures, *chapter.rates)}
    named = {chapter.code: chapter.label for chapter in CHAPTERS}
    lines: defaultdict[str, list[Printed]] = defaultdict(list)
    for each in closure.figures.all():
        lines[each.code.partition(".")[0]].append((each, shown(each.number), each.code in known))
    return [(named.get(code, code), some) for code, some in lines.items()]


def _open(period: Period) -> dict[str, Any]:
    rollup = roll_up([period])
    return {
        "is_over": period.end <= timezone.localdate(),
        "sections": [
            (section.chapter, [(line, shown(line.values[0])) for line in section.lines])
            for section in rollup.sections
        ],
        "left_over": [
            (section.chapter, balance.identity.label, balance.remainders[0])
            for section in rollup.sections
            for balance in section.balances
            if not balance.holds
        ],
    }


def _rows(year: Period, today: date) -> list[Row]:
    """The year, its halves, quarters and months, and any other period closed within it."""
    number, standing = year_named(year), Closure.objects.standing().select_related("closed_by")
    closed = {each.period: each for each in standing.filter(start_on__lt=year.end)}
    closed = {period: each for period, each in closed.items() if period.end > year.start}
    named = [year, *(Period.parse(f"{number}{part}") for part in ("H1", "H2", "Q1", "Q2"))]
    named += [Period.parse(f"{number}{part}") for part in ("Q3", "Q4")]
    named = [period for period in named if period in closed or period == year]
    periods = list(dict.fromkeys([*named, *year.months(), *closed]))
    moved = _moved(closed)
    return [Row(p, closed.get(p), p.end <= today, moved.get(p, 0)) for p in periods]


def _moved(closed: dict[Period, Closure]) -> dict[Period, int]:
    """How many figures of each closed period would be printed otherwise now."""
    if not closed:
        return {}
    lines = roll_up(list(closed)).lines
    found = Closure.objects.filter(pk__in=[each.pk for each in closed.values()])
    kept = {each.pk: list(each.figures.all()) for each in found.prefetch_related("figures")}
    return {
        period: sum(
            each.code not in lines or lines[each.code].values[place] != each.number
            for each in kept[closure.pk]
        )
        for place, (period, closure) in enumerate(closed.items())
    }


@_guarded
@recently_signed_in
@require_POST
def close_period(request: HttpRequest, text: str) -> HttpResponse:
    return _done(
        request,
        text,
        lambda period, user: close(period, user, timezone.localdate()),
        _("%(period)s is closed."),
    )


@_guarded
@recently_signed_in
@require_POST
def ask(request: HttpRequest, text: str) -> HttpResponse:
    return _done(
        request,
        text,
        lambda period, user: ask_to_reopen(
            period, user, request.POST.get("reason", "").replace(NULL, "")
        ),
        _("Asked. %(period)s is open again when a second supervisor agrees."),
    )


@_guarded
@recently_signed_in
@require_POST
def confirm(request: HttpRequest, text: str) -> HttpResponse:
    return _done(request, text, confirm_reopening, _("%(period)s is open again."))


def _done(
    request: HttpRequest, text: str, act: Callable[[Period, User], object], said: str
) -> HttpResponse:
    """Do it and say so, or say why not; nobody but a supervisor comes this far."""
    if not isinstance(request.user, User) or not may_close(request.user):
        raise PermissionDenied
    period = _read(text)
    try:
        act(period, request.user)
    except NotClosed as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said % {"period": spoken(period)})
    return redirect("reports:closing", str(period))


def _read(text: str) -> Period:
    form = QuestionForm({"period": text})
    if not form.is_valid():
        raise BadQuestion(form)
    period: Period = form.cleaned_data["period"]
    if period.end > months_after(timezone.localdate(), 10 * MONTHS_A_YEAR):
        form.add_error("period", _("A period is closed when it is over, not before."))
        raise BadQuestion(form)
    return period


def _is_reopened(closure: Closure) -> bool:
    asked = _reopening(closure)
    return asked is not None and asked.is_confirmed


def _reopening(closure: Closure) -> Reopening | None:
    return getattr(closure, "reopening", None)


def _page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    site = admin.site.each_context(request)
    return render(request, f"reports/closing/{name}.html", {**site, **context})
