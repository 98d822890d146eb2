"""One thing that is due: the record, the term with its article, the day, and how long is left."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import QuerySet

from cases.registry.clock.clock import Clock
from cases.registry.figures import Label
from cases.registry.timing.admin import Due
from cases.registry.timing.panel import State, days_left_words
from cases.registry.timing.running import Reckoned
from cases.registry.users import User
from lawgov.board.sources import Source

if TYPE_CHECKING:
    from cases.registry.clock.words import Text


class Row(NamedTuple):
    """A due date as it is stored; `persons` are the keys of those whose work it is."""

    pk: int
    number: str
    due_on: date
    code: str
    is_provisional: bool
    persons: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A row in words. The article is that of the version of the law this very date rests on."""

    source: Source
    row: Row
    today: date
    is_mine: bool
    term: "Label | Text"
    article: "Label | Text"
    remark: Label = ""

    @property
    def days(self) -> int:
        return (self.row.due_on - self.today).days

    @property
    def state(self) -> State:
        return Due(self.row.due_on, "", self.days, self.row.is_provisional).state

    @property
    def days_left(self) -> Label:
        return days_left_words(self.days)

    @property
    def address(self) -> str:
        return self.source.address(self.row.pk)

    @property
    def order(self) -> tuple[bool, date, str]:
        """Mine first, then by the day."""
        return not self.is_mine, self.row.due_on, self.row.number


def rows_of(source: Source, found: "QuerySet[Any]") -> list[Row]:
    """The stored dates of some records, in one query."""
    stored = (
        "pk",
        source.room.number,
        "next_due_on",
        "next_term",
        "next_due_is_provisional",
    )
    values = found.values_list(*stored, *source.persons)
    return [Row._make((*row[: len(stored)], tuple(row[len(stored) :]))) for row in values]


def items_of(
    source: Source, rows: Iterable[Row], clock: Clock, user: User, today: date
) -> Iterator[Item]:
    """The rows in words; one query for each table the clock of the records reads."""
    wanted = {row.pk: row for row in rows}
    facts = source.room.facts(list(wanted))
    for pk, row in wanted.items():
        working = source.room.working(facts[pk], clock) if pk in facts else []
        found = next((each for each in working if _is(each, row)), None)
        yield _item(source, row, found, user, today)


def _is(each: Reckoned, row: Row) -> bool:
    """This term gave the stored date."""
    deadline = each.deadline
    return (
        deadline is not None
        and each.running.is_watched
        and (deadline.term.code, deadline.due_on) == (row.code, row.due_on)
    )


def _item(source: Source, row: Row, found: Reckoned | None, user: User, today: date) -> Item:
    is_mine = user.pk in row.persons
    if found is None or found.deadline is None:
        return Item(source, row, today, is_mine, row.code, "")
    term = found.deadline.term
    return Item(source, row, today, is_mine, term.label, term.article, found.running.which)
