"""Which statutory terms run for a reconsideration case, read off its dates."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.reconsideration.afterwards import SUE_AFTER_REFUSAL, after_decision, letters
from cases.reconsideration.guards import GUARDS
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import CaseTag, Extension, OpinionLetter, Suspension
from cases.reconsideration.terms import (
    DECISIONS,
    Procedure,
    SuspensionGround,
    TurnedAway,
)
from cases.registry.clock import intake
from cases.registry.clock.adjustments import Extension as Extended
from cases.registry.clock.application import APPLICATION, Application, limit
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline
from cases.registry.clock.intake import Intake
from cases.registry.clock.refusals import BadDates, Refusal
from cases.registry.clock.words import Words
from cases.registry.timing.rooms import Facts, Feed, Room
from cases.registry.timing.running import Rule, Running, Stretch, Watch, reckon

# Art. 41(5): only these suspensions end in termination once sixty days are over.
TERMINATING = frozenset(
    {
        SuspensionGround.APPLICANT_DIED,
        SuspensionGround.NO_CAPACITY,
        SuspensionGround.BODY_ENDED,
    }
)
TRIAL = Words("Administrative Reconsideration Law, arts. 39, 62", "行政复议法第39条、第62条")
SUSPENDED = Words("Administrative Reconsideration Law, art. 39", "行政复议法第39条")
NOTICE_AS_RECEIVED = _("Receipt of the notice is not entered; counted from the day of the notice.")


def terms(case: Facts) -> Iterator[Running]:
    """Every term of a case, met or running, in the order of the law."""
    if case.voided_on is not None:
        return
    yield from _application(case)
    yield from _intake(case)
    if case.accepted_on is not None:
        yield from _preparation(case)
        yield _decision(case)
        yield _suit_for_silence(case)
        yield from _terminations(case)
        yield from after_decision(case)
    yield from letters(case)


def _application(case: Facts) -> Iterator[Running]:
    known_on = case.act_known_on
    if known_on is None:
        return
    applied = Application(
        case.act_made_on or known_on,
        known_on,
        case.received_on,
        rights_known_on=case.rights_known_on,
        concerns_real_property=case.concerns_real_property,
    )
    yield Running(
        APPLICATION,
        known_on,
        rule=lambda clock: limit(clock, applied),
        met_on=case.received_on,
        watch=Watch.SHOWN,
    )


def _intake(case: Facts) -> Iterator[Running]:
    found = _intake_of(case)
    if found.notice_sent_on is not None:
        yield Running(intake.NOTICE, case.received_on, met_on=found.notice_sent_on)
        yield Running(
            intake.CORRECTION,
            found.notice_received_on,
            rule=lambda clock: intake.correction(clock, found),
            met_on=found.corrected_on,
            ended_on=case.turned_away_on,
            remark="" if case.correction_served_on else NOTICE_AS_RECEIVED,
        )
    yield Running(
        intake.REVIEW,
        case.received_on,
        rule=lambda clock: _review(clock, found),
        met_on=case.accepted_on,
        ended_on=case.turned_away_on,
    )
    if case.turned_away == TurnedAway.NOT_ACCEPTED and case.is_mandatory_first:
        yield Running(SUE_AFTER_REFUSAL, case.turned_away_on, watch=Watch.SHOWN)


def _intake_of(case: Facts) -> Intake:
    asked, corrected = case.correction_requested_on, case.correction_received_on
    served = case.correction_served_on or asked
    return Intake(case.received_on, asked, served, corrected)


def _review(clock: Clock, found: Intake) -> Deadline | None:
    """The review that governs; none while the applicant has to correct."""
    current = intake.running(clock, found)
    if current is None or current.term.code == intake.CORRECTION:
        return None
    return current


def _by_lapse(case: Facts) -> Rule:
    """The review that was over when acceptance was entered: its last day is that of acceptance.

    Art. 30(3): what is not refused by then has been accepted, whatever is written down later,
    and the trial runs from there. Who accepts in time is believed the day that is entered.
    """

    def lapsed(clock: Clock) -> Deadline | None:
        review = intake.acceptance_by_lapse(clock, _intake_of(case))
        return review if review is not None and review.is_overdue(case.accepted_on) else None

    return lapsed


def _preparation(case: Facts) -> Iterator[Running]:
    copied = _by_procedure(
        case, "reconsideration.copy_to_respondent", case.accepted_on, case.copy_served_on
    )
    yield replace(copied, since=_by_lapse(case))
    if case.copy_served_on is not None:
        yield _by_procedure(
            case,
            "reconsideration.reply",
            case.copy_served_on,
            case.replied_on,
            watch=Watch.LAPSES,
        )
    if case.hearing_on is not None:
        yield Running(
            "reconsideration.hearing_notice", case.hearing_on, met_on=case.hearing_notified_on
        )


def _by_procedure(
    case: Facts, code: str, on: date, met_on: date | None, watch: Watch = Watch.STAYS
) -> Running:
    """The term of the procedure the case is in; converted in time it is the ordinary one's."""
    converted_on = case.converted_on
    if converted_on is not None:
        if met_on is not None and met_on <= converted_on:
            converted_on = None  # met under the simplified procedure
        elif converted_on < on:
            return Running(code, on, met_on, case.concluded_on, watch)
    if case.procedure == Procedure.SIMPLIFIED:
        code = f"{code}_simplified"
    ended_on = None if met_on else case.concluded_on
    return Running(code, on, met_on, ended_on, watch, converted_on=converted_on)


def _decision(case: Facts) -> Running:
    is_simplified = case.procedure == Procedure.SIMPLIFIED
    return Running(
        "reconsideration.decision_simplified" if is_simplified else "reconsideration.decision",
        case.accepted_on,
        since=_by_lapse(case),
        met_on=case.concluded_on,
        suspensions=_stretches(case),
        extensions=tuple(Extended(row.days, row.approved_on) for row in case.rows["extensions"]),
        converted_on=case.converted_on,
        concluded_on=case.concluded_on,
    )


def _suit_for_silence(case: Facts) -> Running:
    """Without a decision in time the applicant has fifteen days to sue, however late it comes."""
    code = SUE_AFTER_REFUSAL if case.is_mandatory_first else "reconsideration.sue_after_silence"

    def silence(clock: Clock) -> Deadline | None:
        reckoned = reckon(clock, _decision(case))
        decision = None if reckoned is None else reckoned.deadline
        if decision is None or decision.due_on is None:
            return None
        if case.concluded_on is not None and case.concluded_on <= decision.due_on:
            return None
        return clock.deadline(code, decision)

    return Running(code, rule=silence, watch=Watch.SHOWN)


def _stretches(case: Facts) -> tuple[Stretch, ...]:
    """A suspension still open when the case ends (art. 41) ends with it."""
    return tuple(
        (row.suspended_on, row.resumed_on or case.concluded_on) for row in case.rows["suspensions"]
    )


def refused(case: Facts, clock: Clock) -> Refusal | None:
    """Why what is entered of the trial cannot lawfully be; None where it can.

    The one rule for form and panel: what the clock refuses, and a decision made while the
    trial stood still. Terminations (art. 41) may end a suspended trial, decisions may not.
    """
    if case.accepted_on is None:
        if case.rows["suspensions"] or case.rows["extensions"]:
            return BadDates(_("Only an accepted case is suspended or extended."), TRIAL)
        return None
    for row in case.rows["suspensions"]:
        if case.concluded_on is not None and row.suspended_on > case.concluded_on:
            return BadDates(_("A concluded case is not suspended any more."), SUSPENDED)
        if case.outcome in DECISIONS and _stood_still(row, case.concluded_on):
            return BadDates(_("No decision is made while the trial is suspended."), SUSPENDED)
    reckoned = reckon(clock, _decision(case))
    return None if reckoned is None else reckoned.refusal


def _stood_still(row: Any, on: date) -> bool:
    return row.suspended_on <= on and (row.resumed_on is None or row.resumed_on > on)


def _terminations(case: Facts) -> Iterator[Running]:
    for row in case.rows["suspensions"]:
        if row.ground in TERMINATING:
            yield Running(
                "reconsideration.termination",
                row.suspended_on,
                met_on=None if row.resumed_on else case.concluded_on,
                ended_on=row.resumed_on,
            )


ROOM = Room(
    Reconsideration,
    (
        "voided_on",
        "received_on",
        "act_made_on",
        "act_known_on",
        "rights_known_on",
        "concerns_real_property",
        "is_mandatory_first",
        "correction_requested_on",
        "correction_served_on",
        "correction_received_on",
        "accepted_on",
        "is_deemed_accepted",
        "turned_away_on",
        "turned_away",
        "procedure",
        "converted_on",
        "copy_served_on",
        "replied_on",
        "hearing_notified_on",
        "hearing_on",
        "concluded_on",
        "outcome",
        "decision_served_on",
        "performance_due_on",
        "performed_on",
    ),
    terms,
    feeds={
        "suspensions": Feed(Suspension, ("ground", "suspended_on", "resumed_on"), "case"),
        "extensions": Feed(Extension, ("days", "approved_on"), "case"),
        "tags": Feed(CaseTag, ("tag",), "case"),
        "letters": Feed(OpinionLetter, ("number", "served_on", "answered_on"), "case"),
    },
    guards=GUARDS,
)
