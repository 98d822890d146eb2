"""Words that say where a record stands, drawn so that the eye finds them in a list."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import label_for_field
from django.db.models import Choices, Model
from django.db.models.query_utils import DeferredAttribute
from django.utils.html import format_html

# Columns that say where a record stands or how it ended, whatever the domain calls them.
STANDINGS = ("stage", "status", "outcome", "result", "grade", "opinion", "adoption")


def badge(value: str, label: object) -> str:
    """One word with a class of its own; the stylesheet decides which of them look alike."""
    return format_html('<span class="badge badge-{}">{}</span>', value, label)


def badge_of(row: Model, name: str) -> str:
    """The badge of a field with choices, or of a property that answers with one of them."""
    value = getattr(row, name, None)
    if not value:
        return ""
    if isinstance(value, Choices):
        return badge(value.value, value.label)
    return badge(str(value), getattr(row, f"get_{name}_display")())


def bears(model: type[Model], name: str) -> bool:
    """Whether `name` is a field with choices, or a property of the model."""
    found = getattr(model, name, None)
    if isinstance(found, property):
        return True
    return isinstance(found, DeferredAttribute) and bool(found.field.choices)


@cache
def badge_column(model_admin: admin.ModelAdmin[Any], name: str) -> Callable[[Model], str]:
    """A column of badges in place of the plain one, under the same heading and sorted alike.

    Cached, because the admin tells columns apart by identity.
    """
    heading: Any = label_for_field(name, model_admin.model, model_admin)
    is_field = any(field.name == name for field in model_admin.model._meta.get_fields())

    def column(row: Model) -> str:
        return badge_of(row, name)

    column.__name__ = name
    return admin.display(column, description=heading, ordering=name if is_field else None)
