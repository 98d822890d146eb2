"""Words drawn as badges."""

import pytest
from django.contrib import admin

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.terms import Outcome
from cases.registry.agencies import Agency
from cases.registry.badges import badge, badge_column, badge_of, bears
from seeds.factories.reconsideration import ReconsiderationFactory


def test_a_word_is_escaped_like_any_other() -> None:
    assert badge("other", "<b>") == '<span class="badge badge-other">&lt;b&gt;</span>'


def test_a_field_with_choices_shows_its_word() -> None:
    case = ReconsiderationFactory.build(outcome=Outcome.UPHELD)

    assert 'class="badge badge-upheld"' in badge_of(case, "outcome")


def test_a_property_shows_the_word_it_answers_with() -> None:
    case = ReconsiderationFactory.build()

    assert 'class="badge badge-intake"' in badge_of(case, "stage")


def test_what_has_no_value_yet_has_no_badge() -> None:
    assert badge_of(ReconsiderationFactory.build(), "outcome") == ""


@pytest.mark.parametrize(
    ("model", "name", "expected"),
    [
        (Reconsideration, "outcome", True),
        (Reconsideration, "stage", True),
        (Reconsideration, "act_name", False),
        (Reconsideration, "nothing", False),
        (Agency, "stage", False),
    ],
)
def test_only_choices_and_properties_bear_badges(model: type, name: str, *, expected: bool) -> None:
    assert bears(model, name) is expected


def test_a_column_is_sorted_as_its_field_is() -> None:
    cases = admin.site._registry[Reconsideration]

    column = badge_column(cases, "outcome")

    assert column is badge_column(cases, "outcome")  # or sorting by it would stop
    assert vars(column)["admin_order_field"] == "outcome"
