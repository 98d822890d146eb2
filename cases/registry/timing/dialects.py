"""The triggers of the clock, as each database writes them."""

# ruff: noqa: S608  # names come from the models, never from a person

from collections.abc import Iterable
from typing import Final, Protocol

PREFIX: Final = "clock_"
# What is stale sorts before every day that something holds through: one index finds both.
STALE: Final = "reckoned_until = '0001-01-01'"
Statements = tuple[str, ...]


class Dialect(Protocol):
    """How one database spells the triggers; each method answers with whole statements."""

    installed: str

    def own(
        self, name: str, table: str, columns: Iterable[str], stored: Iterable[str]
    ) -> Statements:
        """A change of the record's own columns marks it; so does an old copy saved back."""

    def fed(
        self, name: str, table: str, columns: Iterable[str], record: str, path: str
    ) -> Statements:
        """A row that comes, goes or changes marks the record it leads to, and led to."""

    def rules(self, name: str, table: str, keeping: str) -> Statements:
        """Any change of the rules draws a new revision."""

    def keeping(self, name: str, table: str) -> Statements:
        """The switch draws a new revision, and so does an old copy of the row saved back."""

    def guard(self, name: str, table: str, refuses: str, columns: Iterable[str]) -> Statements:
        """A row is refused, by the name of the rule it breaks; only where one of these columns
        is written, if any are named."""

    def draw(self, keeping: str) -> str:
        """A new revision."""

    def drop(self, name: str, table: str) -> str: ...


def quoted(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


class SQLite:
    """AFTER triggers; a trigger there does not set itself off again."""

    installed = (
        "SELECT name, tbl_name FROM sqlite_master"
        f" WHERE type = 'trigger' AND substr(name, 1, {len(PREFIX)}) = '{PREFIX}'"
    )
    token = "lower(hex(randomblob(12)))"  # noqa: S105

    def own(
        self, name: str, table: str, columns: Iterable[str], stored: Iterable[str]
    ) -> Statements:
        columns, stored = tuple(columns), tuple(stored)
        mark = (
            f'BEGIN UPDATE "{table}" SET clock_is_stale = 1, {STALE},'
            " clock_turn = MAX(clock_turn, OLD.clock_turn) + 1 WHERE id = NEW.id; END"
        )
        saved_back = (
            f"NEW.clock_turn <> OLD.clock_turn + 1"
            f" AND ({self._differ(stored)} OR NEW.clock_turn <> OLD.clock_turn)"
        )
        return (
            f'CREATE TRIGGER "{name}_entered" AFTER INSERT ON "{table}"'
            f' BEGIN UPDATE "{table}" SET clock_is_stale = 1, {STALE},'
            " clock_turn = clock_turn + 1 WHERE id = NEW.id; END",
            f'CREATE TRIGGER "{name}_changed" AFTER UPDATE OF {quoted(columns)} ON "{table}"'
            f" WHEN {self._differ(columns)} {mark}",
            f'CREATE TRIGGER "{name}_saved_back" AFTER UPDATE OF {quoted(stored)}, clock_turn'
            f' ON "{table}" WHEN {saved_back} {mark}',
        )

    def fed(
        self, name: str, table: str, columns: Iterable[str], record: str, path: str
    ) -> Statements:
        columns = tuple(columns)
        old, new = path.format(row="OLD"), path.format(row="NEW")
        start = (
            f'UPDATE "{record}" SET clock_is_stale = 1, {STALE},'
            " clock_turn = clock_turn + 1 WHERE id"
        )
        return (
            f'CREATE TRIGGER "{name}_entered" AFTER INSERT ON "{table}" BEGIN {start} = {new}; END',
            f'CREATE TRIGGER "{name}_deleted" AFTER DELETE ON "{table}" BEGIN {start} = {old}; END',
            f'CREATE TRIGGER "{name}_changed" AFTER UPDATE OF {quoted(columns)} ON "{table}"'
            f" WHEN {self._differ(columns)} BEGIN {start} IN ({old}, {new}); END",
        )

    def rules(self, name: str, table: str, keeping: str) -> Statements:
        return tuple(
            f'CREATE TRIGGER "{name}_{event.lower()}" AFTER {event} ON "{table}"'
            f" BEGIN {self.draw(keeping)}; END"
            for event in ("INSERT", "UPDATE", "DELETE")
        )

    def keeping(self, name: str, table: str) -> Statements:
        return (
            f'CREATE TRIGGER "{name}_changed" AFTER UPDATE OF revision, closures_count'
            f' ON "{table}" WHEN {self._differ(("revision", "closures_count"))}'
            f' BEGIN UPDATE "{table}" SET revision = {self.token} WHERE id = NEW.id; END',
        )

    def guard(self, name: str, table: str, refuses: str, columns: Iterable[str]) -> Statements:
        named = quoted(columns)
        events = (f"UPDATE OF {named}",) if named else ("INSERT", "UPDATE")
        return tuple(
            f'CREATE TRIGGER "{name}_{event[:6].lower()}" BEFORE {event} ON "{table}"'
            f" WHEN {refuses} BEGIN SELECT RAISE(ABORT, '{name}'); END"
            for event in events
        )

    def draw(self, keeping: str) -> str:
        return (
            f'INSERT INTO "{keeping}" (id, closures_count, revision, reckoned_for)'
            f" VALUES (1, 0, {self.token}, '')"
            f" ON CONFLICT (id) DO UPDATE SET revision = {self.token}"
        )

    def drop(self, name: str, table: str) -> str:  # noqa: ARG002
        return f'DROP TRIGGER "{name}"'

    def _differ(self, columns: Iterable[str]) -> str:
        return " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns)


class PostgreSQL:
    """BEFORE triggers on the record itself, AFTER triggers on the rows that feed it."""

    installed = (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        f" WHERE NOT tgisinternal AND left(tgname, {len(PREFIX)}) = '{PREFIX}'"
    )
    token = "left(md5(random()::text || clock_timestamp()::text), 24)"  # noqa: S105

    def own(
        self, name: str, table: str, columns: Iterable[str], stored: Iterable[str]
    ) -> Statements:
        saved_back = (
            "(NEW.clock_turn <> OLD.clock_turn + 1"
            f" AND ({self._differ(stored)} OR NEW.clock_turn <> OLD.clock_turn))"
        )
        return (
            self._function(
                f"{name}_entered", f"NEW.clock_is_stale := true; NEW.{STALE}; RETURN NEW;"
            ),
            self._function(
                f"{name}_changed",
                f"NEW.clock_is_stale := true; NEW.{STALE};"
                " NEW.clock_turn := GREATEST(NEW.clock_turn, OLD.clock_turn) + 1; RETURN NEW;",
            ),
            self._trigger(f"{name}_entered", f'BEFORE INSERT ON "{table}"'),
            self._trigger(
                f"{name}_changed",
                f'BEFORE UPDATE ON "{table}"',
                f"{self._differ(columns)} OR {saved_back}",
            ),
        )

    def fed(
        self, name: str, table: str, columns: Iterable[str], record: str, path: str
    ) -> Statements:
        start = f'UPDATE "{record}" SET clock_is_stale = true, {STALE}, clock_turn = clock_turn + 1'
        body = (
            f"IF TG_OP <> 'INSERT' THEN {start} WHERE id = {path.format(row='OLD')}; END IF;"
            f" IF TG_OP <> 'DELETE' THEN {start} WHERE id = {path.format(row='NEW')}; END IF;"
            " RETURN NULL;"
        )
        return (
            self._function(name, body),
            self._trigger(f"{name}_entered", f'AFTER INSERT OR DELETE ON "{table}"', run=name),
            self._trigger(
                f"{name}_changed", f'AFTER UPDATE ON "{table}"', self._differ(columns), run=name
            ),
        )

    def rules(self, name: str, table: str, keeping: str) -> Statements:
        return (
            self._function(name, f"{self.draw(keeping)}; RETURN NULL;"),
            f'CREATE TRIGGER "{name}" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "{table}"'
            f' FOR EACH STATEMENT EXECUTE FUNCTION "{name}"()',
        )

    def keeping(self, name: str, table: str) -> Statements:
        return (
            self._function(name, f"NEW.revision := {self.token}; RETURN NEW;"),
            self._trigger(
                name, f'BEFORE UPDATE ON "{table}"', self._differ(("revision", "closures_count"))
            ),
        )

    def guard(self, name: str, table: str, refuses: str, columns: Iterable[str]) -> Statements:
        body = (
            f"IF {refuses} THEN RAISE EXCEPTION '{name}' USING ERRCODE = 'check_violation';"
            " END IF; RETURN NEW;"
        )
        named = quoted(columns)
        events = f"UPDATE OF {named}" if named else "INSERT OR UPDATE"
        event = f'BEFORE {events} ON "{table}"'
        return (self._function(name, body), self._trigger(name, event))

    def draw(self, keeping: str) -> str:
        return (
            f'INSERT INTO "{keeping}" (id, closures_count, revision, reckoned_for)'
            f" VALUES (1, false, {self.token}, '')"
            f" ON CONFLICT (id) DO UPDATE SET revision = {self.token}"
        )

    def drop(self, name: str, table: str) -> str:
        return f'DROP TRIGGER "{name}" ON "{table}"'

    def _function(self, name: str, body: str) -> str:
        return (
            f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql'
            f" AS $$ BEGIN {body} END $$"
        )

    def _trigger(self, name: str, event: str, when: str = "", run: str = "") -> str:
        condition = f" WHEN ({when})" if when else ""
        return (
            f'CREATE TRIGGER "{name}" {event} FOR EACH ROW{condition}'
            f' EXECUTE FUNCTION "{run or name}"()'
        )

    def _differ(self, columns: Iterable[str]) -> str:
        return " OR ".join(f'OLD."{column}" IS DISTINCT FROM NEW."{column}"' for column in columns)


DIALECTS: Final[dict[str, Dialect]] = {"sqlite": SQLite(), "postgresql": PostgreSQL()}
