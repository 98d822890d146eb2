"""The board of the home page: overdue, due today, due in the next seven days; mine first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from cases.registry.clock.calendar import FIRST
from cases.registry.figures import Label
from cases.registry.periods import Period
from cases.registry.timing.loading import clocks
from cases.registry.timing.panel import SOON_DAYS, State
from cases.registry.timing.rooms import bring_up_to_date
from cases.registry.users import User
from lawgov.board.items import Item, items_of, rows_of
from lawgov.board.pressing import First, first
from lawgov.board.sources import SOURCES, Source
from lawgov.clocks import ROOMS

SHOWN = 8  # rows of a group on the page
COUNTED = 99  # beyond that nobody counts: the board is as quick with 100,000 open cases


@dataclass(frozen=True)
class Stretch:
    """One group of the board: which dates it holds, for the database and for an address."""

    state: State
    label: Label
    period: Period
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
        Stretch(State.OVERDUE, _("Overdue"), Period(FIRST, today), {"due_order__lt": today}),
        Stretch(State.TODAY, _("Due today"), Period(today, tomorrow), {"due_order": today}),
        Stretch(
            State.SOON,
            _("Due in the next 7 days"),
            Period(tomorrow, last + timedelta(days=1)),
            {"due_order__gte": tomorrow, "due_order__lte": last},
        ),
    )


def board(user: User, today: date) -> list[Group]:
    """The groups of a person, every date brought up to date first; some 25 queries, however many
    records there are."""
    bring_up_to_date(ROOMS, today)
    parts = stretches(today)
    periods = [part.period for part in parts]
    found = first(user, SOURCES, periods, mine=SHOWN, seen=COUNTED + 1)
    rows = [
        _of_source(source, user, [found[place, n] for n in range(len(parts))], today)
        for place, source in enumerate(SOURCES)
    ]
    return [
        Group(
            part,
            sorted((item for items in rows for item in items[n]), key=_order)[:SHOWN],
            [
                Tally(source.label, len(found[place, n].seen), source.addresses(**part.lookups))
                for place, source in enumerate(SOURCES)
                if found[place, n].seen
            ],
        )
        for n, part in enumerate(parts)
    ]


def _of_source(
    source: Source, user: User, firsts: Sequence[First], today: date
) -> list[list[Item]]:
    """For each stretch the items of one kind of record: mine, and behind them the others."""
    shown = [(*each.mine, *_others(each)) for each in firsts]
    wanted = [pk for some in shown for pk in some]
    if not wanted:
        return [[] for _ in firsts]
    rows = rows_of(source, source.visible_to(user).filter(pk__in=wanted))
    items = {item.row.pk: item for item in items_of(source, rows, clocks().governing, user, today)}
    return [[items[pk] for pk in some if pk in items] for some in shown]


def _others(each: First) -> tuple[int, ...]:
    """As many of the others as there is room for."""
    others = [pk for pk in each.seen if pk not in each.mine]
    return tuple(others[: SHOWN - len(each.mine)])


def _order(item: Item) -> tuple[bool, date, str]:
    return item.order
