"""Random records of enforcement supervision, for recounting."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from enforcement.models.files import CaseFile
from enforcement.terms import (
    Adoption,
    CancellationGround,
    FileKind,
    Fitness,
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
from seeds.factories.registry import AgencyFactory

FIRST, LAST = date(2023, 10, 1), date(2025, 3, 31)
VOIDED = {"voided_on": date(2025, 4, 7), "void_reason": "重复录入"}


class Filler:
    """Fills the registers with made-up supervision over a year and a half around 2024."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)  # noqa: S311  # to be repeated, not to be secret
        self.agencies = AgencyFactory.create_batch(3)
        self.campaigns = [CampaignFactory.create(), CampaignFactory.create(**VOIDED)]

    def fill(self, files: int = 60, others: int = 25) -> None:
        for _ in range(files):
            self.file()
        for _ in range(others):
            self.review()
            self.guiding_case()
            self.officer()

    def day(self, first: date = FIRST, last: date = LAST) -> date:
        return first + timedelta(days=self.rng.randint(0, max((last - first).days, 0)))

    def soon(self, first: date) -> date:
        return first + timedelta(days=self.rng.choice([0, 0, 1, 5, 40]))

    def chance(self, of: float) -> bool:
        return self.rng.random() < of

    def perhaps_voided(self) -> dict[str, Any]:
        return VOIDED if self.chance(0.1) else {}

    def perhaps(self, values: dict[str, Any], name: str, after: date, of: float = 0.6) -> bool:
        """Let the event happen or not, on the day or a while later."""
        if not self.chance(of):
            return False
        values[name] = self.soon(after)
        return True

    def agency(self) -> Any:
        return self.rng.choice(self.agencies)

    def file(self) -> None:
        values: dict[str, Any] = {"kind": self.rng.choice(list(FileKind)), "decided_on": self.day()}
        if values["kind"] == FileKind.PENALTY:
            values["penalty_kind"] = self.rng.choice(list(PenaltyKind))
            values["amount"] = self.rng.choice([None, "0.10", "1234.56"])
        self.perhaps(values, "closed_on", values["decided_on"], of=0.8)
        file = CaseFileFactory.create(agency=self.agency(), **values, **self.perhaps_voided())
        if self.chance(0.9):
            self.examination(file)

    def examination(self, file: CaseFile) -> None:
        values: dict[str, Any] = {}
        seen_on = self.day()
        self.perhaps(values, "self_examined_on", seen_on, of=0.8)
        self.perhaps(values, "sampled_on", seen_on)
        if values and self.chance(0.8):
            values["graded_on"] = max(values.values())
            values["score"] = Decimal(self.rng.randint(300, 1000)) / 10
            values["grade"] = self.rng.choice(list(Grade))
            if values["grade"] != Grade.EXCELLENT and self.chance(0.2):
                values["veto"] = self.rng.choice(list(Veto))
        examination = ExaminationFactory.create(
            file=file,
            campaign=self.campaigns[self.chance(0.1)],
            **values,
            **self.perhaps_voided(),
        )
        for position in range(self.rng.choice([0, 0, 1, 3])):
            self.rectification(examination, position)

    def rectification(self, examination: Any, position: int) -> None:
        values: dict[str, Any] = {"found_on": self.day(), "position": position}
        values["due_on"] = self.soon(values["found_on"])
        if self.perhaps(values, "rectified_on", values["found_on"]):
            self.perhaps(values, "verified_on", values["rectified_on"])
        RectificationFactory.create(examination=examination, **values)

    def review(self) -> None:
        values: dict[str, Any] = {"kind": self.rng.choice(list(ReviewKind))}
        penalty = values["kind"] == ReviewKind.PENALTY
        values["ground"] = ReviewGround.COMPLEX if penalty else ""
        values["submitted_on"] = self.day()
        if self.perhaps(values, "returned_on", values["submitted_on"], of=0.8):
            values["opinion"] = self.rng.choice(list(Opinion))
            if self.perhaps(values, "decided_on", values["returned_on"]):
                values["adoption"] = self.rng.choice(list(Adoption))
        LegalReviewFactory.create(agency=self.agency(), **values, **self.perhaps_voided())

    def guiding_case(self) -> None:
        values: dict[str, Any] = {}
        if self.perhaps(values, "edited_on", self.day(), of=0.9) and self.perhaps(
            values, "submitted_on", values["edited_on"], of=0.9
        ):
            values["submitted_to"] = self.rng.choice(list(ReportLevel))
            answer = self.rng.choice(["adopted_on", "declined_on", ""])
            if answer:
                values[answer] = self.soon(values["submitted_on"])
        GuidingCaseFactory.create(agency=self.agency(), **values, **self.perhaps_voided())

    def officer(self) -> None:
        values: dict[str, Any] = {"since_on": self.day()}
        self.perhaps(values, "until_on", values["since_on"], of=0.4)
        officer = OfficerFactory.create(agency=self.agency(), **values, **self.perhaps_voided())
        for year in self.rng.sample([2023, 2024, 2025], self.rng.randint(0, 3)):
            day = self.day(date(year, 1, 1), date(year, 12, 31))
            fitness = self.rng.choice(list(Fitness))
            VerificationFactory.create(officer=officer, verified_on=day, fitness=fitness)
        for attempt in range(self.rng.randint(0, 3)):
            day = self.day() + timedelta(days=1000 * attempt * self.chance(0.1))
            if not officer.exams.filter(held_on=day).exists():
                ExamFactory.create(officer=officer, held_on=day, has_passed=self.chance(0.7))
        self.certificate(officer)

    def certificate(self, officer: Any) -> None:
        issued_on = self.day()
        values: dict[str, Any] = {"issued_on": issued_on}
        values["valid_to"] = issued_on + timedelta(days=self.rng.choice([60, 200, 1826]))
        latest = issued_on
        if self.perhaps(values, "suspended_on", issued_on, of=0.4):
            latest = values["suspended_on"]
            self.perhaps(values, "restored_on", latest)
        self.perhaps(values, "collected_on", latest, of=0.3)
        if self.perhaps(values, "cancelled_on", latest, of=0.3):
            values["cancelled_because"] = self.rng.choice(list(CancellationGround))
        CertificateFactory.create(officer=officer, **values, **self.perhaps_voided())
