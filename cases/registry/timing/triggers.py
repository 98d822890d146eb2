"""Database triggers that mark a record stale through whatever door its dates are changed."""

# ruff: noqa: S608  # names come from the models, never from a person

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from cases.registry.timing.calendars import CalendarEntry, KnownYear, Timekeeping
from cases.registry.timing.clocked import STORED
from cases.registry.timing.rooms import Feed, Guard, Room
from cases.registry.timing.statutes import ExclusionGround, StatutoryTerm
from cases.registry.triggers.declared import Each, Event, Moment, Trigger
from cases.registry.triggers.dialects import DIALECTS, Dialect
from cases.registry.triggers.family import Family, columns

RULING: tuple[type[models.Model], ...] = (
    StatutoryTerm,
    ExclusionGround,
    CalendarEntry,
    KnownYear,
)
KEEPING = Timekeeping._meta.db_table
PREFIX = "clock_"
# What is stale sorts before every day that something holds through: one index finds both.
STALE = (("clock_is_stale", "true"), ("reckoned_until", "'0001-01-01'"))
TURN = "clock_turn"


@dataclass(frozen=True)
class ClockTriggers(Family):
    """They are written from the declarations of the rooms: what is declared is watched."""

    rooms: tuple[Room, ...]

    prefix = PREFIX
    warning = "lawgov.W001"
    lost = "No trigger marks due dates stale on"

    def declared(self, dialect: Dialect) -> Iterator[Trigger]:
        for room in self.rooms:
            yield from _own(room, dialect)
            for name, feed in room.feeds.items():
                yield from _fed(room, name, feed, dialect)
            for guard in room.guards:
                yield from _guarded(room, guard, dialect)
        for model in RULING:
            yield from _ruling(model, dialect)
        yield _keeping(dialect)

    def install(self, connection: BaseDatabaseWrapper) -> None:
        """Put every trigger in place, and let all dates be reckoned anew."""
        super().install(connection)
        dialect = DIALECTS.get(connection.vendor)
        if dialect is not None and KEEPING in columns(connection, dialect):
            with connection.cursor() as cursor:
                cursor.execute(_draw(dialect))


def _own(room: Room, dialect: Dialect) -> Iterator[Trigger]:
    """A change of the record's own columns marks it; so does an old copy saved back."""
    table, own = room.model._meta.db_table, _column_names(room.model, room.columns)
    name, turn = f"{PREFIX}{room.model._meta.model_name}", dialect.own(TURN)
    entered = Trigger(
        f"{name}_entered",
        table,
        Moment.AFTER,
        Event.INSERT,
        sets=(*STALE, (TURN, f"{turn} + 1")),
        needs=frozenset({*own, *STORED, TURN}),
    )
    changed = replace(
        entered,
        name=f"{name}_changed",
        event=Event.UPDATE,
        columns=own,
        when=dialect.differ(own),
        sets=(*STALE, (TURN, f"{dialect.greatest(turn, f'OLD.{TURN}')} + 1")),
    )
    saved_back = (
        f"NEW.{TURN} <> OLD.{TURN} + 1 AND ({dialect.differ(STORED)} OR NEW.{TURN} <> OLD.{TURN})"
    )
    yield entered
    yield changed
    yield replace(changed, name=f"{name}_saved_back", columns=(*STORED, TURN), when=saved_back)


def _fed(room: Room, name: str, feed: Feed, dialect: Dialect) -> Iterator[Trigger]:
    """A row that comes, goes or changes marks the record it leads to, and led to."""
    read = _column_names(feed.model, (*feed.columns, feed.link))
    title = f"{PREFIX}{room.model._meta.model_name}_{name}"
    sets = ", ".join(f"{column} = {value}" for column, value in (*STALE, (TURN, f"{TURN} + 1")))
    mark = f'UPDATE "{room.model._meta.db_table}" SET {sets} WHERE id'
    old, new = (_path(feed).format(row=row) for row in ("OLD", "NEW"))
    entered = Trigger(
        f"{title}_entered",
        feed.model._meta.db_table,
        Moment.AFTER,
        Event.INSERT,
        (f"{mark} = {new}",),
        needs=frozenset(read),
    )
    deleted = replace(
        entered, name=f"{title}_deleted", event=Event.DELETE, body=(f"{mark} = {old}",)
    )
    yield entered
    yield deleted
    yield replace(
        entered,
        name=f"{title}_changed",
        event=Event.UPDATE,
        body=(f"{mark} IN ({old}, {new})",),
        columns=read,
        when=dialect.differ(read),
    )


def _guarded(room: Room, guard: Guard, dialect: Dialect) -> Iterator[Trigger]:
    """A row is refused by the name of the rule it breaks; only where one of its columns is
    written, if it names any.
    """
    record = room.model._meta.db_table
    refuses = guard.refuses.format(case=f'"{record}" c WHERE c.id = NEW.case_id AND 1 = 1')
    refuses = refuses.replace("AND 1 = 1 WHERE", "AND")
    name = f"{PREFIX}{guard.name}"
    for event in (Event.UPDATE,) if guard.columns else (Event.INSERT, Event.UPDATE):
        yield Trigger(
            f"{name}_{event.lower()}",
            guard.model._meta.db_table,
            Moment.BEFORE,
            event,
            (dialect.refuse(name, refuses),),
            columns=guard.columns,
            needs=frozenset(guard.columns or {"case_id"}),
        )


def _ruling(model: type[models.Model], dialect: Dialect) -> Iterator[Trigger]:
    """Any change of the rules draws a new revision."""
    name, table = f"{PREFIX}{model._meta.model_name}", model._meta.db_table
    for event in Event:
        draw = (_draw(dialect),)
        title = f"{name}_{event.lower()}"
        yield Trigger(title, table, Moment.AFTER, event, draw, each=Each.STATEMENT)


def _keeping(dialect: Dialect) -> Trigger:
    """The switch draws a new revision, and so does an old copy of the row saved back."""
    watched = ("revision", "closures_count")
    return Trigger(
        f"{PREFIX}timekeeping_changed",
        KEEPING,
        Moment.AFTER,
        Event.UPDATE,
        columns=watched,
        when=dialect.differ(watched),
        sets=(("revision", dialect.token),),
        needs=frozenset(watched),
    )


def _draw(dialect: Dialect) -> str:
    """A new revision."""
    return (
        f'INSERT INTO "{KEEPING}" (id, closures_count, revision, reckoned_for)'
        f" VALUES (1, false, {dialect.token}, '')"
        f" ON CONFLICT (id) DO UPDATE SET revision = {dialect.token}"
    )


def _column_names(model: type[models.Model], names: Iterable[str]) -> tuple[str, ...]:
    found = (str(model._meta.get_field(name).column) for name in names)  # type: ignore[union-attr]  # columns only
    return tuple(dict.fromkeys(found))


def _path(feed: Feed) -> str:
    """SQL for the record's key, from the row {row} of the feeding table."""
    model, names = feed.model, feed.via.split("__")
    first = model._meta.get_field(names[0])
    path = f'{{row}}."{first.column}"'  # type: ignore[union-attr]  # a foreign key
    for name in names[1:]:
        model = first.related_model  # type: ignore[assignment]  # a foreign key
        first = model._meta.get_field(name)
        path = f'(SELECT "{first.column}" FROM "{model._meta.db_table}" WHERE id = {path})'  # type: ignore[union-attr]  # a foreign key
    return path
