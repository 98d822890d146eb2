"""Only what can be chosen now: codes in force, bodies that exist, people who work on cases."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.db.models import CheckConstraint, Q, QuerySet, Value
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone

from cases.registry.agencies import AgencyKind
from cases.registry.conditions import fields_of
from cases.registry.desk.concerning import ConcernedForm
from cases.registry.roles import ENTERING_ROLES
from cases.registry.typed_dates import NotADate, typed_date
from cases.registry.users import User

ON = "on"  # what a form asks a lookup with: the day its record is dated by
# What querysets call their rows of a day. A table without such an adjective offers all it has.
OF_A_DAY = ("existing", "valid", "standing", "serving", "in_force")

Possible = Callable[[Any], Iterable[str]]
Given = tuple[tuple[str, str], ...]  # fields and what they say


class ChoosingForm(ConcernedForm):
    """Offers no word that a rule of the table refuses; one that is stored stays.

    `possible` narrows further what fits the record as it stands; `decided_by` names the fields
    that decide, once they are saved, which words of another one are refused.
    """

    possible: ClassVar[Mapping[str, Possible]] = {}
    decided_by: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if getattr(field, "choices", None) and _has_words(self._meta.model, name):
                field.choices = list(self._kept(name, field.choices))  # type: ignore[attr-defined]

    def _kept(self, name: str, choices: Iterable[Any]) -> Iterator[Any]:
        stored = getattr(self.instance, name)
        which = self.possible.get(name)
        allowed = None if which is None else frozenset(which(self.instance))
        model: type[models.Model] = self._meta.model
        refused = words_refused(model, name, self._given(name))
        for value, label in choices:
            fits = (allowed is None or value in allowed) and value not in refused
            if fits or value in ("", stored):
                yield value, label

    def _given(self, name: str) -> Given:
        """What is known of a saved record, or is just being said of it."""
        if self.instance.pk is None:
            return ()
        named = self.decided_by.get(name, ())
        stored = {each: getattr(self.instance, each) for each in named}
        said = {
            each: self.data[key] for each in named if (key := self.add_prefix(each)) in self.data
        }
        return tuple((stored | said).items())


def _has_words(model: type[models.Model], name: str) -> bool:
    field = model._meta.get_field(name)
    return isinstance(field, models.CharField) and bool(field.choices)


@lru_cache(maxsize=1024)
def words_refused(model: type[models.Model], name: str, given: Given = ()) -> frozenset[str]:
    """The choices of a field that its table can never hold beside what is given.

    Only the rules are asked that speak of this field and of nothing that is not given.
    """
    field: Any = model._meta.get_field(name)
    known = {other: Value(value) for other, value in given}
    rules = [
        each.condition
        for each in model._meta.constraints
        if isinstance(each, CheckConstraint) and isinstance(each.condition, Q)
        if name in fields_of(each) <= {name, *known}
    ]
    values = [value for value, _label in field.flatchoices]
    return frozenset(
        value
        for value in values
        if not all(rule.check(known | {name: Value(value)}) for rule in rules)
    )


class ChoosingAdmin(admin.ModelAdmin[Any]):
    """What a form offers: words by `possible` and `decided_by`, as the form has them.

    `offered` narrows the rows of a foreign key by a condition; `workers` names the keys that
    take only people who work on cases here.
    """

    possible: ClassVar[Mapping[str, Possible]] = {}
    decided_by: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    offered: ClassVar[Mapping[str, Q]] = {}
    workers: ClassVar[tuple[str, ...]] = ()

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> type[ModelForm[Any]]:
        form = super().get_form(request, *args, **kwargs)
        form.possible = self.possible  # type: ignore[attr-defined]  # a class made just now
        form.decided_by = self.decided_by  # type: ignore[attr-defined]
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
