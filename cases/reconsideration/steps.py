"""Which steps of a trial are not lawful just now, and why: what a form says beside them."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import Suspension
from cases.reconsideration.terms import DECISIONS, Procedure
from cases.registry.desk.lawful import Waiting
from cases.registry.figures import Label

# The same as `why_no_decision`, of the rows as they stand on the form just now.
DECISION_WAITS = Waiting(
    fields=("outcome",),
    words=frozenset(DECISIONS),
    rows=Suspension,
    begun="suspended_on",
    ended="resumed_on",
    why=_("The trial is suspended: no decision until it resumes (article 39)."),
)

WITHDRAWN_TOO_LATE = _(
    "The decision is numbered or served; an application is withdrawn before it is made "
    "(article 74). If the decision was entered by mistake, empty the conclusion first."
)


def why_no_decision(case: Reconsideration) -> Label | None:
    """A trial that stands still may be terminated, not decided."""
    open_one = case.suspensions.filter(resumed_on=None).first()
    if open_one is None:
        return None
    text = _("Suspended since {day}: no decision until the trial resumes (article 39).")
    return format_lazy(text, day=open_one.suspended_on.isoformat())


def why_no_withdrawal(case: Reconsideration) -> Label | None:
    """A decision that has gone out is not undone by the applicant."""
    is_out = bool(case.decision_number or case.decision_served_on)
    return WITHDRAWN_TOO_LATE if case.outcome in DECISIONS and is_out else None


def why_no_suspension(case: Reconsideration) -> Label | None:
    """Only a running trial is suspended, and only once at a time."""
    if case.accepted_on is None:
        return _("Only an accepted case is suspended (article 39).")
    if case.concluded_on is not None:
        return _("The case is concluded; its trial no longer runs (article 39).")
    if case.suspensions.filter(resumed_on=None).exists():
        return _("It is suspended already; enter first when the trial resumed (article 39).")
    return None


def why_no_extension(case: Reconsideration) -> Label | None:
    """Only the ordinary procedure knows one, and only one."""
    if case.accepted_on is None:
        return _("Only an accepted case is extended (article 62(1)).")
    if case.procedure == Procedure.SIMPLIFIED and case.converted_on is None:
        return _("The simplified procedure knows no extension (article 62(2)).")
    if case.concluded_on is not None:
        return _("The case is concluded; its term is no longer extended (article 62(1)).")
    return None
