"""On PostgreSQL a sheet's statement is planned once, whatever periods it is asked for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cases.registry.counting.sheet import MONTHS, SHEET, YEAR

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite plans as it goes"),
]


def plans() -> dict[str, tuple[int, int]]:
    """How often each statement that the session keeps was asked with its one plan, and with
    one made for what it was given.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, generic_plans, custom_plans FROM pg_prepared_statements"
            " WHERE statement LIKE '%%asked (arm, first, past)%%'"
        )
        return {name: (once, anew) for name, once, anew in cursor}


def test_a_statement_that_came_once_is_not_kept(docket: None) -> None:
    SHEET.count([MONTHS[0]])

    assert plans() == {}


def test_other_periods_are_asked_with_the_plan_that_is_there(docket: None) -> None:
    for periods in ([MONTHS[0]], MONTHS[1:3], MONTHS, [YEAR]):
        SHEET.count(periods)

    assert [*plans().values()] == [(3, 0)]


def test_a_kept_statement_sees_what_was_entered_since(docket: None) -> None:
    before = [SHEET.count([YEAR]) for _turn in range(3)]
    SHEET.rows.filter(accepted_on__isnull=True).delete()

    [after] = SHEET.count([YEAR])

    assert before == [before[0]] * 3
    assert after["received"] == before[0][0]["received"] - 1


def test_it_stands_in_the_log_with_what_it_was_given(docket: None) -> None:
    with CaptureQueriesContext(connection) as captured:
        SHEET.count([MONTHS[0]])

    assert ["{2024-01-01}" in each["sql"] for each in captured] == [True]
