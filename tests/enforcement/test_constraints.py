"""What must always hold of enforcement is held by the database itself, whoever writes to it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError
from django.db.models import CheckConstraint

from enforcement.models.campaigns import Campaign
from enforcement.models.certificates import Certificate
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.guiding import GuidingCase
from enforcement.models.officers import Exam, Officer, Verification
from enforcement.models.rectifications import Rectification
from enforcement.models.reviews import LegalReview
from enforcement.terms import (
    Adoption,
    CancellationGround,
    FileKind,
    Grade,
    Opinion,
    PenaltyKind,
    ReportLevel,
    ReviewGround,
    ReviewKind,
    Veto,
)
from seeds.factories.enforcement import (
    CampaignFactory,
    CaseFileFactory,
    CertificateFactory,
    ExamFactory,
    ExaminationFactory,
    GuidingCaseFactory,
    LegalReviewFactory,
    OfficerFactory,
    RectificationFactory,
    VerificationFactory,
)
from seeds.factories.registry import UserFactory
from tests.cases.refusals import constraints, named, speaks

pytestmark = pytest.mark.django_db


MODELS = (
    CaseFile,
    Campaign,
    Examination,
    Rectification,
    LegalReview,
    GuidingCase,
    Officer,
    Verification,
    Exam,
    Certificate,
)


LONG_BEFORE = date(2019, 3, 1)  # before everything that the factories make up


BEFORE = date(2024, 3, 1)  # before everything but the officers


AFTER = date(2024, 12, 2)  # after all of it


FILE, EXAMINATION, REVIEW = CaseFileFactory, ExaminationFactory, LegalReviewFactory


# constraint, factory, what breaks it
BREACHES: list[tuple[str, Any, dict[str, Any]]] = [
    ("casefile_voided_with_a_reason", FILE, {"voided_on": AFTER}),
    ("casefile_has_a_number", FILE, {"number": ""}),
    ("casefile_opened_before_decision", FILE, {"opened_on": AFTER}),
    ("casefile_closed_after_decision", FILE, {"closed_on": BEFORE}),
    ("casefile_penalty_says_which", FILE, {"penalty": True, "penalty_kind": ""}),
    ("casefile_penalty_says_which", FILE, {"penalty_kind": PenaltyKind.FINE}),
    ("casefile_amount_of_a_penalty", FILE, {"penalty": True, "amount": Decimal(-1)}),
    ("casefile_amount_of_a_penalty", FILE, {"kind": FileKind.COERCION, "amount": Decimal(9)}),
    (
        "casefile_two_different_officers",
        FILE,
        {"second_handler": CertificateFactory.create},
    ),
    ("campaign_voided_with_a_reason", CampaignFactory, {"void_reason": "重复"}),
    ("campaign_has_a_name", CampaignFactory, {"name": ""}),
    ("campaign_closed_after_opening", CampaignFactory, {"closed_on": BEFORE}),
    ("campaign_window_has_days", CampaignFactory, {"files_until_on": date(2023, 7, 1)}),
    ("campaign_bands_descend", CampaignFactory, {"excellent_from": Decimal("100.5")}),
    ("campaign_bands_descend", CampaignFactory, {"excellent_from": Decimal(60)}),
    ("campaign_bands_descend", CampaignFactory, {"qualified_from": Decimal(0)}),
    ("campaign_bands_descend", CampaignFactory, {"good_from": Decimal(90)}),
    ("campaign_bands_descend", CampaignFactory, {"good_from": Decimal(60)}),
    ("examination_voided_with_a_reason", EXAMINATION, {"voided_on": AFTER}),
    ("examination_has_a_number", EXAMINATION, {"number": ""}),
    (
        "examination_graded_once_seen",
        EXAMINATION,
        {"graded": True, "self_examined_on": None, "sampled_on": None},
    ),
    ("examination_graded_last", EXAMINATION, {"graded": True, "self_examined_on": AFTER}),
    ("examination_graded_last", EXAMINATION, {"graded": True, "sampled_on": AFTER}),
    ("examination_grade_iff_graded", EXAMINATION, {"graded": True, "grade": ""}),
    ("examination_grade_iff_graded", EXAMINATION, {"grade": Grade.GOOD}),
    ("examination_score_iff_graded", EXAMINATION, {"graded": True, "score": None}),
    ("examination_score_iff_graded", EXAMINATION, {"sampled": True, "score": Decimal(80)}),
    ("examination_score_out_of_a_hundred", EXAMINATION, {"graded": True, "score": Decimal(-1)}),
    (
        "examination_score_out_of_a_hundred",
        EXAMINATION,
        {"graded": True, "score": Decimal("100.1")},
    ),
    ("examination_vetoed_when_graded", EXAMINATION, {"sampled": True, "veto": Veto.FACTS}),
    ("examination_veto_bars_excellent", EXAMINATION, {"graded": True, "veto": Veto.FACTS}),
    (
        "examination_two_different_reviewers",
        EXAMINATION,
        {"second_reviewer": UserFactory.create},
    ),
    ("rectification_says_what", RectificationFactory, {"problem": ""}),
    ("rectification_due_after_finding", RectificationFactory, {"due_on": BEFORE}),
    ("rectification_steps_in_order", RectificationFactory, {"rectified_on": BEFORE}),
    ("rectification_steps_in_order", RectificationFactory, {"verified_on": AFTER}),
    ("rectification_steps_in_order", RectificationFactory, {"done": True, "verified_on": BEFORE}),
    ("legalreview_voided_with_a_reason", REVIEW, {"voided_on": AFTER}),
    ("legalreview_has_a_number", REVIEW, {"number": ""}),
    ("legalreview_returned_after_submission", REVIEW, {"returned": True, "returned_on": BEFORE}),
    ("legalreview_opinion_iff_returned", REVIEW, {"returned": True, "opinion": ""}),
    ("legalreview_opinion_iff_returned", REVIEW, {"opinion": Opinion.AGREE}),
    (
        "legalreview_decided_after_return",
        REVIEW,
        {"decided_on": AFTER, "adoption": Adoption.ADOPTED},
    ),
    ("legalreview_decided_after_return", REVIEW, {"decided": True, "decided_on": BEFORE}),
    ("legalreview_adoption_iff_decided", REVIEW, {"decided": True, "adoption": ""}),
    (
        "legalreview_adoption_iff_decided",
        REVIEW,
        {"returned": True, "adoption": Adoption.PARTLY},
    ),
    ("legalreview_ground_iff_penalty", REVIEW, {"ground": ""}),
    ("legalreview_ground_iff_penalty", REVIEW, {"kind": ReviewKind.LICENCE}),
    ("legalreview_heard_on_that_ground", REVIEW, {"ground": ReviewGround.HEARD}),
    ("guidingcase_voided_with_a_reason", GuidingCaseFactory, {"voided_on": AFTER}),
    ("guidingcase_has_a_title", GuidingCaseFactory, {"title": ""}),
    (
        "guidingcase_submitted_after_editing",
        GuidingCaseFactory,
        {"submitted": True, "edited_on": None},
    ),
    (
        "guidingcase_submitted_after_editing",
        GuidingCaseFactory,
        {"submitted": True, "submitted_on": BEFORE},
    ),
    (
        "guidingcase_submitted_to_somebody",
        GuidingCaseFactory,
        {"submitted": True, "submitted_to": ""},
    ),
    (
        "guidingcase_submitted_to_somebody",
        GuidingCaseFactory,
        {"submitted_to": ReportLevel.CITY},
    ),
    (
        "guidingcase_answered_after_submission",
        GuidingCaseFactory,
        {"edited": True, "adopted_on": AFTER},
    ),
    (
        "guidingcase_answered_after_submission",
        GuidingCaseFactory,
        {"adopted": True, "adopted_on": BEFORE},
    ),
    (
        "guidingcase_answered_after_submission",
        GuidingCaseFactory,
        {"edited": True, "declined_on": AFTER},
    ),
    (
        "guidingcase_answered_after_submission",
        GuidingCaseFactory,
        {"declined": True, "declined_on": BEFORE},
    ),
    (
        "guidingcase_adopted_or_declined",
        GuidingCaseFactory,
        {"adopted": True, "declined_on": AFTER},
    ),
    ("officer_voided_with_a_reason", OfficerFactory, {"voided_on": AFTER}),
    ("officer_has_a_number", OfficerFactory, {"number": ""}),
    ("officer_leaves_after_beginning", OfficerFactory, {"until_on": LONG_BEFORE}),
    ("verification_says_what_it_found", VerificationFactory, {"fitness": ""}),
    ("exam_score_out_of_a_hundred", ExamFactory, {"score": Decimal(-1)}),
    ("exam_score_out_of_a_hundred", ExamFactory, {"score": Decimal("100.1")}),
    ("certificate_voided_with_a_reason", CertificateFactory, {"voided_on": AFTER}),
    ("certificate_has_a_number", CertificateFactory, {"number": ""}),
    ("certificate_ends_after_issue", CertificateFactory, {"valid_to": date(2024, 3, 4)}),
    ("certificate_ends_after_issue", CertificateFactory, {"collected_on": BEFORE}),
    (
        "certificate_ends_after_issue",
        CertificateFactory,
        {"cancelled": True, "cancelled_on": BEFORE},
    ),
    ("certificate_suspended_while_in_force", CertificateFactory, {"suspended_on": BEFORE}),
    (
        "certificate_suspended_while_in_force",
        CertificateFactory,
        {"suspended_on": date(2029, 3, 4)},
    ),
    (
        "certificate_suspended_while_in_force",
        CertificateFactory,
        {"collected": True, "suspended_on": AFTER},
    ),
    (
        "certificate_suspended_while_in_force",
        CertificateFactory,
        {
            "suspended_on": AFTER,
            "cancelled_on": date(2024, 12, 1),
            "cancelled_because": CancellationGround.OTHER,
        },
    ),
    ("certificate_given_back_after_suspension", CertificateFactory, {"restored_on": AFTER}),
    (
        "certificate_given_back_after_suspension",
        CertificateFactory,
        {"suspended": True, "restored_on": BEFORE},
    ),
    ("certificate_cancelled_says_why", CertificateFactory, {"cancelled_on": AFTER}),
    (
        "certificate_cancelled_says_why",
        CertificateFactory,
        {"cancelled_because": CancellationGround.LOST},
    ),
]


@pytest.mark.parametrize(("constraint", "factory", "breach"), BREACHES)
def test_the_database_refuses(constraint: str, factory: Any, breach: dict[str, Any]) -> None:
    values = {name: made() if callable(made) else made for name, made in breach.items()}

    with pytest.raises(IntegrityError, match=rf"\b{constraint}\b"):
        factory.create(**values)


def test_every_check_is_attacked() -> None:
    assert named(MODELS, CheckConstraint) == {name for name, _, _ in BREACHES}


@pytest.mark.parametrize("name", constraints(MODELS))
def test_every_constraint_speaks_to_the_clerk(name: str) -> None:
    assert speaks(constraints(MODELS)[name])


def test_the_same_certificate_cannot_stand_for_both_officers() -> None:
    certificate = CertificateFactory.create()

    with pytest.raises(IntegrityError, match="casefile_two_different_officers"):
        CaseFileFactory.create(handler=certificate, second_handler=certificate)


def test_the_same_reviewer_is_not_both() -> None:
    reviewer = UserFactory.create()

    with pytest.raises(IntegrityError, match="examination_two_different_reviewers"):
        ExaminationFactory.create(reviewer=reviewer, second_reviewer=reviewer)
