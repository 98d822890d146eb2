"""One box for all lines of work: what is found, line by line, or the record itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.registry.desk.openness import EVERY, STATE
from cases.registry.desk.search import BATCHES, SearchedAdmin
from cases.registry.records import Record
from cases.registry.search.finding import find, whole
from cases.registry.search.keeping import bring_up_to_date
from cases.registry.search.searched import Searched
from cases.registry.search.spelling import fold, is_too_short, words
from lawgov.lines import LINES, Line, line_of

SHOWN = 5  # of each kind; the list shows the others
ALIKE = 20  # records that bear the same number, or refer to it


@dataclass(frozen=True)
class Hits:
    """Records of one kind that were found, and the list that shows all of them."""

    model: type[Model]
    rows: list[Any]
    is_all: bool
    address: str

    @property
    def name(self) -> Any:
        return self.model._meta.verbose_name_plural

    @property
    def line(self) -> Line | None:
        return line_of(self.model)


def finder(request: HttpRequest) -> HttpResponse:
    """A number that one record bears leads to it; anything else to what was found."""
    typed = request.GET.get(SEARCH_VAR, "").strip()
    kinds = list(_kinds(request))
    is_behind = not bring_up_to_date([searched for _admin, searched in kinds], BATCHES)
    named = [row for kind in kinds for row in _named(request, *kind, typed)]
    if len(named) == 1:
        return redirect(_address(type(named[0]), "change", named[0].pk))
    hits = [found for kind in kinds if (found := _hits(request, *kind, typed)).rows]
    context = {
        **admin.site.each_context(request),
        "title": _("Search in all lines"),
        "typed": typed,
        "lines": _by_line(hits),
        "is_behind": is_behind,
        "short": [word for word in words(typed) if is_too_short(word)],
    }
    return TemplateResponse(request, "lawgov/find.html", context)


def _kinds(request: HttpRequest) -> Iterator[tuple[SearchedAdmin, Searched]]:
    """The records a person may see, whichever they are."""
    for model, keeper in admin.site._registry.items():
        if isinstance(keeper, SearchedAdmin) and issubclass(model, Record):
            searched = keeper.searched()
            if searched is not None and keeper.has_view_permission(request):
                yield keeper, searched


def _named(
    request: HttpRequest, keeper: SearchedAdmin, searched: Searched, typed: str
) -> list[Any]:
    """Records that bear what was typed as their own number; a name is no number."""
    if not any(character.isdigit() for character in typed):
        return []
    pks = whole(searched, typed, ALIKE)
    rows = _rows(request, keeper).filter(pk__in=pks) if pks else []
    return [row for row in rows if fold(str(row)) == fold(typed)]


def _hits(request: HttpRequest, keeper: SearchedAdmin, searched: Searched, typed: str) -> Hits:
    condition = find(searched, typed).condition()
    rows = list(_rows(request, keeper).filter(condition)[: SHOWN + 1])
    query = urlencode({SEARCH_VAR: typed, STATE: EVERY})
    address = f"{_address(keeper.model, 'changelist')}?{query}"
    return Hits(keeper.model, rows[:SHOWN], len(rows) <= SHOWN, address)


def _rows(request: HttpRequest, keeper: SearchedAdmin) -> Any:
    related = keeper.get_list_select_related(request)
    rows = keeper.get_queryset(request)
    return rows.select_related(*related) if isinstance(related, list | tuple) else rows


def _address(model: type[Model], page: str, *keys: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=keys)


def _by_line(hits: list[Hits]) -> list[tuple[Line | None, list[Hits]]]:
    """In the order in which everybody names the lines."""
    found = ((line, [each for each in hits if each.line == line]) for line in LINES)
    return [(line, kinds) for line, kinds in found if kinds]
