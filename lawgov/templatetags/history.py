"""What happened last to the record of a page."""

from typing import Any

from django import template
from django.db.models import Model
from django.urls import reverse

from cases.registry.history.trail import short

register = template.Library()


@register.inclusion_tag("lawgov/history/trail.html")
def trail(record: Model | None) -> dict[str, Any]:
    """The last few acts, and the way to all of them."""
    if record is None or record.pk is None:
        return {}
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_history"
    return {"doings": short(record), "address": reverse(name, args=[record.pk])}
