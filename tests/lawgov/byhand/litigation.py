"""What is due in a dispute before the courts: calendar time throughout (Interpretation art. 48)."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from tests.lawgov.byhand.reconsideration import Due
from tests.lawgov.byhand.wall import ONE, days, months

JUDGMENTS: Final = (
    *("claim_rejected", "revoked", "revoked_redo", "partly_revoked", "partly_revoked_redo"),
    *("perform", "pay", "unlawful", "invalid", "modified", "agreement_liability"),
    *("agreement_compensation", "compensate", "judgment_affirmed"),
)
APPEALABLE_RULINGS: Final = ("not_docketed", "suit_dismissed")  # Interpretation art. 101


def due(dispute: Any, instances: Sequence[Any], hearings: Sequence[Any]) -> Due:
    found: Due = {}
    if dispute.origin == "direct" and dispute.act_known_on:
        found["sue", ""] = _suit(dispute)
    for each in instances:
        _instance(each, found)
    for hearing in hearings:
        if hearing.head_notified_on:  # three days before (Heads art. 5), no roll
            number = hearing.instance.court_number
            found["head_notice", number] = hearing.scheduled_on - 3 * ONE
    if dispute.performance_due_on and dispute.concluded_on:
        found["judgment_performance", ""] = dispute.performance_due_on
    return {(f"litigation.{term}", which): day for (term, which), day in found.items()}


def _suit(dispute: Any) -> date:
    """Art. 46: six months from knowing, at most five or twenty years from the act."""
    limits = [months(dispute.act_known_on, 6)]
    if dispute.act_made_on:
        years = 20 if dispute.concerns_real_property else 5
        limits.append(months(dispute.act_made_on, 12 * years))
    return min(limits)


def _instance(each: Any, found: Due) -> None:
    number = each.court_number
    if each.level == "second":
        if each.filed_on:
            found["second_instance", number] = months(each.filed_on, 3)  # art. 88
        if each.brought_by != "defendant":
            found["appeal_answer", number] = days(each.received_on, 15)  # Interpretation art. 108
    if each.level != "first":
        return
    found["answer", number] = days(each.received_on, 15)  # art. 67
    if each.filed_on and each.procedure == "simplified":
        found["first_instance_simplified", number] = days(each.filed_on, 45)  # art. 83
    elif each.filed_on:
        found["first_instance", number] = months(each.filed_on, 6)  # art. 81
    if each.served_on and each.result in JUDGMENTS:
        found["appeal_judgment", number] = days(each.served_on, 15)  # art. 85
    elif each.served_on and each.result in APPEALABLE_RULINGS:
        found["appeal_ruling", number] = days(each.served_on, 10)
