"""A page that says what was wrong with a question, in place of a table that would be wrong."""

from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from cases.registry.sheets import Chapter
from lawgov.reports.access import View
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.question import BadQuestion


class NoSuchFigure(Exception):
    """The address names a figure that nothing counts."""


def chapter_of(code: str) -> Chapter:
    """The chapter that declares a figure or a rate.

    Raises:
        NoSuchFigure: none does.
    """
    for chapter in CHAPTERS:
        if code in chapter.figures or code in chapter.rates:
            return chapter
    raise NoSuchFigure(code)


def explained(view: View) -> View:
    """Answers a question that makes no sense with the reason and with what was typed."""

    @wraps(view)
    def explaining(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except BadQuestion as bad:
            return _page(request, HTTPStatus.BAD_REQUEST, form=bad.form)
        except NoSuchFigure as unknown:
            return _page(request, HTTPStatus.NOT_FOUND, code=unknown.args[0])

    return explaining


def _page(request: HttpRequest, status: HTTPStatus, **more: Any) -> HttpResponse:
    context = {**admin.site.each_context(request), **more}
    return render(request, "reports/bad_question.html", context, status=status)
