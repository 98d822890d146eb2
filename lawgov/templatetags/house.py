"""The bureau's name, the other language, and where a list or a record stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.contrib.admin.filters import ListFilter
from django.contrib.admin.utils import get_fields_from_path
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList
from django.db.models import Model
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.template import Context
from django.utils.translation import get_language, get_language_info, pgettext
from django.utils.translation import gettext as _

from cases.registry import paginator
from cases.registry.badges import badge_of, bears
from cases.registry.desk.filters import Chosen, Toggle
from cases.registry.desk.openness import EVERY, StateFilter
from cases.registry.period_links import Chosen as DateChosen
from cases.registry.period_links import PeriodLinks, dated_by, period_links
from cases.registry.roles import CASE_ROLES
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


@register.simple_tag(takes_context=True)
def may_find(context: Context) -> bool:
    """Whether somebody sees records at all, so that there is something to look for."""
    return getattr(context.get("user"), "role", "") in CASE_ROLES


@register.filter
def options(model: type[Model]) -> Any:
    """What templates may not ask a model for by themselves."""
    return model._meta


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
    """One thing a list was narrowed by, and the address without it; a phrase needs no title."""

    by: str
    to: str
    address: str


@dataclass(frozen=True)
class Headline:
    """What is listed, in words: how many, of which state, and where those of every state are."""

    count: str
    name: str
    wider: str


class Tried(NamedTuple):
    """Where a search looked, which words were too short, and whether all could be searched."""

    places: str
    short: str
    is_behind: bool


@register.simple_tag
def headline(changelist: ChangeList) -> Headline:
    """Such as: 12, open reconsideration cases."""
    name = str(changelist.opts.verbose_name_plural)
    state = _state(changelist)
    if state is None or state.state == EVERY:
        return Headline(count_of(changelist), name, "")
    said = pgettext("records of a state", "%(state)s %(records)s")
    words = {"state": state.states[state.state], "records": name}
    wider = changelist.get_query_string({state.parameter_name: EVERY})
    return Headline(count_of(changelist), said % words, wider)


@register.simple_tag(takes_context=True)
def elsewhere(context: Context, changelist: ChangeList) -> list[tuple[Any, int, str]]:
    """Where what was not found here is found; asked only of an empty list."""
    state = _state(changelist)
    return [] if state is None else state.elsewhere(changelist, context["request"])


@register.simple_tag(takes_context=True)
def searched(context: Context, changelist: ChangeList) -> Tried:
    """The columns a search looks into, by the names they have on the page."""
    names = dict.fromkeys(
        label_of(changelist.model, str(path)) for path in changelist.search_fields
    )
    request = context["request"]
    found = getattr(request, "found", None)
    short = _(", ").join(found.short if found else ())
    return Tried(_(", ").join(names), short, getattr(request, "is_behind", False))


def label_of(model: type[Model], path: str) -> str:
    """The name of what a path leads to: of the key it follows first, or of the column itself."""
    first = get_fields_from_path(model, path.split("__", maxsplit=1)[0])[0]
    if isinstance(first, ForeignObjectRel):
        first = get_fields_from_path(model, path)[-1]
        return f"{first.model._meta.verbose_name}{_(': ')}{first.verbose_name}"
    return str(first.verbose_name)


def _state(changelist: ChangeList) -> StateFilter | None:
    specs = changelist.filter_specs
    return next((spec for spec in specs if isinstance(spec, StateFilter)), None)


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
        if isinstance(spec, StateFilter) or not any(name in changelist.params for name in names):
            continue
        address = changelist.get_query_string(remove=names)
        if isinstance(spec, Toggle | Chosen):
            yield Narrowing("", spec.phrase(), address)
        else:
            yield Narrowing(str(spec.title), _chosen(spec, changelist), address)


def _params_of(spec: ListFilter) -> list[str]:
    return [name for name in spec.expected_parameters() if name]


def _chosen(spec: ListFilter, changelist: ChangeList) -> str:
    choices = [str(choice["display"]) for choice in spec.choices(changelist) if choice["selected"]]
    return ", ".join(choices) or "…"


def _period(changelist: ChangeList) -> Iterator[Narrowing]:
    field = str(changelist.date_hierarchy or "")
    if field and (chosen := str(DateChosen.read(changelist.params, field))):
        address = changelist.get_query_string(remove=[f"{field}__"])
        yield Narrowing(dated_by(changelist), chosen, address)


def _from_elsewhere(changelist: ChangeList) -> Iterator[Narrowing]:
    """What the address asks for beyond the filters on the page; it is said rather than hidden."""
    known = {name for spec in changelist.filter_specs for name in _params_of(spec)}
    for name in changelist.get_filters_params():
        if name not in known and not name.startswith(f"{changelist.date_hierarchy}__"):
            address = changelist.get_query_string(remove=[name])
            yield Narrowing(name, changelist.params[name], address)
