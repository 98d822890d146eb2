"""A campaign says which grade a score earns, and the form holds the grading to it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from enforcement.models.campaigns import Campaign
from enforcement.models.files import CaseFile
from enforcement.terms import Grade, Veto, VetoEffect
from seeds.factories.enforcement import CampaignFactory, CaseFileFactory, ExaminationFactory
from seeds.factories.registry import UserFactory


def campaign(**values: Any) -> Campaign:
    built: Campaign = CampaignFactory.build(**values)
    return built


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("100", Grade.EXCELLENT),
        ("90", Grade.EXCELLENT),
        ("89.9", Grade.QUALIFIED),
        ("60", Grade.QUALIFIED),
        ("59.9", Grade.UNQUALIFIED),
        ("0", Grade.UNQUALIFIED),
    ],
)
def test_three_grades_begin_at_ninety_and_sixty(score: str, grade: Grade) -> None:
    assert campaign().grade_of(Decimal(score)) == grade


@pytest.mark.parametrize(
    ("score", "grade"),
    [("89.9", Grade.GOOD), ("80", Grade.GOOD), ("79.9", Grade.QUALIFIED)],
)
def test_a_campaign_may_have_a_band_of_good_files(score: str, grade: Grade) -> None:
    assert campaign(good_from=Decimal(80)).grade_of(Decimal(score)) == grade


@pytest.mark.parametrize(
    ("effect", "grade"),
    [
        (VetoEffect.ZERO, Grade.UNQUALIFIED),
        (VetoEffect.FAIL, Grade.UNQUALIFIED),
        (VetoEffect.NO_EXCELLENT, Grade.QUALIFIED),
    ],
)
def test_a_veto_takes_away_what_the_campaign_says(effect: VetoEffect, grade: Grade) -> None:
    assert campaign(veto_effect=effect).grade_of(Decimal(97), is_vetoed=True) == grade


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"grade": Grade.QUALIFIED}, "grade"),
        ({"score": Decimal("89.9")}, "grade"),
        ({"veto": Veto.FACTS, "grade": Grade.QUALIFIED}, "grade"),
    ],
)
def test_the_form_refuses_a_grade_that_the_score_does_not_earn(
    values: dict[str, Any], field: str
) -> None:
    examination = ExaminationFactory.create(graded=True)
    for name, value in values.items():
        setattr(examination, name, value)

    with pytest.raises(ValidationError) as refused:
        examination.full_clean()

    assert set(refused.value.message_dict) == {field}


@pytest.mark.django_db
def test_a_veto_that_leaves_no_score_leaves_none() -> None:
    examination = ExaminationFactory.create(
        graded=True,
        campaign=CampaignFactory.create(veto_effect=VetoEffect.ZERO),
        veto=Veto.WRONG_LAW,
        grade=Grade.UNQUALIFIED,
    )

    with pytest.raises(ValidationError) as refused:
        examination.full_clean()

    assert set(refused.value.message_dict) == {"score"}


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["reviewer", "second_reviewer"])
def test_nobody_reviews_the_files_of_their_own_agency(place: str) -> None:
    examination = ExaminationFactory.create(graded=True, reviewer=UserFactory.create())
    setattr(examination, place, UserFactory.create(agency=examination.file.agency))

    with pytest.raises(ValidationError) as refused:
        examination.full_clean()

    assert set(refused.value.message_dict) == {place}


@pytest.mark.django_db
def test_a_grading_that_is_in_order_passes_the_form() -> None:
    examination = ExaminationFactory.create(
        graded=True, reviewer=UserFactory.create(), second_reviewer=UserFactory.create()
    )

    examination.full_clean()

    assert examination.grade == Grade.EXCELLENT


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("closed_on", "left_out"),
    [
        (date(2023, 6, 30), False),
        (date(2023, 7, 1), True),
        (date(2024, 6, 30), True),
        (date(2024, 7, 1), False),
        (None, False),
    ],
)
def test_a_file_closed_in_the_window_is_left_out_until_it_is_examined(
    closed_on: date | None, left_out: bool
) -> None:
    CaseFileFactory.create(decided_on=date(2023, 6, 5), closed_on=closed_on)

    assert CaseFile.objects.left_out_of(CampaignFactory.create()).exists() == left_out


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("traits", "left_out"), [({"sampled": True}, 1), ({"self_examined": True}, 0)]
)
def test_a_file_is_left_out_as_long_as_its_agency_has_not_looked(
    traits: dict[str, Any], left_out: int
) -> None:
    examination = ExaminationFactory.create(**traits)

    assert CaseFile.objects.left_out_of(examination.campaign).count() == left_out
