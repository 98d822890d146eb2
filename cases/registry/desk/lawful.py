"""A form that offers only what is lawful now, and says beside the rest why it is not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.text import format_lazy

from cases.registry.figures import Label


@dataclass(frozen=True)
class Barred:
    """Choices of a field that are not open now, and why."""

    choices: frozenset[str]
    why: Label


class LawfulSelect(forms.Select):
    """A menu in which what is not open now can be read, but not chosen."""

    def __init__(self, barred: frozenset[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.barred = barred

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        if str(option["value"]) in self.barred and not option["selected"]:
            option["attrs"]["disabled"] = True
        return option


class LawfulRows(admin.options.InlineModelAdmin[Any, Any]):
    """Rows of which no more can be entered while there is a reason against it."""

    closed: Label = ""

    def close(self, why: Label) -> None:
        """Show what there is, and the reason in the heading."""
        self.closed = why
        for name in ("verbose_name", "verbose_name_plural"):
            heading = format_lazy("{name} – {why}", name=getattr(self, name), why=why)
            setattr(self, name, heading)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        if self.closed:
            formset.max_num = formset.extra = 0
        return formset


class LawfulAdmin(admin.ModelAdmin[Any]):
    """Asks a record that is being changed which steps are closed to it; a new one has no past.

    It is a courtesy: whatever is sent all the same is judged by form and database.
    """

    def barred(self, record: Any) -> Mapping[str, Barred]:  # noqa: ARG002
        """By field, which choices are not open."""
        return {}

    def closed(self, record: Any) -> Mapping[type[models.Model], Label | None]:  # noqa: ARG002
        """By the model of the rows, why no more of them can be entered."""
        return {}

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        for name, barred in (self.barred(obj) if obj is not None else {}).items():
            if (field := form.base_fields.get(name)) is not None:
                field.widget = LawfulSelect(barred.choices, choices=field.choices)
                field.help_text = barred.why
        return form

    def get_inline_instances(self, request: HttpRequest, obj: Any = None) -> Any:
        inlines = super().get_inline_instances(request, obj)
        reasons = self.closed(obj) if obj is not None else {}
        for inline in inlines:
            why = reasons.get(inline.model)
            if why is not None and isinstance(inline, LawfulRows):
                inline.close(why)
        return inlines
