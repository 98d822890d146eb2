"""Where a record of enforcement stands follows from its dates."""

from datetime import date
from typing import Any

import pytest

from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.guiding import GuidingCase
from enforcement.models.officers import Officer
from enforcement.models.rectifications import Rectification
from enforcement.models.reviews import LegalReview
from enforcement.terms import ExaminationStage
from seeds.factories.enforcement import (
    CaseFileFactory,
    ExaminationFactory,
    GuidingCaseFactory,
    LegalReviewFactory,
    OfficerFactory,
    RectificationFactory,
)

pytestmark = pytest.mark.django_db

VOIDED = {"voided_on": date(2024, 12, 2), "void_reason": "重复录入"}


@pytest.mark.parametrize(
    ("values", "stage"),
    [
        ({}, ExaminationStage.LISTED),
        ({"self_examined": True}, ExaminationStage.SELF_EXAMINED),
        ({"sampled": True}, ExaminationStage.SAMPLED),
        ({"self_examined": True, "sampled": True}, ExaminationStage.SAMPLED),
        ({"graded": True}, ExaminationStage.GRADED),
        ({"graded": True, **VOIDED}, ExaminationStage.VOIDED),
    ],
)
def test_the_stage_is_the_last_step_with_a_date(
    values: dict[str, Any], stage: ExaminationStage
) -> None:
    assert ExaminationFactory.create(**values).stage == stage


@pytest.mark.parametrize(
    ("traits", "awaiting"),
    [({"self_examined": True}, 0), ({"sampled": True}, 1), ({"graded": True}, 0)],
)
def test_what_was_sampled_awaits_its_grade(traits: dict[str, Any], awaiting: int) -> None:
    ExaminationFactory.create(**traits)

    assert Examination.objects.awaiting_grade().count() == awaiting


@pytest.mark.parametrize(
    ("day", "pending"),
    [(date(2024, 3, 4), 0), (date(2024, 3, 5), 1), (date(2024, 3, 25), 1), (date(2024, 3, 26), 0)],
)
def test_a_file_is_pending_from_its_decision_until_it_is_closed(day: date, pending: int) -> None:
    CaseFileFactory.create(decided_on=date(2024, 3, 4), closed_on=date(2024, 3, 25))

    assert CaseFile.objects.pending(day).count() == pending


@pytest.mark.parametrize(
    ("day", "pending"),
    [(date(2024, 3, 4), 0), (date(2024, 3, 5), 1), (date(2024, 3, 11), 1), (date(2024, 3, 12), 0)],
)
def test_a_review_is_pending_until_it_is_returned(day: date, pending: int) -> None:
    LegalReviewFactory.create(
        returned=True, submitted_on=date(2024, 3, 4), returned_on=date(2024, 3, 11)
    )

    assert LegalReview.objects.pending(day).count() == pending


@pytest.mark.parametrize("answer", ["adopted", "declined"])
def test_a_guiding_case_awaits_an_answer_until_it_has_one(answer: str) -> None:
    GuidingCaseFactory.create(**{answer: True})

    assert GuidingCase.objects.awaiting_answer(date(2024, 9, 9)).exists()
    assert not GuidingCase.objects.awaiting_answer(date(2024, 9, 10)).exists()


@pytest.mark.parametrize(
    ("day", "serving"),
    [
        (date(2024, 2, 29), 0),
        (date(2024, 3, 1), 1),
        (date(2024, 12, 30), 1),
        (date(2024, 12, 31), 0),
    ],
)
def test_an_officer_serves_from_the_first_day_to_the_one_before_the_last(
    day: date, serving: int
) -> None:
    OfficerFactory.create(since_on=date(2024, 3, 1), until_on=date(2024, 12, 31))

    assert Officer.objects.serving(day).count() == serving


@pytest.mark.parametrize(("day", "overdue"), [(date(2024, 9, 5), 0), (date(2024, 9, 6), 1)])
def test_an_item_is_overdue_after_its_due_day(day: date, overdue: int) -> None:
    RectificationFactory.create(due_on=date(2024, 9, 5))
    RectificationFactory.create(due_on=date(2024, 9, 5), rectified_on=date(2024, 9, 4))

    assert Rectification.objects.overdue(day).count() == overdue
