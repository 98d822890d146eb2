"""What is due in a reconsideration case by the law of 2023, reckoned from the dates entered."""

from datetime import date
from typing import Any, Final

from tests.lawgov.byhand.wall import Pause, days, months, working_days, working_days_before

Due = dict[tuple[str, str], date | None]  # by the term and, where there are several, which

DECISIONS: Final = (
    *("upheld", "claim_dismissed", "application_dismissed", "modified", "revoked"),
    *("partly_revoked", "confirmed_unlawful", "ordered_to_perform", "confirmed_invalid"),
    "contract_liability",
)
TERMINATE_AFTER_SIXTY_DAYS: Final = ("39-1-1", "39-1-2", "39-1-4")  # art. 41(5)


def due(case: Any) -> Due:
    found: Due = {}
    if case.act_known_on:
        found["application", ""] = _application(case)
    over_on = _intake(case, found)
    if case.turned_away == "not_accepted" and case.is_mandatory_first:
        found["sue_after_refusal", ""] = days(case.turned_away_on, 15)  # art. 34
    if case.accepted_on:
        # Art. 30(3): what is not refused when the review is over has been accepted by law.
        accepted_on = min(case.accepted_on, over_on or case.accepted_on)
        _trial(case, accepted_on, found)
        _afterwards(case, found)
    for letter in case.letters:
        if letter.served_on:
            found["opinion_reply", letter.number] = days(letter.served_on, 60)  # art. 76
    return {(f"reconsideration.{term}", which): day for (term, which), day in found.items()}


def _application(case: Any) -> date | None:
    """Arts. 20(1), 20(3) and 21: the earliest of all limits that apply."""
    limits = [days(case.rights_known_on or case.act_known_on, 60)]
    if case.rights_known_on:
        limits.append(months(case.act_known_on, 12))
    if case.act_made_on:
        limits.append(months(case.act_made_on, 12 * (20 if case.concerns_real_property else 5)))
    return min(limit for limit in limits if limit)


def _intake(case: Any, found: Due) -> date | None:
    """Arts. 30 and 31; the day on which the review is over, None while there is none."""
    first, asked_on = working_days(case.received_on, 5), case.correction_requested_on
    if asked_on:
        found["correction_notice", ""] = first
    if not asked_on or asked_on > first:
        found["intake_review", ""] = first
        return first if case.received_on.year >= 2024 else None  # the law of 1999 had no such rule
    found["correction", ""] = working_days(case.correction_served_on or asked_on, 10)
    if not case.correction_received_on:
        return None
    again = working_days(case.correction_received_on, 5)
    found["review_after_correction", ""] = again
    return again


def _trial(case: Any, accepted_on: date, found: Due) -> None:
    copied_on, replied_on = case.copy_served_on, case.replied_on
    suffix, count = ("", 7) if _is_ordinary(case, copied_on) else ("_simplified", 3)
    found[f"copy_to_respondent{suffix}", ""] = working_days(accepted_on, count)
    if copied_on:
        suffix, count = ("", 10) if _is_ordinary(case, replied_on) else ("_simplified", 5)
        found[f"reply{suffix}", ""] = working_days(copied_on, count)
    if case.hearing_on:
        found["hearing_notice", ""] = working_days_before(case.hearing_on, 5)
    decision, is_simplified = _decision(case, accepted_on)
    found["decision_simplified" if is_simplified else "decision", ""] = decision
    if decision and not (case.concluded_on and case.concluded_on <= decision):
        silence = "sue_after_refusal" if case.is_mandatory_first else "sue_after_silence"
        found[silence, ""] = days(decision, 15)
    for each in case.suspensions:
        if each.ground in TERMINATE_AFTER_SIXTY_DAYS:
            found["termination", each.suspended_on.isoformat()] = days(each.suspended_on, 60)


def _is_ordinary(case: Any, met_on: date | None) -> bool:
    """Arts. 48 and 54; what is not met yet when the procedure changes has the longer term."""
    if case.procedure == "ordinary":
        return True
    return bool(case.converted_on) and not (met_on and met_on <= case.converted_on)


def _decision(case: Any, accepted_on: date) -> tuple[date | None, bool]:
    """Art. 62: thirty or sixty days, and whether it is thirty; art. 39 stops them."""
    pauses: list[Pause] = [
        (each.suspended_on, each.resumed_on or case.concluded_on) for each in case.suspensions
    ]
    short, converted_on = days(accepted_on, 30, pauses), case.converted_on
    if converted_on and converted_on > min(short or date.max, case.concluded_on or date.max):
        converted_on = None  # too late: the thirty days were over (art. 55)
    if case.procedure == "simplified" and not converted_on:
        return short, True
    plain = days(accepted_on, 60, pauses)
    for each in case.extensions:
        last = min(plain or date.max, case.concluded_on or date.max)
        if (converted_on or accepted_on) <= each.approved_on <= last:
            return days(accepted_on, 60 + each.days, pauses), False
    return plain, False


def _afterwards(case: Any, found: Due) -> None:
    """The suit (Litigation Law art. 45), and performance or a new act (regulations, art. 49)."""
    served_on = case.decision_served_on
    if served_on and case.outcome in DECISIONS:
        is_refusal = case.is_mandatory_first and case.outcome == "application_dismissed"
        term = "sue_after_refusal" if is_refusal else "sue_after_decision"
        found[term, ""] = days(served_on, 15)
    if case.performance_due_on and case.concluded_on:
        found["performance_of_decision", ""] = case.performance_due_on
    elif served_on and any(each.tag == "redo" for each in case.tags):
        found["redo", ""] = days(served_on, 60)
