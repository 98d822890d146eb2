"""What the words of mediation mean to the database."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from cases.registry.conditions import open_at
from mediation.terms import (
    AFTER_FILING,
    FAILURES,
    REFERRING_DOORS,
    SENT_BACK,
    SUCCESSES,
    AgreementKind,
    Commission,
    Door,
    MediatorKind,
    Result,
)


def came_by(*doors: Door) -> Q:
    return Q(door__in=list(doors))


def pre_suit() -> Q:
    """诉前调解: from a court, before the case is filed there (special mediation, art. 11)."""
    return Q(door=Door.COURT, commission=Commission.BEFORE_FILING)


def after_filing() -> Q:
    """委托调解: from a court, after the case was filed there (special mediation, art. 11)."""
    return Q(door=Door.COURT, commission__in=list(AFTER_FILING))


def referred_by_somebody() -> Q:
    """Through a door at which somebody else had the matter first."""
    return came_by(*REFERRING_DOORS)


def ended_in(results: Iterable[Result]) -> Q:
    return Q(result__in=list(results))


def succeeded() -> Q:
    """调解成功: an agreement, written or oral, or a settlement and the claim withdrawn."""
    return ended_in(SUCCESSES)


def failed() -> Q:
    """调解不成: mediated, or tried to be, and ended without either."""
    return ended_in(FAILURES)


def sent_back() -> Q:
    """退回: not accepted by the centre, or the other side did not consent to being mediated."""
    return ended_in(SENT_BACK)


def mediated() -> Q:
    """Not sent back: somebody did mediate, whatever came of it."""
    return ended_in((*SUCCESSES, *FAILURES))


def agreed(kind: AgreementKind) -> Q:
    """Ended in an agreement of this form."""
    return Q(result=Result.AGREED, agreement_kind=kind)


def enterprise_related() -> Q:
    return Q(is_enterprise_related=True)


def prevented_crime() -> Q:
    """防止民转刑: without mediation the quarrel would have become a criminal case."""
    return Q(has_prevented_crime=True)


def prevented_collective_action() -> Q:
    """防止群体性上访或械斗: without mediation many would have petitioned or clashed."""
    return Q(has_prevented_collective_action=True)


def full_time() -> Q:
    return Q(kind=MediatorKind.FULL_TIME)


def unsettled() -> Q:
    """Neither ended nor turned away."""
    return Q(concluded_on__isnull=True, turned_away_on__isnull=True)


def standing(on: date) -> Q:
    """An organisation or a person who mediates at the end of the day."""
    return open_at(on + timedelta(days=1), "since_on", "until_on")
