"""What "overdue", "due today" and "due soon" mean to the database."""

from datetime import date, timedelta

from django.db.models import Q

from cases.registry.timing.clocked import NEVER


def overdue(today: date) -> Q:
    """The last day is past; the last day itself is in time."""
    return Q(due_order__lt=today)


def due_within(today: date, days: int) -> Q:
    """Due on the day itself or on one of so many days after it; nothing overdue."""
    return Q(due_order__gte=today, due_order__lte=today + timedelta(days=days))


def due(today: date) -> Q:
    return Q(due_order=today)


def provisional() -> Q:
    """Due in a year whose holiday notice is not known yet."""
    return Q(next_due_is_provisional=True, next_due_on__isnull=False)


def has_a_date() -> Q:
    return Q(due_order__lt=NEVER)
