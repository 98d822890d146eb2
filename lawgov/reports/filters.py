"""The kinds of filter a report may be narrowed by, of records as they are and as they were."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import django_filters
from django.db.models import Choices, Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters.fields import ChoiceField, ModelChoiceField, ModelChoiceIterator

from cases.registry.agencies import Agency, named_at
from cases.registry.codes import ActKind, Field, RespondentKind
from cases.registry.history.asking import Asked
from cases.registry.history.recalling import Wanted
from cases.registry.users import User
from lawgov.reports.parting import (
    NONE,
    UNKNOWN,
    Answers,
    Parting,
    answered_under,
    named_what_moved,
)
from lawgov.reports.widgets import Choose, ChooseOrUnknown

ANY, NOTHING = "––", _("(not filled in)")
UNNAMED = _("“%(value)s” names nothing to narrow by.")


class WordOrUnknown(ChoiceField):  # type: ignore[misc]  # a library without types
    """Offers words alone, and takes it where an address asks for what is not known as closed."""

    def valid_value(self, value: Any) -> bool:
        return value == UNKNOWN or bool(super().valid_value(value))


class AtOnce(ModelChoiceIterator):  # type: ignore[misc]  # a library without types
    """Names rows without reading them whole; they are few, and no cursor is kept for them."""

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        if self.field.null_label is not None:
            yield self.field.null_value, self.field.null_label
        model = self.queryset.model
        rows = self.queryset.values_list(self.field.to_field_name, *model.called_by)
        yield from ((key, model.called(*names)) for key, *names in rows)


class Rows(ModelChoiceField):  # type: ignore[misc]  # a library without types
    """Rows of another table."""

    iterator = AtOnce


class RowOrUnknown(Rows):
    """The same for rows of another table."""

    def to_python(self, value: Any) -> Any:
        return UNKNOWN if value == UNKNOWN else super().to_python(value)


class Under(django_filters.ModelChoiceFilter):  # type: ignore[misc]  # a library without types
    """An agency with all that stand under it, wherever the record names one of them."""

    field_class = Rows

    def __init__(self, *paths: str) -> None:
        self.paths = paths
        super().__init__(
            field_name=paths[0],
            queryset=Agency.objects.all(),
            to_field_name="code",
            label=_("Agency with those under it"),
            empty_label=ANY,
            widget=Choose,
            error_messages={"invalid_choice": _("“%(value)s” is the code of no agency.")},
        )

    def filter(self, rows: QuerySet[Any], agency: Agency | None) -> QuerySet[Any]:
        if agency is None:
            return rows
        found = Q()
        for path in self.paths:
            found |= Q(**{f"{path}__in": named_at(path, agency.keys_under, rows.db)})
        return rows.filter(found)

    @property
    def reads(self) -> Sequence[str]:
        """The paths it is told from."""
        return self.paths

    def answered(self, model: type[Model], wanted: Wanted, chosen: Agency) -> Answers:
        return answered_under(self.paths, model, wanted, chosen)

    def stirred(self, model: type[Model], asked: Asked, chosen: Agency) -> set[int]:
        """Records of which what they name stands elsewhere in the tree by now."""
        return named_what_moved(self.paths, model, asked, chosen)


class Which(Parting, django_filters.ModelChoiceFilter):  # type: ignore[misc]  # a library without types
    """One row of another table, named in the address by its code.

    A row that has another name by now bears it for the time before as well.
    """

    field_class = RowOrUnknown

    def __init__(self, path: str, queryset: QuerySet[Any], label: Promise, key: str = "code"):
        self.path, self.kept_as, self.key = f"{path}__{key}", path, key
        super().__init__(
            field_name=path,
            queryset=queryset,
            to_field_name=key,
            label=label,
            empty_label=ANY,
            widget=ChooseOrUnknown,
            null_value=NONE,
            null_label=NOTHING,
            error_messages={"invalid_choice": UNNAMED},
        )

    def named(self, values: Iterable[Any]) -> Mapping[Any, str]:
        codes = self.queryset.order_by().values_list("pk", self.key)
        return {None: NONE, **dict(codes.filter(pk__in=[v for v in values if v is not None]))}

    def called(self, chosen: Any) -> str:
        return str(getattr(chosen, self.key, chosen))


class Word(Parting, django_filters.ChoiceFilter):  # type: ignore[misc]  # a library without types
    """One word of those a field knows; not filled in is the empty word."""

    field_class = WordOrUnknown

    def __init__(self, path: str, words: type[Choices], label: Promise) -> None:
        self.path = self.kept_as = path
        super().__init__(
            field_name=path,
            choices=words.choices,
            label=label,
            empty_label=ANY,
            widget=ChooseOrUnknown,
            null_value=NONE,
            null_label=NOTHING,
            error_messages={"invalid_choice": UNNAMED},
        )

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        if value == self.null_value:
            return rows.filter(**{self.path: ""})
        narrowed: QuerySet[Any] = super().filter(rows, value)
        return narrowed


class YesOrNo(Parting, django_filters.ChoiceFilter):  # type: ignore[misc]  # a library without types
    """A question every record answers, as 1 or 0."""

    field_class = WordOrUnknown

    def __init__(self, path: str, label: Promise) -> None:
        self.path = self.kept_as = path
        super().__init__(
            field_name=path,
            choices=[("1", _("Yes")), ("0", _("No"))],
            label=label,
            empty_label=ANY,
            widget=ChooseOrUnknown,
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
