"""A code holds from a day up to a day, and bears the name of the language in force."""

from datetime import date

import pytest
from django.utils import translation

from cases.registry.codes import Field
from seeds.factories.registry import FieldFactory


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2014, 12, 31), False),
        (date(2015, 1, 1), True),
        (date(2018, 12, 31), True),
        (date(2019, 1, 1), False),
    ],
)
def test_it_holds_from_its_first_day_up_to_the_day_it_is_gone(day: date, holds: bool) -> None:
    code = FieldFactory.create(valid_from=date(2015, 1, 1), valid_to=date(2019, 1, 1))

    assert Field.objects.filter(pk=code.pk).valid(day).exists() is holds


@pytest.mark.django_db
def test_one_without_an_end_holds_for_good() -> None:
    code = FieldFactory.create(valid_from=date(2015, 1, 1))

    assert code in Field.objects.valid(date(2099, 1, 1))


@pytest.mark.django_db
def test_on_the_day_of_the_change_the_successor_holds_alone() -> None:
    new = FieldFactory.create(code="new", valid_from=date(2019, 1, 1))
    FieldFactory.create(code="old", valid_to=date(2019, 1, 1), successor=new)

    holding = Field.objects.filter(code__in=["old", "new"]).valid(date(2019, 1, 1))

    assert list(holding) == [new]


@pytest.mark.parametrize(("language", "name"), [("zh-hans", "公安"), ("en", "Police")])
def test_it_is_called_by_the_name_of_the_language_in_force(language: str, name: str) -> None:
    with translation.override(language):
        assert str(Field(code="police", name="公安", name_en="Police")) == name
