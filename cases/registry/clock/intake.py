"""From receipt to acceptance: the review, the correction that restarts it, acceptance by lapse."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from cases.registry.clock.adjustments import Extension
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline
from cases.registry.clock.refusals import BadDates
from cases.registry.clock.terms import LapseEvent

REVIEW = "reconsideration.intake_review"
NOTICE = "reconsideration.correction_notice"
CORRECTION = "reconsideration.correction"
REVIEW_AFTER_CORRECTION = "reconsideration.review_after_correction"


@dataclass(frozen=True, slots=True)
class Intake:
    """The dates of one application's intake, in the order in which they can happen.

    received_on: by the authority; notice_sent_on and notice_received_on: of the one notice to
    correct (art. 31(1)); corrected_on: the authority received the corrections; extended_by: the
    working days by which it lengthened the time to correct.
    """

    received_on: date
    notice_sent_on: date | None = None
    notice_received_on: date | None = None
    corrected_on: date | None = None
    extended_by: int = 0

    def __post_init__(self) -> None:
        dates = (self.received_on, self.notice_sent_on, self.notice_received_on, self.corrected_on)
        known = [day for day in dates if day is not None]
        if any(earlier > later for earlier, later in pairwise(known)):
            raise BadDates(
                _("Receipt, notice, its receipt and the corrections follow one another.")
            )
        if self.notice_sent_on is None and len(known) > 1:
            raise BadDates(_("Corrections are made after a notice that asked for them."))


def review(clock: Clock, intake: Intake) -> Deadline:
    """The first review, five working days from receipt (art. 30(1))."""
    return clock.deadline(REVIEW, intake.received_on)


def correction(clock: Clock, intake: Intake) -> Deadline | None:
    """The applicant's time to correct; none without a notice in time that has been received."""
    if intake.notice_received_on is None or not _is_noticed_in_time(clock, intake):
        return None
    extensions = (Extension(intake.extended_by),) if intake.extended_by else ()
    return clock.deadline(CORRECTION, intake.notice_received_on, extensions=extensions)


def running(clock: Clock, intake: Intake) -> Deadline | None:
    """The deadline that now governs the intake; None while the notice to correct is on its way.

    Corrections that came late are reviewed like others (art. 31(3)): whether there was a good
    reason for the delay is what the authority has to find in those five working days.
    """
    if not _is_noticed_in_time(clock, intake):
        # No notice, or one that came too late to stop acceptance by law (arts. 30(3), 31(1)).
        return review(clock, intake)
    if intake.corrected_on is None:
        return correction(clock, intake)
    return clock.deadline(REVIEW_AFTER_CORRECTION, intake.corrected_on)


def acceptance_by_lapse(clock: Clock, intake: Intake) -> Deadline | None:
    """The review on whose last day the application counts as accepted (art. 30(3)).

    None while the applicant is to correct, and under the law of 1999, which knew no such rule.
    The day is the event of every later term.
    """
    current = running(clock, intake)
    if current is None or current.term.lapse_event is not LapseEvent.ACCEPTANCE:
        return None
    return current


def _is_noticed_in_time(clock: Clock, intake: Intake) -> bool:
    if intake.notice_sent_on is None:
        return False
    return not clock.deadline(NOTICE, intake.received_on).is_overdue(intake.notice_sent_on)
