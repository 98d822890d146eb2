"""What is known of a single day: worked or off, and why."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from cases.registry.clock.words import Text


@dataclass(frozen=True, slots=True)
class DayRule:
    """A day set apart from the ordinary week: worked or off, and the reason in words."""

    working: bool
    reason: "Text"


WEEKEND = DayRule(working=False, reason=_("weekend"))
WEEKDAY = DayRule(working=True, reason=_("working day"))
