"""What may stand only once in litigation stands once, however it is typed."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.db.models import UniqueConstraint

from cases.litigation.terms import (
    Level,
)
from seeds.factories.litigation import (
    HearingFactory,
    InstanceFactory,
    SuggestionFactory,
)
from tests.cases.litigation.test_constraints import MODELS
from tests.cases.refusals import named

pytestmark = pytest.mark.django_db


def test_a_court_number_stands_once_however_it_is_typed() -> None:
    InstanceFactory.create(court_number="（2024）甘0503行初12号")

    with pytest.raises(IntegrityError):
        InstanceFactory.create(court_number="(2024) 甘０５０３ 行初 012号")


def test_a_voided_instance_leaves_its_court_number_free() -> None:
    number = "（2024）甘0503行初12号"
    InstanceFactory.create(court_number=number, voided_on=date(2024, 5, 6), void_reason="重复录入")

    again = InstanceFactory.create(court_number=number)

    assert again.court_number == number


def test_a_dispute_is_before_one_court_at_a_time() -> None:
    first = InstanceFactory.create()

    with pytest.raises(IntegrityError):
        InstanceFactory.create(dispute=first.dispute, second=True)


def test_a_second_instance_follows_the_concluded_first() -> None:
    first = InstanceFactory.create(concluded=True)

    second = InstanceFactory.create(
        dispute=first.dispute, second=True, received_on=date(2024, 6, 17)
    )

    assert second.level == Level.SECOND


def test_an_instance_has_one_hearing_a_day() -> None:
    hearing = HearingFactory.create()

    with pytest.raises(IntegrityError):
        HearingFactory.create(instance=hearing.instance)


def test_a_number_of_the_same_body_stands_once() -> None:
    first = SuggestionFactory.create()

    with pytest.raises(IntegrityError):
        SuggestionFactory.create(number=first.number, issued_by=first.issued_by)


def test_every_unique_rule_is_tried_here() -> None:
    assert named(MODELS, UniqueConstraint) == {
        "instance_court_number_unique",
        "instance_one_open_per_dispute",
        "hearing_once_a_day",
        "suggestion_number_unique",
    }
