"""A small made-up county whose registers have something for every line of work."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from cases.litigation.terms import Level, Result
from cases.reconsideration.terms import Outcome
from cases.registry.agencies import Agency
from cases.registry.codes import RespondentKind
from cases.registry.roles import Role
from cases.registry.users import User
from enforcement.terms import Grade
from seeds.factories.enforcement import (
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
    OutreachSessionFactory,
)
from seeds.factories.reconsideration import OpinionLetterFactory, ReconsiderationFactory
from seeds.factories.registry import (
    ActKindFactory,
    AgencyFactory,
    FieldFactory,
    RespondentKindFactory,
    UserFactory,
)

OUTCOMES = (Outcome.REVOKED, Outcome.MEDIATED, Outcome.UPHELD, Outcome.CLAIM_DISMISSED)
RESULTS = (Result.CLAIM_REJECTED, Result.REVOKED, Result.SUIT_DISMISSED)
DOORS: tuple[dict[str, Any], ...] = (
    {"agreed": True, "amount": "1200.50"},
    {"police": True, "settled": True},
    {"petition": True, "failed": True},
    {"own": True, "agreed": True, "is_enterprise_related": True},
    {"declined": True},
    {"unwanted": True},
    {"referred": True},
)


@dataclass(frozen=True)
class County:
    """The bodies and people that tests speak of."""

    government: Agency
    bureau: Agency
    police: Agency
    branch: Agency
    township: Agency
    centre: Agency
    court: Agency
    handler: User

    def person(self, role: Role, agency: Agency | None = None) -> User:
        made: User = UserFactory.create(role=role, agency=agency or self.bureau)
        return made


def found() -> County:
    """The bodies, without any record."""
    government = AgencyFactory.create(county=True)
    town: RespondentKind = RespondentKindFactory.create(code="town", name="乡镇", name_en="Town")
    bureau = AgencyFactory.create(bureau=True, parent=government)
    police = AgencyFactory.create(code="police", name="示例公安局", parent=government)
    township = AgencyFactory.create(
        code="town-1", township=True, parent=government, respondent_kind=town
    )
    return County(
        government,
        bureau,
        police,
        AgencyFactory.create(code="police-1", name="示例交警大队", parent=police),
        township,
        CentreFactory.create(code="centre-1", parent=township),
        AgencyFactory.create(code="court-1", court=True),
        UserFactory.create(username="handler", agency=bureau),
    )


def fill(county: County, rounds: int = 1) -> None:
    """So many times every kind of record, spread over 2023 and 2024."""
    for number in range(rounds):
        day = date(2024, 1 + number % 12, 5)
        _reconsiderations(county, day)
        _lawsuits(county, day)
        _mediations(county, day)
        _people(county, day)
        _supervision(county, day)
    _reconsiderations(county, date(2023, 11, 20))
    _mediations(county, date(2023, 12, 20))


def _reconsiderations(county: County, day: date) -> None:
    bodies = (county.police, county.branch, county.township)
    fields = [FieldFactory.create(code=code, name=code, name_en=code) for code in ("land", "roads")]
    penalty = ActKindFactory.create(code="penalty", name="处罚", name_en="Penalty")
    for place, outcome in enumerate(OUTCOMES):
        case = ReconsiderationFactory.create(
            concluded=True,
            outcome=outcome,
            received_on=day + timedelta(days=place),
            respondent=bodies[place % len(bodies)],
            field=fields[place % len(fields)],
            act_kind=penalty,
            handler=county.handler if place else None,
            is_enterprise_related=place == 0,
            compensation_awarded="100.25" if place == 0 else None,
        )
    OpinionLetterFactory.create(case=case, issued_on=case.concluded_on)
    ReconsiderationFactory.create(refused=True, received_on=day, respondent=county.police)
    ReconsiderationFactory.create(accepted=True, received_on=day, respondent=county.township)
    ReconsiderationFactory.create(received_on=day, respondent=county.police)


def _lawsuits(county: County, day: date) -> None:
    for place, result in enumerate(RESULTS):
        dispute = DisputeFactory.create(
            concluded=True,
            result=result,
            received_on=day + timedelta(days=place),
            defendant=county.police if place else county.township,
        )
        first = InstanceFactory.create(
            dispute=dispute,
            received_on=dispute.received_on,
            court=county.court,
            level=Level.FIRST,
            concluded=True,
            result=result,
        )
        held = dispute.received_on + timedelta(days=20)
        HearingFactory.create(instance=first, scheduled_on=held, **{HEADS[place]: True})
    DisputeFactory.create(received_on=day, defendant=county.branch, joint=True)
    SuggestionFactory.create(received_on=day, addressee=county.police, replied=True)
    SuggestionFactory.create(received_on=day, addressee=county.township, procuratorial=True)


HEADS = ("appeared", "absent", "excused")


def _mediations(county: County, day: date) -> None:
    for place, door in enumerate(DOORS):
        whither = {} if "unwanted" in door else {"centre": county.centre}
        received = day + timedelta(days=place)
        MediationFactory.create(received_on=received, **whither, **door)


def _people(county: County, day: date) -> None:
    organisation = MediationOrganisationFactory.create(agency=county.township, since_on=day)
    MediatorFactory.create(organisation=organisation, since_on=day)
    OutreachSessionFactory.create(agency=county.township, held_on=day)


def _supervision(county: County, day: date) -> None:
    """Files of every kind, examined to every grade, and what surrounds them."""
    bodies = (county.police, county.township, county.branch)
    for place, (grade, score) in enumerate(GRADES):
        agency = bodies[place % len(bodies)]
        for is_penalty in (True, False):
            file = CaseFileFactory.create(
                agency=agency, penalty=is_penalty, closed=True, decided_on=day
            )
            examination = ExaminationFactory.create(
                file=file, graded=True, grade=grade, score=score
            )
        RectificationFactory.create(examination=examination, verified=place > 0)
        LegalReviewFactory.create(agency=agency, decided=True, submitted_on=day)
        LegalReviewFactory.create(agency=agency, licence=True, submitted_on=day)
        GuidingCaseFactory.create(agency=agency, **{STEPS[place]: True})
        officer = OfficerFactory.create(agency=agency, since_on=day)
        VerificationFactory.create(officer=officer, verified_on=day)
        ExamFactory.create(officer=officer, held_on=day, failed=place == 0)
        CertificateFactory.create(officer=officer, issued_on=day, **{ENDS[place]: True})


GRADES = ((Grade.EXCELLENT, 92), (Grade.QUALIFIED, 75), (Grade.UNQUALIFIED, 41))
STEPS = ("submitted", "adopted", "declined")
ENDS = ("suspended", "collected", "cancelled")
