"""Until when an application may be made: of several limits the earliest governs."""

from datetime import date

import pytest

from cases.registry.clock.application import Application, limit
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import earliest

APPLIED = date(2024, 6, 3)


@pytest.mark.parametrize(
    ("application", "code", "last"),
    [
        # Jan 21, Feb 29 = 50, Mar 10: Sunday
        (
            Application(date(2024, 1, 8), date(2024, 1, 10), APPLIED),
            "reconsideration.application",
            date(2024, 3, 11),
        ),
        # rights known on Mar 4: Mar 27, Apr 30 = 57, May 3: Labour Day to May 5
        (
            Application(
                date(2024, 1, 8), date(2024, 1, 10), APPLIED, rights_known_on=date(2024, 3, 4)
            ),
            "reconsideration.application_untold",
            date(2024, 5, 6),
        ),
        # rights known only in May 2024, but the content since 2023-06-05: one year at most
        (
            Application(
                date(2023, 6, 1), date(2023, 6, 5), APPLIED, rights_known_on=date(2024, 5, 20)
            ),
            "reconsideration.application_untold_cap",
            date(2024, 6, 5),
        ),
        # an act of 2019 known in May 2024: five years at most, Jun 10 is Dragon Boat
        (
            Application(date(2019, 6, 10), date(2024, 5, 6), APPLIED),
            "reconsideration.application_cap",
            date(2024, 6, 11),
        ),
        # the same about real property: twenty years; May 25, Jun 30 = 55, Jul 5: Friday
        (
            Application(date(2019, 6, 10), date(2024, 5, 6), APPLIED, concerns_real_property=True),
            "reconsideration.application",
            date(2024, 7, 5),
        ),
        # an act of 2004 on real property: the twenty years end first
        (
            Application(date(2004, 6, 12), date(2024, 5, 6), APPLIED, concerns_real_property=True),
            "reconsideration.application_cap_real_property",
            date(2024, 6, 12),
        ),
        # known under the law of 1999: Dec 11, Jan 31 = 42, Feb 18: a Sunday, but worked
        (
            Application(date(2023, 12, 18), date(2023, 12, 20), APPLIED),
            "reconsideration.application",
            date(2024, 2, 18),
        ),
        # applied before 2024: no ceiling yet, Nov 20, Dec 31 = 51, Jan 9
        (
            Application(date(2015, 6, 10), date(2023, 11, 10), date(2023, 12, 1)),
            "reconsideration.application",
            date(2024, 1, 9),
        ),
        # another law gives ninety days: Jan 21, Feb 29 = 50, Mar 31 = 81, Apr 9
        (
            Application(date(2024, 1, 8), date(2024, 1, 10), APPLIED, length=90),
            "reconsideration.application",
            date(2024, 4, 9),
        ),
    ],
)
def test_the_earliest_limit_governs(
    clock: Clock, application: Application, code: str, last: date
) -> None:
    deadline = limit(clock, application)

    assert (deadline.term.code, deadline.due_on) == (code, last)


def test_an_obstacle_leaves_the_days_that_were_left(clock: Clock) -> None:
    obstacle = clock.suspension("reconsideration.application", date(2024, 2, 20), date(2024, 3, 20))
    application = Application(date(2024, 1, 8), date(2024, 1, 10), APPLIED, obstacles=(obstacle,))

    # 41 of 60 days were used on Feb 20; 19 days after Mar 20 is Apr 8.
    assert limit(clock, application).due_on == date(2024, 4, 8)


def test_no_obstacle_moves_the_five_years(clock: Clock) -> None:
    obstacle = clock.suspension("reconsideration.application", date(2024, 5, 10))
    application = Application(date(2019, 6, 12), date(2024, 5, 6), APPLIED, obstacles=(obstacle,))

    deadline = limit(clock, application)

    assert deadline.due_on == date(2024, 6, 12)
    assert [each.due_on for each in deadline.against] == [None]


def test_the_limits_it_beats_are_remembered(clock: Clock) -> None:
    deadline = limit(clock, Application(date(2024, 1, 8), date(2024, 1, 10), APPLIED))

    assert [each.term.code for each in deadline.against] == ["reconsideration.application_cap"]


def test_a_distant_provisional_ceiling_does_not_make_the_sixty_days_provisional(
    clock: Clock,
) -> None:
    deadline = limit(clock, Application(date(2024, 1, 8), date(2024, 1, 10), APPLIED))

    assert deadline.against[0].is_provisional  # 2029
    assert not deadline.is_provisional


def test_a_provisional_limit_that_may_yet_end_first_makes_the_answer_provisional(
    clock: Clock,
) -> None:
    # Nominal end 2026-12-25 on both; only the extension row asks a day in doubt.
    firm = clock.deadline("reconsideration.performance", date(2026, 6, 30), length=178)
    doubtful = clock.deadline("reconsideration.decision", date(2026, 10, 26))

    assert earliest(firm, doubtful).term == firm.term
    assert earliest(firm, doubtful).is_provisional


def test_while_every_limit_stands_still_nothing_is_due(clock: Clock) -> None:
    code = "reconsideration.application"
    paused = clock.deadline(
        code, date(2024, 1, 10), suspensions=[clock.suspension(code, date(2024, 2, 1))]
    )

    assert earliest(paused, paused).due_on is None
