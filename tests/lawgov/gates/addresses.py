"""Every address the site answers to, and who may ask there: the whole table, written out."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib import admin
from django.urls import URLPattern, URLResolver, get_resolver

from cases.registry.roles import CASE_ROLES, ENTERING_ROLES, Role

PEOPLE = frozenset(Role)
NOBODY: frozenset[str] = frozenset()
ANONYMOUS = "anonymous"
ANYBODY = frozenset({*PEOPLE, ANONYMOUS})
SECURITY, AUDITOR = frozenset({Role.SECURITY_ADMINISTRATOR}), frozenset({Role.AUDITOR})
SUPERVISOR = frozenset({Role.SUPERVISOR})
SYSTEM = frozenset({Role.SYSTEM_ADMINISTRATOR})

# Pages of a table in the admin: what one has to be allowed to read there, and to post there.
VERBS = {
    "changelist": ("view", "view"),
    "add": ("add", "add"),
    "change": ("view", "change"),
    "history": ("view", "view"),
    "delete": ("", ""),
}


class Address(NamedTuple):
    """Who may read it and who may post to it; what fills the gaps in it.

    county_only: it speaks of the whole county, so a township's people are outside.
    """

    read: frozenset[str]
    post: frozenset[str] = NOBODY
    sample: dict[str, Any] = {}
    query: dict[str, str] = {}
    county_only: bool = False


PERIOD = {"period": "2024"}
OF_FIGURE = {"code": "reconsideration.received"}
OF_TABLE = {"form": "appearance"}
NO_EXPORT = {"ticket": "0" * 32}  # one's own alone; of another's nobody hears
A_PAPER = {"label": "cases.reconsiderationattachment", "pk": "$cases.reconsiderationattachment"}
LOOKED_UP = {
    "app_label": "cases",
    "model_name": "instance",
    "field_name": "dispute",
    "term": "",
}
NAMED = {
    "home": Address(ANYBODY, ANYBODY),
    "set_language": Address(ANYBODY, ANYBODY),
    "calculator": Address(PEOPLE, PEOPLE),
    "admin:index": Address(PEOPLE, PEOPLE),
    "admin:login": Address(ANYBODY, ANYBODY),
    "admin:logout": Address(NOBODY, PEOPLE),
    "admin:password_change": Address(PEOPLE, PEOPLE),
    "admin:password_change_done": Address(PEOPLE),
    "admin:autocomplete": Address(CASE_ROLES, query=LOOKED_UP),
    "admin:jsi18n": Address(PEOPLE),
    "admin:view_on_site": Address(NOBODY, sample={"content_type_id": 1, "object_id": 1}),
    "admin:app_list": Address(PEOPLE, PEOPLE, {"app_label": "cases"}),
    "admin:auth_user_password_change": Address(SECURITY, SECURITY, {"id": "$user"}),
    "admin:cases_accessentry_export": Address(AUDITOR, AUDITOR),
    "admin:cases_calendarentry_import": Address(SYSTEM, SYSTEM),
    "admin:cases_reconsideration_similar": Address(NOBODY, ENTERING_ROLES),
    "admin:cases_dispute_similar": Address(NOBODY, ENTERING_ROLES),
    "admin:mediation_mediation_similar": Address(NOBODY, ENTERING_ROLES),
    "admin:enforcement_casefile_similar": Address(NOBODY, ENTERING_ROLES),
    "attachment": Address(CASE_ROLES, sample=A_PAPER, county_only=True),
    "find": Address(PEOPLE, PEOPLE, query={"q": "没有这样的"}),
    "keeping:findings": Address(CASE_ROLES | SYSTEM, sample={"code": "register.gap"}),
    "stay": Address(NOBODY, PEOPLE),
    "gates:code": Address(ANYBODY, ANYBODY),
    "gates:second_step": Address(PEOPLE, PEOPLE),
    "gates:printed": Address(NOBODY, PEOPLE),
    "gates:reveal": Address(
        CASE_ROLES,
        CASE_ROLES,
        {
            "app_label": "cases",
            "model": "reconsiderationparty",
            "pk": "$cases.reconsiderationparty",
            "field": "telephone",
        },
    ),
    "board:month": Address(CASE_ROLES, query={"month": "2024-03"}),
    "board:deliver": Address(NOBODY, CASE_ROLES),
    "board:feed": Address(NOBODY, sample={"secret": "guessed"}),
    "reports:rollup": Address(CASE_ROLES, query=PERIOD),
    "reports:rows": Address(CASE_ROLES, sample=OF_FIGURE, query=PERIOD),
    "reports:breakdown": Address(CASE_ROLES, sample=OF_FIGURE, query=PERIOD),
    "reports:save": Address(NOBODY, CASE_ROLES),
    "reports:remove": Address(NOBODY, NOBODY, {"pk": "$view"}),
    "reports:returns": Address(CASE_ROLES, query=PERIOD),
    "reports:return": Address(CASE_ROLES, sample=OF_TABLE, query=PERIOD),
    "reports:return_rows": Address(CASE_ROLES, sample=OF_TABLE, query=PERIOD),
    "reports:statement": Address(CASE_ROLES, query=PERIOD),
    "reports:export": Address(CASE_ROLES, sample={"name": "csv"}, query=PERIOD),
    "reports:export_rows": Address(CASE_ROLES, sample={"name": "csv", **OF_FIGURE}, query=PERIOD),
    "reports:export_return": Address(CASE_ROLES, sample={"name": "csv", **OF_TABLE}, query=PERIOD),
    "reports:export_return_rows": Address(
        CASE_ROLES, sample={"name": "csv", **OF_TABLE}, query=PERIOD
    ),
    "reports:export_told": Address(NOBODY, sample=NO_EXPORT),
    "reports:export_progress": Address(CASE_ROLES, sample=NO_EXPORT),
    "reports:export_cancel": Address(NOBODY, NOBODY, NO_EXPORT),
    "reports:closings": Address(CASE_ROLES, county_only=True),
    "reports:closing": Address(CASE_ROLES, sample={"text": "2023"}, county_only=True),
    "reports:close": Address(NOBODY, SUPERVISOR, {"text": "2023"}, county_only=True),
    "reports:ask": Address(NOBODY, SUPERVISOR, {"text": "2023"}, county_only=True),
    "reports:confirm": Address(NOBODY, SUPERVISOR, {"text": "2023"}, county_only=True),
}
# Addresses without a name, by their pattern.
UNNAMED = {"admin/(?P<url>.*)$": Address(NOBODY, sample={"url": "nothing-here/"})}
# Where a table's own admin allows less than the role could: the cases count, one row stands.
CLOSED_FORMS = {
    "cases_docketseries_add": NOBODY,
    "cases_docketseries_change": NOBODY,
    "cases_timekeeping_add": NOBODY,
    "cases_accessentry_add": NOBODY,
    "reports_exportlog_add": NOBODY,
}
# What the bulk actions of the lists do, which is what whoever enters records may do to them.
CHANGING = (
    "void", "assign", "enterprise", "centre", "mediator", "close", "draw", "review", "due",
    "verify", "leave", "collect", "cancel",
)  # fmt: skip
# What is done to chosen rows of a list, and by whom.
ACTIONS = {
    "delete_selected": NOBODY,
    "unlock": SECURITY,
    "reset_second_step": SECURITY,
    **dict.fromkeys(CHANGING, ENTERING_ROLES),
}


class Found(NamedTuple):
    """An address as the resolver has it: its name, or its pattern where it has none."""

    name: str
    pattern: str
    gaps: tuple[str, ...]


def every_address() -> list[Found]:
    return list(_walk(get_resolver(), "", ()))


def _walk(resolver: URLResolver, space: str, before: tuple[str, ...]) -> Iterator[Found]:
    for each in resolver.url_patterns:
        pattern = "".join((*before, str(each.pattern)))
        if isinstance(each, URLResolver):
            inside = f"{space}{each.namespace}:" if each.namespace else space
            yield from _walk(each, inside, (*before, str(each.pattern)))
        elif isinstance(each, URLPattern) and not _is_old(each):
            gaps = tuple(each.pattern.converters) or tuple(each.pattern.regex.groupindex)
            yield Found(f"{space}{each.name}" if each.name else "", pattern, gaps)


def _is_old(pattern: URLPattern) -> bool:
    """Django keeps the form's old address, which only leads to the new one."""
    return pattern.name is None and str(pattern.pattern) == "<path:object_id>/"


def of_tables() -> dict[str, tuple[Any, str]]:
    """The name of every page of a table in the admin, with the table and the verb."""
    return {
        f"admin:{model._meta.app_label}_{model._meta.model_name}_{verb}": (model, verb)
        for model in admin.site._registry
        for verb in VERBS
    }


def unknown_addresses() -> list[str]:
    """What nobody has said yet who may ask for."""
    known = {*NAMED, *of_tables()}
    return [
        found.name or found.pattern
        for found in every_address()
        if found.name not in known and not (not found.name and found.pattern in UNNAMED)
    ]
