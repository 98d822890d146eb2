"""The bureau's name, the other language, and where a list or a record stands."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.contrib.admin.filters import ListFilter
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList
from django.db.models import Model
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from cases.registry import paginator
from cases.registry.badges import badge_of, bears
from cases.registry.period_links import Chosen, PeriodLinks, dated_by, period_links
from lawgov.lines import Line, line_of
from lawgov.staying import lasting

register = template.Library()


@register.simple_tag
def bureau() -> str:
    """Whose register this is."""
    return settings.LAWGOV_BUREAU


@register.simple_tag
def session_seconds() -> int:
    """How long somebody who does nothing stays signed in."""
    return lasting()


@register.simple_tag
def other_languages() -> list[dict[str, Any]]:
    """The languages a person may change to, each under its own name."""
    here = get_language()
    return [get_language_info(code) for code, _name in settings.LANGUAGES if code != here]


@register.simple_tag
def line_of_work(opts: Any) -> Line | None:
    return line_of(opts.model)


@register.simple_tag
def standing(record: Model) -> str:
    """The badge of the stage a record is in, if its kind has stages."""
    return badge_of(record, "stage") if bears(type(record), "stage") else ""


@register.inclusion_tag("lawgov/period_links.html")
def periods_of(changelist: ChangeList) -> dict[str, PeriodLinks | None]:
    """In place of Django's date hierarchy; see `period_links`."""
    return {"periods": period_links(changelist)}


@register.simple_tag
def count_of(changelist: ChangeList) -> str:
    """How many rows, as far as anybody counted."""
    count = changelist.result_count
    is_capped = isinstance(changelist.paginator, paginator.CappedPaginator)
    is_capped &= count >= paginator.FURTHEST
    return f"{count:,}{'+' if is_capped else ''}"


class Narrowing(NamedTuple):
    """One thing a list was narrowed by, and the address without it."""

    by: str
    to: str
    address: str


@register.simple_tag
def narrowings(changelist: ChangeList) -> list[Narrowing]:
    """What a list was narrowed by, in the order of the page; empty where it shows everything."""
    found = [*_search(changelist), *_filters(changelist), *_period(changelist)]
    return found + list(_from_elsewhere(changelist))


def _search(changelist: ChangeList) -> Iterator[Narrowing]:
    if changelist.query:
        address = changelist.get_query_string(remove=[SEARCH_VAR])
        yield Narrowing(_("search"), f"“{changelist.query}”", address)


def _filters(changelist: ChangeList) -> Iterator[Narrowing]:
    for spec in changelist.filter_specs:
        names = _params_of(spec)
        if any(name in changelist.params for name in names):
            address = changelist.get_query_string(remove=names)
            yield Narrowing(str(spec.title), _chosen(spec, changelist), address)


def _params_of(spec: ListFilter) -> list[str]:
    return [name for name in spec.expected_parameters() if name]


def _chosen(spec: ListFilter, changelist: ChangeList) -> str:
    choices = [str(choice["display"]) for choice in spec.choices(changelist) if choice["selected"]]
    return ", ".join(choices) or "…"


def _period(changelist: ChangeList) -> Iterator[Narrowing]:
    field = str(changelist.date_hierarchy or "")
    if field and (chosen := str(Chosen.read(changelist.params, field))):
        address = changelist.get_query_string(remove=[f"{field}__"])
        yield Narrowing(dated_by(changelist), chosen, address)


def _from_elsewhere(changelist: ChangeList) -> Iterator[Narrowing]:
    """What the address asks for beyond the filters on the page; it is said rather than hidden."""
    known = {name for spec in changelist.filter_specs for name in _params_of(spec)}
    for name in changelist.get_filters_params():
        if name not in known and not name.startswith(f"{changelist.date_hierarchy}__"):
            address = changelist.get_query_string(remove=[name])
            yield Narrowing(name, changelist.params[name], address)
