"""Every family of triggers comes and goes whole, and is missed where it does not stand."""

import pytest
from django.db import connection

from cases.registry.triggers.declared import Event, Moment, Trigger
from cases.registry.triggers.dialects import DIALECTS
from cases.registry.triggers.family import Family
from lawgov.reports.models import Closure
from lawgov.triggers import CLOSINGS, FAMILIES, standing

pytestmark = pytest.mark.django_db

every_family = pytest.mark.parametrize("family", FAMILIES, ids=lambda each: each.prefix)
DIALECT = DIALECTS[connection.vendor]
LONGEST = 63  # of a name on PostgreSQL, which cuts off what is longer


def names() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(DIALECT.standing)
        return {name for name, _table in cursor.fetchall()}


def put(name: str, table: str) -> None:
    refusal = DIALECT.refuse("once", "1 = 0")
    trigger = Trigger(name, table, Moment.BEFORE, Event.DELETE, (refusal,))
    with connection.cursor() as cursor:
        for statement in DIALECT.creates(trigger):
            cursor.execute(statement)


@every_family
def test_a_migrated_database_has_all_of_it(family: Family) -> None:
    assert family.missing(connection) == set()


@every_family
def test_all_that_is_taken_away_is_missed_and_comes_back(family: Family) -> None:
    declared = {trigger.table for trigger in family.declared(DIALECT)}

    family.remove(connection)

    assert family.missing(connection) == declared
    family.install(connection)
    assert family.missing(connection) == set()


@every_family
def test_one_that_is_lost_is_missed(family: Family) -> None:
    trigger = next(iter(family.declared(DIALECT)))
    with connection.cursor() as cursor:
        cursor.execute(DIALECT.drops(trigger.name, trigger.table))

    assert family.missing(connection) == {trigger.table}
    assert [found.id for found in standing(databases=["default"])] == [family.warning]


def test_one_that_is_no_longer_declared_goes_with_the_next_migration() -> None:
    put("reports_of_yesterday", Closure._meta.db_table)

    CLOSINGS.install(connection)

    assert "reports_of_yesterday" not in names()
    assert "reports_closure_no_update" in names()


def test_each_takes_away_its_own_and_no_other() -> None:
    before = names()

    CLOSINGS.remove(connection)

    gone = before - names()
    assert gone == {trigger.name for trigger in CLOSINGS.declared(DIALECT)}


def test_no_name_is_declared_twice_or_cut_off() -> None:
    declared = [trigger.name for family in FAMILIES for trigger in family.declared(DIALECT)]

    assert len(declared) == len(set(declared))
    assert max(len(name) for name in declared) <= LONGEST


@every_family
def test_every_name_begins_as_its_family_does(family: Family) -> None:
    declared = [trigger.name for trigger in family.declared(DIALECT)]

    assert all(name.startswith(family.prefix) for name in declared)


def test_a_table_that_lacks_a_column_is_passed_over() -> None:
    class Ahead(Family):
        prefix = "ahead_"
        warning = lost = ""

        def declared(self, dialect: object) -> list[Trigger]:  # noqa: ARG002
            needs = frozenset({"of_tomorrow"})
            table = Closure._meta.db_table
            return [Trigger("ahead_x", table, Moment.BEFORE, Event.DELETE, ("x",), needs=needs)]

    Ahead().install(connection)

    assert "ahead_x" not in names()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no schemas")
def test_the_register_that_was_put_aside_keeps_its_own() -> None:
    """A restored register keeps the tables before it in another schema."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA aside")
        cursor.execute("CREATE TABLE aside.reports_closure (id int)")
        cursor.execute("SET LOCAL search_path TO aside")
        put("reports_closure_no_delete", "reports_closure")
        cursor.execute("SET LOCAL search_path TO public")

    CLOSINGS.install(connection)

    assert CLOSINGS.missing(connection) == set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname = 'reports_closure_no_delete'")
        assert cursor.fetchone() == (2,)
