"""What should be true of the records and no constraint can keep, as declared checks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol

from django.db.models import Model, Q, QuerySet

from cases.registry.attachments.models import Attachment
from cases.registry.attachments.storage import digest_of
from cases.registry.conditions import recorded
from cases.registry.figures import Label
from cases.registry.records import Record


class Found(NamedTuple):
    """One row that is not as it should be; `what` says more where the row cannot."""

    model: str
    row: int
    what: str = ""


class Check(Protocol):
    """A thing looked at every night: its name, why it matters, and what is found.

    What concerns no case is `technical`: an administrator, who sees no case, sees the rows of it.
    """

    @property
    def code(self) -> str: ...
    @property
    def label(self) -> Label: ...
    @property
    def why(self) -> Label: ...
    @property
    def is_technical(self) -> bool: ...
    def found(self, today: date) -> Iterator[Found]: ...


@dataclass(frozen=True)
class RowCheck:
    """The rows of a table that meet a condition; voided records are left out."""

    code: str
    label: Label
    why: Label
    model: type[Model]
    wrong: Callable[[date], Q]
    is_technical: bool = False

    def rows(self, today: date) -> QuerySet[Any]:
        rows = self.model._default_manager.filter(self.wrong(today))
        return rows.filter(recorded()) if issubclass(self.model, Record) else rows

    def found(self, today: date) -> Iterator[Found]:
        label = self.model._meta.label_lower
        for row in self.rows(today).order_by("pk").values_list("pk", flat=True).iterator():
            yield Found(label, row)


@dataclass(frozen=True)
class FileCheck:
    """Attachments whose file is gone or is no longer what was attached; every file is read."""

    code: str
    label: Label
    why: Label
    models: tuple[type[Attachment], ...]
    is_technical: bool = True

    def found(self, today: date) -> Iterator[Found]:  # noqa: ARG002  # files have no date
        for model in self.models:
            papers: QuerySet[Any] = model._default_manager.order_by("blob")
            for paper in papers.only("blob", "sha256").iterator():
                if not self._is_intact(paper):
                    yield Found(model._meta.label_lower, paper.pk, paper.blob)

    def _is_intact(self, paper: Attachment) -> bool:
        try:
            return digest_of(paper.place) == paper.sha256
        except OSError:
            return False


def lies_ahead(*fields: str) -> Callable[[date], Q]:
    """A day on which something happened has not come yet."""

    def wrong(today: date) -> Q:
        found = Q(pk__in=[])
        for field in fields:
            found |= Q(**{f"{field}__gt": today})
        return found

    return wrong


def left_alone(ended: str, *people: str) -> Callable[[date], Q]:
    """Still open, and somebody who has it can no longer sign in."""

    def wrong(_today: date) -> Q:
        gone = Q(pk__in=[])
        for person in people:
            gone |= Q(**{f"{person}__is_active": False})
        return gone & Q(**{f"{ended}__isnull": True})

    return wrong


def with_a_dissolved(ended: str, *agencies: str) -> Callable[[date], Q]:
    """Still open, and an agency it rests with has been dissolved."""

    def wrong(today: date) -> Q:
        gone = Q(pk__in=[])
        for agency in agencies:
            gone |= Q(**{f"{agency}__until_on__lte": today})
        return gone & Q(**{f"{ended}__isnull": True})

    return wrong


def undecided(ended: str, outcome: str) -> Callable[[date], Q]:
    """Ended without saying how, or the other way round; a restored table may have it."""

    def wrong(_today: date) -> Q:
        return Q(**{f"{ended}__isnull": False, outcome: ""}) | (
            Q(**{f"{ended}__isnull": True}) & ~Q(**{outcome: ""})
        )

    return wrong
