"""Which terms run for a dispute before the courts."""

from datetime import date

import pytest
from django.utils import translation

from cases.litigation.clock import ROOM
from cases.litigation.terms import BroughtBy, Level
from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock
from cases.registry.timing.panel import working
from seeds.factories.litigation import DisputeFactory, InstanceFactory

CLOCK = Clock(statutory(), Calendar())
PERFORMANCE = "Performance of the judgment"
EFFECTIVE = "the judgment took effect, unless it says otherwise"
ARTICLES = "Administrative Litigation Law, arts. 94, 96"


@pytest.mark.parametrize(
    ("brought_by", "answered_by"),
    [
        # Fifteen days from 4 March 2024; nobody answers what he alone has brought.
        (BroughtBy.PLAINTIFF, date(2024, 3, 19)),
        (BroughtBy.THIRD_PARTY, date(2024, 3, 19)),
        (BroughtBy.BOTH, date(2024, 3, 19)),
        (BroughtBy.DEFENDANT, None),
    ],
)
def test_an_appeal_is_answered_by_who_did_not_bring_it(
    brought_by: BroughtBy, answered_by: date | None
) -> None:
    dispute = DisputeFactory.build(docket=None, defendant=None, field=None, act_kind=None)
    appeal = InstanceFactory.build(
        dispute=dispute, court=None, level=Level.SECOND, brought_by=brought_by
    )

    facts = ROOM.made_of(dispute, {"instances": [appeal], "hearings": []})

    found = {each.running.code: each.due_on for each in ROOM.working(facts, CLOCK)}
    assert found.get("litigation.appeal_answer") == answered_by


def test_a_day_that_the_judgment_names_is_not_counted_out() -> None:
    dispute = DisputeFactory.build(
        **dict.fromkeys(("docket", "defendant", "field", "act_kind")),
        concluded_on=date(2024, 7, 17),
        performance_due_on=date(2024, 9, 17),
    )

    facts = ROOM.made_of(dispute, {"instances": [], "hearings": []})

    # A day off in the Mid-Autumn holidays, and due all the same: the court named it.
    with translation.override("en"):
        (named,) = ROOM.working(facts, CLOCK)
        assert [str(line) for line in working(named.deadline)][:3] == [
            f"{PERFORMANCE}: the day that the document names [{ARTICLES}]",
            f"Event: {EFFECTIVE}, 2024-07-17 (Wed) [{ARTICLES}]",
            f"Due: 2024-09-17 (Tue) [{ARTICLES}]",
        ]
