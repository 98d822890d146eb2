"""The records behind a number, some on each page."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest
from django.utils.translation import gettext as _

from cases.registry.figures import Counted, Figure
from lawgov.reports.question import BadQuestion

ROWS_A_PAGE = 50


def in_order(rows: QuerySet[Any], counted: Counted) -> QuerySet[Any]:
    """By the day on which they were counted."""
    return rows.order_by(counted.on if isinstance(counted, Figure) else counted.entered, "pk")


def page_of(request: HttpRequest, form: Form, found: QuerySet[Any] | Sequence[Any]) -> Page[Any]:
    """The page an address asks for.

    Raises:
        BadQuestion: there is none of this number.
    """
    number = request.GET.get("page", "1")
    try:
        return Paginator(found, ROWS_A_PAGE).page(number)
    except (PageNotAnInteger, EmptyPage) as error:
        form.add_error(None, _("There is no page “%(number)s”.") % {"number": number})
        raise BadQuestion(form) from error
