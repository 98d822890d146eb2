"""The board of the home page: overdue, due today, due in the next seven days; mine first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Label
from cases.registry.timing.conditions import due, due_within, overdue
from cases.registry.timing.loading import clocks
from cases.registry.timing.panel import SOON_DAYS, State
from cases.registry.timing.rooms import bring_up_to_date
from cases.registry.users import User
from lawgov.board.items import Item, Row, items_of, rows_of
from lawgov.board.sources import SOURCES, Source
from lawgov.clocks import ROOMS

SHOWN = 8  # rows of a group on the page
COUNTED = 99  # beyond that nobody counts: the board is as quick with 100,000 open cases


@dataclass(frozen=True)
class Stretch:
    """One group of the board: which dates it holds, for the database and for an address."""

    state: State
    label: Label
    condition: Q
    lookups: dict[str, object]


@dataclass(frozen=True)
class Tally:
    """How many of one kind, as far as anybody counts, and the list that shows them."""

    label: Label
    count: int
    address: str

    @property
    def text(self) -> str:
        return f"{COUNTED}+" if self.count > COUNTED else str(self.count)


@dataclass(frozen=True)
class Group:
    """A stretch as one person sees it; `items` are the most pressing, `tallies` say of how many."""

    stretch: Stretch
    items: list[Item]
    tallies: list[Tally]

    @property
    def has_more(self) -> bool:
        return sum(tally.count for tally in self.tallies) > len(self.items)


def stretches(today: date) -> tuple[Stretch, ...]:
    """What is due today is not once more due this week."""
    tomorrow, last = today + timedelta(days=1), today + timedelta(days=SOON_DAYS)
    return (
        Stretch(State.OVERDUE, _("Overdue"), overdue(today), {"due_order__lt": today}),
        Stretch(State.TODAY, _("Due today"), due(today), {"due_order": today}),
        Stretch(
            State.SOON,
            _("Due in the next 7 days"),
            due_within(tomorrow, SOON_DAYS - 1),
            {"due_order__gte": tomorrow, "due_order__lte": last},
        ),
    )


def board(user: User, today: date) -> list[Group]:
    """The groups of a person, every date brought up to date first; some 40 queries, however many
    records there are."""
    bring_up_to_date(ROOMS, today)
    parts = stretches(today)
    found = [_of_source(source, user, parts, today) for source in SOURCES]
    return [
        Group(
            stretch,
            sorted((item for items, _tally in each for item in items), key=_order)[:SHOWN],
            [tally for _items, tally in each if tally.count],
        )
        for stretch, each in zip(parts, zip(*found, strict=True), strict=True)
    ]


def _of_source(
    source: Source, user: User, parts: tuple[Stretch, ...], today: date
) -> list[tuple[list[Item], Tally]]:
    """For each stretch the items of one kind of record and how many there are."""
    visible = source.visible_to(user)
    counted = [_first(source, visible.filter(part.condition), COUNTED + 1) for part in parts]
    own = visible.filter(source.mine(user))
    mine = [_first(source, own.filter(part.condition), SHOWN) for part in parts]
    shown = [list(_shown(*each)) for each in zip(mine, counted, strict=True)]
    rows = [row for some in shown for row in some]
    items = {item.row.pk: item for item in items_of(source, rows, clocks().governing, user, today)}
    return [
        (
            [items[row.pk] for row in some],
            Tally(source.label, len(all_of_them), source.addresses(**part.lookups)),
        )
        for part, some, all_of_them in zip(parts, shown, counted, strict=True)
    ]


def _first(source: Source, found: "QuerySet[Any]", count: int) -> list[Row]:
    """In the order of the index, so that no more rows are read than asked for."""
    return rows_of(source, found.order_by("due_order", "-pk")[:count])


def _shown(mine: list[Row], others: list[Row]) -> Iterator[Row]:
    """Mine, and behind them as many of the others as there is room for."""
    yield from mine
    own = {row.pk for row in mine}
    yield from [row for row in others if row.pk not in own][: SHOWN - len(mine)]


def _order(item: Item) -> tuple[bool, date, str]:
    return item.order
