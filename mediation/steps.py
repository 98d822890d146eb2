"""Which steps of a mediation are not lawful just now, and why: what a form says beside them."""

from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Label
from mediation.models.matter import Mediation

ENDED = _(
    "The mediation has ended; no term runs that could be extended (Invited Mediation art. 27)."
)


def why_no_extension(matter: Mediation) -> Label | None:
    """The parties agree to go on while there is something to go on with."""
    return None if matter.concluded_on is None else ENDED
