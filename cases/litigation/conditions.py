"""What the words of litigation response mean to the database."""

from collections.abc import Iterable

from django.db.models import F, Q

from cases.litigation.terms import (
    AFFIRMATIONS,
    APPELLATE_ONLY,
    CORRECTIONS,
    EXCUSES,
    HEADS,
    LOSSES,
    SENT_BACK,
    TAKEN_UP,
    Absence,
    Defence,
    HeadRank,
    Level,
    Result,
    SuggestionKind,
)


def ended_in(results: Iterable[Result]) -> Q:
    return Q(result__in=list(results))


def organ_ended_in(results: Iterable[Result]) -> Q:
    """What became of the reconsideration decision, sued over alone or beside the act."""
    alone = Q(defence=Defence.ORGAN_ALONE) & ended_in(results)
    return Q(organ_result__in=list(results)) | alone


def corrected() -> Q:
    """纠错: the effective judgment put the act or the reconsideration decision right."""
    return ended_in(CORRECTIONS) | organ_ended_in(CORRECTIONS)


def lost() -> Q:
    """败诉: the effective judgment went against at least one of the defendants."""
    return ended_in(LOSSES) | organ_ended_in(LOSSES)


def lost_by_agency() -> Q:
    """Lost by the agency that made the act, sued alone or jointly."""
    return ~Q(defence=Defence.ORGAN_ALONE) & ended_in(LOSSES)


def lost_by_organ() -> Q:
    """Lost by the reconsideration organ, sued alone or jointly."""
    return organ_ended_in(LOSSES)


def comprehensively_corrected() -> Q:
    """综合纠错: corrected, mediated, or withdrawn after the defendant changed its act."""
    return corrected() | ended_in((Result.WITHDRAWN_CHANGED, Result.MEDIATED))


def at(level: Level) -> Q:
    return Q(level=level)


def affirmed() -> Q:
    """Second instance: the decision below stands."""
    return at(Level.SECOND) & ended_in(AFFIRMATIONS)


def sent_back() -> Q:
    """Second instance: to be tried once more below."""
    return at(Level.SECOND) & ended_in(SENT_BACK)


def appeal_withdrawn() -> Q:
    return at(Level.SECOND) & ended_in([Result.APPEAL_WITHDRAWN])


def decided_anew() -> Q:
    """Second instance: a result of its own in place of the one below 改判."""
    return at(Level.SECOND) & ~ended_in(APPELLATE_ONLY)


def head_due() -> Q:
    """A head is due at every hearing but those after the one it came to (Heads art. 7)."""
    return Q(is_discharged=False)


def head_appeared() -> Q:
    return Q(head_rank__in=list(HEADS))


def chief_appeared() -> Q:
    return Q(head_rank=HeadRank.CHIEF)


def head_notified() -> Q:
    """The court itself called for the head (Heads art. 4)."""
    return Q(head_notified_on__isnull=False)


def excused() -> Q:
    """No head came, for a cause under art. 8 that was proved."""
    return Q(absence__in=list(EXCUSES))


def unjustified() -> Q:
    return Q(absence=Absence.UNJUSTIFIED)


def of_kind(kind: SuggestionKind) -> Q:
    return Q(kind=kind)


def taken_up() -> Q:
    """Adopted in whole or in part."""
    return Q(adoption__in=list(TAKEN_UP))


def replied_in_time() -> Q:
    """Replied on the due day or before."""
    return Q(replied_on__lte=F("due_on"))


def unsettled() -> Q:
    """A dispute or an instance without its result."""
    return Q(concluded_on__isnull=True)


def to_be_held() -> Q:
    """A hearing that was neither held nor put off."""
    return Q(held_on__isnull=True, adjourned_on__isnull=True)


def unanswered() -> Q:
    """A suggestion nobody has replied to."""
    return Q(replied_on__isnull=True)
