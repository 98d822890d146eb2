"""What is not as it should be is found, every check with a row that it has to find."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import CheckConstraint, Model

from cases.litigation.models.dispute import Dispute
from cases.reconsideration.models.case import Reconsideration
from cases.registry.dockets import Docket, DocketKind, DocketNumber, DocketSeries
from enforcement.models import Campaign
from enforcement.soundness import earned_grade
from enforcement.terms import Grade, Veto, VetoEffect
from lawgov.keeping.declared import checks
from lawgov.triggers import CLOCK
from mediation.models.matter import Mediation
from seeds.factories.enforcement import CaseFileFactory, ExaminationFactory, LegalReviewFactory
from seeds.factories.litigation import (
    DisputeFactory,
    HearingFactory,
    InstanceFactory,
    SuggestionFactory,
)
from seeds.factories.mediation import (
    CentreFactory,
    MediationFactory,
    MediationOrganisationFactory,
    MediatorFactory,
)
from seeds.factories.reconsideration import (
    CaseTagFactory,
    ExtensionFactory,
    OpinionLetterFactory,
    ReconsiderationFactory,
    SuspensionFactory,
)
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.lawgov.keeping.looking import found, gap, gone

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("shelf"),
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


LONG_AGO = date(2024, 1, 2)
VOIDED = {"voided_on": date(2024, 5, 1), "void_reason": "重复录入"}


def rows(code: str) -> list[int]:
    return [each.row for each in found(code)]


def dissolved() -> Any:
    return AgencyFactory.create(until_on=date(2024, 2, 1))


def letter() -> Any:
    case = ReconsiderationFactory.create(concluded=True)
    OpinionLetterFactory.create(case=case, issued_on=case.received_on - timedelta(days=1))
    return case


def instance(**more: Any) -> Any:
    return InstanceFactory.create(**more)


def hearing() -> Any:
    court = instance()
    day = court.received_on - timedelta(days=3)
    return HearingFactory.create(instance=court, scheduled_on=day)


def open_in_court() -> Any:
    dispute = DisputeFactory.create(concluded=True)
    InstanceFactory.create(dispute=dispute, received_on=dispute.received_on)
    return dispute


def untimely_mediator() -> Any:
    mediator = MediatorFactory.create(since_on=date(2025, 1, 1))
    return MediationFactory.create(agreed=True, mediator=mediator)


def of_its_own() -> Any:
    examination = ExaminationFactory.create(graded=True)
    person = UserFactory.create(agency=examination.file.agency)
    examination.reviewer = person
    examination.save()
    return examination


def scored() -> Any:
    examination = ExaminationFactory.create(graded=True, grade=Grade.UNQUALIFIED, score=50)
    Campaign.objects.update(veto_effect=VetoEffect.ZERO)
    examination.veto = Veto.values[0]
    examination.save()
    return examination


def spoilt(row: Any, **values: Any) -> Any:
    """A row as it could not be saved."""
    type(row).objects.filter(pk=row.pk).update(**values)
    return row


@contextmanager
def without_rules(*models: type[Model]) -> Iterator[None]:
    """A table as somebody restored it by hand, without checks and triggers; for this test alone."""
    CLOCK.remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
        for model in models if connection.vendor == "postgresql" else ():
            for constraint in model._meta.constraints:
                if isinstance(constraint, CheckConstraint):
                    table = model._meta.db_table
                    cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{constraint.name}"')
        try:
            yield
        finally:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA ignore_check_constraints = OFF")


def behind() -> Any:
    gap()
    DocketSeries.objects.filter(prefix="缺").update(last=1)
    return DocketSeries.objects.get(prefix="缺")


WRONG: dict[str, Callable[[], Any]] = {
    "reconsideration.letter_before_receipt": letter,
    "reconsideration.redone_though_not_revoked": lambda: (
        CaseTagFactory.create(
            case=ReconsiderationFactory.create(concluded=True, outcome="upheld"), tag="redo"
        ).case
    ),
    "reconsideration.ahead": lambda: ReconsiderationFactory.create(received_on=date(2042, 3, 4)),
    "reconsideration.left_alone": lambda: ReconsiderationFactory.create(handler=gone()),
    "reconsideration.dissolved": lambda: ReconsiderationFactory.create(respondent=dissolved()),
    "litigation.open_in_court": open_in_court,
    "litigation.before_reconsideration": lambda: DisputeFactory.create(
        received_on=LONG_AGO,
        origin="undecided",
        reconsideration=ReconsiderationFactory.create(),
    ),
    "litigation.instance_before_dispute": lambda: instance(
        received_on=LONG_AGO, dispute=DisputeFactory.create()
    ),
    "litigation.instance_of_voided": lambda: instance(dispute=DisputeFactory.create(**VOIDED)),
    "litigation.hearing_outside": hearing,
    "litigation.hearing_of_voided": lambda: HearingFactory.create(instance=instance(**VOIDED)),
    "litigation.ahead": lambda: DisputeFactory.create(received_on=date(2042, 3, 4)),
    "litigation.suggestion_ahead": lambda: SuggestionFactory.create(received_on=date(2042, 3, 4)),
    "litigation.left_alone": lambda: DisputeFactory.create(handler=gone()),
    "litigation.dissolved": lambda: DisputeFactory.create(defendant=dissolved()),
    "mediation.mediator_not_in_office": untimely_mediator,
    "mediation.ahead": lambda: MediationFactory.create(received_on=date(2042, 3, 4)),
    "mediation.dissolved": lambda: MediationFactory.create(
        referred=True, centre=CentreFactory.create(until_on=date(2024, 2, 1))
    ),
    "mediation.mediator_of_a_dissolved": lambda: MediatorFactory.create(
        organisation=MediationOrganisationFactory.create(until_on=date(2026, 5, 1))
    ),
    "enforcement.grade": lambda: ExaminationFactory.create(
        graded=True, grade=Grade.EXCELLENT, score=70
    ),
    "enforcement.veto": scored,
    "enforcement.own_agency": of_its_own,
    "enforcement.examination_of_voided": lambda: ExaminationFactory.create(
        file=CaseFileFactory.create(**VOIDED)
    ),
    "enforcement.graded_before_decision": lambda: ExaminationFactory.create(
        graded=True, file=CaseFileFactory.create(decided_on=date(2026, 5, 1))
    ),
    "enforcement.decided_before_review": lambda: LegalReviewFactory.create(
        decided=True, file=CaseFileFactory.create(decided_on=LONG_AGO)
    ),
    "enforcement.ahead": lambda: CaseFileFactory.create(decided_on=date(2042, 3, 4)),
    "register.gap": gap,
    "register.behind": behind,
    "register.number_without_record": lambda: DocketNumber.objects.take(
        DocketKind.RECONSIDERATION, 2024
    ),
}


# What constraints and triggers refuse, so that only a table restored by hand can have it.
KEPT_OUT: dict[str, Callable[[], Any]] = {
    "reconsideration.without_outcome": lambda: spoilt(
        ReconsiderationFactory.create(concluded=True), outcome=""
    ),
    "reconsideration.suspension_outside": lambda: (
        SuspensionFactory.create(suspended_on=LONG_AGO).case
    ),
    "reconsideration.extension_outside": lambda: ExtensionFactory.create(approved_on=LONG_AGO).case,
    "litigation.without_result": lambda: spoilt(DisputeFactory.create(concluded=True), result=""),
    "mediation.without_result": lambda: spoilt(MediationFactory.create(agreed=True), result=""),
}


# What the tests below damage in their own ways.
ELSEWHERE = {"files.not_intact", "files.orphan"}


@pytest.mark.parametrize("code", WRONG)
def test_what_is_wrong_is_found(code: str) -> None:
    row = WRONG[code]()

    assert rows(code) == [row.pk]


@pytest.mark.parametrize("code", KEPT_OUT)
def test_what_the_database_keeps_out_is_found_where_its_rules_were_missing(code: str) -> None:
    with without_rules(Reconsideration, Dispute, Mediation):
        row = KEPT_OUT[code]()

    assert rows(code) == [row.pk]


@pytest.mark.parametrize("code", KEPT_OUT)
def test_the_database_keeps_it_out(code: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        KEPT_OUT[code]()

    assert rows(code) == []


def test_every_check_is_tried() -> None:
    codes = [check.code for check in checks()]

    assert sorted(codes) == sorted({*WRONG, *KEPT_OUT, *ELSEWHERE})


def test_nothing_is_found_in_sound_records() -> None:
    ReconsiderationFactory.create(concluded=True)
    DisputeFactory.create(concluded=True)
    MediationFactory.create(agreed=True)

    codes = [check.code for check in checks()]

    assert [code for code in codes if not code.startswith("register.") and found(code)] == []


@pytest.mark.parametrize("effect", VetoEffect)
@pytest.mark.parametrize("is_vetoed", [True, False])
def test_the_grade_in_sql_is_the_campaigns_own(effect: VetoEffect, is_vetoed: bool) -> None:
    veto = Veto.values[0] if is_vetoed else ""
    made = [
        ExaminationFactory.create(
            graded=True, score=Decimal(score), grade=Grade.UNQUALIFIED, veto=veto
        )
        for score in ("0", "59.9", "60", "74.9", "75", "89.9", "90", "100")
    ]
    Campaign.objects.update(veto_effect=effect, good_from=Decimal(75))

    earned = type(made[0]).objects.annotate(earned=earned_grade()).select_related("campaign")

    assert [row.earned for row in earned] == [
        row.campaign.grade_of(row.score, is_vetoed=is_vetoed) for row in earned
    ]


def test_a_gap_is_told_by_its_numbers() -> None:
    brought = [Docket("缺", 2024, number) for number in (2, 3, 5, 9)]
    DocketNumber.objects.reserve(DocketKind.LITIGATION, brought)

    assert [each.what for each in found("register.gap")] == ["1, 4, 6–8"]
