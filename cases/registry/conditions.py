"""What the words every record shares mean to the database."""

from datetime import date

from django.db.models import BaseConstraint, CheckConstraint, F, Q
from django.utils.functional import Promise

from cases.registry.periods import Period


def recorded() -> Q:
    """Entered and not voided; nothing else is ever counted or listed by default."""
    return Q(voided_on__isnull=True)


def voided() -> Q:
    """Entered by mistake, and kept with the reason why."""
    return Q(voided_on__isnull=False)


def within(field: str, period: Period) -> Q:
    """The dated event `field` fell on a day of the period."""
    return Q(**{f"{field}__gte": period.start, f"{field}__lt": period.end})


def since(field: str, period: Period) -> Q:
    """The dated event `field` fell on a day after the period.

    It has two ends, for a range of one is taken for a third of a table, and then looked up by
    something else.
    """
    return Q(**{f"{field}__gte": period.end, f"{field}__lte": date.max})


def before_the_end(field: str, period: Period) -> Q:
    """The dated event `field` fell on a day of the period or before it."""
    return Q(**{f"{field}__lt": period.end})


def open_at(day: date, entered: str, left: str) -> Q:
    """Entered on an earlier day and not left before this one begins.

    At a period's `start` that is what was carried over, at its `end` what is pending.
    """
    still_in = Q(**{f"{left}__isnull": True}) | Q(**{f"{left}__gte": day})
    return Q(**{f"{entered}__lt": day}) & still_in


def in_order(earlier: str, later: str) -> Q:
    """The later date is open, or does not lie before the earlier one; for constraints.

    Each case is written out, because a CHECK that evaluates to NULL passes unnoticed.
    """
    return (
        Q(**{f"{later}__isnull": True})
        | Q(**{f"{earlier}__isnull": True})
        | Q(**{f"{later}__gte": F(earlier)})
    )


def needs(given: str, needed: str) -> Q:
    """Where the one date is filled in, so is the other."""
    return Q(**{f"{given}__isnull": True}) | Q(**{f"{needed}__isnull": False})


def both_or_neither(dated: str, word: str) -> Q:
    """A date and the word that says what happened on it come together."""
    return Q(**{f"{dated}__isnull": True, word: ""}) | (
        Q(**{f"{dated}__isnull": False}) & ~Q(**{word: ""})
    )


def rule(name: str, condition: Q, message: Promise) -> CheckConstraint:
    """A named constraint that tells a clerk what is wrong; kept by form, ledger and database."""
    return CheckConstraint(name=name, condition=condition, violation_error_message=message)  # type: ignore[arg-type]  # lazy text is text


def fields_of(constraint: BaseConstraint) -> frozenset[str]:
    """The fields a constraint speaks of; whoever breaks it is told there."""
    if isinstance(constraint, CheckConstraint) and isinstance(constraint.condition, Q):
        return frozenset(constraint.condition.referenced_base_fields)
    return frozenset(getattr(constraint, "fields", ()))
