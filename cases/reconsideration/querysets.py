"""Chainable adjectives for reconsideration cases."""

from datetime import date
from typing import Any, Self

from cases.registry.conditions import open_at
from cases.registry.records import RecordQuerySet


class ReconsiderationQuerySet(RecordQuerySet[Any]):
    """Cases by where they stand on a day."""

    def awaiting_intake(self, on: date) -> Self:
        """Received, and at the end of the day neither accepted nor turned away."""
        return self.filter(received_on__lte=on, intake_ended_on__isnull=True)

    def pending(self, on: date) -> Self:
        """Accepted and not concluded when the day begins."""
        return self.filter(open_at(on, "accepted_on", "concluded_on"))
