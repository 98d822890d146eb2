"""A stored due date follows its record through whatever door the record is changed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import Suspension
from cases.reconsideration.terms import Outcome, SuspensionGround
from cases.registry.timing.rooms import bring_up_to_date
from lawgov.clocks import ROOMS
from seeds.factories.reconsideration import (
    ExtensionFactory,
    OpinionLetterFactory,
    ReconsiderationFactory,
    SuspensionFactory,
)
from tests.lawgov.reckoned import TODAY, accepted, due, run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({}, (date(2024, 3, 11), "intake_review")),
        (
            {"correction_requested_on": date(2024, 3, 6)},
            (date(2024, 3, 20), "correction"),
        ),
        (
            {
                "correction_requested_on": date(2024, 3, 6),
                "correction_served_on": date(2024, 3, 8),
            },
            (date(2024, 3, 22), "correction"),
        ),
        (
            {
                "correction_requested_on": date(2024, 3, 6),
                "correction_served_on": date(2024, 3, 8),
                "correction_received_on": date(2024, 3, 15),
            },
            (date(2024, 3, 22), "review_after_correction"),
        ),
        # A notice after the five days stops nothing (arts. 30(3), 31(1)).
        ({"correction_requested_on": date(2024, 3, 12)}, (date(2024, 3, 11), "intake_review")),
        ({"accepted_on": date(2024, 3, 8)}, (date(2024, 3, 19), "copy_to_respondent")),
        (
            {"accepted_on": date(2024, 3, 8), "copy_served_on": date(2024, 3, 12)},
            (date(2024, 3, 26), "reply"),
        ),
    ],
)
def test_it_names_the_next_thing_to_do(dates: dict[str, date], expected: tuple[date, str]) -> None:
    case = ReconsiderationFactory.create(received_on=date(2024, 3, 4), **dates)

    assert due(case) == expected


def test_a_reply_that_never_came_gives_way_to_the_decision() -> None:
    case = accepted(replied_on=None)

    assert due(case, date(2024, 3, 18)) == (date(2024, 3, 18), "reply")
    assert due(case, date(2024, 3, 19)) == (date(2024, 4, 30), "decision")


def test_a_date_of_ours_stays_due_however_late() -> None:
    case = accepted()

    assert due(case, date(2025, 1, 1)) == (date(2024, 4, 30), "decision")


def test_it_follows_raw_sql() -> None:
    case = accepted()
    due(case)

    run(
        "UPDATE cases_reconsideration SET accepted_on = %s WHERE id = %s",
        date(2024, 2, 29),
        case.pk,
    )

    assert due(case) == (date(2024, 4, 29), "decision")


def test_it_follows_an_update_through_the_orm() -> None:
    case = accepted()
    due(case)

    Reconsideration.objects.filter(pk=case.pk).update(
        concluded_on=date(2024, 4, 2), outcome=Outcome.UPHELD
    )

    assert due(case) == (None, "")


def test_it_follows_rows_created_in_bulk() -> None:
    case = accepted()
    due(case)

    Suspension.objects.bulk_create(
        [
            Suspension(
                case=case,
                ground=SuspensionGround.MEDIATION,
                suspended_on=date(2024, 3, 20),
                resumed_on=date(2024, 4, 25),
            )
        ]
    )

    assert due(case) == (date(2024, 6, 5), "decision")


def test_it_follows_a_row_that_moves_to_another_case() -> None:
    first, second = accepted(), accepted()
    extension = ExtensionFactory.create(case=first)
    assert due(first)[0] == date(2024, 5, 30)

    type(extension).objects.filter(pk=extension.pk).update(case=second)

    assert due(first)[0] == date(2024, 4, 30)
    assert due(second)[0] == date(2024, 5, 30)


def test_it_follows_a_row_that_is_deleted() -> None:
    case = accepted()
    suspension = SuspensionFactory.create(case=case)
    assert due(case) == (None, "")

    run("DELETE FROM cases_suspension WHERE id = %s", suspension.pk)

    assert due(case) == (date(2024, 4, 30), "decision")


def test_it_follows_a_letter_to_be_answered() -> None:
    case = accepted(concluded_on=date(2024, 4, 2), outcome=Outcome.UPHELD)
    due(case)

    OpinionLetterFactory.create(case=case, issued_on=date(2024, 4, 8), served_on=date(2024, 4, 9))

    assert due(case) == (date(2024, 6, 11), "opinion_reply")


def test_an_old_copy_saved_back_does_not_pass_for_a_reckoning() -> None:
    case = accepted()
    due(case)
    old = Reconsideration.objects.get(pk=case.pk)
    SuspensionFactory.create(case=case, resumed_on=date(2024, 4, 25))

    old.save()

    assert due(case) == (date(2024, 6, 5), "decision")


def test_an_old_copy_of_the_kept_date_is_reckoned_anew() -> None:
    case = accepted()
    due(case)
    old = Reconsideration.objects.get(pk=case.pk)
    SuspensionFactory.create(case=case, resumed_on=date(2024, 4, 25))
    due(case)

    old.save()
    run(
        "UPDATE cases_reconsideration SET clock_is_stale = NOT clock_is_stale WHERE id = %s",
        case.pk,
    )

    assert due(case) == (date(2024, 6, 5), "decision")


def test_a_date_written_by_hand_does_not_stand() -> None:
    case = accepted()
    due(case)

    Reconsideration.objects.filter(pk=case.pk).update(next_due_on=date(2030, 1, 1))

    assert due(case) == (date(2024, 4, 30), "decision")


def test_a_row_entered_as_up_to_date_is_reckoned_all_the_same() -> None:
    case = ReconsiderationFactory.create(clock_is_stale=False, next_due_on=date(2030, 1, 1))

    assert due(case) == (date(2024, 3, 11), "intake_review")


def test_reading_what_is_up_to_date_takes_two_queries_and_one_a_room(
    django_assert_num_queries: Any,
) -> None:
    due(accepted())

    with django_assert_num_queries(2 + len(ROOMS)):
        bring_up_to_date(ROOMS, TODAY)


def test_reckoning_many_takes_as_many_queries_as_reckoning_few() -> None:
    due(accepted())
    queries = []
    for count in (1, 9):
        for _ in range(count):
            accepted()
        with CaptureQueriesContext(connection) as captured:
            bring_up_to_date(ROOMS, TODAY)
        queries.append(len(captured))

    assert queries[0] == queries[1]


def test_the_turn_never_falls() -> None:
    case = accepted()
    due(case)
    old = Reconsideration.objects.get(pk=case.pk)
    Reconsideration.objects.filter(pk=case.pk).update(replied_on=None)
    due(case)
    before = Reconsideration.objects.get(pk=case.pk).clock_turn

    old.save()

    assert Reconsideration.objects.filter(clock_turn__gt=before, clock_is_stale=True).exists()
