"""Due dates worked out by hand from the law and the holiday notices, none of them by the code."""

from datetime import date

import pytest

from cases.registry.clock.clock import Clock

R, L, M = "reconsideration.", "litigation.", "mediation."

# The worked examples of the project's notes on the law.
WORKED_EXAMPLES = [
    (R + "intake_review", date(2024, 9, 27), date(2024, 10, 10)),
    (R + "intake_review", date(2024, 2, 5), date(2024, 2, 18)),
    (R + "reply", date(2024, 4, 26), date(2024, 5, 13)),
    (R + "decision", date(2024, 8, 5), date(2024, 10, 8)),
    (R + "decision", date(2024, 10, 10), date(2024, 12, 9)),
    (R + "hearing_notice", date(2024, 5, 8), date(2024, 4, 28)),
]

# Working days: each comment counts them, day of the month by day of the month; a bracket holds
# what is passed over, W marks a weekend day worked in exchange.
WORKING_DAYS = [
    # 3 4 5 (6 7) 8 9
    (R + "intake_review", date(2024, 1, 2), date(2024, 1, 9)),
    # (3) 4W 5 6 7 8
    (R + "intake_review", date(2024, 2, 2), date(2024, 2, 8)),
    # 2 3 (4 5 6 Qingming) 7W 8 9
    (R + "intake_review", date(2024, 4, 1), date(2024, 4, 9)),
    # (27) 28W 29 30 (May 1-5) 6 7
    (R + "intake_review", date(2024, 4, 26), date(2024, 5, 7)),
    # 6 7 (8 9, 10 Dragon Boat) 11 12 13
    (R + "intake_review", date(2024, 6, 5), date(2024, 6, 13)),
    # 13 14W (15-17 Mid-Autumn) 18 19 20
    (R + "intake_review", date(2024, 9, 12), date(2024, 9, 20)),
    # 27 (28 29) 30 31 (Jan 1) 2 3: over the turn of the year
    (R + "intake_review", date(2024, 12, 26), date(2025, 1, 3)),
    # received on a holiday: (6 7) 8 9 10 11 12W
    (R + "intake_review", date(2024, 10, 5), date(2024, 10, 12)),
    # (25) 26W 27 (28 to Feb 4) 5 6 7
    (R + "intake_review", date(2025, 1, 24), date(2025, 2, 7)),
    # (26) 27W 28 29 30 (May 1-5) 6
    (R + "intake_review", date(2025, 4, 25), date(2025, 5, 6)),
    # (27) 28W 29 30 (Oct 1-8) 9 10
    (R + "intake_review", date(2025, 9, 26), date(2025, 10, 10)),
    # 31 (Jan 1-3) 4W 5 6 7
    (R + "intake_review", date(2025, 12, 30), date(2026, 1, 7)),
    # 12 13 14W (15-23) 24 25
    (R + "intake_review", date(2026, 2, 11), date(2026, 2, 25)),
    # under the law of 1999: 29 (30 31, Jan 1) 2 3 4 5
    (R + "intake_review", date(2023, 12, 28), date(2024, 1, 5)),
    # (28 29) 30 31 (Jan 1) 2 3 (4 5) 6
    (R + "correction_notice", date(2024, 12, 27), date(2025, 1, 6)),
    # 7 8 9 (10-17) 18W 19 20 21 22 23 (24 25) 26
    (R + "correction", date(2024, 2, 6), date(2024, 2, 26)),
    # (15 16) 17 18 (19-21 Dragon Boat) 22 23 24
    (R + "review_after_correction", date(2026, 6, 16), date(2026, 6, 24)),
    # 18 19 20 (21 22) 23 24
    (R + "forwarding", date(2025, 6, 17), date(2025, 6, 24)),
    # (May 1-5) 6 7 8 9 10 11W (12) 13
    (R + "copy_to_respondent", date(2024, 4, 30), date(2024, 5, 13)),
    # 10 11 12 13 14W (15-17) 18 19 20 (21 22) 23 24
    (R + "reply", date(2024, 9, 9), date(2024, 9, 24)),
    # 21 22 23 24 (25) 26W 27 (28 to Feb 4) 5 6 7 8W
    (R + "reply", date(2025, 1, 20), date(2025, 2, 8)),
    # 25 26 (27) 28W 29 30 (Oct 1-8) 9 10 11W (12) 13 14
    (R + "reply", date(2025, 9, 24), date(2025, 10, 14)),
    # (Oct 1-7) 8 9 10
    (R + "copy_to_respondent_simplified", date(2024, 9, 30), date(2024, 10, 10)),
    # 9 (10-17) 18W 19
    (R + "copy_to_respondent_simplified", date(2024, 2, 8), date(2024, 2, 19)),
    # 7 (8 9 10) 11 12 13 14
    (R + "reply_simplified", date(2024, 6, 6), date(2024, 6, 14)),
    # 9W (10) 11 12 13 14
    (R + "reply_simplified", date(2026, 5, 8), date(2026, 5, 14)),
    # 30 (31, Jun 1 2) 3 4 5 6 (7 8) 9 10
    (R + "normative_transfer", date(2025, 5, 29), date(2025, 6, 10)),
    # (25-27 Mid-Autumn) 28 29 30
    (R + "issuer_notice", date(2026, 9, 24), date(2026, 9, 30)),
    # (19) 20W 21 22 23 24 (25-27) 28 29 30 (Oct 1-7) 8 9
    (R + "issuer_reply", date(2026, 9, 18), date(2026, 10, 9)),
    # 11W (12) 13 14
    (M + "accept", date(2024, 5, 10), date(2024, 5, 14)),
]

# Calendar days: the comment sums the days of the months, then says why the last day moves.
CALENDAR_DAYS = [
    # Jan 16, Feb 29 = 45, Mar 15: Friday
    (R + "decision", date(2024, 1, 15), date(2024, 3, 15)),
    # Feb 23, Mar 31 = 54, Apr 6: Qingming; Apr 7 is a Sunday, but worked
    (R + "decision", date(2024, 2, 6), date(2024, 4, 7)),
    # Mar 29, Apr 30 = 59, May 1: Labour Day to May 5
    (R + "decision", date(2024, 3, 2), date(2024, 5, 6)),
    # Mar 19, Apr 30 = 49, May 11: a Saturday, but worked
    (R + "decision", date(2024, 3, 12), date(2024, 5, 11)),
    # Apr 20, May 31 = 51, Jun 9: Sunday, and Jun 10 is Dragon Boat
    (R + "decision", date(2024, 4, 10), date(2024, 6, 11)),
    # Jul 15, Aug 31 = 46, Sep 14: a Saturday, but worked
    (R + "decision", date(2024, 7, 16), date(2024, 9, 14)),
    # one day more: Sep 15, Mid-Autumn to Sep 17
    (R + "decision", date(2024, 7, 17), date(2024, 9, 18)),
    # Aug 31, Sep 29 = 60: a Sunday, but worked
    (R + "decision", date(2024, 7, 31), date(2024, 9, 29)),
    # Aug 18, Sep 30 = 48, Oct 12: a Saturday, but worked
    (R + "decision", date(2024, 8, 13), date(2024, 10, 12)),
    # Nov 28, Dec 31 = 59, Jan 1: New Year
    (R + "decision", date(2024, 11, 2), date(2025, 1, 2)),
    # Nov 3, Dec 31 = 34, Jan 26: a Sunday, but worked
    (R + "decision", date(2024, 11, 27), date(2025, 1, 26)),
    # Nov 1, Dec 31 = 32, Jan 28: Spring Festival to Feb 4
    (R + "decision", date(2024, 11, 29), date(2025, 2, 5)),
    # Aug 29, Sep 30 = 59, Oct 1: National Day to Oct 8
    (R + "decision", date(2025, 8, 2), date(2025, 10, 9)),
    # Nov 28, Dec 31 = 59, Jan 1: New Year to Jan 3; Jan 4 is a Sunday, but worked
    (R + "decision", date(2025, 11, 2), date(2026, 1, 4)),
    # Dec 14, Jan 31 = 45, Feb 15: Spring Festival to Feb 23
    (R + "decision", date(2025, 12, 17), date(2026, 2, 24)),
    # under the law of 1999: Dec 11, Jan 31 = 42, Feb 18: a Sunday, but worked
    (R + "decision", date(2023, 12, 20), date(2024, 2, 18)),
    # May 21, Jun 9 = 30: Sunday, and Jun 10 is Dragon Boat
    (R + "decision_simplified", date(2024, 5, 10), date(2024, 6, 11)),
    # Jan 20, Feb 10 = 30: Spring Festival to Feb 17; Feb 18 is worked
    (R + "decision_simplified", date(2024, 1, 11), date(2024, 2, 18)),
    # Aug 29, Sep 30 = 59, Oct 1: National Day to Oct 7
    (R + "application", date(2024, 8, 2), date(2024, 10, 8)),
    # under the law of 1999, calendar days: Dec 30 is a Saturday, to Jan 1
    (R + "reply", date(2023, 12, 20), date(2024, 1, 2)),
    # Jan 11, Feb 29 = 40, Mar 20: Wednesday
    (R + "opinion_reply", date(2024, 1, 20), date(2024, 3, 20)),
    # Apr 28, May 31 = 59, Jun 1: Saturday
    (R + "opinion_reply", date(2024, 4, 2), date(2024, 6, 3)),
    # Dec 28, Jan 31 = 59, Feb 1: Spring Festival to Feb 4
    (R + "transferee_opinion", date(2024, 12, 3), date(2025, 2, 5)),
    # Oct 22, Nov 30 = 52, Dec 8: Sunday
    (R + "termination", date(2024, 10, 9), date(2024, 12, 9)),
    # Sep 16, Oct 14 = 30: Monday
    (R + "normative_review", date(2024, 9, 14), date(2024, 10, 14)),
    # Aug 25, Sep 30 = 55, Oct 5: a holiday, yet it stays: nobody has to act on it
    (R + "performance", date(2024, 8, 6), date(2024, 10, 5)),
    # Apr 11, May 4 = 15: Labour Day to May 5
    (R + "sue_after_decision", date(2024, 4, 19), date(2024, 5, 6)),
    # Jan 28: Spring Festival to Feb 4
    (R + "sue_after_decision", date(2025, 1, 13), date(2025, 2, 5)),
    # Oct 8 + 15 = Oct 23: Wednesday
    (R + "sue_after_silence", date(2024, 10, 8), date(2024, 10, 23)),
    # Oct 5: National Day to Oct 7
    (L + "answer", date(2024, 9, 20), date(2024, 10, 8)),
    # Sep 29: a Sunday, but worked
    (L + "answer", date(2024, 9, 14), date(2024, 9, 29)),
    # Jul 9: Tuesday
    (L + "appeal_judgment", date(2024, 6, 24), date(2024, 7, 9)),
    # Jun 16: Sunday
    (L + "appeal_ruling", date(2024, 6, 6), date(2024, 6, 17)),
    # Jun 19: Dragon Boat to Jun 21
    (L + "appeal_ruling", date(2026, 6, 9), date(2026, 6, 22)),
    # seven days of the court are calendar days: May 3, Labour Day to May 5
    (L + "filing_review", date(2024, 4, 26), date(2024, 5, 6)),
    # Mar 13, Apr 30 = 43, May 2: Labour Day to May 5
    (L + "first_instance_simplified", date(2024, 3, 18), date(2024, 5, 6)),
    # Feb 15: Spring Festival to Feb 17; Feb 18 is worked
    (L + "procuratorial_suggestion_reply_urgent", date(2024, 1, 31), date(2024, 2, 18)),
    # Sep 27, Oct 3 = 30: National Day to Oct 7
    (M + "delegated", date(2024, 9, 3), date(2024, 10, 8)),
    # Feb 16: Spring Festival to Feb 17; Feb 18 is worked
    (M + "entrusted_ordinary", date(2024, 2, 1), date(2024, 2, 18)),
    # Jun 10: Dragon Boat
    (M + "entrusted_simplified", date(2024, 6, 3), date(2024, 6, 11)),
    # Mar 26, Apr 4 = 30: Qingming to Apr 6
    (M + "judicial_confirmation", date(2025, 3, 5), date(2025, 4, 7)),
]

MONTHS_AND_YEARS = [
    # no Feb 31, and 2025 is no leap year
    (L + "first_instance", date(2024, 8, 31), date(2025, 2, 28)),
    # no Feb 30, but 2024 is a leap year
    (L + "first_instance", date(2023, 8, 30), date(2024, 2, 29)),
    # Oct 1: National Day to Oct 7
    (L + "first_instance", date(2024, 4, 1), date(2024, 10, 8)),
    # Sep 15: Mid-Autumn to Sep 17
    (L + "second_instance", date(2024, 6, 15), date(2024, 9, 18)),
    # no Feb 30
    (L + "second_instance", date(2024, 11, 30), date(2025, 2, 28)),
    # Sep 3, 2024: Tuesday
    (L + "sue", date(2024, 3, 3), date(2024, 9, 3)),
    # no Feb 31; 2025-02-28 is a Friday
    (L + "judicial_suggestion_reply", date(2024, 12, 31), date(2025, 2, 28)),
    # Oct 5: National Day to Oct 7
    (L + "procuratorial_suggestion_reply", date(2024, 8, 5), date(2024, 10, 8)),
    # no Feb 29 in 2025: the 28th, a Friday
    (R + "application_untold_cap", date(2024, 2, 29), date(2025, 2, 28)),
    # Oct 3, 2026: National Day to Oct 7
    (L + "enforcement_application", date(2024, 10, 3), date(2026, 10, 8)),
]

BACKWARD = [
    # 9 8 (7-1 National Day) Sep 30 29W (28) 27
    (R + "hearing_notice", date(2024, 10, 10), date(2024, 9, 27)),
    # (9) 8W 7 6 5 (4 to Jan 28 Spring Festival) Jan 27
    (R + "hearing_notice", date(2025, 2, 10), date(2025, 1, 27)),
    # 14 13 12 11 (10 9) 8
    (R + "hearing_notice", date(2024, 3, 15), date(2024, 3, 8)),
    # three calendar days: 14 13 12
    (L + "head_notice", date(2024, 3, 15), date(2024, 3, 12)),
    # 7 6 5: a holiday, yet a later day would be fewer than three before
    (L + "head_notice", date(2024, 5, 8), date(2024, 5, 5)),
]

BY_HAND = [*WORKED_EXAMPLES, *WORKING_DAYS, *CALENDAR_DAYS, *MONTHS_AND_YEARS, *BACKWARD]


@pytest.mark.parametrize(("code", "event", "due"), BY_HAND, ids=str)
def test_it_is_due_when_a_lawyer_says(clock: Clock, code: str, event: date, due: date) -> None:
    assert clock.deadline(code, event).due_on == due


def test_acceptance_by_lapse_starts_the_sixty_days(clock: Clock) -> None:
    # Received 2024-09-27, review until 2024-10-10; Oct 21, Nov 30 = 51, Dec 9.
    review = clock.deadline("reconsideration.intake_review", date(2024, 9, 27))

    decision = clock.deadline("reconsideration.decision", review)

    assert decision.trigger_on == date(2024, 10, 10)
    assert decision.due_on == date(2024, 12, 9)
    assert decision.since == review


@pytest.mark.parametrize(
    ("on", "left", "overdue"),
    [
        (date(2024, 10, 1), 7, False),
        (date(2024, 10, 8), 0, False),  # the due date itself is in time
        (date(2024, 10, 9), -1, True),
    ],
)
def test_it_counts_the_days_left(clock: Clock, on: date, left: int, overdue: bool) -> None:
    deadline = clock.deadline("reconsideration.decision", date(2024, 8, 5))

    assert deadline.days_left(on) == left
    assert deadline.is_overdue(on) == overdue


@pytest.mark.parametrize(
    ("code", "event", "provisional"),
    [
        ("reconsideration.decision", date(2026, 10, 20), False),  # Dec 19, 2026 rolls to Dec 21
        ("reconsideration.decision", date(2026, 10, 26), True),  # Dec 25: next notice may take it
        ("reconsideration.decision", date(2026, 11, 5), True),  # Jan 4, 2027
        ("reconsideration.reply", date(2026, 12, 9), False),  # Dec 23, 2026
        ("reconsideration.reply", date(2026, 12, 18), True),  # counts days of January 2027
        ("reconsideration.performance", date(2026, 6, 30), False),  # asks no calendar at all
        ("reconsideration.hearing_notice", date(2027, 1, 5), True),
    ],
)
def test_a_date_that_rests_on_an_unknown_year_is_provisional(
    clock: Clock, code: str, event: date, provisional: bool
) -> None:
    assert clock.deadline(code, event).is_provisional == provisional


def test_what_follows_a_provisional_day_is_provisional(clock: Clock) -> None:
    review = clock.deadline("reconsideration.intake_review", date(2026, 12, 24))

    assert clock.deadline(
        "reconsideration.performance_of_decision", review, length=5
    ).is_provisional


def test_the_version_in_force_on_the_event_counts(clock: Clock) -> None:
    # Ten days to reply: calendar days under the law of 1999, working days since 2024.
    before = clock.deadline("reconsideration.reply", date(2023, 12, 31))
    after = clock.deadline("reconsideration.reply", date(2024, 1, 1))

    assert before.due_on == date(2024, 1, 10)
    assert after.due_on == date(2024, 1, 15)  # 2 3 4 5 (6 7) 8 9 10 11 12 (13 14) 15
