"""A figure of enforcement equals the rows behind it, and means what it says."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from cases.registry.periods import Period
from enforcement.figures import CHAPTER
from enforcement.terms import FileKind, Grade, PenaltyKind
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
from tests.cases.behind import adding, behind
from tests.enforcement.ledgers import Filler

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2024")
NEXT_YEAR = Period.parse("2025")
MARCH = Period.parse("2024-03")
VOIDED = {"voided_on": date(2024, 12, 2), "void_reason": "重复录入"}


@pytest.fixture
def ledger() -> None:
    Filler(2024).fill(files=120, others=50)


def totals(period: Period = YEAR) -> dict[str, Any]:
    return CHAPTER.count([period])[0]


def total(code: str, period: Period = YEAR) -> Any:
    return totals(period)[f"enforcement.{code}"]


def rate(code: str, period: Period = YEAR) -> str | None:
    return CHAPTER.ratios(totals(period))[f"enforcement.{code}"].text


def test_a_number_equals_the_rows_behind_it(ledger: None) -> None:
    values = totals()

    assert values == {code: behind(CHAPTER, code, YEAR) for code in CHAPTER.figures}


def test_months_add_up_to_the_year(ledger: None) -> None:
    *months, year = CHAPTER.count([*YEAR.months(), YEAR])

    assert year == totals()
    for code in adding(CHAPTER):
        assert year[code] == sum(month[code] for month in months), code


@pytest.mark.parametrize(
    ("pending", "carried_over"),
    [
        ("files_pending", "files_carried_over"),
        ("rectifications_pending", "rectifications_carried_over"),
        ("legal_reviews_pending", "legal_reviews_carried_over"),
        ("guiding_cases_pending", "guiding_cases_carried_over"),
        ("officers", "officers_before"),
        ("certificates_valid", "certificates_before"),
    ],
)
def test_what_stands_at_the_end_of_a_month_stands_at_the_start_of_the_next(
    ledger: None, pending: str, carried_over: str
) -> None:
    months = CHAPTER.count(YEAR.months())

    for before, after in pairwise(months):
        assert before[f"enforcement.{pending}"] == after[f"enforcement.{carried_over}"]


def test_a_sheet_asks_once(ledger: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(len(CHAPTER.sheets)):
        CHAPTER.count([*YEAR.months(), YEAR])


def test_a_year_without_records_is_zeros_and_dashes() -> None:
    assert set(totals().values()) == {0}
    assert rate("excellent_rate") is None


@pytest.mark.parametrize(
    ("traits", "counted"),
    [
        ({}, (0, 0, 0)),
        ({"self_examined": True}, (1, 0, 0)),
        ({"sampled": True}, (0, 1, 0)),
        ({"graded": True, "sampled_on": None}, (1, 0, 1)),
        ({"graded": True}, (1, 1, 1)),
    ],
)
def test_self_examined_sampled_and_graded_are_three_things(
    traits: dict[str, Any], counted: tuple[int, int, int]
) -> None:
    ExaminationFactory.create(**traits)

    values = totals()

    assert counted == tuple(
        values[f"enforcement.files_{name}"] for name in ("examined", "sampled", "graded")
    )


@pytest.mark.parametrize(
    ("kind", "counted"),
    [
        (FileKind.LICENCE, "licence"),
        (FileKind.PENALTY, "penalty"),
        (FileKind.COERCION, "other"),
        (FileKind.INSPECTION, "other"),
        (FileKind.OTHER, "other"),
    ],
)
def test_an_excellent_file_counts_under_its_kind(kind: FileKind, counted: str) -> None:
    penalty = {"penalty": True} if kind == FileKind.PENALTY else {"kind": kind}
    ExaminationFactory.create(graded=True, file=CaseFileFactory.create(**penalty))

    assert total(f"files_excellent_{counted}") == total("files_excellent") == 1


def test_a_file_examined_before_new_year_and_graded_after_it_counts_in_both() -> None:
    ExaminationFactory.create(
        graded=True,
        self_examined_on=date(2024, 11, 4),
        sampled_on=date(2024, 12, 30),
        graded_on=date(2025, 1, 6),
    )

    assert (total("files_examined"), total("files_graded")) == (1, 0)
    assert total("files_excellent", NEXT_YEAR) == 1


@pytest.mark.parametrize("voided", ["examination", "file", "campaign"])
def test_an_examination_counts_only_with_its_file_and_campaign(voided: str) -> None:
    rows: dict[str, dict[str, Any]] = {"examination": {}, "file": {}, "campaign": {}}
    rows[voided] = VOIDED
    examination = ExaminationFactory.create(
        graded=True,
        file=CaseFileFactory.create(**rows["file"]),
        campaign=CampaignFactory.create(**rows["campaign"]),
        **rows["examination"],
    )
    RectificationFactory.create(examination=examination)

    assert (total("files_graded"), total("rectifications_found")) == (0, 0)


def test_a_past_month_stays_what_it_was() -> None:
    file = CaseFileFactory.create()
    before = total("files_pending", MARCH)

    file.closed_on = date(2024, 4, 8)
    file.save()

    assert before == total("files_pending", MARCH) == 1


def test_a_review_counts_when_it_is_returned() -> None:
    LegalReviewFactory.create()
    LegalReviewFactory.create(returned=True, submitted_on=date(2024, 12, 30))

    assert (total("legal_reviews_submitted"), total("legal_reviews")) == (2, 0)
    assert (total("legal_reviews", NEXT_YEAR), total("legal_reviews_pending")) == (1, 2)


def test_a_guiding_case_counts_when_it_is_submitted() -> None:
    GuidingCaseFactory.create(edited=True)
    GuidingCaseFactory.create(submitted=True)
    GuidingCaseFactory.create(adopted=True)

    assert total("guiding_cases_submitted") == 2
    assert total("guiding_cases_adopted") == total("guiding_cases_pending") == 1


def test_an_officer_counts_once_however_often_verified_and_examined() -> None:
    officer = OfficerFactory.create()
    for day in (date(2024, 3, 4), date(2024, 9, 2)):
        VerificationFactory.create(officer=officer, verified_on=day)
        ExamFactory.create(officer=officer, held_on=day, has_passed=day.month == 9)

    assert (total("officers_verified"), total("officers_examined")) == (1, 1)
    assert (total("exams_sat"), total("exams_passed"), total("exams_failed")) == (2, 1, 1)


def test_next_years_clearing_leaves_this_years_number_alone() -> None:
    officer = OfficerFactory.create()
    VerificationFactory.create(officer=officer, verified_on=date(2024, 6, 3))

    VerificationFactory.create(officer=officer, verified_on=date(2025, 6, 3))

    assert total("officers_verified") == total("officers_verified", NEXT_YEAR) == 1


@pytest.mark.parametrize(
    ("ending", "in_force"),
    [
        ({}, 1),
        ({"valid_to": date(2025, 1, 1)}, 1),
        ({"valid_to": date(2024, 12, 31)}, 0),
        ({"collected": True}, 0),
        ({"cancelled": True}, 0),
        ({"suspended": True}, 1),
    ],
)
def test_a_certificate_is_in_force_until_the_first_of_its_ends(
    ending: dict[str, Any], in_force: int
) -> None:
    CertificateFactory.create(**ending)

    assert total("certificates_valid") == in_force


@pytest.mark.parametrize(
    ("ending", "suspended"),
    [({}, 1), ({"restored_on": date(2024, 6, 3)}, 0), ({"collected": True}, 0)],
)
def test_a_suspension_ends_with_the_certificate_at_the_latest(
    ending: dict[str, Any], suspended: int
) -> None:
    CertificateFactory.create(suspended=True, **ending)

    assert total("certificates_suspended") == suspended


def test_what_was_imposed_counts_once_a_decision() -> None:
    CaseFileFactory.create(penalty=True)
    CaseFileFactory.create(penalty=True, penalty_kind=PenaltyKind.NONE, amount=None)

    assert (total("penalties_fine"), total("penalties_none")) == (1, 1)
    assert total("files_decided_penalty") == 2


def test_money_adds_up_to_the_cent() -> None:
    for amount in ("0.10", "0.20", "30000"):
        CaseFileFactory.create(penalty=True, amount=Decimal(amount))

    assert str(total("penalties_amount")) == "30000.30"


def test_a_rate_is_cut_off_and_keeps_its_zeros() -> None:
    for grade in (Grade.EXCELLENT, Grade.EXCELLENT, Grade.QUALIFIED):
        ExaminationFactory.create(graded=True, grade=grade)

    assert rate("excellent_rate") == "66.66"
    assert rate("passing_rate") == "100.00"


@pytest.mark.parametrize(
    ("rectified_on", "in_time"),
    [(None, 0), (date(2024, 9, 5), 1), (date(2024, 9, 6), 0)],
)
def test_the_day_an_item_is_due_is_in_time(rectified_on: date | None, in_time: int) -> None:
    RectificationFactory.create(due_on=date(2024, 9, 5), rectified_on=rectified_on)

    assert (total("rectifications_due"), total("rectifications_in_time")) == (1, in_time)


def test_a_voided_record_counts_nowhere() -> None:
    officer = OfficerFactory.create(**VOIDED)
    VerificationFactory.create(officer=officer)
    ExamFactory.create(officer=officer)
    CertificateFactory.create(officer=officer, **VOIDED)
    LegalReviewFactory.create(returned=True, **VOIDED)
    GuidingCaseFactory.create(submitted=True, **VOIDED)
    ExaminationFactory.create(graded=True, file=CaseFileFactory.create(**VOIDED))

    assert set(totals().values()) == {0}


def test_every_figure_says_how_it_is_counted() -> None:
    assert [code for code, figure in CHAPTER.figures.items() if not str(figure.meaning)] == []
