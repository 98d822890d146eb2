"""Chainable adjectives for disputes, their instances and hearings, and for suggestions."""

from datetime import date
from typing import Any, Self

from django.db.models import Q

from cases.litigation.conditions import lost
from cases.registry.conditions import open_at
from cases.registry.records import RecordQuerySet


class DisputeQuerySet(RecordQuerySet[Any]):
    """Disputes by where they stand on a day."""

    def pending(self, on: date) -> Self:
        """Notified and without an effective result when the day begins."""
        return self.filter(open_at(on, "received_on", "concluded_on"))

    def lost(self) -> Self:
        return self.filter(lost())


class InstanceQuerySet(RecordQuerySet[Any]):
    """Instances of disputes that were not voided, by where they stand on a day."""

    def recorded(self) -> Self:
        return super().recorded().filter(dispute__voided_on__isnull=True)

    def pending(self, on: date) -> Self:
        """Before the court when the day begins."""
        return self.filter(open_at(on, "received_on", "concluded_on"))


class HearingQuerySet(RecordQuerySet[Any]):
    """Hearings of instances and disputes that were not voided."""

    def recorded(self) -> Self:
        whole = {"instance__voided_on__isnull": True, "instance__dispute__voided_on__isnull": True}
        return super().recorded().filter(**whole)

    def upcoming(self, on: date) -> Self:
        """Set for the day or later, and not put off."""
        return self.filter(scheduled_on__gte=on, held_on=None, adjourned_on=None)


class SuggestionQuerySet(RecordQuerySet[Any]):
    """Suggestions by whether they were answered."""

    def awaiting_reply(self, on: date) -> Self:
        """Received and not replied to when the day begins."""
        return self.filter(open_at(on, "received_on", "replied_on"))

    def overdue(self, on: date) -> Self:
        """Not replied to by a due day that has passed; the due day itself is in time."""
        return self.filter(Q(due_on__lt=on), Q(replied_on=None) | Q(replied_on__gte=on))
