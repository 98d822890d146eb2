"""Working days, so that made-up offices keep made-up office hours."""

from datetime import date, timedelta

from chinese_calendar import is_workday

DAY = timedelta(days=1)


def office_day(day: date) -> date:
    """The day itself, or the next on which the office is open."""
    while not is_workday(day):
        day += DAY
    return day


def office_days_after(day: date, count: int) -> date:
    """So many working days later; the day itself is not counted."""
    for _ in range(count):
        day = office_day(day + DAY)
    return day


def days_after(day: date, count: int) -> date:
    """So many calendar days later, or the next working day."""
    return office_day(day + timedelta(days=count))
