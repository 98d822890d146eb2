"""A wall calendar with the days off of the State Council's notices, and a pencil to count with."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

ONE: Final = timedelta(days=1)
Pause = tuple[date, date | None]  # the second day no longer belongs to it; None: it still lasts


def _days(*spans: str) -> Iterator[date]:
    for span in spans:
        first, _, last = span.partition("..")
        day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        while day <= end:
            yield day
            day += ONE


# 国办发明电〔2022〕16号 (2023), 〔2023〕7号 (2024), 〔2024〕12号 (2025), 〔2025〕7号 (2026).
OFF: Final = frozenset(
    _days(
        *("2022-12-31..2023-01-02", "2023-01-21..2023-01-27", "2023-04-05"),
        *("2023-04-29..2023-05-03", "2023-06-22..2023-06-24", "2023-09-29..2023-10-06"),
        *("2024-01-01", "2024-02-10..2024-02-17", "2024-04-04..2024-04-06"),
        *("2024-05-01..2024-05-05", "2024-06-10", "2024-09-15..2024-09-17"),
        *("2024-10-01..2024-10-07", "2025-01-01", "2025-01-28..2025-02-04"),
        *("2025-04-04..2025-04-06", "2025-05-01..2025-05-05", "2025-05-31..2025-06-02"),
        *("2025-10-01..2025-10-08", "2026-01-01..2026-01-03", "2026-02-15..2026-02-23"),
        *("2026-04-04..2026-04-06", "2026-05-01..2026-05-05", "2026-06-19..2026-06-21"),
        *("2026-09-25..2026-09-27", "2026-10-01..2026-10-07"),
    )
)
MADE_UP: Final = frozenset(
    _days(
        *("2023-01-28..2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25"),
        *("2023-10-07..2023-10-08", "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28"),
        *("2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08"),
        *("2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28"),
        *("2026-05-09", "2026-09-20", "2026-10-10"),
    )
)


def is_worked(day: date) -> bool:
    return day in MADE_UP or (day.weekday() < 5 and day not in OFF)


def working_days(event: date, count: int) -> date:
    """Art. 88(2): three, five, seven and ten days are working days; the event is not counted."""
    day = event
    while count:
        day += ONE
        count -= is_worked(day)
    return day


def working_days_before(day: date, count: int) -> date:
    while count:
        day -= ONE
        count -= is_worked(day)
    return day


def days(event: date, count: int, pauses: Sequence[Pause] = ()) -> date | None:
    """The first working day outside every pause by which so many days outside them are over.

    None while a pause lasts. A pause that begins on the day of the event takes that day as well,
    for the day of the event is not counted anyway.
    """
    day, left = event, count + any(_holds(pause, event) for pause in pauses)
    while True:
        day += ONE
        holding = [pause for pause in pauses if _holds(pause, day)]
        if any(end is None for _start, end in holding):
            return None
        left -= not holding
        if left <= 0 and not holding and is_worked(day):
            return day


def months(event: date, count: int) -> date:
    """The same day of a later month, or its last; off a day off, to the next working day."""
    year, month = divmod(event.year * 12 + event.month - 1 + count, 12)
    day = date(year, month + 1, min(event.day, monthrange(year, month + 1)[1]))
    while not is_worked(day):
        day += ONE
    return day


def _holds(pause: Pause, day: date) -> bool:
    start, end = pause
    return start <= day and (end is None or day < end)
