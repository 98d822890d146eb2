"""What the nightly look found, on the home page."""

from typing import Any

from django import template

from cases.registry.roles import Role
from lawgov.keeping.telling import is_told, last_checkup, told

register = template.Library()


@register.inclusion_tag("keeping/panel.html", takes_context=True)
def findings_panel(context: template.Context) -> dict[str, Any]:
    """For the administrator always; for who works on cases once something of theirs is found."""
    user = context.get("user")
    if user is None or not is_told(user):
        return {"is_shown": False}
    found = told(user)
    keeps_house = user.role == Role.SYSTEM_ADMINISTRATOR
    return {
        "is_shown": keeps_house or bool(found),
        "found": found,
        "keeps_house": keeps_house,
        "checkup": last_checkup() if keeps_house or found else None,
    }
