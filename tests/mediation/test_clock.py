"""Which terms run for a matter in mediation."""

from datetime import date

import pytest
from django.utils import translation

from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock
from cases.registry.timing.panel import working
from mediation.clock import ROOM
from mediation.terms import Commission
from seeds.factories.mediation import MediationFactory

CLOCK = Clock(statutory(), Calendar())


@pytest.mark.parametrize(
    ("commission", "confirmed_by"),
    [
        # Delegated before filing: 30 days from 5 March 2025 end on Friday 4 April, a day off
        # like the two after it; art. 19(2).
        (Commission.BEFORE_FILING, date(2025, 4, 7)),
        # Entrusted after filing: the court writes a document of its own; art. 20.
        (Commission.ORDINARY, None),
        (Commission.SIMPLIFIED, None),
    ],
)
def test_only_what_is_not_filed_yet_is_judicially_confirmed(
    commission: Commission, confirmed_by: date | None
) -> None:
    matter = MediationFactory.build(
        docket=None, origin=None, commission=commission, agreement_on=date(2025, 3, 5)
    )

    working = ROOM.working(ROOM.made_of(matter, {}), CLOCK)

    found = {each.running.code: each.due_on for each in working}
    assert found.get("mediation.judicial_confirmation") == confirmed_by


def test_a_weekend_is_passed_over_by_the_article_that_says_working_days() -> None:
    matter = MediationFactory.build(docket=None, origin=None, referred_on=date(2024, 1, 4))

    with translation.override("en"):
        (accept,) = ROOM.working(ROOM.made_of(matter, {}), CLOCK)
        lines = working(accept.deadline)

    article = "Rules on Online Mediation (2021), art. 12(1)"
    assert f"2024-01-06 (Sat) to 2024-01-07 (Sun): weekend, not counted [{article}]" in lines
