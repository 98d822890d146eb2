"""A restatement says then, now, which records, who and when."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter
from cases.reconsideration.terms import Outcome
from cases.registry.history.acts import Door, acting
from cases.registry.history.models import Change
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.roles import Role
from cases.registry.users import User
from lawgov.reports.closing import close
from lawgov.reports.closures import Closure
from lawgov.reports.restatement import Move, Restated, restatement
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.lawgov.reports.county import County, fill

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2024")
TODAY = date(2025, 1, 2)


@pytest.fixture
def closed(busy: County) -> Closure:
    return close(YEAR, None, TODAY)


def restated(closure: Closure) -> dict[str, Restated]:
    return {figure.code: figure for figure in restatement(closure).figures}


def one(**values: Any) -> Reconsideration:
    found: Reconsideration = Reconsideration.objects.filter(received_on__year=2024, **values)[0]
    return found


def test_nothing_is_restated_while_nothing_changed(closed: Closure) -> None:
    assert restatement(closed).figures == []


def test_what_is_entered_late_is_named_with_who_entered_it(closed: Closure, busy: County) -> None:
    late = ReconsiderationFactory.create(received_on=date(2024, 5, 6), entered_by=busy.handler)

    found = restated(closed)

    assert set(found) == {"reconsideration.received", "reconsideration.intake_pending"}
    [moved] = found["reconsideration.received"].moved
    assert (moved.move, moved.record.pk, moved.record.name) == (Move.ADDED, late.pk, str(late))
    assert (moved.record.entered_by, moved.record.entered_at) == (
        str(busy.handler),
        late.entered_at,
    )


def test_it_says_then_now_and_the_difference(closed: Closure) -> None:
    ReconsiderationFactory.create_batch(2, received_on=date(2024, 5, 6))

    received = restated(closed)["reconsideration.received"]

    assert (received.then, received.now, received.difference) == (14, 16, "+2")


def test_what_is_voided_has_left(closed: Closure) -> None:
    case = one(outcome=Outcome.REVOKED)
    case.voided_on, case.void_reason = TODAY, "entered twice"
    case.save()

    found = restated(closed)

    [moved] = found["reconsideration.corrected"].moved
    assert (moved.move, moved.record.pk) == (Move.LEFT, case.pk)
    assert moved.record.changed_at == last_change(case)


def test_an_outcome_that_was_changed_moves_both_figures(closed: Closure) -> None:
    case = one(outcome=Outcome.UPHELD)
    case.outcome = Outcome.REVOKED
    case.save()

    found = restated(closed)

    moves = {
        code: [(each.move, each.record.pk) for each in found[f"reconsideration.{code}"].moved]
        for code in ("upheld", "corrected")
    }
    assert moves == {"upheld": [(Move.LEFT, case.pk)], "corrected": [(Move.ADDED, case.pk)]}
    assert "reconsideration.concluded" not in found


def test_money_that_was_changed_counts_otherwise(closed: Closure) -> None:
    case = one(compensation_awarded="100.25")
    case.compensation_awarded = "120.00"
    case.save()

    [figure] = restated(closed).values()

    assert (str(figure.then), str(figure.now), figure.difference) == ("300.75", "320.50", "+19.75")
    [moved] = figure.moved
    assert (moved.move, moved.then, moved.now) == (Move.CHANGED, "100.25", "120.00")


def test_records_that_change_places_are_restated_though_the_number_is_the_same(
    closed: Closure,
) -> None:
    out, into = one(outcome=Outcome.REVOKED), one(outcome=Outcome.UPHELD)
    out.outcome, into.outcome = Outcome.UPHELD, Outcome.REVOKED
    out.save()
    into.save()

    corrected = restated(closed)["reconsideration.corrected"]

    assert corrected.difference == "0"
    assert {each.record.pk: each.move for each in corrected.moved} == {
        out.pk: Move.LEFT,
        into.pk: Move.ADDED,
    }


def test_it_says_how_many_figures_give_the_same_number_from_other_records(closed: Closure) -> None:
    out, into = one(outcome=Outcome.REVOKED), one(outcome=Outcome.UPHELD)
    out.outcome, into.outcome = Outcome.UPHELD, Outcome.REVOKED
    out.save()
    into.save()

    found = restatement(closed)

    assert found.unchanged == len(found.figures) > 0


def test_a_rate_is_restated_with_what_it_divides(closed: Closure) -> None:
    case = one(outcome=Outcome.UPHELD)
    case.outcome = Outcome.REVOKED
    case.save()

    rate = restated(closed)["reconsideration.correction_rate"]

    assert (rate.then, rate.now) == (Ratio(3, 12), Ratio(4, 12))
    with translation.override("en"):
        assert rate.difference == "+8.33 pp"


def last_change(case: Reconsideration) -> datetime:
    found = Change.objects.filter(label=case._meta.label_lower, row_key=case.pk)
    return found.latest("pk").at


def test_the_history_says_who_changed_it(closed: Closure, busy: County) -> None:
    case = one(outcome=Outcome.REVOKED)
    reviewer: User = busy.person(Role.REVIEWER)
    with acting(Door.FORM, reviewer.pk):
        Reconsideration.objects.filter(pk=case.pk).update(outcome=Outcome.UPHELD)

    [record] = restatement(closed).records

    assert (record.changed_by, record.changed_at) == (str(reviewer), last_change(case))
    assert (record.entered_by, record.entered_at) == ("", None)


def test_where_nobody_is_known_it_says_which_door_the_change_came_through(
    closed: Closure,
) -> None:
    letter = OpinionLetter.objects.filter(issued_on__year=2024)[0]
    with acting(Door.COMMAND):
        letter.delete()

    [record] = restatement(closed).records

    assert str(Door.COMMAND.label) in record.changed_by
    assert record.changed_at is not None


def test_what_is_gone_for_good_is_still_named(closed: Closure) -> None:
    letter = OpinionLetter.objects.filter(issued_on__year=2024)[0]
    pk = letter.pk
    letter.delete()

    found = restated(closed)

    [moved] = found["reconsideration.opinion_letters_issued"].moved
    assert (moved.move, moved.record.pk) == (Move.LEFT, pk)


def test_what_happens_in_another_period_restates_nothing(closed: Closure) -> None:
    ReconsiderationFactory.create(received_on=date(2025, 5, 6))

    assert restatement(closed).figures == []


def test_more_changes_take_no_more_queries(closed: Closure, busy: County) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            found = restatement(closed)
            assert all(figure.label for figure in found.figures)
        return len(asked)

    fill(busy, rounds=1)
    queries()  # Django asks for the names of the tables once and remembers them
    few = queries()
    fill(busy, rounds=12)

    assert queries() == few


def test_it_names_exactly_the_records(closed: Closure) -> None:
    late = [
        ReconsiderationFactory.create(received_on=date(2024, 5, 6) + timedelta(days=day)).pk
        for day in range(9)
    ]

    assert {record.pk for record in restatement(closed).records} == set(late)
