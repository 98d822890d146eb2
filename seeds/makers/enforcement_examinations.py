"""The made-up examination of files: 2,101 self-examined in 2024, a third of them sampled.

203 were graded excellent in 2024, 40 licences and 163 penalties; a few of these were sampled in
2023. Some files were sampled without a self-examination, some were self-examined or graded in
January 2025 only, some nobody has looked at, and for a few the grade is still awaited.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from enforcement.models.campaigns import Campaign
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.terms import FileKind, Grade, Veto
from seeds.factories.enforcement import (
    CampaignFactory,
    ExaminationFactory,
    RectificationFactory,
)
from seeds.makers.days import days_after, office_days_after
from seeds.makers.enforcement_files import Registrar
from seeds.makers.enforcement_plans import SEED, Window, office_days
from seeds.makers.registry import County, Ledgers


@dataclass(frozen=True)
class Round:
    """One campaign: its name, its windows, and when its sample was drawn and graded."""

    name: str
    opened_on: date
    closed_on: date
    files: Window
    examined: Window
    sampled: Window
    graded: Window

    def campaign(self) -> Campaign:
        found: Campaign = CampaignFactory.build(
            name=self.name,
            opened_on=self.opened_on,
            closed_on=self.closed_on,
            files_since_on=self.files[0],
            files_until_on=self.files[1],
        )
        return found


LAST_YEARS = Round(
    "示例县2023年度行政执法案卷评查",
    date(2023, 10, 16),
    date(2024, 1, 31),
    (date(2022, 12, 1), date(2023, 12, 1)),
    (date(2023, 12, 4), date(2023, 12, 9)),
    (date(2023, 12, 18), date(2023, 12, 23)),
    (date(2024, 1, 8), date(2024, 1, 20)),
)
SPRING = Round(
    "示例县2024年上半年行政执法案卷评查",
    date(2024, 5, 20),
    date(2024, 9, 20),
    (date(2023, 12, 1), date(2024, 6, 1)),
    (date(2024, 6, 3), date(2024, 7, 13)),
    (date(2024, 7, 15), date(2024, 7, 20)),
    (date(2024, 8, 5), date(2024, 9, 7)),
)
AUTUMN = Round(
    "示例县2024年下半年行政执法案卷评查",
    date(2024, 10, 21),
    date(2025, 1, 24),
    (date(2024, 6, 1), date(2024, 11, 1)),
    (date(2024, 11, 4), date(2024, 11, 30)),
    (date(2024, 12, 2), date(2024, 12, 7)),
    (date(2024, 12, 9), date(2024, 12, 28)),
)
AFTER_NEW_YEAR: Window = (date(2025, 1, 6), date(2025, 1, 11))
OLD_FILES: Window = (date(2023, 10, 9), date(2023, 12, 1))

ROUNDS = (LAST_YEARS, SPRING, AUTUMN)
Rows = list[Examination]

SELF_EXAMINED, SAMPLED = 2101, 736
IN_SPRING = 1058
OLD, LATE, UNSEEN, SURPRISE = 24, 14, 22, 6
GRADED_LATE, NOT_GRADED = 11, 3
EXCELLENT = {FileKind.LICENCE: 40, FileKind.PENALTY: 163}
EXCELLENT_OF_THE_OLD = {FileKind.LICENCE: 2, FileKind.PENALTY: 5}
EXCELLENT_AFTER_NEW_YEAR = {FileKind.PENALTY: 4}
# What the unqualified files failed by; a blank is a score below the band.
VETOES = (
    Veto.NO_NOTICE,
    Veto.FACTS,
    Veto.OFFICERS,
    Veto.NO_LEGAL_REVIEW,
    Veto.WRONG_LAW,
    Veto.NO_NOTICE,
    "",
    "",
    "",
)
FAILED_IN_SPRING = 5
OUTSTANDING, OVERDUE, VERIFIED = 4, 6, 85  # in a hundred
PROBLEMS = (
    "送达回证缺少签收日期",
    "询问笔录漏签页码",
    "裁量理由说明不充分",
    "案卷目录与内容不符",
    "证据提取单缺少见证人签名",
    "未附执法人员证件复印件",
)
REVIEWERS = 4  # the clerks and the reviewer of the bureau


class Examiner:
    """Has the files looked at, draws the sample and has it graded."""

    def __init__(self, county: County, registrar: Registrar) -> None:
        self.county, self.registrar, self.rng = county, registrar, Random(SEED + 2)
        self.rows = Ledgers()
        self.campaigns = {each.name: each.campaign() for each in ROUNDS}
        self.listed: dict[str, Rows] = {each.name: [] for each in ROUNDS}

    def examine(self) -> None:
        """From the first self-examination to the last grade."""
        old, looked_at = self._old(), self._self_examine()
        self._late()
        sample = self._draw(looked_at, self._unseen())
        self._grade(old, sample)

    def write_out(self) -> Ledgers:
        """Numbered campaign by campaign, with what has to be put right."""
        self.rows["enforcement_campaigns"] = list(self.campaigns.values())
        for mark, listed in zip("前春秋", self.listed.values(), strict=True):
            listed.sort(key=lambda e: (e.file.agency.code, e.file.number))
            for number, examination in enumerate(listed, start=1):
                year = examination.campaign.opened_on.year
                examination.number = f"示评{mark}〔{year}〕{number}号"
                self.rows.add("enforcement_examinations", examination)
                for position in range(1, 1 + self._problems(examination)):
                    self._put_right(examination, position)
        return self.rows

    def _list(self, each: Round, file: CaseFile) -> Examination:
        examination: Examination = ExaminationFactory.build(
            number="", campaign=self.campaigns[each.name], file=file
        )
        self.listed[each.name].append(examination)
        return examination

    def _day(self, window: Window) -> date:
        return self.rng.choice(office_days(window))

    def _old(self) -> Rows:
        """Sampled before New Year in the campaign of 2023, graded after it."""
        kinds = [FileKind.LICENCE] * 8 + [FileKind.PENALTY] * (OLD - 8)
        found = []
        for (agency, _kind), kind in zip(self.registrar.drawn(OLD), kinds, strict=True):
            file = self.registrar.closed_in(OLD_FILES, agency, kind)
            examination = self._list(LAST_YEARS, file)
            examination.self_examined_on = self._day(LAST_YEARS.examined)
            examination.sampled_on = self._day(LAST_YEARS.sampled)
            found.append(examination)
        return found

    def _self_examine(self) -> Rows:
        """Every agency goes through its files in the weeks set for it."""
        planned = list(self.registrar.planned())
        assert len(planned) == SELF_EXAMINED
        self.rng.shuffle(planned)
        found = []
        for place, (agency, kind) in enumerate(planned):
            each = SPRING if place < IN_SPRING else AUTUMN
            examination = self._list(each, self.registrar.closed_in(each.files, agency, kind))
            examination.self_examined_on = self._day(each.examined)
            found.append(examination)
        return found

    def _late(self) -> None:
        for agency, kind in self.registrar.drawn(LATE):
            late = self._list(AUTUMN, self.registrar.closed_in(AUTUMN.files, agency, kind))
            late.self_examined_on = self._day(AFTER_NEW_YEAR)

    def _unseen(self) -> Rows:
        drawn = self.registrar.drawn(UNSEEN)
        return [
            self._list(SPRING, self.registrar.closed_in(SPRING.files, agency, kind))
            for agency, kind in drawn
        ]

    def _draw(self, looked_at: Rows, unseen: Rows) -> Rows:
        """One of each kind from each agency, then by lot; and some that nobody had looked at."""
        strata: defaultdict[tuple[str, str], Rows] = defaultdict(list)
        for examination in looked_at:
            if examination.file.kind in EXCELLENT:
                strata[examination.file.agency.code, examination.file.kind].append(examination)
        sample, others = [], []
        for stratum in strata.values():
            self.rng.shuffle(stratum)
            sample.append(stratum[0])
            others += stratum[1:]
        sample += self.rng.sample(others, SAMPLED - len(sample))
        sample += [e for e in unseen if e.file.kind in EXCELLENT][:SURPRISE]
        for examination in sample:
            examination.sampled_on = self._day(_round_of(examination).sampled)
        return sample

    def _grade(self, old: Rows, sample: Rows) -> None:
        """Most of the sample in its own year; a few after New Year, and a few not yet."""
        self.rng.shuffle(sample)
        spring = [e for e in sample if _round_of(e) is SPRING]
        autumn = [e for e in sample if _round_of(e) is AUTUMN]
        late, autumn = autumn[:GRADED_LATE], autumn[GRADED_LATE + NOT_GRADED :]
        failing = spring[:FAILED_IN_SPRING] + autumn[: len(VETOES) - FAILED_IN_SPRING]
        sound = spring[FAILED_IN_SPRING:] + autumn[len(VETOES) - FAILED_IN_SPRING :]
        self.rng.shuffle(sound)
        for examination, veto in zip(failing, VETOES, strict=True):
            self._fail(examination, veto)
        self._give(old, EXCELLENT_OF_THE_OLD)
        self._give(sound, {k: n - EXCELLENT_OF_THE_OLD[k] for k, n in EXCELLENT.items()})
        self._give(late, EXCELLENT_AFTER_NEW_YEAR, AFTER_NEW_YEAR)

    def _fail(self, examination: Examination, veto: str) -> None:
        examination.veto = veto
        self._score(examination, (124, 170) if veto else (64, 118))

    def _give(
        self, examinations: Rows, excellent: Mapping[FileKind, int], window: Window | None = None
    ) -> None:
        """So many excellent grades of each kind; the others are qualified."""
        left = dict(excellent)
        for examination in examinations:
            kind = FileKind(examination.file.kind)
            is_excellent = left.get(kind, 0) > 0
            left[kind] = left.get(kind, 0) - is_excellent
            self._score(examination, (180, 197) if is_excellent else (122, 179), window)
        assert not any(left.values())

    def _score(
        self, examination: Examination, points: tuple[int, int], window: Window | None = None
    ) -> None:
        """In half points; the campaign says what they are worth."""
        low, high = points
        score = Decimal(round(self.rng.triangular(low, high, (low + 2 * high) / 3))) / 2
        examination.graded_on = self._day(window or _round_of(examination).graded)
        examination.score = score
        examination.grade = examination.campaign.grade_of(score, is_vetoed=bool(examination.veto))
        reviewers = self.rng.sample(self.county.staff[:REVIEWERS], 2)
        examination.reviewer, examination.second_reviewer = reviewers

    def _problems(self, examination: Examination) -> int:
        if examination.grade == Grade.UNQUALIFIED:
            return self.rng.randint(2, 3)
        return int(examination.grade == Grade.QUALIFIED and self.rng.randrange(4) == 0)

    def _put_right(self, examination: Examination, position: int) -> None:
        """Nine in ten in time, some late, some not at all so far."""
        found_on = examination.graded_on
        assert found_on is not None
        item = RectificationFactory.build(
            examination=examination,
            position=position,
            problem=self.rng.choice(PROBLEMS),
            found_on=found_on,
            due_on=days_after(found_on, 30),
        )
        luck = self.rng.randrange(100)
        if luck < OUTSTANDING:
            item.rectified_on = None
        elif luck < OUTSTANDING + OVERDUE:
            item.rectified_on = office_days_after(item.due_on, self.rng.randint(1, 9))
        else:
            item.rectified_on = office_days_after(found_on, self.rng.randint(4, 18))
        if item.rectified_on is not None:
            item.evidence = "整改报告"
            if self.rng.randrange(100) < VERIFIED:
                item.verified_on = office_days_after(item.rectified_on, self.rng.randint(2, 6))
        self.rows.add("enforcement_rectifications", item)


def _round_of(examination: Examination) -> Round:
    return next(each for each in ROUNDS if each.name == examination.campaign.name)
