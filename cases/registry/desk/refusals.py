"""What the database refuses, said at the fields it concerns and in the words of its own rules."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

from django.contrib import admin
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models
from django.db.models import UniqueConstraint
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from cases.registry.conditions import fields_of
from cases.registry.figures import Label

MEANWHILE = _("Somebody was entering the same meanwhile. Nothing was saved; please save again.")


class Refusal(NamedTuple):
    """Why a row cannot be kept, and the fields that says something about."""

    message: Label
    fields: frozenset[str] = frozenset()


class RuledForm(ModelForm[Any]):
    """A broken rule is told beside the fields that were changed and that it speaks of.

    Where none of them was touched, beside all of them: any may be the mistaken one.
    """

    refusal: ClassVar[Refusal | None] = None

    def _post_clean(self) -> None:
        """The row answers for its rules as ever; only where it is told is decided here."""
        self.instance.validate_constraints = self._keep_rules  # asked once, by full_clean
        try:
            super()._post_clean()  # type: ignore[misc]  # ModelForm's own
        finally:
            del self.instance.validate_constraints
        if self.refusal is not None:
            for name in self._told_at(self.refusal.fields):
                self.add_error(name, str(self.refusal.message))

    def _keep_rules(self, exclude: Any = None) -> None:
        broken: dict[str, list[Any]] = {}
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                try:
                    constraint.validate(model, self.instance, exclude=exclude)
                except ValidationError as error:
                    for name in self._told_at(fields_of(constraint)):
                        broken.setdefault(name or NON_FIELD_ERRORS, []).extend(error.messages)
        if broken:
            raise ValidationError(broken)

    def _told_at(self, fields: frozenset[str]) -> list[str | None]:
        """The fields of the form where it is told; None is the top of the form."""
        named = [name for name in self.fields if name in fields]
        touched = [name for name in named if name in self.changed_data]
        return [*(touched or named)] or [None]


class RefusingAdmin(admin.ModelAdmin[Any]):
    """What slips through to the database and is refused there comes back as an error of the form.

    `refusals` says in a clerk's words what triggers refuse, by the name they raise.
    """

    refusals: ClassVar[Mapping[str, Label]] = {}

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError as error:
            send_back(request, refusal_of(error, self._models(), self.refusals))
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> type[ModelForm[Any]]:
        form = super().get_form(request, *args, **kwargs)
        form.refusal = getattr(request, "sent_back", None)  # type: ignore[attr-defined]  # a class made just now
        return form

    def _models(self) -> Iterator[type[models.Model]]:
        yield self.model
        yield from (inline.model for inline in self.inlines)


def send_back(request: HttpRequest, refusal: Refusal) -> None:
    """Let the form of this request refuse what was entered, whatever it would have said itself."""
    request.sent_back = refusal  # type: ignore[attr-defined]


def refusal_of(
    error: IntegrityError, asked: Iterable[type[models.Model]], refusals: Mapping[str, Label]
) -> Refusal:
    """What a refusal of the database means, by the names of the rules these models have."""
    said, known = str(error), {name: Refusal(label) for name, label in refusals.items()}
    for model in asked:
        known |= dict(_rules(model))
    # One name may begin another: the longest that is said is meant.
    names = sorted((name for name in known if name in said), key=len)
    return known[names[-1]] if names else Refusal(MEANWHILE)


def _rules(model: type[models.Model]) -> Iterator[tuple[str, Refusal]]:
    """Each constraint by its name; SQLite tells the columns of a uniqueness instead."""
    for constraint in model._meta.constraints:
        refusal = Refusal(str(constraint.get_violation_error_message()), fields_of(constraint))
        yield constraint.name, refusal
        if isinstance(constraint, UniqueConstraint) and constraint.fields:
            fields: Any = map(model._meta.get_field, constraint.fields)
            yield ", ".join(f"{model._meta.db_table}.{field.column}" for field in fields), refusal
