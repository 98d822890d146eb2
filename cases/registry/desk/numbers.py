"""Numbers of persons on a form: masked, shown one by one with a reason, never lost in between."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.registry.masking import MASKED_FIELDS, covered
from cases.registry.numbers import NumberFormField

SHOWN = "masked_"


def address(row: Model, name: str) -> str:
    """Where the number is shown in full to who says why."""
    meta = row._meta
    return reverse("gates:reveal", args=[meta.app_label, meta.model_name, row.pk, name])


def control(where: str) -> SafeString:
    """The link beside a mask; a script makes it a dialog, without one it is a page of its own."""
    return format_html(
        '<a class="reveal" href="{}" target="_blank" rel="opener">{}</a>', where, _("Show in full")
    )


class MaskedInput(AdminTextInputWidget):
    """A number typed anew replaces the one that is kept; the mask stands for the latter."""

    where = ""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        typed = super().render(name, value, attrs, renderer)
        return format_html("{} {}", typed, control(self.where))


class MaskedForm:
    """Mixed into a form: each kept number is shown as its mask, which posted back changes nothing.

    For a `ModelForm` only; the numbers are those of its row.
    """

    fields: dict[str, Any]
    initial: dict[str, Any]
    instance: Model

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in MASKED_FIELDS & set(self.fields):
            field, stored = self.fields[name], getattr(self.instance, name)
            if self.instance.pk and stored and isinstance(field, NumberFormField):
                field.stored, field.mask = stored, covered(stored)
                self.initial[name] = field.mask
                field.widget = MaskedInput(field.widget.attrs)
                field.widget.where = address(self.instance, name)


def masking(form: type[ModelForm[Any]]) -> type[ModelForm[Any]]:
    """The form with its numbers masked."""
    if issubclass(form, MaskedForm):
        return form
    return type(f"Masked{form.__name__}", (MaskedForm, form), {})


def _shown(row: Any, name: str) -> Any:
    number = getattr(row, name, "")
    return format_html("{} {}", covered(number), control(address(row, name))) if number else "–"


class MaskedNumbers:
    """Mixed into an admin or inline: nobody's number stands in full on its form."""

    model: type[Model]
    opts: Any
    form: Any
    has_change_permission: Callable[..., bool]

    def _numbers(self) -> set[str]:
        return MASKED_FIELDS & {field.name for field in self.model._meta.fields}

    @admin.display(description=gettext_lazy("identity or credit number"))
    def masked_identity_number(self, row: Any) -> Any:
        return _shown(row, "identity_number")

    @admin.display(description=gettext_lazy("telephone"))
    def masked_telephone(self, row: Any) -> Any:
        return _shown(row, "telephone")

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._with_masks("get_form", request, *args, **kwargs)

    def get_formset(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._with_masks("get_formset", request, *args, **kwargs)

    def _with_masks(self, method: str, *args: Any, **kwargs: Any) -> Any:
        if self._numbers():
            kwargs["form"] = masking(kwargs.get("form", self.form))
        return getattr(super(), method)(*args, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who only reads is shown the masks as text."""
        found = super().get_fieldsets(request, obj)  # type: ignore[misc]  # of the admin
        if not self._only_read(request, obj):
            return found
        return [
            (title, {**options, "fields": self._renamed(options["fields"])})
            for title, options in found
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        found = super().get_readonly_fields(request, obj)  # type: ignore[misc]  # of the admin
        if not self._only_read(request, obj):
            return found
        return [*found, *(f"{SHOWN}{name}" for name in sorted(self._numbers()))]

    def _only_read(self, request: HttpRequest, obj: Any) -> bool:
        return bool(self._numbers()) and not self.has_change_permission(request, obj)

    def _renamed(self, fields: Any) -> Any:
        numbers = self._numbers()
        return [
            self._renamed(each)
            if isinstance(each, (list, tuple))
            else f"{SHOWN}{each}"
            if each in numbers
            else each
            for each in fields
        ]
