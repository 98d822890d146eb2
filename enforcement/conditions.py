"""What the words of enforcement supervision mean to the database."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import F, Q

from cases.registry.conditions import open_at
from enforcement.terms import (
    PASSING,
    Adoption,
    FileKind,
    Fitness,
    Grade,
    Opinion,
    PenaltyKind,
    ReviewKind,
)

DAY = timedelta(days=1)


def of_kind(*kinds: FileKind | ReviewKind) -> Q:
    return Q(kind__in=list(kinds))


def punished(kind: PenaltyKind) -> Q:
    return of_kind(FileKind.PENALTY) & Q(penalty_kind=kind)


def of_file(*kinds: FileKind) -> Q:
    """An examination of a file of one of these kinds."""
    return Q(file__kind__in=list(kinds))


def graded(grades: Iterable[Grade]) -> Q:
    return Q(grade__in=list(grades))


def passed_examination() -> Q:
    """合格及以上: qualified or better."""
    return graded(PASSING)


def vetoed() -> Q:
    return ~Q(veto="")


def awaiting_its_grade() -> Q:
    """Drawn into the sample and not graded yet."""
    return Q(sampled_on__isnull=False, graded_on__isnull=True)


def rectified_in_time() -> Q:
    """Put right on the due day or before."""
    return Q(rectified_on__lte=F("due_on"))


def handled_without_certificate() -> Q:
    """An officer named in the file held no certificate in force on the day of the decision.

    At least two officers who hold one must act (Penalties Law art. 42(1)).
    """
    return _not_in_force("handler") | _not_in_force("second_handler")


def _not_in_force(handler: str) -> Q:
    """Issued later, ended already, or suspended just then."""
    day = F("decided_on")
    suspended = {f"{handler}__suspended_on__lte": day, f"{handler}__suspension_ended_on__gt": day}
    return (
        Q(**{f"{handler}__issued_on__gt": day})
        | Q(**{f"{handler}__ended_on__lte": day})
        | Q(**suspended)
    )


def opined(opinion: Opinion) -> Q:
    return Q(opinion=opinion)


def settled(adoption: Adoption) -> Q:
    return Q(adoption=adoption)


def found(fitness: Fitness) -> Q:
    return Q(fitness=fitness)


def passed() -> Q:
    return Q(has_passed=True)


def serving(on: date) -> Q:
    """An officer on the roster at the end of the day."""
    return open_at(on + DAY, "since_on", "until_on")


def in_force(on: date) -> Q:
    """A certificate issued by then, and neither expired, collected, cancelled nor suspended."""
    is_suspended = Q(suspended_on__lte=on, suspension_ended_on__gt=on)
    return open_at(on + DAY, "issued_on", "ended_on") & ~is_suspended


def unclosed() -> Q:
    """A file that is not closed yet, a campaign that goes on."""
    return Q(closed_on__isnull=True)


def ungraded() -> Q:
    """An examination that has not come to its grade."""
    return Q(graded_on__isnull=True)


def unverified() -> Q:
    """A problem not put right yet, or nobody has seen to it that it was."""
    return Q(verified_on__isnull=True)


def unreturned() -> Q:
    """A decision still before the reviewers."""
    return Q(returned_on__isnull=True)


def unanswered() -> Q:
    """A guiding case that nobody higher up has answered, or that was not submitted yet."""
    return Q(answered_on__isnull=True)


def overdue(on: date) -> Q:
    """Due on an earlier day and still not put right."""
    return Q(due_on__lt=on, rectified_on__isnull=True)
