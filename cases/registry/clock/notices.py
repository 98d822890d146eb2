"""The State Council's holiday notices, as the installed library of Chinese holidays knows them."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from chinese_calendar import constants
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.clock.days import DayRule

if TYPE_CHECKING:
    from cases.registry.clock.words import Text

# The library names holidays by these keys; a key it may add later is shown as it stands.
NAMES: dict[str, "Text"] = {
    "New Year's Day": _("New Year's Day"),
    "Spring Festival": _("Spring Festival"),
    "Tomb-sweeping Day": _("Qingming Festival"),
    "Labour Day": _("Labour Day"),
    "Dragon Boat Festival": _("Dragon Boat Festival"),
    "National Day": _("National Day"),
    "Mid-autumn Festival": _("Mid-Autumn Festival"),
    "Anti-Fascist 70th Day": _("Victory Day"),
}


def years() -> frozenset[int]:
    """The years whose notice is known."""
    return frozenset(range(min(constants.holidays).year, max(constants.holidays).year + 1))


@cache
def rules() -> tuple[tuple[date, DayRule], ...]:
    """Every day a notice names: the days off, and the weekend days worked in exchange."""
    return tuple(_rules())


def _rules() -> Iterator[tuple[date, DayRule]]:
    for day, name in constants.holidays.items():
        yield day, DayRule(working=False, reason=NAMES.get(name, name))
    for day, name in constants.workdays.items():
        reason = format_lazy(_("make-up working day for {holiday}"), holiday=NAMES.get(name, name))
        yield day, DayRule(working=True, reason=reason)
