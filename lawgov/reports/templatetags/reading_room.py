"""The way into the reading room, shown to whoever may enter it."""

from typing import Any

from django import template

from lawgov.reports.access import may_read

register = template.Library()


@register.inclusion_tag("reports/way_in.html", takes_context=True)
def way_in(context: template.Context) -> dict[str, Any]:
    """A link for the header."""
    return {"may_read": _may_read(context)}


@register.inclusion_tag("reports/home.html", takes_context=True)
def reading_room(context: template.Context) -> dict[str, Any]:
    """A block for the home page."""
    return {"may_read": _may_read(context)}


def _may_read(context: template.Context) -> bool:
    user = context.get("user")
    return user is not None and may_read(user)
