"""Cases with a due date, and what a reader finds of it."""

from datetime import date
from typing import Any

from django.db import connection

from cases.reconsideration.models.case import Reconsideration
from cases.registry.timing.rooms import bring_up_to_date
from lawgov.clocks import ROOMS
from seeds.factories.reconsideration import ReconsiderationFactory

TODAY = date(2024, 3, 5)


def due(case: Any, today: date = TODAY) -> tuple[date | None, str]:
    """What a reader finds, who first brings everything up to date."""
    bring_up_to_date(ROOMS, today)
    kept = type(case)._base_manager.get(pk=case.pk)
    return kept.next_due_on, kept.next_term.partition(".")[2]


def accepted(**more: Any) -> Reconsideration:
    """Accepted on 1 March 2024, the copy served and the reply there: the decision is due next."""
    dates = {
        "received_on": date(2024, 2, 28),
        "accepted_on": date(2024, 3, 1),
        "copy_served_on": date(2024, 3, 4),
        "replied_on": date(2024, 3, 5),
    }
    return ReconsiderationFactory.create(**{**dates, **more})


def run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
