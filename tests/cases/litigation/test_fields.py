"""The database column of court numbers spells alike what is written and what is looked for."""

import pytest
from django.core.exceptions import ValidationError

from cases.litigation.models.instance import Instance
from seeds.factories.litigation import InstanceFactory

pytestmark = pytest.mark.django_db


def test_it_stores_one_spelling() -> None:
    made = InstanceFactory.create(court_number="(2024) 甘0503行初 012号之一")

    assert Instance.objects.get(pk=made.pk).court_number == "（2024）甘0503行初12号"


@pytest.mark.parametrize("typed", ["(2024)甘0503行初12号", "〔２０２４〕甘0503行初12号"])
def test_it_is_found_by_any_spelling(typed: str) -> None:
    made = InstanceFactory.create(court_number="（2024）甘0503行初12号")

    assert list(Instance.objects.filter(court_number=typed)) == [made]


@pytest.mark.parametrize("part", ["行初12", "(2024)", "甘 0503", "１２号"])
def test_it_is_found_by_a_part(part: str) -> None:
    made = InstanceFactory.create(court_number="（2024）甘0503行初12号")

    assert list(Instance.objects.filter(court_number__icontains=part)) == [made]


def test_a_form_hears_what_was_expected() -> None:
    field = Instance._meta.get_field("court_number")

    with pytest.raises(ValidationError) as refusal:
        field.clean("行初12号", None)

    assert refusal.value.code == "not_a_court_number"


def test_a_form_gets_the_stored_spelling() -> None:
    field = Instance._meta.get_field("court_number")

    assert field.clean("(2024)甘0503行初12号", None) == "（2024）甘0503行初12号"
