"""How each database spells a trigger, and the few words in which their SQL differs inside one."""

# ruff: noqa: S608  # names come from the models, never from a person

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, Protocol

from cases.registry.triggers.declared import Each, Event, Moment, Trigger

Statements = tuple[str, ...]


class Dialect(Protocol):
    """One database. Expressions go into the bodies and conditions of triggers."""

    vendor: str
    standing: str  # SQL: name and table of every trigger there is
    columns: str  # SQL: every table with each of its columns
    distinct: str  # the operator that takes NULL for a value
    token: str  # SQL: a text nobody has drawn before
    entered: str  # the row, or rows, of a batch
    from_entered: str

    def creates(self, trigger: Trigger) -> Statements:
        """Statements that put it in place; none where the database has no such event."""

    def drops(self, name: str, table: str) -> str: ...

    def own(self, column: str) -> str:
        """The value a column has so far, within `sets`."""

    def greatest(self, *values: str) -> str: ...

    def days_ago(self, days: int) -> str: ...

    def refuse(self, why: str, condition: str = "TRUE") -> str:
        """A statement that refuses the row where a condition holds; it may ask other tables."""

    def differ(self, columns: Iterable[str]) -> str:
        """A condition: one of the columns is not what it was."""


class _Spelling:
    """What both databases say in the same words."""

    distinct: str

    def differ(self, columns: Iterable[str]) -> str:
        return " OR ".join(f'OLD."{column}" {self.distinct} NEW."{column}"' for column in columns)

    def _head(self, trigger: Trigger) -> str:
        named, moment = ", ".join(f'"{column}"' for column in trigger.columns), trigger.moment
        event = f"{trigger.event} OF {named}" if named else trigger.event
        return f'CREATE TRIGGER "{trigger.name}" {moment} {event} ON "{trigger.table}"'


class SQLite(_Spelling):
    """A trigger there cannot change NEW: it updates the row, and does not set itself off again."""

    vendor = "sqlite"
    standing = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    columns = (
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_xinfo(m.name) c"
        " WHERE m.type = 'table'"
    )
    distinct = "IS NOT"
    token = "lower(hex(randomblob(12)))"  # noqa: S105
    entered = "NEW"
    from_entered = ""

    def creates(self, trigger: Trigger) -> Statements:
        if trigger.event == Event.TRUNCATE:
            return ()
        body = trigger.body
        if trigger.sets:
            values = ", ".join(f"{column} = {value}" for column, value in trigger.sets)
            body = (f'UPDATE "{trigger.table}" SET {values} WHERE id = NEW.id', *body)
        when = f" WHEN {trigger.when}" if trigger.when else ""
        return (f"{self._head(trigger)}{when} BEGIN {'; '.join(body)}; END",)

    def drops(self, name: str, table: str) -> str:  # noqa: ARG002
        return f'DROP TRIGGER "{name}"'

    def own(self, column: str) -> str:
        return column

    def greatest(self, *values: str) -> str:
        return f"MAX({', '.join(values)})"

    def days_ago(self, days: int) -> str:
        return f"datetime('now', '-{days} days')"

    def refuse(self, why: str, condition: str = "TRUE") -> str:
        return f"SELECT RAISE(ABORT, '{why}') WHERE {condition}"


class PostgreSQL(_Spelling):
    """Every trigger runs a function of its own name; what a row sets of itself is set before.

    Only what lies in the schema we work in is ours: a restored register may keep the tables
    before it, with their triggers, in another.
    """

    vendor = "postgresql"
    standing = (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace"
    )
    columns = (
        "SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
        " WHERE relkind = 'r' AND attnum > 0 AND NOT attisdropped"
        " AND relnamespace = current_schema()::regnamespace"
    )
    distinct = "IS DISTINCT FROM"
    token = "left(md5(random()::text || clock_timestamp()::text), 24)"  # noqa: S105
    entered = "entered"
    from_entered = " FROM entered"

    def creates(self, trigger: Trigger) -> Statements:
        after = self._runs(trigger) if trigger.body else ()
        if not trigger.sets:
            return after
        sets = tuple(f"NEW.{column} := {value}" for column, value in trigger.sets)
        name = f"{trigger.name}_own" if after else trigger.name
        before = replace(trigger, name=name, moment=Moment.BEFORE, body=sets)
        return (*self._runs(before), *after)

    def _runs(self, trigger: Trigger) -> Statements:
        body = "; ".join((*trigger.body, f"RETURN {self._returned(trigger)}"))
        batch = " REFERENCING NEW TABLE AS entered" if trigger.each == Each.BATCH else ""
        each = "ROW" if trigger.each == Each.ROW else "STATEMENT"
        when = f" WHEN ({trigger.when})" if trigger.when else ""
        return (
            f'CREATE OR REPLACE FUNCTION "{trigger.name}"() RETURNS trigger LANGUAGE plpgsql'
            f" AS $$ BEGIN {body}; END $$",
            f"{self._head(trigger)}{batch} FOR EACH {each}{when}"
            f' EXECUTE FUNCTION "{trigger.name}"()',
        )

    def drops(self, name: str, table: str) -> str:
        return f'DROP TRIGGER "{name}" ON "{table}"'

    def own(self, column: str) -> str:
        return f"NEW.{column}"

    def greatest(self, *values: str) -> str:
        return f"GREATEST({', '.join(values)})"

    def days_ago(self, days: int) -> str:
        return f"now() - interval '{days} days'"

    def refuse(self, why: str, condition: str = "TRUE") -> str:
        raised = f"RAISE EXCEPTION '{why}' USING ERRCODE = 'check_violation'"
        return f"IF {condition} THEN {raised}; END IF"

    def _returned(self, trigger: Trigger) -> str:
        if trigger.moment == Moment.AFTER or trigger.each != Each.ROW:
            return "NULL"
        return "OLD" if trigger.event == Event.DELETE else "NEW"


DIALECTS: Final[dict[str, Dialect]] = {"sqlite": SQLite(), "postgresql": PostgreSQL()}
