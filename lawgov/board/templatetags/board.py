"""The due board on the home page, shown to whoever works on cases."""

from typing import Any

from django import template
from django.utils import timezone

from lawgov.board.groups import board
from lawgov.reports.access import may_read

register = template.Library()


@register.inclusion_tag("board/board.html", takes_context=True)
def due_board(context: template.Context) -> dict[str, Any]:
    """The groups of whoever is signed in; nothing at all for an administrator."""
    user = context.get("user")
    if user is None or not may_read(user):
        return {"groups": None}
    today = timezone.localdate()
    groups = board(user, today)
    return {"groups": groups, "today": today, "is_empty": not any(g.items for g in groups)}
