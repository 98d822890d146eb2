"""The kinds of filter a report may be narrowed by."""

from typing import Any

import django_filters
from django.db.models import Choices, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.registry.agencies import Agency
from cases.registry.codes import ActKind, Field, RespondentKind
from cases.registry.users import User

NONE = "none"  # in an address: where nothing is filled in
ANY, NOTHING = "––", _("(not filled in)")
UNNAMED = _("“%(value)s” names nothing to narrow by.")


class Under(django_filters.ModelChoiceFilter):  # type: ignore[misc]  # a library without types
    """An agency with all that stand under it, wherever the record names one of them."""

    def __init__(self, *paths: str) -> None:
        self.paths = paths
        super().__init__(
            field_name=paths[0],
            queryset=Agency.objects.all(),
            to_field_name="code",
            label=_("Agency with those under it"),
            empty_label=ANY,
            error_messages={"invalid_choice": _("“%(value)s” is the code of no agency.")},
        )

    def filter(self, rows: QuerySet[Any], agency: Agency | None) -> QuerySet[Any]:
        if agency is None:
            return rows
        under, found = Agency.objects.under(agency.pk).values("pk"), Q()
        for path in self.paths:
            found |= Q(**{f"{path}__in": under})
        return rows.filter(found)


class Which(django_filters.ModelChoiceFilter):  # type: ignore[misc]  # a library without types
    """One row of another table, named in the address by its code."""

    def __init__(self, path: str, queryset: QuerySet[Any], label: Promise, key: str = "code"):
        self.path = f"{path}__{key}"
        super().__init__(
            field_name=path,
            queryset=queryset,
            to_field_name=key,
            label=label,
            empty_label=ANY,
            null_value=NONE,
            null_label=NOTHING,
            error_messages={"invalid_choice": UNNAMED},
        )


class Word(django_filters.ChoiceFilter):  # type: ignore[misc]  # a library without types
    """One word of those a field knows; not filled in is the empty word."""

    def __init__(self, path: str, words: type[Choices], label: Promise) -> None:
        self.path = path
        super().__init__(
            field_name=path,
            choices=words.choices,
            label=label,
            empty_label=ANY,
            null_value=NONE,
            null_label=NOTHING,
            error_messages={"invalid_choice": UNNAMED},
        )

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        if value == self.null_value:
            return rows.filter(**{self.path: ""})
        narrowed: QuerySet[Any] = super().filter(rows, value)
        return narrowed


class YesOrNo(django_filters.ChoiceFilter):  # type: ignore[misc]  # a library without types
    """A question every record answers, as 1 or 0."""

    def __init__(self, path: str, label: Promise) -> None:
        self.path = path
        super().__init__(
            field_name=path,
            choices=[("1", _("Yes")), ("0", _("No"))],
            label=label,
            empty_label=ANY,
            error_messages={"invalid_choice": UNNAMED},
        )


def by_unit(path: str) -> Which:
    return Which(path, Agency.objects.all(), _("Township or department"))


def by_field(path: str) -> Which:
    return Which(path, Field.objects.all(), pgettext_lazy("of administration", "Field"))


def by_act(path: str) -> Which:
    return Which(path, ActKind.objects.all(), _("Kind of act"))


def by_respondent_kind(path: str) -> Which:
    kinds = RespondentKind.objects.all()
    return Which(f"{path}__respondent_kind", kinds, _("Kind of respondent"))


def by_handler(path: str) -> Which:
    people = User.objects.order_by("full_name", "username")
    return Which(path, people, _("Handler"), key="username")


def by_enterprise(path: str) -> YesOrNo:
    return YesOrNo(path, _("Concerns an enterprise"))
