"""Who does what: roles are defined here, and permissions follow from the role."""

from enum import Enum

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


class Keeping(Enum):
    """What a table holds, as far as it matters to who may see it."""

    RECORDS = "records"
    CONFIGURATION = "configuration"
    ACCOUNTS = "accounts"
    LOGS = "logs"
    CLOSINGS = "closings"
    NOTES = "notes"  # written by the application alone, read with the records they are about
    OWN = "own"  # written by the application alone, shown to each person through pages of its own


CASE_ROLES = frozenset({Role.CLERK, Role.REVIEWER, Role.SUPERVISOR})
ENTERING_ROLES = frozenset({Role.CLERK, Role.REVIEWER})
ADMINISTRATORS = frozenset({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR})
# A number in full: whoever works with the record; a whole list of them: who answers for the work.
REVEALING_ROLES = CASE_ROLES
EXPORTING_IN_FULL = frozenset({Role.SUPERVISOR})

RECORD_APPS = frozenset({"cases", "mediation", "enforcement"})
ACTIONS = frozenset({"view", "add", "change"})
# Every table by what it holds. One that is not named here is closed to everybody.
KEPT = {
    ("cases", Keeping.RECORDS): (
        "reconsideration reconsiderationparty suspension extension casetag opinionletter"
        " dispute litigationparty instance hearing suggestion docketnumber"
        " reconsiderationattachment disputeattachment"
    ),
    ("mediation", Keeping.RECORDS): (
        "mediation mediationparty mediationorganisation mediator outreachsession"
        " mediationattachment"
    ),
    ("enforcement", Keeping.RECORDS): (
        "campaign officer verification exam certificate casefile examination guidingcase"
        " rectification legalreview casefileattachment legalreviewattachment"
    ),
    ("cases", Keeping.NOTES): "caution",
    ("cases", Keeping.CONFIGURATION): (
        "agency field actkind respondentkind docketseries statutoryterm exclusionground"
        " calendarentry knownyear timekeeping"
    ),
    ("cases", Keeping.ACCOUNTS): "user",
    ("cases", Keeping.LOGS): "accessentry",
    ("reports", Keeping.LOGS): "exportlog",
    # What a supervisor closes is written once: it is added and read, by nobody changed.
    ("reports", Keeping.CLOSINGS): "closure reopening",
    ("reports", Keeping.OWN): (
        "closedfigure closedrecords closedtable closedcodes closednumbers savedview"
    ),
    ("board", Keeping.OWN): "delivery mail reminder",
    ("keeping", Keeping.OWN): "checkup finding",
    ("cases", Keeping.OWN): "pastpassword change seal submission",
}
TABLES = {
    (app_label, model): keeping
    for (app_label, keeping), models_named in KEPT.items()
    for model in models_named.split()
}
CONFIGURATION = frozenset(
    model for (_app, model), keeping in TABLES.items() if keeping is Keeping.CONFIGURATION
)

EVERYBODY = frozenset(Role)
MAY: dict[Keeping, dict[str, frozenset[Role]]] = {
    Keeping.RECORDS: {"view": CASE_ROLES, "add": ENTERING_ROLES, "change": ENTERING_ROLES},
    Keeping.CONFIGURATION: {
        "view": EVERYBODY,
        "add": frozenset({Role.SYSTEM_ADMINISTRATOR}),
        "change": frozenset({Role.SYSTEM_ADMINISTRATOR}),
    },
    Keeping.ACCOUNTS: dict.fromkeys(ACTIONS, frozenset({Role.SECURITY_ADMINISTRATOR})),
    Keeping.LOGS: {"view": frozenset({Role.AUDITOR})},
    Keeping.CLOSINGS: {"view": CASE_ROLES, "add": frozenset({Role.SUPERVISOR})},
    Keeping.NOTES: {"view": CASE_ROLES},
    Keeping.OWN: {},
}


def may(role: str, action: str, app_label: str, model: str) -> bool:
    """Whether a role may view, add, change or delete rows of a model. Nobody deletes a record."""
    keeping = TABLES.get((app_label, model), Keeping.OWN)
    return role in MAY[keeping].get(action, frozenset())


def sees_of(role: str, app_label: str) -> bool:
    """Whether a role sees any table of an app."""
    return any(may(role, "view", app, model) for app, model in TABLES if app == app_label)
