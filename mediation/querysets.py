"""Chainable adjectives for mediations, and for whoever mediates."""

from datetime import date
from typing import Any, Self

from cases.registry.conditions import open_at
from cases.registry.records import RecordQuerySet
from mediation.conditions import pre_suit, standing, succeeded


class MediationQuerySet(RecordQuerySet[Any]):
    """Matters by where they stand on a day."""

    def awaiting_referral(self, on: date) -> Self:
        """Received, and neither taken up nor turned away when the day begins."""
        return self.filter(open_at(on, "received_on", "intake_ended_on"))

    def pending(self, on: date) -> Self:
        """Before the mediators, and not concluded when the day begins."""
        return self.filter(open_at(on, "begun_on", "concluded_on"))

    def pre_suit(self) -> Self:
        return self.filter(pre_suit())

    def succeeded(self) -> Self:
        return self.filter(succeeded())


class StandingQuerySet(RecordQuerySet[Any]):
    """Organisations and people who mediate since a day, until a day."""

    def standing(self, on: date) -> Self:
        """There at the end of the day: begun on or before it, and not gone by then."""
        return self.filter(standing(on))
