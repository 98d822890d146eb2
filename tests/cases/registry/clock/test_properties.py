"""What holds for every date: the laws of the arithmetic itself."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cases.registry.clock.adjustments import Extension, Suspension
from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock
from cases.registry.clock.exclusions import merge
from cases.registry.clock.terms import Term, Unit

CLOCK = Clock(statutory(), Calendar())
DECISION = "reconsideration.decision"
ON = date(2024, 3, 1)

days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
spans = st.lists(st.tuples(st.integers(0, 90), st.integers(0, 60)), max_size=5)
fixed = [term for term in statutory().terms if term.length and term.is_in_force(ON)]
terms = st.sampled_from(fixed)
rolling = st.sampled_from([term for term in fixed if term.rolls or term.counts_working_days])


def due(term: Term, event: date) -> date:
    due_on = CLOCK.deadline(term.code, event, law_on=ON).due_on
    assert due_on is not None
    return due_on


def suspended(event: date, spans: list[tuple[int, int]]) -> list[Suspension]:
    starts = [(event + timedelta(start), length) for start, length in spans]
    return [CLOCK.suspension(DECISION, start, start + timedelta(days)) for start, days in starts]


def decided(event: date, spans: list[tuple[int, int]], extended_by: int = 0) -> date:
    extensions = [Extension(extended_by)] if extended_by else []
    deadline = CLOCK.deadline(
        DECISION, event, suspensions=suspended(event, spans), extensions=extensions
    )
    assert deadline.due_on is not None
    return deadline.due_on


@given(rolling, days)
def test_it_is_never_due_on_a_day_off(term: Term, event: date) -> None:
    assert CLOCK.calendar.is_working(due(term, event))


@given(days, spans, st.integers(0, 30))
def test_it_is_never_due_on_a_day_off_whatever_befell_it(
    event: date, spans: list[tuple[int, int]], extended_by: int
) -> None:
    assert CLOCK.calendar.is_working(decided(event, spans, extended_by))


@given(terms, days, st.integers(0, 40))
def test_a_later_event_is_never_due_earlier(term: Term, event: date, later: int) -> None:
    assert due(term, event) <= due(term, event + timedelta(later))


@given(terms, days)
def test_the_event_is_not_counted(term: Term, event: date) -> None:
    assert due(term, event) < event if term.is_backward else due(term, event) > event


@given(days, spans, st.integers(0, 40))
def test_a_later_event_is_never_due_earlier_under_the_same_suspensions(
    event: date, spans: list[tuple[int, int]], later: int
) -> None:
    shifted = [(start + later, length) for start, length in spans]

    assert decided(event, shifted) <= decided(event + timedelta(later), spans)


@given(days, spans, st.data())
def test_a_longer_suspension_is_never_due_earlier(
    event: date, spans: list[tuple[int, int]], data: st.DataObject
) -> None:
    assume(spans)
    chosen = data.draw(st.integers(0, len(spans) - 1))
    start, length = spans[chosen]
    longer = data.draw(st.integers(1, 30))

    lengthened = [*spans[:chosen], (start, length + longer), *spans[chosen + 1 :]]

    assert decided(event, spans) <= decided(event, lengthened)


@given(days, spans, st.integers(1, 29))
def test_a_longer_extension_is_never_due_earlier(
    event: date, spans: list[tuple[int, int]], days: int
) -> None:
    assert decided(event, spans) <= decided(event, spans, days) <= decided(event, spans, days + 1)


@given(days, spans)
def test_the_order_of_suspensions_does_not_matter(
    event: date, spans: list[tuple[int, int]]
) -> None:
    assert decided(event, spans) == decided(event, spans[::-1])


@given(days, st.integers(1, 50), st.integers(1, 40), st.integers(1, 40))
def test_overlapping_suspensions_count_as_the_one_they_cover(
    event: date, start: int, length: int, overlap: int
) -> None:
    assume(overlap <= length)
    parts = [(start, length), (start + length - overlap, overlap + 7)]

    assert decided(event, parts) == decided(event, [(start, length + 7)])


@given(days, st.integers(0, 50), st.integers(1, 40), st.integers(1, 40))
def test_a_suspension_cut_in_two_counts_the_same(
    event: date, start: int, first: int, second: int
) -> None:
    whole = decided(event, [(start, first + second)])

    assert decided(event, [(start, first), (start + first, second)]) == whole


@given(days, spans)
def test_merged_intervals_never_touch(event: date, spans: list[tuple[int, int]]) -> None:
    merged = merge(suspended(event, spans))

    gaps = [(one.end, two.start) for one, two in pairwise(merged) if one.end]
    assert all(end < start for end, start in gaps)


@given(days, spans)
def test_what_is_left_out_is_the_number_of_days_covered(
    event: date, spans: list[tuple[int, int]]
) -> None:
    covered = {start + step for start, length in spans for step in range(length)}
    merged = merge(suspended(event, spans))

    assert sum((each.end - each.start).days for each in merged if each.end) == len(covered)


@given(days, st.integers(1, 30))
def test_counting_on_and_counting_back_agree(event: date, length: int) -> None:
    # A notice served on the last day to serve it is exactly in time for its hearing.
    hearing = CLOCK.deadline("reconsideration.hearing_notice", event)
    assert hearing.due_on is not None

    assert CLOCK.calendar.after(hearing.due_on, 5) == CLOCK.calendar.roll(event)
    assert CLOCK.calendar.before(CLOCK.calendar.after(event, length), length) <= event


@given(days, st.integers(0, 59))
def test_pausing_and_resuming_keeps_what_is_left(event: date, used: int) -> None:
    start = event + timedelta(used)
    open_ended = CLOCK.suspension(DECISION, start)
    pause = CLOCK.deadline(DECISION, event, suspensions=[open_ended]).pause
    assert pause is not None

    closed = CLOCK.suspension(DECISION, start, start + timedelta(100))
    end_on = CLOCK.deadline(DECISION, event, suspensions=[closed]).end_on

    assert (pause.used, pause.left) == (used, 60 - used)
    assert end_on == start + timedelta(100 + pause.left)


@given(days, st.integers(0, 30))
def test_a_change_of_procedure_leaves_the_ordinary_date(event: date, converted: int) -> None:
    changed = CLOCK.deadline(
        "reconsideration.decision_simplified", event, converted_on=event + timedelta(converted)
    )

    assert changed.due_on == CLOCK.deadline(DECISION, event).due_on


@pytest.mark.parametrize(
    "term", [term for term in fixed if not term.is_backward], ids=lambda t: t.code
)
def test_the_tables_give_what_a_walk_from_day_to_day_gives(term: Term) -> None:
    for offset in range(0, 730, 7):
        event = date(2024, 1, 1) + timedelta(offset)

        assert due(term, event) == walked(term, event)


def walked(term: Term, event: date) -> date:
    """The due date by steps of one day, each asked of the calendar."""
    day, left = event, term.length or 0
    if term.unit in {Unit.MONTH, Unit.YEAR}:
        months = left * (12 if term.unit is Unit.YEAR else 1)
        year, month = divmod(event.year * 12 + event.month - 1 + months, 12)
        first = date(year, month + 1, 1)
        last = (first + timedelta(31)).replace(day=1) - timedelta(1)
        day, left = min(first + timedelta(event.day - 1), last), 0
    while left:
        day += timedelta(1)
        left -= 1 if not term.counts_working_days else CLOCK.calendar.is_working(day)
    while term.rolls and not CLOCK.calendar.is_working(day):
        day += timedelta(1)
    return day
