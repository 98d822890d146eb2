"""Made-up enforcement files, and made-up officers who put them together."""

from datetime import date, timedelta
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

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
)
from seeds.factories.registry import AgencyFactory


class OfficerFactory(DjangoModelFactory[Officer]):
    class Meta:
        model = Officer

    number = factory.Sequence(lambda n: f"ZF{n:05}")
    name = factory.Sequence(lambda n: f"执法人员戊{n:04}")
    agency = factory.SubFactory(AgencyFactory)
    since_on = date(2020, 6, 1)
    is_synthetic = True


class VerificationFactory(DjangoModelFactory[Verification]):
    class Meta:
        model = Verification

    officer = factory.SubFactory(OfficerFactory)
    verified_on = date(2024, 3, 4)


class ExamFactory(DjangoModelFactory[Exam]):
    """Sat on 6 May 2024 and passed, unless said otherwise."""

    class Meta:
        model = Exam

    class Params:
        failed = factory.Trait(score=Decimal("41.5"), has_passed=False)

    officer = factory.SubFactory(OfficerFactory)
    held_on = date(2024, 5, 6)
    score = Decimal(82)
    has_passed = True


class CertificateFactory(DjangoModelFactory[Certificate]):
    """Issued on 4 March 2024 for five years, unless said otherwise."""

    class Meta:
        model = Certificate

    class Params:
        suspended = factory.Trait(
            suspended_on=factory.LazyAttribute(lambda o: o.issued_on + timedelta(days=60))
        )
        collected = factory.Trait(
            collected_on=factory.LazyAttribute(lambda o: o.issued_on + timedelta(days=90))
        )
        cancelled = factory.Trait(
            collected=True,
            cancelled_on=factory.LazyAttribute(lambda o: o.issued_on + timedelta(days=97)),
            cancelled_because=CancellationGround.TRANSFERRED,
        )

    number = factory.Sequence(lambda n: f"示ZF{n:06}")
    officer = factory.SubFactory(OfficerFactory)
    issued_on = date(2024, 3, 4)
    valid_to = date(2029, 3, 4)
    is_synthetic = True


class CaseFileFactory(DjangoModelFactory[CaseFile]):
    """A licence decided on 4 March 2024, unless said otherwise."""

    class Meta:
        model = CaseFile

    class Params:
        penalty = factory.Trait(
            kind=FileKind.PENALTY, penalty_kind=PenaltyKind.FINE, amount=Decimal(500)
        )
        closed = factory.Trait(
            closed_on=factory.LazyAttribute(lambda o: o.decided_on + timedelta(days=21))
        )

    kind = FileKind.LICENCE
    agency = factory.SubFactory(AgencyFactory)
    number = factory.Sequence(lambda n: f"示执〔2024〕{n}号")
    decided_on = date(2024, 3, 4)
    is_synthetic = True


class CampaignFactory(DjangoModelFactory[Campaign]):
    """Over the files closed from July 2023 to June 2024, unless said otherwise."""

    class Meta:
        model = Campaign

    name = factory.Sequence(lambda n: f"第{n}次执法案卷评查")
    opened_on = date(2024, 3, 4)
    files_since_on = date(2023, 7, 1)
    files_until_on = date(2024, 7, 1)
    is_synthetic = True


class ExaminationFactory(DjangoModelFactory[Examination]):
    """A file listed in a campaign; each trait goes one step further."""

    class Meta:
        model = Examination

    class Params:
        self_examined = factory.Trait(self_examined_on=date(2024, 6, 3))
        sampled = factory.Trait(sampled_on=date(2024, 7, 8))
        graded = factory.Trait(
            self_examined=True,
            sampled=True,
            graded_on=date(2024, 8, 5),
            score=Decimal("92.5"),
            grade=Grade.EXCELLENT,
        )

    number = factory.Sequence(lambda n: f"评查〔2024〕{n}号")
    campaign = factory.SubFactory(CampaignFactory)
    file = factory.SubFactory(CaseFileFactory, closed=True)
    is_synthetic = True


class RectificationFactory(DjangoModelFactory[Rectification]):
    """Found on 5 August 2024 and due a month later, unless said otherwise."""

    class Meta:
        model = Rectification

    class Params:
        done = factory.Trait(
            rectified_on=factory.LazyAttribute(lambda o: o.found_on + timedelta(days=21))
        )
        verified = factory.Trait(
            done=True,
            verified_on=factory.LazyAttribute(lambda o: o.rectified_on + timedelta(days=7)),
        )

    examination = factory.SubFactory(ExaminationFactory, graded=True)
    problem = "送达回证缺少签收日期"
    found_on = date(2024, 8, 5)
    due_on = factory.LazyAttribute(lambda o: o.found_on + timedelta(days=31))


class LegalReviewFactory(DjangoModelFactory[LegalReview]):
    """A penalty submitted on 4 March 2024, unless said otherwise."""

    class Meta:
        model = LegalReview

    class Params:
        licence = factory.Trait(kind=ReviewKind.LICENCE, ground="")
        returned = factory.Trait(
            returned_on=factory.LazyAttribute(lambda o: o.submitted_on + timedelta(days=7)),
            opinion=Opinion.AGREE,
        )
        decided = factory.Trait(
            returned=True,
            decided_on=factory.LazyAttribute(lambda o: o.returned_on + timedelta(days=10)),
            adoption=Adoption.ADOPTED,
        )

    kind = ReviewKind.PENALTY
    agency = factory.SubFactory(AgencyFactory)
    number = factory.Sequence(lambda n: f"示法审〔2024〕{n}号")
    ground = ReviewGround.COMPLEX
    submitted_on = date(2024, 3, 4)
    is_synthetic = True


class GuidingCaseFactory(DjangoModelFactory[GuidingCase]):
    """A case not edited yet; each trait goes one step further."""

    class Meta:
        model = GuidingCase

    class Params:
        edited = factory.Trait(edited_on=date(2024, 3, 4))
        submitted = factory.Trait(
            edited=True, submitted_on=date(2024, 4, 8), submitted_to=ReportLevel.CITY
        )
        adopted = factory.Trait(submitted=True, adopted_on=date(2024, 9, 9))
        declined = factory.Trait(submitted=True, declined_on=date(2024, 9, 9))

    agency = factory.SubFactory(AgencyFactory)
    title = factory.Sequence(lambda n: f"示例指导案例{n:03}")
    is_synthetic = True
