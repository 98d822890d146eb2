"""Related work in one place: what came before, what followed, and what may belong to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cases.registry.figures import Label
from cases.registry.parties import PartyRole

SHOWN = 5  # of each kind; the rest are said to be there
FOR_THEMSELVES = [role for role in PartyRole if role != PartyRole.AGENT]


@dataclass(frozen=True)
class Related:
    """Rows of a table that belong to a record, or may: `where` finds them from the record.

    It answers None where there is nothing to look for.
    """

    label: Label
    model: type[Model]
    where: Callable[[Any], Q | None]
    is_certain: bool = True


@dataclass(frozen=True)
class Link:
    """One related record on the page."""

    record: Model
    address: str
    day: Any


@dataclass(frozen=True)
class Relation:
    """What was found of one kind; `has_more` says that it is not all."""

    related: Related
    links: list[Link]
    has_more: bool


_RELATED: dict[type[Model], list[Related]] = {}


def relate(model: type[Model], *related: Related) -> None:
    """Declare what belongs to the records of a model; an upper floor may add to a lower one."""
    _RELATED.setdefault(model, []).extend(related)


def related_to(model: type[Model]) -> tuple[Related, ...]:
    return tuple(_RELATED.get(model, ()))


def same_parties(record: Any) -> Q:
    """Some party bears the name of one of the record's; who only speaks for others is left out."""
    names = record.parties.filter(role__in=FOR_THEMSELVES).values("name")
    return Q(parties__name__in=names, parties__role__in=FOR_THEMSELVES)


class RelatedAdmin(admin.ModelAdmin[Any]):
    """A record's form leads to everything it hangs together with, as far as a person may see it.

    One query for each kind that is declared, whatever there is of it. `at_a_glance` names the
    fields that are shown above the tabs.
    """

    at_a_glance: ClassVar[tuple[str, ...]] = ()

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = context.get("original")
        if record is not None and record.pk:
            context["has_related"] = bool(related_to(self.model))
            context["relations"] = list(self._relations(request, record))
            context["related_count"] = _count(context["relations"])
            context["glance"] = list(self._glance(record))
        return super().render_change_form(request, context, *args, **kwargs)

    def _relations(self, request: HttpRequest, record: Any) -> Iterator[Relation]:
        for related in related_to(self.model):
            keeper = self.admin_site._registry.get(related.model)
            where = related.where(record)
            if keeper is None or where is None or not keeper.has_view_permission(request):
                continue
            found = list(_rows(keeper, request, where, record)[: SHOWN + 1])
            if found:
                links = [_link(keeper, each) for each in found[:SHOWN]]
                yield Relation(related, links, len(found) > SHOWN)

    def _glance(self, record: Any) -> Iterator[tuple[Label, list[str]]]:
        if hasattr(record, "parties"):
            parties = list(record.parties.all())
            for role in dict.fromkeys(party.role for party in parties):
                names = [party.name for party in parties if party.role == role]
                yield PartyRole(role).label, names
        for name in self.at_a_glance:
            if value := getattr(record, name):
                yield record._meta.get_field(name).verbose_name, [str(value)]


def _rows(keeper: Any, request: HttpRequest, where: Q, record: Any) -> QuerySet[Any]:
    rows = keeper.get_queryset(request).filter(where)
    if isinstance(keeper.list_select_related, list | tuple):
        rows = rows.select_related(*keeper.list_select_related)
    rows = rows.exclude(pk=record.pk) if isinstance(record, keeper.model) else rows
    found: QuerySet[Any] = rows.order_by("-pk").distinct()
    return found


def _link(keeper: Any, record: Any) -> Link:
    names = (keeper.opts.app_label, keeper.opts.model_name)
    address = reverse("admin:{}_{}_change".format(*names), args=[record.pk])
    day = getattr(record, keeper.date_hierarchy) if keeper.date_hierarchy else None
    return Link(record, address, day)


def _count(relations: list[Relation]) -> str:
    """How many there are, as far as anybody looked; nothing for none."""
    count = sum(len(each.links) for each in relations)
    has_more = any(each.has_more for each in relations)
    return f"{count}{'+' if has_more else ''}" if count else ""
