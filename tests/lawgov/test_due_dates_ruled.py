"""A due date follows the calendar, the switch for closures and the law."""

from datetime import date

import pytest

from cases.registry.timing.calendars import CalendarEntry, EntryKind, Timekeeping
from cases.registry.timing.statutes import StatutoryTerm
from tests.lawgov.reckoned import accepted, due, run

pytestmark = pytest.mark.django_db


def test_it_follows_the_calendar() -> None:
    case = accepted()
    due(case)

    entry = CalendarEntry.objects.create(
        day=date(2024, 4, 30), name_zh="更正", name_en="correction", why="示例通知"
    )
    moved = due(case)
    run("UPDATE cases_calendarentry SET is_withdrawn = NOT is_withdrawn WHERE id = %s", entry.pk)

    assert moved == (date(2024, 5, 6), "decision")
    assert due(case) == (date(2024, 4, 30), "decision")


def test_a_closure_of_the_county_counts_once_the_switch_says_so() -> None:
    case = accepted()
    CalendarEntry.objects.create(
        day=date(2024, 4, 30),
        kind=EntryKind.CLOSURE,
        name_zh="开斋节",
        name_en="Eid",
        why="示例通知",
    )
    before = due(case)

    Timekeeping.objects.filter(pk=1).update(closures_count=True)

    assert before == (date(2024, 4, 30), "decision")
    assert due(case) == (date(2024, 5, 6), "decision")


def test_an_old_copy_of_the_timekeeping_saved_back_is_no_going_back() -> None:
    case = accepted()
    due(case)
    old = Timekeeping.objects.get()
    CalendarEntry.objects.create(
        day=date(2024, 4, 30), name_zh="更正", name_en="correction", why="示例通知"
    )

    old.save()

    assert due(case) == (date(2024, 5, 6), "decision")


def test_it_follows_the_law() -> None:
    case = accepted()
    due(case)
    row = StatutoryTerm.objects.filter(code="reconsideration.decision", valid_to=None)
    if not row:
        pytest.skip("the tables were made without their migrations")

    row.update(length=30)

    assert due(case) == (date(2024, 4, 1), "decision")
