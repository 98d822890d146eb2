"""The filters every line may offer, each made by saying which columns it reads."""

from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import Agency, AgencyKind
from cases.registry.roles import CASE_ROLES
from cases.registry.users import User

Said = Promise | str
MOST = 500  # a menu longer than that is a search
RESPONDENTS = (
    AgencyKind.COUNTY_GOVERNMENT,
    AgencyKind.BUREAU,
    AgencyKind.DEPARTMENT,
    AgencyKind.TOWNSHIP,
    AgencyKind.POLICE_STATION,
    AgencyKind.OTHER,
)


class Toggle(admin.SimpleListFilter):
    """One condition, on or off with one click."""

    template = "lawgov/lists/toggle.html"
    said: Said
    condition: Callable[[HttpRequest], Q]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        return [("1", self.said)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        is_on = self.value() == "1"
        return queryset.filter(type(self).condition(request)) if is_on else queryset

    def phrase(self) -> str:
        return str(self.said)


def toggle(parameter: str, said: Said, condition: Callable[[HttpRequest], Q]) -> type[Toggle]:
    """A filter that narrows a list to what a condition finds."""
    parts = {
        "title": said,
        "parameter_name": parameter,
        "said": said,
        "condition": staticmethod(condition),
    }
    return type(f"Toggle_{parameter}", (Toggle,), parts)


def mine(*persons: str) -> type[Toggle]:
    """Records in which one of these columns names whoever asks."""

    def condition(request: HttpRequest) -> Q:
        return reduce(or_, (Q(**{person: request.user.pk}) for person in persons))

    return toggle("mine", _("mine"), condition)


def concerns_an_enterprise(path: str = "is_enterprise_related") -> type[Toggle]:
    return toggle("enterprise", _("concerns an enterprise"), lambda _request: Q(**{path: True}))


class Chosen(admin.SimpleListFilter):
    """One row of a table of some dozens or hundreds, chosen from a menu that can be searched."""

    paths: tuple[str, ...]
    phrased: Said

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        return [(str(row.pk), str(row)) for row in self.rows()[:MOST]]

    def rows(self) -> QuerySet[Any]:
        raise NotImplementedError

    def among(self, pk: int) -> Any:
        raise NotImplementedError

    @cached_property
    def pk(self) -> int | None:
        """The key in the address; what is no key narrows to nothing."""
        text = self.value() or ""
        return int(text) if text.isdecimal() and text.isascii() and len(text) < 18 else None  # noqa: PLR2004

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:  # noqa: ARG002
        if not self.value():
            return queryset
        if self.pk is None:
            return queryset.none()
        return queryset.filter(
            reduce(or_, (Q(**{f"{path}__in": self.among(self.pk)}) for path in self.paths))
        )

    def phrase(self) -> str:
        chosen = self.value() or ""
        names = {str(key): name for key, name in self.lookup_choices}
        return str(self.phrased) % {"name": names.get(chosen, chosen)}


class OfAgency(Chosen):
    """An agency with all that stand under it."""

    kinds: tuple[AgencyKind, ...]

    def rows(self) -> QuerySet[Any]:
        return Agency.objects.of_kind(*self.kinds).order_by("code")

    def among(self, pk: int) -> Any:
        return Agency.objects.under(pk).values("pk")


class OfPerson(Chosen):
    """A person who works on cases."""

    def rows(self) -> QuerySet[Any]:
        people = User.objects.filter(is_active=True, role__in=CASE_ROLES)
        return people.order_by("full_name", "pk")

    def among(self, pk: int) -> Any:
        return [pk]


def of_agency(
    *paths: str,
    title: Said,
    phrased: Said,
    kinds: tuple[AgencyKind, ...] = RESPONDENTS,
    parameter: str = "agency",
) -> type[OfAgency]:
    """Records in which one of these columns names an agency or one under it."""
    parts = {"paths": paths, "title": title, "phrased": phrased, "kinds": kinds}
    return type(f"OfAgency_{parameter}", (OfAgency,), {**parts, "parameter_name": parameter})


def of_handler(*paths: str) -> type[OfPerson]:
    """Records in which one of these columns names a person."""
    parts = {
        "paths": paths,
        "title": _("handler"),
        "parameter_name": "handler",
        "phrased": _("handled by %(name)s"),
    }
    return type("OfHandler", (OfPerson,), parts)
