"""What every page of the reading room says around its table."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from django.contrib import admin
from django.db.models import Max, Model
from django.forms import Form
from django.http import HttpRequest
from django.utils import timezone

from cases.registry.figures import Figure
from cases.registry.periods import Period, cut_off
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.narrowings import Narrowing
from lawgov.reports.parting import NOT_KNOWN_AS_CLOSED, UNKNOWN
from lawgov.reports.question import Question, closed_among
from lawgov.reports.spans import (
    around,
    last_full_month,
    reporting_months,
    short,
    spoken,
    year_named,
    year_to,
)


class Step(NamedTuple):
    """A period one may go to next, the rest of the question unchanged; without an address where
    the same would be refused of it."""

    text: str
    spoken: str
    address: str
    is_here: bool


class Narrowed(NamedTuple):
    """One thing the rows were narrowed by, and the address without it."""

    by: str
    to: str
    address: str


def framed(request: HttpRequest, question: Question, form: Form, **more: Any) -> dict[str, Any]:
    """The context of a page: whose site it is, what was asked, and what may be asked next."""
    rows, lately = around(question.period), _lately(timezone.localdate())
    refused = _refused(question, [*chain(*rows), *lately])
    return {
        **admin.site.each_context(request),
        "question": question,
        "form": form,
        "period": spoken(question.period),
        "reporting_months": reporting_months(),
        "year_named": year_named(question.period),
        "query": question.address(),
        "as_it_stands": question.stands,
        "closings": question.reads_everything,
        "told_as_it_stands": _told_as_it_stands(question),
        "told_as_closed": question.as_closed().address(),
        "back": _back(question),
        "steps": [[_step(question, period, refused) for period in row] for row in rows],
        "lately": [_step(question, period, refused) for period in lately],
        "narrowed": list(_narrowed(question, form)),
        **more,
    }


def _told_as_it_stands(question: Question) -> str:
    """Nowhere, where the same would be refused of records as they stand."""
    return "" if question.is_of_what_is_not_known else question.as_it_stands().address()


def _back(question: Question) -> str:
    """The same question to the rollup, without what only one kind of record is narrowed by."""
    shared = {k: v for k, v in question.typed.items() if k in Narrowing.base_filters}
    return replace(question, typed=shared).address()


def _lately(today: date) -> list[Period]:
    month = last_full_month(today)
    return [month, year_to(month)]


def _refused(question: Question, periods: list[Period]) -> set[Period]:
    """The periods of which the same cannot be asked, for nothing of them is closed."""
    if not question.is_of_what_is_not_known:
        return set()
    return set(periods) - closed_among(periods)


def _step(question: Question, period: Period, refused: Collection[Period] = ()) -> Step:
    address = "" if period in refused else question.address(period)
    return Step(short(period), spoken(period), address, period == question.period)


def _narrowed(question: Question, form: Form) -> Iterator[Narrowed]:
    for name, value in question.chosen.items():
        field: Any = form.fields[name]
        to = str(value)
        if value == UNKNOWN:
            to = str(NOT_KNOWN_AS_CLOSED)
        elif not isinstance(value, Model):
            to = next(str(label) for typed, label in field.choices if str(typed) == value)
        yield Narrowed(str(field.label), to, question.without(name))


def newest(question: Question) -> Step | None:
    """The year of the newest event among the rows asked for; where a page has nothing to show."""
    days = [
        day for chapter in CHAPTERS for sheet in chapter.sheets for day in _last(question, sheet)
    ]
    return _step(question, cut_off().year_of(max(days))) if days else None


def _last(question: Question, sheet: Any) -> Iterator[date]:
    rows = question.rows(sheet)
    first = next((f for f in sheet.figures.values() if isinstance(f, Figure)), None)
    if rows is not None and first is not None:
        day = rows.aggregate(day=Max(first.on))["day"]
        if day:
            yield day
