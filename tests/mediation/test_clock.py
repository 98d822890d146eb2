"""Which terms run for a matter in mediation."""

from datetime import date

import pytest

from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock
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
