"""Which steps of a trial are not lawful just now, and why: what a form says beside them."""

from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import Extension, Suspension
from cases.reconsideration.terms import DECISIONS, Procedure
from cases.registry.desk.lawful import Opening, Waiting
from cases.registry.figures import Label

WITHDRAWN_TOO_LATE = _(
    "The decision is numbered or served; an application is withdrawn before it is made "
    "(article 74). If the decision was entered by mistake, empty the conclusion first."
)
ACCEPTED = Q(accepted_on__isnull=False)
RUNNING = Q(concluded_on__isnull=True)
ORDINARY = Q(procedure=Procedure.ORDINARY) | Q(converted_on__isnull=False)
# Only a running trial is suspended; only the ordinary procedure is extended.
OPENINGS = (
    Opening(Suspension, ACCEPTED, _("Only an accepted case is suspended (article 39).")),
    Opening(
        Suspension, RUNNING, _("The case is concluded; its trial no longer runs (article 39).")
    ),
    Opening(Extension, ACCEPTED, _("Only an accepted case is extended (article 62(1)).")),
    Opening(Extension, ORDINARY, _("The simplified procedure knows no extension (article 62(2)).")),
    Opening(
        Extension,
        RUNNING,
        _("The case is concluded; its term is no longer extended (article 62(1))."),
    ),
)
# A trial that stands still may be terminated, not decided; and it stands still only once at a time.
WAITING = (
    Waiting(
        fields=("outcome",),
        words=frozenset(DECISIONS),
        rows=Suspension,
        begun="suspended_on",
        ended="resumed_on",
        why=_("The trial is suspended: no decision until it resumes (article 39)."),
    ),
    Waiting(
        fields=("suspensions",),
        rows=Suspension,
        begun="suspended_on",
        ended="resumed_on",
        why=_("It is suspended already; enter first when the trial resumed (article 39)."),
    ),
)


def why_no_decision(case: Reconsideration) -> Label | None:
    """The first of `WAITING` as it was saved, for a page without script."""
    open_one = case.suspensions.filter(resumed_on=None).first()
    if open_one is None:
        return None
    text = _("Suspended since {day}: no decision until the trial resumes (article 39).")
    return format_lazy(text, day=open_one.suspended_on.isoformat())


def why_no_withdrawal(case: Reconsideration) -> Label | None:
    """A decision that has gone out is not undone by the applicant."""
    is_out = bool(case.decision_number or case.decision_served_on)
    return WITHDRAWN_TOO_LATE if case.outcome in DECISIONS and is_out else None
