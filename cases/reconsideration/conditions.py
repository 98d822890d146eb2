"""What the words of reconsideration mean to the database."""

from collections.abc import Iterable

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull

from cases.reconsideration.terms import (
    DIRECT_CORRECTIONS,
    DISMISSALS,
    MEDIATIONS,
    OTHER_TERMINATIONS,
    Outcome,
    TurnedAway,
)


def ended_in(outcomes: Iterable[Outcome]) -> Q:
    return Q(outcome__in=list(outcomes))


def corrected() -> Q:
    """直接纠错: modified, revoked, confirmed unlawful or invalid, or ordered to perform."""
    return ended_in(DIRECT_CORRECTIONS)


def mediated() -> Q:
    """Ended by a mediation document (art. 73) or by settlement and withdrawal (art. 74)."""
    return ended_in(MEDIATIONS)


def dismissed() -> Q:
    """Claim (art. 69) or application (art. 33) dismissed."""
    return ended_in(DISMISSALS)


def terminated() -> Q:
    """Terminated otherwise than by settlement (art. 41)."""
    return ended_in(OTHER_TERMINATIONS)


def comprehensively_corrected() -> Q:
    """综合纠错: corrected, mediated or settled, or withdrawn after the respondent gave way."""
    return ended_in((*DIRECT_CORRECTIONS, *MEDIATIONS, Outcome.SELF_CORRECTED))


def not_accepted() -> Q:
    """Refused at intake by a decision (art. 30(2)); never part of what was accepted."""
    return Q(turned_away=TurnedAway.NOT_ACCEPTED)


def unsettled() -> Q:
    """Neither concluded nor turned away: somebody still has to do something about it.

    Said as one expression, for SQLite takes each of two empty dates for rare and looks up the
    wrong one of them; the index of open cases has the same expression.
    """
    return Q(IsNull(Coalesce("concluded_on", "turned_away_on"), True))  # noqa: FBT003  # as Django has it
