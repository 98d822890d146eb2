"""What the words of enforcement supervision mean to the database."""

from collections.abc import Iterable

from django.db.models import F, Q

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
