"""A date field that takes what people type, and says what it expected of what it cannot take."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import BaseForm, ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.registry.typed_dates import NotADate, says_no_year, typed_date


class TypedDateField(forms.DateField):
    """Reads 20240801, 2024-8-1, 2024年8月1日 and, as a day of this year, 8-1; see `typed_dates`."""

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return typed_date(str(value), timezone.localdate().year)
        except NotADate as error:
            raise ValidationError(capfirst(str(error.expected)), code="invalid") from None


class TypedDateInput(AdminDateWidget):
    """Django's field with its calendar; what is typed is written out as one leaves it."""

    class Media:
        js: ClassVar[list[str]] = ["lawgov/dates.js"]

    def __init__(self, attrs: dict[str, Any] | None = None, format: str | None = None) -> None:  # noqa: A002  # Django's name
        typing = {"autocomplete": "off", "inputmode": "numeric", "placeholder": "2024-08-01"}
        super().__init__({**typing, **(attrs or {})}, format)


class DatedAdmin(admin.ModelAdmin[Any]):
    """Whoever left the year out is told which one was filled in."""

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: bool
    ) -> None:
        _tell(request, form)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for row in formset.forms:
            _tell(request, row)
        super().save_formset(request, form, formset, change)


def _tell(request: HttpRequest, form: BaseForm) -> None:
    for label, typed, day in filled_in(form):
        told = _("%(field)s: %(typed)s was read as %(day)s.")
        messages.info(request, told % {"field": label, "typed": typed, "day": day.isoformat()})


def filled_in(form: BaseForm) -> Iterator[tuple[str, str, date]]:
    """The dates of a valid form that were typed without a year: label, text and day."""
    for name in form.changed_data:
        day = getattr(form, "cleaned_data", {}).get(name)
        if isinstance(form.fields[name], TypedDateField) and day is not None:
            typed = str(form[name].data)
            if says_no_year(typed):
                yield str(form[name].label), typed, day


# For `formfield_overrides` of everything that has a form.
TYPED_DATES: dict[type[models.Field[Any, Any]], dict[str, Any]] = {
    models.DateField: {"form_class": TypedDateField, "widget": TypedDateInput},
}
