"""The soft rules of reconsideration: what is let pass with a warning and the clerk's reason."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _

from cases.reconsideration.clock import ROOM
from cases.reconsideration.terms import Outcome, TurnedAway
from cases.registry.cautions.rules import Cautions, Occasion, SoftRule, late
from cases.registry.clock import intake
from cases.registry.clock.application import APPLICATION
from cases.registry.clock.terms import LapseEvent
from cases.registry.clock.words import Words
from cases.registry.timing.rooms import Facts
from cases.registry.timing.running import Reckoned

DEEMED = Words("Administrative Reconsideration Law, art. 30(3)", "行政复议法第30条第3款")
ABANDONED = Words("Administrative Reconsideration Law, art. 31(2)", "行政复议法第31条第2款")
NO_REPLY = Words("Administrative Reconsideration Law, art. 70", "行政复议法第70条")
TRIAL = Words(
    "Administrative Reconsideration Law, arts. 39, 55, 62", "行政复议法第39条、第55条、第62条"
)
REPLIES = ("reconsideration.reply", "reconsideration.reply_simplified")
DECISIONS = ("reconsideration.decision", "reconsideration.decision_simplified")


def _reviews(working: Sequence[Reckoned]) -> Iterator[Reckoned]:
    """The review whose lapse is acceptance; the law of 1999 knew no such rule."""
    for each in working:
        lapse = each.deadline.term.lapse_event if each.deadline is not None else None
        if each.running.code == intake.REVIEW and lapse is LapseEvent.ACCEPTANCE:
            yield each


def _accepted_late(_case: Facts, working: Sequence[Reckoned]) -> Iterator[Occasion]:
    for each in _reviews(working):
        if each.is_in_time is False:
            yield Occasion(DEEMED, each.due_on, each.running.met_on)


def _deemed_early(case: Facts, working: Sequence[Reckoned]) -> Iterator[Occasion]:
    """Nothing counts as accepted by law before the review is over."""
    for each in _reviews(working):
        if case.is_deemed_accepted and each.due_on and case.accepted_on < each.due_on:
            yield Occasion(DEEMED, each.due_on, case.accepted_on)


def _abandoned_though_corrected(case: Facts, working: Sequence[Reckoned]) -> Iterator[Occasion]:
    """Who corrects in time has abandoned nothing."""
    if case.turned_away != TurnedAway.ABANDONED:
        return
    for each in working:
        if each.running.code == intake.CORRECTION and each.is_in_time:
            yield Occasion(ABANDONED, each.due_on, each.running.met_on)


def _refused_late(case: Facts, working: Sequence[Reckoned]) -> Iterator[Occasion]:
    """By then the application had been accepted by law, and a refusal came too late."""
    if case.turned_away != TurnedAway.NOT_ACCEPTED:
        return
    for each in _reviews(working):
        if each.due_on is not None and case.turned_away_on > each.due_on:
            yield Occasion(DEEMED, each.due_on, case.turned_away_on)


def _applied_late(case: Facts, working: Sequence[Reckoned]) -> Iterator[Occasion]:
    """What came too late is not accepted (art. 30(1)(4)), unless there was a good reason."""
    if case.accepted_on is not None:
        yield from late(APPLICATION)(case, working)


def _upheld_without_reply(case: Facts, working: Sequence[Reckoned]) -> Iterator[Occasion]:
    if case.outcome != Outcome.UPHELD:
        return
    for each in working:
        if each.running.code in REPLIES and each.due_on is not None:
            replied_on = each.running.met_on
            if (replied_on or case.concluded_on) > each.due_on:
                yield Occasion(NO_REPLY, each.due_on, replied_on)


def _left_aside(_case: Facts, working: Sequence[Reckoned]) -> Iterator[Occasion]:
    """Forms refuse this; it comes from a ledger, or past every door."""
    for each in working:
        if each.running.code in DECISIONS and each.refusal is not None:
            yield Occasion(each.refusal.article or TRIAL, each.due_on, each.running.met_on)


CAUTIONS = Cautions(
    ROOM,
    (
        SoftRule(
            "reconsideration.applied_late",
            _("Accepted although the application came after its time limit."),
            _applied_late,
        ),
        SoftRule(
            "reconsideration.correction_asked_late",
            _("Corrections were asked for late; that does not stop acceptance by law."),
            late(intake.NOTICE),
        ),
        SoftRule(
            "reconsideration.accepted_late",
            _(
                "Accepted after the review was over: by law it counts as accepted on its last "
                "day, and the trial runs from then."
            ),
            _accepted_late,
        ),
        SoftRule(
            "reconsideration.deemed_early",
            _("Entered as deemed accepted before the review was over."),
            _deemed_early,
        ),
        SoftRule(
            "reconsideration.abandoned_though_corrected",
            _("Deemed abandoned although the corrections came in time."),
            _abandoned_though_corrected,
        ),
        SoftRule(
            "reconsideration.refused_late",
            _("Not accepted after the review was over: by law it had been accepted already."),
            _refused_late,
        ),
        SoftRule(
            "reconsideration.copied_late",
            _("The copy reached the respondent late."),
            late(
                "reconsideration.copy_to_respondent",
                "reconsideration.copy_to_respondent_simplified",
            ),
        ),
        SoftRule(
            "reconsideration.replied_late",
            _("The respondent replied late; the act may count as without evidence and basis."),
            late(*REPLIES),
            asks=False,
        ),
        SoftRule(
            "reconsideration.upheld_without_reply",
            _("Upheld without a reply in time: the act counts as without evidence and basis."),
            _upheld_without_reply,
        ),
        SoftRule(
            "reconsideration.hearing_announced_late",
            _("The hearing was announced less than five working days before it."),
            late("reconsideration.hearing_notice"),
        ),
        SoftRule(
            "reconsideration.decided_late",
            _("Concluded after the time limit for the decision."),
            late(*DECISIONS),
        ),
        SoftRule(
            "reconsideration.left_aside",
            _("The law does not allow what is entered of the trial; it is reckoned without it."),
            _left_aside,
        ),
        SoftRule(
            "reconsideration.performed_late",
            _("The respondent performed late."),
            late("reconsideration.performance_of_decision", "reconsideration.redo"),
            asks=False,
        ),
        SoftRule(
            "reconsideration.letter_answered_late",
            _("The opinion letter was answered late."),
            late("reconsideration.opinion_reply"),
            asks=False,
        ),
    ),
)
