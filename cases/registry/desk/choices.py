"""Only what can be chosen now: codes in force, bodies that exist, people who work on cases."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.db.models import CheckConstraint, Q, QuerySet, Value
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone

from cases.registry.agencies import AgencyKind
from cases.registry.conditions import fields_of
from cases.registry.desk.refusals import RuledForm
from cases.registry.roles import ENTERING_ROLES
from cases.registry.typed_dates import NotADate, typed_date
from cases.registry.users import User

ON = "on"  # what a form asks a lookup with: the day its record is dated by
# What querysets call their rows of a day. A table without such an adjective offers all it has.
OF_A_DAY = ("existing", "valid", "standing", "serving", "in_force")

Possible = Callable[[Any], Iterable[str]]


class ChoosingForm(RuledForm):
    """Offers no word that a rule of the table refuses; one that is stored stays.

    `possible` narrows further what fits the record as it stands.
    """

    possible: ClassVar[Mapping[str, Possible]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if getattr(field, "choices", None) and _has_words(self._meta.model, name):
                field.choices = list(self._kept(name, field.choices))  # type: ignore[attr-defined]

    def _kept(self, name: str, choices: Iterable[Any]) -> Iterator[Any]:
        stored = getattr(self.instance, name)
        which = self.possible.get(name)
        allowed = None if which is None else frozenset(which(self.instance))
        refused = words_refused(self._meta.model, name)
        for value, label in choices:
            fits = (allowed is None or value in allowed) and value not in refused
            if fits or value in ("", stored):
                yield value, label


def _has_words(model: type[models.Model], name: str) -> bool:
    field = model._meta.get_field(name)
    return isinstance(field, models.CharField) and bool(field.choices)


@cache
def words_refused(model: type[models.Model], name: str) -> frozenset[str]:
    """The choices of a field that its table can never hold, by the rules on this field alone."""
    field: Any = model._meta.get_field(name)
    rules = [
        each.condition
        for each in model._meta.constraints
        if isinstance(each, CheckConstraint) and fields_of(each) == {name}
        if isinstance(each.condition, Q)
    ]
    values = [value for value, _label in field.flatchoices]
    return frozenset(v for v in values if not all(r.check({name: Value(v)}) for r in rules))


class ChoosingAdmin(admin.ModelAdmin[Any]):
    """`possible` narrows words by the record, `offered` the rows of a foreign key by a condition;
    `workers` names the foreign keys that take only people who work on cases here.
    """

    possible: ClassVar[Mapping[str, Possible]] = {}
    offered: ClassVar[Mapping[str, Q]] = {}
    workers: ClassVar[tuple[str, ...]] = ()

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> type[ModelForm[Any]]:
        form = super().get_form(request, *args, **kwargs)
        form.possible = self.possible  # type: ignore[attr-defined]  # a class made just now
        return form

    def offers(self, name: str, rows: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        """What a form lets one choose for a field; a list that filters by it lets one see all."""
        if ON not in request.GET:
            return rows
        if name in self.workers:
            rows = rows.filter(works_beside(request.user))
        if name in self.offered:
            rows = rows.filter(self.offered[name])
        return of_a_day(rows, _day(request.GET[ON]))


def of_a_day(rows: QuerySet[Any], on: date) -> QuerySet[Any]:
    """The rows there are on a day, as their own table puts it."""
    adjective = next((name for name in OF_A_DAY if hasattr(rows, name)), None)
    narrowed: QuerySet[Any] = rows if adjective is None else getattr(rows, adjective)(on)
    return narrowed


def works_beside(user: Any) -> Q:
    """People who enter cases, at the same agency or at the bureau that serves the county."""
    at = Q(agency__kind=AgencyKind.BUREAU)
    if isinstance(user, User) and user.agency_id is not None:
        at |= Q(agency=user.agency_id)
    return Q(is_active=True, role__in=ENTERING_ROLES) & at


def _day(text: str) -> date:
    today = timezone.localdate()
    try:
        return typed_date(text, today.year)
    except NotADate:
        return today
