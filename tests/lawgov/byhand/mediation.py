"""What is due of a matter in mediation: the days a court gives, and judicial confirmation."""

from datetime import timedelta
from typing import Any, Final

from tests.lawgov.byhand.reconsideration import Due
from tests.lawgov.byhand.wall import ONE, days, working_days

# Invited mediation art. 27: delegated before filing, entrusted after it.
GIVEN: Final = {
    "before_filing": ("delegated", 30),
    "ordinary": ("entrusted_ordinary", 15),
    "simplified": ("entrusted_simplified", 7),
}


def due(matter: Any) -> Due:
    found: Due = {}
    if matter.door == "court" and matter.referred_on:
        found["accept", ""] = working_days(matter.referred_on, 3)  # online mediation art. 12
    if matter.door == "court" and matter.accepted_on:
        term, count = GIVEN[matter.commission]
        last = matter.accepted_on + timedelta(days=count)
        agreed = max(last, matter.extended_until or last)
        found[term, ""] = days(agreed - ONE, 1)
    if matter.agreement_on and matter.commission in ("", "before_filing"):
        found["judicial_confirmation", ""] = days(matter.agreement_on, 30)  # art. 33 人民调解法
    return {(f"mediation.{term}", which): day for (term, which), day in found.items()}
