"""The made-up legal reviews and guiding cases, drawn from the made-up files.

63 reviews were returned in 2024, 4 of licences and 59 of penalties. 22 guiding cases were
submitted in 2024; two of the year before were answered, and three were edited for the next.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from random import Random

from enforcement.models.files import CaseFile
from enforcement.models.guiding import GuidingCase
from enforcement.models.reviews import LegalReview
from enforcement.terms import (
    Adoption,
    FileKind,
    Opinion,
    PenaltyKind,
    ReportLevel,
    ReviewGround,
    ReviewKind,
)
from seeds.factories.enforcement import GuidingCaseFactory, LegalReviewFactory
from seeds.makers.days import days_after, office_days_after
from seeds.makers.enforcement_plans import SEED, office_days, office_days_before, offices
from seeds.makers.registry import County, Ledgers

LICENCES, PENALTIES, CARRIED_OVER, NOT_DECIDED = 4, 59, 2, 4
HEARD_EVERY, QUALIFIED_EVERY = 5, 3
LARGE = 5000  # yuan, from which a fine is weighty here
WEIGHTY = {PenaltyKind.PERMIT_REVOKED, PenaltyKind.SUSPENDED, PenaltyKind.PERMIT_WITHHELD}
GROUNDS = (ReviewGround.COMPLEX, ReviewGround.PUBLIC_INTEREST, ReviewGround.BY_LAW)
# Which agency's matter came back without a decision so far, and with what opinion.
SENT_BACK = (
    ("SX-SC", Opinion.SUPPLEMENT, date(2024, 4, 16)),
    ("SX-ZR", Opinion.DISAGREE, date(2024, 7, 9)),
    ("SX-CG", Opinion.SUPPLEMENT, date(2024, 10, 22)),
    ("SX-STHJ", Opinion.REVISE, date(2024, 12, 24)),
)
RETURNED_NEXT_YEAR = (
    ("SX-SC", date(2024, 12, 26)),
    ("SX-GA", date(2024, 12, 27)),
    ("SX-JTYS", date(2024, 12, 31)),
)
SUBMITTED_IN_2024 = 22
BEFORE, NEXT = date(2023, 12, 11), date(2025, 1, 13)


class Reviewer:
    """Has major decisions reviewed before the agencies make them."""

    def __init__(self, county: County, files: Sequence[CaseFile]) -> None:
        self.county, self.files, self.rng = county, files, Random(SEED + 3)
        self.offices = offices(county)
        self.reviews: list[LegalReview] = []

    def make(self) -> list[LegalReview]:
        weighty = [file for file in self.files if _is_weighty(file)]
        early = [f for f in weighty if date(2024, 1, 5) <= f.decided_on <= date(2024, 1, 17)]
        later = [f for f in weighty if date(2024, 1, 25) <= f.decided_on <= date(2024, 12, 30)]
        for file in early[:CARRIED_OVER]:
            self._before(file, ReviewKind.PENALTY, 12)
        for file in self.rng.sample(later, PENALTIES - CARRIED_OVER - NOT_DECIDED):
            self._before(file, ReviewKind.PENALTY, self.rng.randint(6, 11))
        for file in self.rng.sample(_licences(self.files), LICENCES):
            self._before(file, ReviewKind.LICENCE, 6)
        for code, opinion, returned_on in SENT_BACK:
            review = self._submit(code, office_days_before(returned_on, 5))
            review.returned_on, review.opinion = returned_on, opinion
        for code, submitted_on in RETURNED_NEXT_YEAR:
            review = self._submit(code, submitted_on)
            review.returned_on, review.opinion = office_days_after(submitted_on, 5), Opinion.AGREE
        return self._numbered()

    def _before(self, file: CaseFile, kind: ReviewKind, days: int) -> None:
        """Submitted some days before the decision and returned shortly before it."""
        review = self._submit(file.agency.code, office_days_before(file.decided_on, days), kind)
        review.file, review.subject = file, file.subject
        review.returned_on = office_days_before(file.decided_on, self.rng.randint(1, 4))
        review.decided_on = file.decided_on
        review.opinion, review.adoption = Opinion.AGREE, Adoption.ADOPTED
        if self.rng.randrange(5) == 0:
            review.opinion = Opinion.REVISE
            review.opinion_text = "建议补充裁量理由"
            review.adoption = self.rng.choice((Adoption.ADOPTED, Adoption.ADOPTED, Adoption.PARTLY))
        if kind == ReviewKind.PENALTY and (file.was_heard or self.rng.randrange(HEARD_EVERY) == 0):
            review.ground, review.was_heard, file.was_heard = ReviewGround.HEARD, True, True

    def _submit(
        self, code: str, submitted_on: date, kind: ReviewKind = ReviewKind.PENALTY
    ) -> LegalReview:
        review: LegalReview = LegalReviewFactory.build(
            kind=kind,
            agency=self.county.agencies[code],
            number="",
            subject="拟作出重大行政处罚决定",
            submitted_on=submitted_on,
            ground=self.rng.choice(GROUNDS) if kind == ReviewKind.PENALTY else "",
            reviewer=f"法制审核员庚{self.rng.randint(1, 30):02}",
            is_reviewer_qualified=self.rng.randrange(QUALIFIED_EVERY) > 0,
        )
        self.reviews.append(review)
        return review

    def _numbered(self) -> list[LegalReview]:
        self.reviews.sort(key=lambda review: (review.submitted_on, review.agency.code))
        taken: Counter[tuple[str, int]] = Counter()
        for review in self.reviews:
            sign, year = self.offices[review.agency.code].sign, review.submitted_on.year
            taken[sign, year] += 1
            review.number = f"示{sign}法审〔{year}〕{taken[sign, year]}号"
        return self.reviews


def _is_weighty(file: CaseFile) -> bool:
    """A penalty of the kind that may not be decided without a legal review."""
    return file.kind == FileKind.PENALTY and (
        file.penalty_kind in WEIGHTY or (file.amount or 0) >= LARGE
    )


def _licences(files: Sequence[CaseFile]) -> list[CaseFile]:
    """Licences of the year on which it took long to decide."""
    window = (date(2024, 2, 1), date(2024, 12, 20))
    return [
        file
        for file in files
        if file.kind == FileKind.LICENCE
        and window[0] <= file.decided_on < window[1]
        and file.opened_on is not None
        and file.opened_on <= office_days_before(file.decided_on, 8)
    ]


def make_guiding_cases(files: Sequence[CaseFile]) -> list[GuidingCase]:
    """Written up from closed penalty files; the first and the last stand outside the year."""
    rng = Random(SEED + 4)
    closed = [f for f in files if f.kind == FileKind.PENALTY and f.closed_on]
    months = [date(2024, month, 1) for month in (3, 4, 5, 6, 7, 8, 9, 10, 11) for _ in range(3)]
    days = [rng.choice(office_days((month, days_after(month, 25)))) for month in months]
    submitted = [BEFORE, BEFORE, *sorted(days[:SUBMITTED_IN_2024]), None, None, NEXT]
    cases = []
    for number, submitted_on in enumerate(submitted, start=1):
        edited_on = office_days_before(submitted_on or NEXT, rng.randint(5, 18))
        written_up = [f for f in closed if f.closed_on and f.closed_on < edited_on]
        cases.append(_case(number, rng.choice(written_up), edited_on, submitted_on))
    for case in cases[::3]:
        _answer(case, is_adopted=True)
    for case in cases[1::4]:
        _answer(case, is_adopted=False)
    return cases


def _case(number: int, file: CaseFile, edited_on: date, submitted_on: date | None) -> GuidingCase:
    case: GuidingCase = GuidingCaseFactory.build(
        agency=file.agency,
        title=f"示例指导案例{number:02}：{file.subject}案",
        subject=file.subject,
        gist="过罚相当，教育与处罚相结合",
        file=file,
        edited_on=edited_on,
        submitted_on=submitted_on,
        submitted_to=(ReportLevel.PROVINCE if number % 5 == 0 else ReportLevel.CITY)
        if submitted_on
        else "",
    )
    return case


def _answer(case: GuidingCase, *, is_adopted: bool) -> None:
    """Some four months after it was submitted, unless it was answered already."""
    if case.submitted_on is None or case.adopted_on or case.declined_on:
        return
    answered_on = days_after(case.submitted_on, 125)
    if is_adopted:
        case.adopted_on = answered_on
    else:
        case.declined_on = answered_on


def make_reviews(county: County, files: Sequence[CaseFile]) -> Ledgers:
    return Ledgers(
        enforcement_legal_reviews=Reviewer(county, files).make(),
        enforcement_guiding_cases=make_guiding_cases(files),
    )
