"""The made-up officers, their certificates, the clearing of their roster and their exams.

1,207 officers were verified in the spring of 2024 and 920 sat exams in the course of the year.
Some left before the clearing and some came after it; a few were verified, or sat, twice.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from cases.registry.agencies import Agency
from cases.registry.periods import months_after
from enforcement.models.certificates import Certificate
from enforcement.models.officers import Officer
from enforcement.terms import CancellationGround, CertificateStatus, ExamKind, Fitness
from seeds.factories.enforcement import (
    CertificateFactory,
    ExamFactory,
    OfficerFactory,
    VerificationFactory,
)
from seeds.makers.days import days_after, office_days_after
from seeds.makers.enforcement_plans import SEED, Window, office_days, offices
from seeds.makers.registry import County, Ledgers

VERIFIED, EXAMINED = 1207, 920
LEFT_BEFORE, CAME_AFTER = 14, 24
REMOVED_EVERY = 34  # one in so many was no longer fit, or no longer there
VERIFIED_AGAIN, FAILED_FIRST, EXAMINED_AFTERWARDS = 9, 31, 18
CLEARING: Window = (date(2024, 3, 4), date(2024, 4, 27))
SESSIONS = (
    date(2024, 5, 22),
    date(2024, 5, 23),
    date(2024, 6, 19),
    date(2024, 9, 11),
    date(2024, 10, 16),
)
RESIT, FIRST_EXAM, NEXT_YEARS = date(2024, 11, 6), date(2024, 8, 21), date(2025, 1, 8)
# Certificates are issued in batches; the oldest run out in 2024 and are issued anew before.
BATCHES = {
    date(2019, 9, 16): 6,
    date(2020, 11, 9): 34,
    date(2021, 12, 6): 33,
    date(2022, 10, 17): 27,
}
RENEWED_ON, ISSUED_TO_THE_NEW_ON = date(2024, 9, 2), date(2024, 9, 18)
YEARS = 5
POSTS = ("执法员", "执法员", "执法员", "科员", "中队长", "大队长")
FORGOTTEN = 8  # every so manieth certificate that ran out was not issued anew
LOST, SUSPENDED, RESTORED = 5, 7, 4
PASS = Decimal(60)


@dataclass
class Corps:
    """Who enforces for which agency; the files name their certificates."""

    rows: Ledgers = field(default_factory=Ledgers)
    certificates: dict[str, list[Certificate]] = field(default_factory=dict)

    def enter(self, officer: Officer, issued_on: date) -> Certificate:
        """Give the officer a certificate, five years long."""
        certificate: Certificate = CertificateFactory.build(
            number="",
            officer=officer,
            region="示例县",
            issued_on=issued_on,
            valid_to=months_after(issued_on, 12 * YEARS),
        )
        self.rows.add("enforcement_certificates", certificate)
        self.certificates.setdefault(officer.agency.code, []).append(certificate)
        return certificate

    def valid(self, agency: Agency, day: date) -> list[Certificate]:
        """The certificates of an agency that were worth something on the day."""
        return [
            certificate
            for certificate in self.certificates.get(agency.code, [])
            if certificate.status_on(day) == CertificateStatus.VALID
        ]


class Recruiter:
    """Fills the roster, clears it, and examines those who are on it."""

    def __init__(self, county: County) -> None:
        self.county, self.corps, self.rng = county, Corps(), Random(SEED)
        self.rows = self.corps.rows

    def make(self) -> Corps:
        officers = self._officers()
        self.rng.shuffle(officers)
        gone, new = officers[:LEFT_BEFORE], officers[LEFT_BEFORE : LEFT_BEFORE + CAME_AFTER]
        serving = officers[LEFT_BEFORE + CAME_AFTER :]
        for officer in gone:
            officer.until_on = self.rng.choice(office_days((date(2024, 1, 2), CLEARING[0])))
            self._withdraw(self._first(officer), officer.until_on, CancellationGround.RETIRED)
        for officer in serving:
            self._renew(officer, self._first(officer))
        self._join(new)
        self._clear(serving)
        staying = [officer for officer in serving if officer.until_on is None]
        for officer in staying[:VERIFIED_AGAIN]:
            self._verify(officer, date(2024, 9, 25), Fitness.KEPT)
        self._mishaps(staying[VERIFIED_AGAIN:])
        self._examine(staying, new)
        self._number()
        return self.corps

    def _number(self) -> None:
        """Certificates are numbered as they were issued."""
        certificates = self.rows["enforcement_certificates"]
        certificates.sort(key=lambda row: (row.issued_on, row.officer.number))
        for number, certificate in enumerate(certificates, start=1):
            certificate.number = f"示ZF{number:06}"

    def _officers(self) -> list[Officer]:
        """One after another, agency by agency, as they stand in the register."""
        found: list[Officer] = []
        for code, office in offices(self.county).items():
            for _ in range(office.officers):
                agency, number = self.county.agencies[code], len(found) + 1
                found.append(
                    OfficerFactory.build(
                        number=f"示执{number:05}",
                        name=f"执法人员戊{number:04}",
                        agency=agency,
                        field=self.county.field_of(agency),
                        post=POSTS[number % len(POSTS)],
                        since_on=days_after(date(2009, 1, 5), self.rng.randrange(3800)),
                    )
                )
        self.rows["enforcement_officers"] = list(found)
        assert len(found) == LEFT_BEFORE + CAME_AFTER + VERIFIED
        return found

    def _first(self, officer: Officer) -> Certificate:
        issued_on = self.rng.choices(list(BATCHES), list(BATCHES.values()))[0]
        return self.corps.enter(officer, issued_on)

    def _renew(self, officer: Officer, certificate: Certificate) -> None:
        """Who holds one of the oldest gets another; a few are forgotten."""
        if certificate.issued_on != min(BATCHES):
            return
        if self.rng.randrange(FORGOTTEN):
            self.corps.enter(officer, RENEWED_ON)

    def _join(self, new: list[Officer]) -> None:
        for officer in new:
            officer.since_on = self.rng.choice(office_days((date(2024, 7, 1), date(2024, 8, 10))))
            self._sit(officer, ExamKind.FIRST, FIRST_EXAM, self.rng.randint(124, 190))
            self.corps.enter(officer, ISSUED_TO_THE_NEW_ON)

    def _clear(self, serving: list[Officer]) -> None:
        """Each once, over eight weeks; who is removed gives the certificate back."""
        days = office_days(CLEARING)
        for place, officer in enumerate(serving):
            fitness = Fitness.KEPT if place % REMOVED_EVERY else Fitness.REMOVED
            day = days[place * len(days) // len(serving)]
            self._verify(officer, day, fitness)
            if fitness == Fitness.REMOVED:
                officer.until_on = office_days_after(day, 20)
                for certificate in self._held_by(officer):
                    self._withdraw(certificate, officer.until_on, CancellationGround.TRANSFERRED)

    def _verify(self, officer: Officer, day: date, fitness: Fitness) -> None:
        verification = VerificationFactory.build(officer=officer, verified_on=day, fitness=fitness)
        self.rows.add("enforcement_verifications", verification)

    def _held_by(self, officer: Officer) -> list[Certificate]:
        held = self.corps.certificates[officer.agency.code]
        return [certificate for certificate in held if certificate.officer is officer]

    def _withdraw(self, certificate: Certificate, day: date, why: CancellationGround) -> None:
        """Collected when the officer goes, and cancelled a little later."""
        if certificate.issued_on > day:
            self.corps.certificates[certificate.officer.agency.code].remove(certificate)
            self.rows["enforcement_certificates"].remove(certificate)
            return
        certificate.collected_on = day
        certificate.cancelled_on, certificate.cancelled_because = office_days_after(day, 5), why

    def _mishaps(self, officers: list[Officer]) -> None:
        """Some lose their certificate, and from some it is taken for a while."""
        steady = [
            certificate
            for officer in officers
            for certificate in self._held_by(officer)
            if certificate.issued_on not in {min(BATCHES), RENEWED_ON}
        ]
        for place, certificate in enumerate(steady[:LOST]):
            lost_on = office_days_after(date(2024, 2, 19), 25 * place)
            certificate.cancelled_on = lost_on
            certificate.cancelled_because = CancellationGround.LOST
            self.corps.enter(certificate.officer, office_days_after(lost_on, 8))
        for place, certificate in enumerate(steady[LOST : LOST + SUSPENDED]):
            certificate.suspended_on = office_days_after(date(2024, 4, 8), 20 * place)
            if place < RESTORED:
                certificate.restored_on = days_after(certificate.suspended_on, 60)

    def _examine(self, staying: list[Officer], new: list[Officer]) -> None:
        """The yearly exam; who fails sits once more, and some are due in January only."""
        sitting = staying[: EXAMINED - len(new)]
        failing = set(self.rng.sample(range(len(sitting)), FAILED_FIRST))
        for place, officer in enumerate(sitting):
            held_on = SESSIONS[place * len(SESSIONS) // len(sitting)]
            if place in failing:
                self._sit(officer, ExamKind.YEARLY, held_on, self.rng.randint(70, 118))
                self._sit(officer, ExamKind.YEARLY, RESIT, self.rng.randint(112, 160))
            else:
                self._sit(officer, ExamKind.YEARLY, held_on, self.rng.randint(124, 198))
        for officer in staying[-EXAMINED_AFTERWARDS:]:
            self._sit(officer, ExamKind.YEARLY, NEXT_YEARS, self.rng.randint(124, 198))

    def _sit(self, officer: Officer, kind: ExamKind, held_on: date, score: int) -> None:
        """`score` in half points; sixty points pass."""
        points = Decimal(score) / 2
        exam = ExamFactory.build(
            officer=officer, kind=kind, held_on=held_on, score=points, has_passed=points >= PASS
        )
        self.rows.add("enforcement_exams", exam)


def make_corps(county: County) -> Corps:
    return Recruiter(county).make()
