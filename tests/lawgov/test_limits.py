"""Limits that several dates of a record decide: the ceilings, and what parties agree on."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from cases.litigation import clock as litigation
from cases.reconsideration import clock as reconsideration
from cases.reconsideration.terms import Outcome
from cases.registry.timing.loading import clocks
from cases.registry.timing.panel import Entry, entries
from cases.registry.timing.rooms import Room
from cases.registry.timing.running import Reckoned
from mediation import clock as mediation
from mediation.terms import Commission
from seeds.factories.litigation import DisputeFactory, InstanceFactory
from seeds.factories.mediation import MediationFactory
from seeds.factories.reconsideration import CaseTagFactory, ReconsiderationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def term(room: Room, record: Any, code: str) -> Reckoned:
    """The one running term of a record with this code."""
    found = room.working(room.of(record.pk), clocks().governing)
    return next(each for each in found if each.running.code == code)


# Applied for on Monday 2024-03-04, the last day of the ceilings below.
@pytest.mark.parametrize(
    ("dates", "governing", "due_on", "beaten"),
    [
        # Sixty days from knowing, a Thursday; the ceiling of five years lies far behind them.
        (
            {"act_made_on": date(2024, 1, 2), "act_known_on": date(2024, 1, 4)},
            "application",
            date(2024, 3, 4),
            date(2029, 1, 2),
        ),
        # Known after almost five years: the ceiling ends before the sixty days (art. 21).
        (
            {"act_made_on": date(2019, 3, 4), "act_known_on": date(2024, 2, 1)},
            "application_cap",
            date(2024, 3, 4),
            date(2024, 4, 1),
        ),
        # The same act about real property has twenty years, so the sixty days govern.
        (
            {
                "act_made_on": date(2019, 3, 4),
                "act_known_on": date(2024, 2, 1),
                "concerns_real_property": True,
            },
            "application",
            date(2024, 4, 1),
            date(2039, 3, 4),
        ),
        (
            {
                "act_made_on": date(2004, 3, 4),
                "act_known_on": date(2024, 2, 1),
                "concerns_real_property": True,
            },
            "application_cap_real_property",
            date(2024, 3, 4),
            date(2024, 4, 1),
        ),
        # Not told of the right: sixty days from learning of it, at most a year from the act.
        (
            {
                "act_made_on": date(2023, 2, 20),
                "act_known_on": date(2023, 3, 6),
                "rights_known_on": date(2024, 2, 20),
            },
            "application_untold_cap",
            date(2024, 3, 6),
            date(2024, 4, 22),
        ),
    ],
)
def test_the_earlier_of_the_limits_to_apply_governs(
    dates: dict[str, Any], governing: str, due_on: date, beaten: date
) -> None:
    case = ReconsiderationFactory.create(received_on=date(2024, 3, 4), **dates)

    deadline = term(reconsideration.ROOM, case, "reconsideration.application").deadline

    assert deadline is not None
    assert (deadline.term.code, deadline.due_on) == (f"reconsideration.{governing}", due_on)
    assert beaten in {each.due_on for each in deadline.against}


@pytest.mark.parametrize(
    ("is_real_property", "governing", "due_on"),
    [
        (False, "litigation.sue_cap", date(2024, 3, 4)),
        (True, "litigation.sue", date(2024, 8, 1)),
    ],
)
def test_a_suit_brought_directly_has_its_ceiling(
    is_real_property: bool, governing: str, due_on: date
) -> None:
    dispute = DisputeFactory.create(
        received_on=date(2024, 3, 15),
        act_made_on=date(2019, 3, 4),
        act_known_on=date(2024, 2, 1),
        concerns_real_property=is_real_property,
    )
    InstanceFactory.create(
        dispute=dispute, filed_on=date(2024, 3, 4), received_on=date(2024, 3, 15)
    )

    found = term(litigation.ROOM, dispute, "litigation.sue")

    assert found.deadline is not None
    assert (found.deadline.term.code, found.deadline.due_on) == (governing, due_on)
    assert found.is_in_time


def test_the_court_has_three_months_at_second_instance() -> None:
    first = InstanceFactory.create(concluded=True)
    InstanceFactory.create(
        dispute=first.dispute,
        second=True,
        filed_on=date(2024, 6, 26),
        received_on=date(2024, 7, 2),
    )

    found = term(litigation.ROOM, first.dispute, "litigation.second_instance")

    assert found.due_on == date(2024, 9, 26)  # a Thursday
    assert not found.running.is_watched


def test_a_right_of_somebody_else_that_ran_out_is_not_overdue() -> None:
    case = ReconsiderationFactory.create(concluded=True, decision_served_on=date(2024, 4, 24))

    found = term(reconsideration.ROOM, case, "reconsideration.sue_after_decision")

    assert str(Entry(found, date(2024, 5, 9)).standing) == "due today"
    assert str(Entry(found, date(2024, 5, 10)).standing) == "ran out"


def test_a_term_of_no_version_in_force_goes_by_its_last_name() -> None:
    case = ReconsiderationFactory.create(
        received_on=date(2026, 7, 1),
        accepted_on=date(2026, 7, 3),
        concluded_on=date(2026, 8, 3),
        outcome=Outcome.REVOKED,
        decision_served_on=date(2026, 8, 5),
    )
    CaseTagFactory.create(case=case)

    room = reconsideration.ROOM
    found = entries(room, room.of(case.pk), clocks(), date(2026, 8, 6))

    (entry,) = [each for each in found if each.deadline is None]
    assert str(entry.title) == "Redoing an act that was revoked"
    assert str(entry.standing) == "cannot be reckoned"


# Accepted on Thursday 2024-03-07: thirty days end on Saturday 2024-04-06, a day of the Qingming
# holiday, and roll to Sunday 2024-04-07, which was worked.
@pytest.mark.parametrize(
    ("commission", "extended_until", "due_on"),
    [
        (Commission.BEFORE_FILING, None, date(2024, 4, 7)),
        (Commission.BEFORE_FILING, date(2024, 5, 7), date(2024, 5, 7)),
        (Commission.BEFORE_FILING, date(2024, 5, 3), date(2024, 5, 6)),  # a day off
        (Commission.BEFORE_FILING, date(2024, 3, 20), date(2024, 4, 7)),  # shortens nothing
        (Commission.ORDINARY, None, date(2024, 3, 22)),
        (Commission.SIMPLIFIED, date(2024, 3, 21), date(2024, 3, 21)),
    ],
)
def test_mediation_for_a_court_lasts_as_long_as_the_parties_agreed(
    commission: Commission, extended_until: date | None, due_on: date
) -> None:
    matter = MediationFactory.create(
        accepted=True,
        accepted_on=date(2024, 3, 7),
        commission=commission,
        extended_until=extended_until,
    )

    found = term(mediation.ROOM, matter, mediation.DELEGATED[commission])

    assert found.due_on == due_on
