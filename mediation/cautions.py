"""The soft rules of mediation."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _

from cases.registry.cautions.rules import Cautions, Occasion, SoftRule, late
from cases.registry.clock.words import Words
from cases.registry.timing.rooms import Facts
from cases.registry.timing.running import Reckoned
from mediation.clock import DELEGATED, ROOM
from mediation.terms import AFTER_FILING, Result

COURT_DOCUMENT = Words("SPC Provisions on Invited Mediation (2016), art. 20", "特邀调解规定第20条")


def _lapsed_early(matter: Facts, working: Sequence[Reckoned]) -> Iterator[Occasion]:
    """A period that is not over yet has not run out; what ended before was given up."""
    if matter.result != Result.LAPSED:
        return
    for each in working:
        deadline = each.deadline if each.running.code in DELEGATED.values() else None
        if deadline and deadline.due_on and matter.concluded_on < deadline.due_on:
            yield Occasion(deadline.term.article, deadline.due_on, matter.concluded_on)


def _confirmed_after_filing(matter: Facts, _working: Sequence[Reckoned]) -> Iterator[Occasion]:
    """In a suit that is filed the court turns the agreement into a document of its own."""
    if matter.commission in AFTER_FILING and matter.confirmation_applied_on is not None:
        yield Occasion(COURT_DOCUMENT, done_on=matter.confirmation_applied_on)


CAUTIONS = Cautions(
    ROOM,
    (
        SoftRule(
            "mediation.accepted_late",
            _("The centre accepted the court's matter late."),
            late("mediation.accept"),
        ),
        SoftRule(
            "mediation.overran",
            _("Mediated beyond the time limit, and no agreement to extend it is recorded."),
            late(*DELEGATED.values()),
        ),
        SoftRule(
            "mediation.lapsed_early",
            _("Ended as run out although the time limit was not over."),
            _lapsed_early,
        ),
        SoftRule(
            "mediation.confirmed_after_filing",
            _("Judicial confirmation of what a court entrusted after filing; there is none."),
            _confirmed_after_filing,
        ),
        SoftRule(
            "mediation.confirmation_applied_late",
            _("Judicial confirmation was applied for late; the court may refuse it."),
            late("mediation.judicial_confirmation"),
            asks=False,
        ),
    ),
)
