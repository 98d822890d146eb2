"""The calendar agrees with the State Council's notices, and says when it does not know."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.registry.clock.calendar import FIRST, LAST, Calendar
from cases.registry.clock.days import DayRule
from cases.registry.clock.refusals import OutsideCalendar

CALENDAR = Calendar()

# Written by hand from the notices of the State Council's General Office: the days off, first and
# last, and the weekend days worked in exchange.
OFF = [
    # notice for 2024 (of 2023-10-25)
    (date(2024, 1, 1), date(2024, 1, 1), {"New Year's Day"}),
    (date(2024, 2, 10), date(2024, 2, 17), {"Spring Festival"}),
    (date(2024, 4, 4), date(2024, 4, 6), {"Qingming Festival"}),
    (date(2024, 5, 1), date(2024, 5, 5), {"Labour Day"}),
    (date(2024, 6, 10), date(2024, 6, 10), {"Dragon Boat Festival"}),
    (date(2024, 9, 15), date(2024, 9, 17), {"Mid-Autumn Festival"}),
    (date(2024, 10, 1), date(2024, 10, 7), {"National Day"}),
    # notice for 2025 (of 2024-11-12)
    (date(2025, 1, 1), date(2025, 1, 1), {"New Year's Day"}),
    (date(2025, 1, 28), date(2025, 2, 4), {"Spring Festival"}),
    (date(2025, 4, 4), date(2025, 4, 6), {"Qingming Festival"}),
    (date(2025, 5, 1), date(2025, 5, 5), {"Labour Day"}),
    (date(2025, 5, 31), date(2025, 6, 2), {"Dragon Boat Festival"}),
    (date(2025, 10, 1), date(2025, 10, 8), {"National Day", "Mid-Autumn Festival"}),
    # notice for 2026 (of 2025-11-04)
    (date(2026, 1, 1), date(2026, 1, 3), {"New Year's Day"}),
    (date(2026, 2, 15), date(2026, 2, 23), {"Spring Festival"}),
    (date(2026, 4, 4), date(2026, 4, 6), {"Qingming Festival"}),
    (date(2026, 5, 1), date(2026, 5, 5), {"Labour Day"}),
    (date(2026, 6, 19), date(2026, 6, 21), {"Dragon Boat Festival"}),
    (date(2026, 9, 25), date(2026, 9, 27), {"Mid-Autumn Festival"}),
    (date(2026, 10, 1), date(2026, 10, 7), {"National Day"}),
]
WORKED = [
    *(date(2024, 2, 4), date(2024, 2, 18), date(2024, 4, 7), date(2024, 4, 28)),
    *(date(2024, 5, 11), date(2024, 9, 14), date(2024, 9, 29), date(2024, 10, 12)),
    *(date(2025, 1, 26), date(2025, 2, 8), date(2025, 4, 27), date(2025, 9, 28)),
    date(2025, 10, 11),
    *(date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9)),
    *(date(2026, 9, 20), date(2026, 10, 10)),
]

days = st.dates(date(2019, 1, 1), date(2030, 12, 31))


def by_the_notices(day: date) -> bool:
    if day in WORKED:
        return True
    return day.weekday() < 5 and not any(first <= day <= last for first, last, _ in OFF)


def test_it_agrees_with_the_notices_on_every_day_of_three_years() -> None:
    span = CALENDAR.days(date(2024, 1, 1), date(2026, 12, 31))

    assert [day for day in span if CALENDAR.is_working(day) != by_the_notices(day)] == []


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_a_second_library_agrees_on_every_day(year: int) -> None:
    other = holidays.country_holidays("CN", years=year)
    span = CALENDAR.days(date(year, 1, 1), date(year, 12, 31))

    assert [day for day in span if CALENDAR.is_working(day) != other.is_working_day(day)] == []


@pytest.mark.parametrize(("first", "last", "names"), OFF)
def test_a_day_off_is_called_by_its_holiday(first: date, last: date, names: set[str]) -> None:
    reasons = {str(CALENDAR.why_off(day)) for day in CALENDAR.days(first, last)}

    assert reasons <= names


def test_an_ordinary_saturday_is_off_because_of_the_weekend() -> None:
    assert str(CALENDAR.why_off(date(2024, 3, 2))) == "weekend"


def test_a_worked_sunday_says_which_holiday_it_pays_for() -> None:
    assert CALENDAR.why_off(date(2024, 2, 18)) is None
    assert str(CALENDAR.why_worked(date(2024, 2, 18))) == "make-up working day for Spring Festival"


def test_an_ordinary_monday_has_nothing_to_explain() -> None:
    assert CALENDAR.why_off(date(2024, 3, 4)) is None
    assert CALENDAR.why_worked(date(2024, 3, 4)) is None


def test_the_eve_of_spring_festival_was_worked_in_2024() -> None:
    assert CALENDAR.is_working(date(2024, 2, 9))


def test_a_county_closure_is_off_by_its_own_name() -> None:
    closure = DayRule(working=False, reason="Eid al-Fitr, county closure")

    county = Calendar({date(2024, 4, 10): closure})

    assert not county.is_working(date(2024, 4, 10))
    assert county.why_off(date(2024, 4, 10)) == "Eid al-Fitr, county closure"
    assert CALENDAR.is_working(date(2024, 4, 10))


def test_a_correction_wins_over_a_closure_and_over_the_notice() -> None:
    closure = {date(2024, 4, 10): DayRule(working=False, reason="closure")}
    correction = {
        date(2024, 4, 10): DayRule(working=True, reason="closure withdrawn"),
        date(2024, 10, 7): DayRule(working=True, reason="recalled to work"),
    }

    county = Calendar(closure, correction)

    assert county.is_working(date(2024, 4, 10))
    assert county.is_working(date(2024, 10, 7))


def test_calendars_that_say_the_same_are_equal() -> None:
    closure = {date(2024, 4, 10): DayRule(working=False, reason="closure")}

    assert Calendar() == Calendar()
    assert Calendar(closure) == Calendar(closure)
    assert Calendar(closure) != Calendar()


def test_a_year_without_a_notice_is_judged_by_the_week_and_doubtful() -> None:
    assert not CALENDAR.is_known(2027)
    assert CALENDAR.is_working(date(2027, 10, 1))
    assert CALENDAR.is_doubtful(date(2027, 10, 1), date(2027, 10, 1))


def test_a_year_turns_firm_when_its_notice_arrives() -> None:
    national_day = {date(2027, 10, 1): DayRule(working=False, reason="National Day")}

    informed = Calendar(national_day, known_years=[2027])

    assert not informed.is_working(date(2027, 10, 1))
    assert not informed.is_doubtful(date(2027, 1, 1), date(2027, 12, 24))


def test_the_last_week_of_december_waits_for_the_next_notice() -> None:
    assert not CALENDAR.is_doubtful(date(2026, 1, 1), date(2026, 12, 24))
    assert CALENDAR.is_doubtful(date(2026, 12, 25), date(2026, 12, 25))
    assert not CALENDAR.is_doubtful(date(2025, 12, 25), date(2025, 12, 31))


def test_a_notice_may_reach_back_into_the_year_before() -> None:
    # The notice for 2019: 2018-12-29 (Saturday) worked, 2018-12-31 (Monday) off.
    assert CALENDAR.is_working(date(2018, 12, 29))
    assert not CALENDAR.is_working(date(2018, 12, 31))


@pytest.mark.parametrize("day", [date(24, 8, 5), date(1949, 12, 31), date(2100, 1, 1)])
def test_it_refuses_a_day_that_must_be_a_slip_of_the_pen(day: date) -> None:
    with pytest.raises(OutsideCalendar):
        CALENDAR.is_working(day)


@pytest.mark.parametrize(("day", "count"), [(LAST, 1), (LAST - timedelta(3), 10)])
def test_it_refuses_to_count_past_its_end(day: date, count: int) -> None:
    with pytest.raises(OutsideCalendar):
        CALENDAR.after(day, count)


def test_it_refuses_to_count_back_before_its_beginning() -> None:
    with pytest.raises(OutsideCalendar):
        CALENDAR.before(FIRST + timedelta(3), 10)


@given(days, st.integers(1, 40))
def test_counting_on_is_the_plain_loop(start: date, count: int) -> None:
    day, left = start, count
    while left:
        day += timedelta(1)
        left -= CALENDAR.is_working(day)

    assert CALENDAR.after(start, count) == day


@given(days, st.integers(1, 40))
def test_counting_back_is_the_plain_loop(start: date, count: int) -> None:
    day, left = start, count
    while left:
        day -= timedelta(1)
        left -= CALENDAR.is_working(day)

    assert CALENDAR.before(start, count) == day


@given(days)
def test_rolling_is_the_plain_loop(start: date) -> None:
    on = back = start
    while not CALENDAR.is_working(on):
        on += timedelta(1)
    while not CALENDAR.is_working(back):
        back -= timedelta(1)

    assert (CALENDAR.roll(start), CALENDAR.roll_back(start)) == (on, back)


@given(days, st.integers(0, 60))
def test_the_number_of_working_days_is_the_plain_loop(start: date, length: int) -> None:
    end = start + timedelta(length)
    looped = sum(CALENDAR.is_working(day) for day in CALENDAR.days(start + timedelta(1), end))

    assert CALENDAR.count(start, end) == looped


@given(days, st.integers(1, 40))
def test_counting_back_undoes_counting_on(start: date, count: int) -> None:
    # From a day off the way back ends on the working day before it.
    assert CALENDAR.before(CALENDAR.after(start, count), count) == CALENDAR.roll_back(start)


@given(days, st.integers(1, 40))
def test_counting_on_undoes_counting_back(start: date, count: int) -> None:
    assert CALENDAR.after(CALENDAR.before(start, count), count) == CALENDAR.roll(start)
