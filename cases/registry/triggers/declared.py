"""One trigger as it is declared, before any database has spelt it."""

from dataclasses import dataclass
from enum import StrEnum


class Moment(StrEnum):
    """A row is refused before, and what follows from it is written after."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"


class Event(StrEnum):
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    DELETE = "DELETE"
    TRUNCATE = "TRUNCATE"  # where a database knows of it


class Each(StrEnum):
    """What one run of the body answers for, where a database gives the choice.

    A batch is the rows that one statement enters; `Dialect.entered` says what they go by.
    """

    ROW = "row"
    STATEMENT = "statement"
    BATCH = "batch"


@dataclass(frozen=True)
class Trigger:
    """What happens by itself when rows of one table come, change or go.

    `when` is a condition over OLD and NEW that asks no other table. First the columns of the row
    itself that it `sets` are given their value, then the statements of the `body` run. With
    `columns`, only an UPDATE that writes one of them is meant. It stands where its table has all
    columns it `needs`.
    """

    name: str
    table: str
    moment: Moment
    event: Event
    body: tuple[str, ...] = ()
    when: str = ""
    columns: tuple[str, ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    each: Each = Each.ROW
    needs: frozenset[str] = frozenset()
