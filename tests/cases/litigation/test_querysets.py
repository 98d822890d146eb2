"""Where records stand on a day."""

from datetime import date

import pytest

from cases.litigation.conditions import corrected
from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.litigation.terms import PASSING, Adoption, Result
from seeds.factories.litigation import (
    DisputeFactory,
    HearingFactory,
    InstanceFactory,
    SuggestionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "is_pending"),
    [
        (date(2024, 3, 4), False),  # the day it is received it is not yet carried
        (date(2024, 3, 5), True),
        (date(2024, 6, 3), True),  # the day it is concluded begins with it open
        (date(2024, 6, 4), False),
    ],
)
def test_a_dispute_is_pending_from_receipt_to_conclusion(day: date, *, is_pending: bool) -> None:
    DisputeFactory.create(
        received_on=date(2024, 3, 4), concluded_on=date(2024, 6, 3), result=Result.WITHDRAWN
    )

    assert Dispute.objects.pending(day).exists() is is_pending


def test_an_instance_is_pending_until_the_court_decides() -> None:
    open_one = InstanceFactory.create()
    InstanceFactory.create(concluded=True, concluded_on=date(2024, 4, 1))

    assert list(Instance.objects.pending(date(2024, 4, 2))) == [open_one]


def test_lost_is_lost_by_either_defendant() -> None:
    DisputeFactory.create(concluded=True)
    by_agency = DisputeFactory.create(concluded=True, result=Result.COMPENSATE)
    by_organ = DisputeFactory.create(concluded=True, joint=True, organ_result=Result.UNLAWFUL)

    assert set(Dispute.objects.lost()) == {by_agency, by_organ}


@pytest.mark.parametrize("result", [result for result in Result if result not in PASSING])
def test_a_row_and_the_database_agree_on_lost_and_corrected(result: Result) -> None:
    row = DisputeFactory.create(concluded=True, result=result)

    assert row.is_lost is Dispute.objects.lost().exists()
    assert row.is_corrected is Dispute.objects.filter(corrected()).exists()


def test_what_belongs_to_a_voided_dispute_is_recorded_no_more() -> None:
    hearing = HearingFactory.create(
        instance__dispute__void_reason="重复录入", instance__dispute__voided_on=date(2024, 6, 3)
    )

    assert not Dispute.objects.recorded().exists()
    assert not Instance.objects.recorded().exists()
    assert not Hearing.objects.recorded().filter(pk=hearing.pk).exists()


def test_a_voided_instance_takes_its_hearings_along() -> None:
    HearingFactory.create(instance__voided_on=date(2024, 6, 3), instance__void_reason="重复录入")

    assert Dispute.objects.recorded().exists()
    assert not Hearing.objects.recorded().exists()


def test_a_hearing_is_upcoming_until_it_is_held_or_put_off() -> None:
    upcoming = HearingFactory.create(scheduled_on=date(2024, 4, 10))
    HearingFactory.create(appeared=True, scheduled_on=date(2024, 4, 10))
    HearingFactory.create(scheduled_on=date(2024, 4, 10), adjourned_on=date(2024, 4, 8))

    assert list(Hearing.objects.upcoming(date(2024, 4, 10))) == [upcoming]
    assert not Hearing.objects.upcoming(date(2024, 4, 11)).exists()


@pytest.mark.parametrize(
    ("replied_on", "day", "is_overdue"),
    [
        (None, date(2024, 7, 8), False),  # the due day itself is in time
        (None, date(2024, 7, 9), True),
        (date(2024, 7, 8), date(2024, 7, 9), False),
        (date(2024, 7, 12), date(2024, 7, 12), True),
        (date(2024, 7, 12), date(2024, 7, 13), False),
    ],
)
def test_a_suggestion_is_overdue_after_its_due_day(
    replied_on: date | None, day: date, *, is_overdue: bool
) -> None:
    SuggestionFactory.create(
        due_on=date(2024, 7, 8),
        replied_on=replied_on,
        adoption=Adoption.ADOPTED if replied_on else "",
    )

    assert Suggestion.objects.overdue(day).exists() is is_overdue


def test_a_suggestion_awaits_a_reply_from_receipt_to_reply() -> None:
    awaiting = SuggestionFactory.create(received_on=date(2024, 5, 6))
    SuggestionFactory.create(
        received_on=date(2024, 5, 6), replied_on=date(2024, 5, 20), adoption=Adoption.ADOPTED
    )

    assert list(Suggestion.objects.awaiting_reply(date(2024, 5, 21))) == [awaiting]


def test_the_standing_result_reads_the_instances_in_order() -> None:
    first = InstanceFactory.create(concluded=True, result=Result.REVOKED)
    InstanceFactory.create(
        dispute=first.dispute, second=True, concluded=True, received_on=date(2024, 7, 1)
    )

    assert first.dispute.standing_result() == Result.REVOKED


def test_nothing_stands_while_nothing_is_concluded() -> None:
    instance = InstanceFactory.create()

    assert instance.dispute.standing_result() is None
