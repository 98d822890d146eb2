"""Which steps before a court are not lawful just now, and why: what a form says beside them."""

from django.utils.translation import gettext_lazy as _

from cases.litigation.conditions import head_appeared
from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.terms import Level
from cases.registry.conditions import recorded
from cases.registry.desk.lawful import Barred, Waiting
from cases.registry.figures import Label

# The effective result is there once no instance is open any more.
CONCLUSION_WAITS = Waiting(
    fields=("concluded_on", "result"),
    rows=Instance,
    begun="court_number",
    ended="concluded_on",
    why=_(
        "An instance is still before the court; a dispute ends with the result that takes effect "
        "(article 85)."
    ),
)
HIGHER = frozenset({Level.SECOND, Level.RETRIAL})
NOTHING_TO_APPEAL = _(
    "Nothing is decided yet that could be appealed or tried again (articles 85 and 90)."
)
NO_HEAD_CAME_BEFORE = _(
    "No head came to an earlier hearing of this instance, so one is due (Heads art. 7)."
)


def levels_barred(dispute: Dispute, besides: Instance | None = None) -> dict[str, Barred]:
    """A higher court is reached by a decision of a lower one; `besides` is the one asked for."""
    decided = dispute.instances.filter(recorded(), concluded_on__isnull=False)
    if besides is not None:
        decided = decided.exclude(pk=besides.pk)
    return {} if decided.exists() else {"level": Barred(HIGHER, NOTHING_TO_APPEAL, is_aside=True)}


def why_no_discharge(hearing: Hearing) -> Label | None:
    """One appearance suffices for an instance; without one it is still owed."""
    earlier = hearing.instance.hearings.filter(recorded(), head_appeared())
    if earlier.filter(scheduled_on__lt=hearing.scheduled_on).exists():
        return None
    return NO_HEAD_CAME_BEFORE
