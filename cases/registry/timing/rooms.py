"""A domain's clock: what it reads of a record, which terms run, and the dates it keeps."""

from collections import defaultdict, namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models, transaction
from django.db.models import F, QuerySet

from cases.registry.clock.clock import Clock
from cases.registry.keys import among
from cases.registry.timing.calendars import Timekeeping
from cases.registry.timing.clocked import STORED, Clocked
from cases.registry.timing.loading import clocks, stand
from cases.registry.timing.running import Reckoned, Running, Watch, reckon
from cases.registry.timing.storing import store

BATCH = 2000


class Next(NamedTuple):
    """What a record keeps of its clock; the order is that of `STORED`."""

    next_due_on: date | None = None
    next_term: str = ""
    next_due_is_provisional: bool = False
    reckoned_until: date | None = None


NOTHING = Next()


@dataclass(frozen=True)
class Feed:
    """Rows of another table that a clock reads, and the foreign keys that lead to the record."""

    model: type[models.Model]
    columns: tuple[str, ...]
    via: str

    @property
    def link(self) -> str:
        """The foreign key of the rows themselves."""
        return self.via.partition("__")[0]


# What the clock may know of one record: its own columns by name, and `rows`, the rows that
# feed it by the name of the feed. Made as tuples, for a recalculation makes many.
Facts = Any


@dataclass(frozen=True)
class Guard:
    """What the database refuses of a row that belongs to a record by its foreign key `case`.

    `refuses` is SQL over NEW; {case} stands for the record, which it calls c. With `columns`
    it is a row of the record itself, and refused when one of them is changed; OLD is known then.
    """

    name: str
    model: type[models.Model]
    refuses: str
    columns: tuple[str, ...] = ()


Declaration = Callable[[Facts], Iterable[Running]]


@dataclass(frozen=True)
class Room:
    """One kind of record and its clock.

    `columns` and `feeds` are all the clock can see, and exactly what the database watches: a
    column the declaration reads but does not name is not there to be read.
    """

    model: type[Clocked]
    columns: tuple[str, ...]
    terms: Declaration
    feeds: Mapping[str, Feed] = field(default_factory=dict)
    guards: tuple[Guard, ...] = ()
    number: str = "docket__text"  # how a person calls the record

    def of(self, pk: int) -> Facts:
        """What is known of one record."""
        return next(iter(self.facts([pk]).values()))

    def made_of(self, record: Any, rows: Mapping[str, Sequence[Any]]) -> Facts:
        """What would be known of a record that is not saved yet, with these rows."""
        make = _row_of("facts", ("pk", *self.columns, "rows"))
        return make(record.pk, *(getattr(record, name) for name in self.columns), rows)

    def working(self, facts: Facts, clock: Clock) -> list[Reckoned]:
        """Every term of a record with its deadline, those met as well as those running."""
        found = (reckon(clock, each) for each in self.terms(facts))
        return [each for each in found if each is not None]

    def next(self, facts: Facts, clock: Clock, today: date) -> Next:
        """The earliest date by which something is still to be done."""
        watched = (reckon(clock, each) for each in self.terms(facts) if each.is_watched)
        due = [each for each in watched if each is not None and each.is_due(today)]
        if not due:
            return NOTHING
        first = min(due, key=_due_on)
        deadline = first.deadline
        assert deadline is not None  # noqa: S101  # it is due
        code, is_provisional = deadline.term.code, deadline.is_provisional
        return Next(deadline.due_on, code, is_provisional, self._until(first))

    def _until(self, first: Reckoned) -> date | None:
        """The day through which the answer holds: that of a first date that then lapses."""
        return None if first.running.watch is Watch.STAYS else first.due_on

    def facts(self, pks: Sequence[int]) -> dict[int, Facts]:
        """What is known of some records, in one query for each table."""
        own = self._manager().filter(pk__in=pks).values_list("pk", *self.columns)
        return self._facts(list(own))

    def _facts(self, own: Sequence[tuple[Any, ...]]) -> dict[int, Facts]:
        """The same from rows of own columns, the key in front."""
        pks = [row[0] for row in own]
        fed = {name: self._fed(feed, pks) for name, feed in self.feeds.items()}
        make = _row_of("facts", ("pk", *self.columns, "rows"))
        return {
            row[0]: make(*row, {name: found.get(row[0], ()) for name, found in fed.items()})
            for row in own
        }

    def _fed(self, feed: Feed, pks: Sequence[int]) -> dict[int, list[Any]]:
        make = _row_of("row", ("pk", *feed.columns))
        grouped: dict[int, list[Any]] = defaultdict(list)
        rows = feed.model._base_manager.filter(among(feed.via, pks)).order_by("pk")
        for owner, *values in rows.values_list(f"{feed.via}__pk", "pk", *feed.columns):
            grouped[owner].append(make(*values))
        return grouped

    def _manager(self) -> "models.Manager[Any]":
        return self.model._base_manager

    def stale(self, today: date) -> "QuerySet[Any]":
        """Marked by the database, or run out by itself; one index finds both."""
        return self._manager().filter(reckoned_until__lt=today).order_by("reckoned_until", "pk")

    def reckon_stale(self, clock: Clock, today: date) -> int:
        """Reckon what is stale, batch by batch; how many records that were.

        Whoever changes a record meanwhile waits for its batch, and marks it stale again after.
        """
        count = 0
        if self.stale(today).exists():
            while batch := self._reckon_batch(clock, today):
                count += batch
        return count

    @transaction.atomic
    def _reckon_batch(self, clock: Clock, today: date) -> int:
        own = self.stale(today).select_for_update().values_list("pk", *self.columns)[:BATCH]
        facts = self._facts(list(own))
        if facts:
            found = [(pk, (*self.next(each, clock, today), False)) for pk, each in facts.items()]
            store(self.model, found, self._manager().db)
        return len(facts)

    def moves(self, clock: Clock, today: date) -> Iterator[tuple[str, Next, Next]]:
        """Which records would have another date by another clock: number, from, to."""
        kept = self._manager().filter(next_due_on__isnull=False).order_by("next_due_on", "pk")
        rows = kept.values_list("pk", self.number, *STORED[:-1])
        for start in range(0, rows.count(), BATCH):
            batch = list(rows[start : start + BATCH])
            facts = self.facts([row[0] for row in batch])
            for pk, number, *stored in batch:
                then = self.next(facts[pk], clock, today)
                if then[:3] != tuple(stored)[:3]:
                    yield str(number), Next(*stored), then


def _row_of(name: str, columns: tuple[str, ...]) -> Any:
    """A tuple with names; which names is known only from the declaration."""
    return namedtuple(name, columns)


def _due_on(each: Reckoned) -> date:
    assert each.due_on is not None  # noqa: S101  # only what is due is compared
    return each.due_on


def bring_up_to_date(rooms: Iterable[Room], today: date) -> int:
    """Every stored date of these rooms as it is today; how many had to be reckoned.

    Two queries while nothing has changed, and one more for each room.
    """
    rooms = list(rooms)
    _heed_new_stand()
    clock = clocks().governing
    return sum(room.reckon_stale(clock, today) for room in rooms)


def _heed_new_stand() -> None:
    """After a change of terms, calendar, notices or code everything that has a clock is stale."""
    drawn, reckoned_for = Timekeeping.objects.values_list("revision", "reckoned_for").first() or (
        "",
        "",
    )
    if reckoned_for == stand(drawn):
        return
    with transaction.atomic():
        for model in clocked_models():
            turn = F("clock_turn") + 1
            model._base_manager.update(
                clock_is_stale=True, reckoned_until=date.min, clock_turn=turn
            )
        Timekeeping.objects.update_or_create(pk=1, defaults={"reckoned_for": stand(drawn)})


def clocked_models() -> list[type[Clocked]]:
    """Every kind of record that keeps a next due date."""
    return [model for model in apps.get_models() if issubclass(model, Clocked)]
