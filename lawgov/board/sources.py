"""Where due dates come from: each kind of record with a clock, and whose work one of them is."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse

from cases.litigation import clock as litigation
from cases.reconsideration import clock as reconsideration
from cases.registry.figures import Label
from cases.registry.records import Reader
from cases.registry.timing.conditions import has_a_date
from cases.registry.timing.rooms import Room
from cases.registry.users import User
from mediation import clock as mediation


@dataclass(frozen=True)
class Source:
    """One kind of record; `persons` are the columns that say whose work a record is."""

    room: Room
    persons: tuple[str, ...]

    @property
    def name(self) -> str:
        """Such as cases.reconsideration; what the ledger of reminders calls the table."""
        return self.room.model._meta.label_lower

    @property
    def label(self) -> Label:
        return self.room.model._meta.verbose_name_plural or self.name

    def visible_to(self, user: Reader) -> "QuerySet[Any]":
        """The records with a due date that a person may see."""
        model: Any = self.room.model
        rows: QuerySet[Any] = model.objects.visible_to(user).filter(has_a_date())
        return rows

    def open_to(self, user: Reader) -> "QuerySet[Any]":
        """The same in the words of the indexes that hold open dates alone."""
        return self.visible_to(user).filter(next_due_on__isnull=False)

    def mine(self, user: User) -> Q:
        return reduce(or_, (Q(**{person: user.pk}) for person in self.persons))

    def nobodys(self) -> Q:
        """No person is named, so it concerns everybody who may see it."""
        return Q(**{f"{person}__isnull": True for person in self.persons})

    def address(self, pk: int) -> str:
        return reverse(f"admin:{self._route}_change", args=[pk])

    def addresses(self, **narrowed_by: object) -> str:
        """The list, narrowed by these lookups, the most pressing first."""
        query = urlencode({"due": "any", **narrowed_by})
        return f"{reverse(f'admin:{self._route}_changelist')}?{query}"

    @property
    def _route(self) -> str:
        options = self.room.model._meta
        return f"{options.app_label}_{options.model_name}"


# A mediator has no account here: a mediation is the work of whoever entered it.
SOURCES = (
    Source(reconsideration.ROOM, ("handler", "second_handler")),
    Source(litigation.ROOM, ("handler", "second_handler")),
    Source(
        litigation.SUGGESTIONS,
        ("dispute__handler", "dispute__second_handler", "entered_by"),
    ),
    Source(mediation.ROOM, ("entered_by",)),
)
