"""Who does what: roles are defined here, and permissions follow from the role."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person may do (GB/T 22239: the three administrators hold no case roles)."""

    CLERK = "clerk", _("Clerk")
    REVIEWER = "reviewer", _("Reviewer")
    SUPERVISOR = "supervisor", _("Supervisor")
    SYSTEM_ADMINISTRATOR = "system_administrator", _("System administrator")
    SECURITY_ADMINISTRATOR = "security_administrator", _("Security administrator")
    AUDITOR = "auditor", _("Auditor")


CASE_ROLES = frozenset({Role.CLERK, Role.REVIEWER, Role.SUPERVISOR})
ENTERING_ROLES = frozenset({Role.CLERK, Role.REVIEWER})

RECORD_APPS = frozenset({"cases", "mediation", "enforcement"})
ACTIONS = frozenset({"view", "add", "change"})
# The tables each administrator keeps; everything else in those apps belongs to the case roles.
CONFIGURATION = frozenset(
    {
        "agency",
        "field",
        "actkind",
        "respondentkind",
        "docketseries",
        "statutoryterm",
        "exclusionground",
        "calendarentry",
        "knownyear",
        "timekeeping",
    }
)
ACCOUNTS = frozenset({"user"})


# What a supervisor closes is written once: it is added and read, by nobody changed.
CLOSINGS = frozenset({("reports", "closure"), ("reports", "reopening")})


# What the register writes down by itself: read, by nobody entered.
WRITTEN_DOWN = frozenset({("cases", "caution")})


def may(role: str, action: str, app_label: str, model: str) -> bool:
    """Whether a role may view, add, change or delete rows of a model. Nobody deletes a record."""
    if (app_label, model) in CLOSINGS:
        return role in {"view": CASE_ROLES, "add": {Role.SUPERVISOR}}.get(action, ())
    if (app_label, model) in WRITTEN_DOWN:
        return action == "view" and role in CASE_ROLES
    if app_label not in RECORD_APPS or action not in ACTIONS or role not in Role.values:
        return False
    if app_label == "cases" and model in ACCOUNTS:
        return role == Role.SECURITY_ADMINISTRATOR
    if app_label == "cases" and model in CONFIGURATION:
        return action == "view" or role == Role.SYSTEM_ADMINISTRATOR
    return role in (CASE_ROLES if action == "view" else ENTERING_ROLES)
