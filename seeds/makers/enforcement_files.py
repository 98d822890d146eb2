"""The made-up enforcement files: a year of work of every agency, closed and unclosed."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from cases.registry.agencies import Agency
from enforcement.models.files import CaseFile
from enforcement.terms import FileKind, PenaltyKind
from seeds.factories.enforcement import CaseFileFactory
from seeds.makers.days import office_days_after
from seeds.makers.enforcement_officers import Corps
from seeds.makers.enforcement_plans import (
    AMOUNTS,
    KINDS,
    MARKS,
    OTHER_MATTERS,
    PENALTIES,
    POLICE_PENALTIES,
    SEED,
    WITH_AN_AMOUNT,
    Window,
    office_days,
    office_days_before,
    offices,
)
from seeds.makers.registry import County

# Working days from the opening to the decision, and from the decision to the closing.
TAKES = {
    FileKind.PENALTY: ((12, 55), (3, 24)),
    FileKind.LICENCE: ((3, 14), (0, 5)),
    FileKind.COERCION: ((0, 3), (5, 20)),
    FileKind.INSPECTION: ((0, 2), (0, 4)),
    FileKind.OTHER: ((5, 20), (1, 6)),
}
LONG_WITHOUT = 12  # every so manieth township file names no officers: they have few


class Registrar:
    """Opens, decides, closes and at last numbers files, agency by agency."""

    def __init__(self, county: County, corps: Corps) -> None:
        self.county, self.corps, self.rng = county, corps, Random(SEED + 1)
        self.offices = offices(county)
        self.files: list[CaseFile] = []

    def planned(self) -> Iterator[tuple[Agency, FileKind]]:
        """The files of a year, one by one, as the plans say."""
        for code, office in self.offices.items():
            for kind, count in zip(KINDS, office.files, strict=True):
                for _ in range(count):
                    yield self.county.agencies[code], kind

    def drawn(self, count: int) -> list[tuple[Agency, FileKind]]:
        """So many more, spread as the plans are."""
        return self.rng.choices(list(self.planned()), k=count)

    def closed_in(self, window: Window, agency: Agency, kind: FileKind) -> CaseFile:
        """A file closed on some working day of the window."""
        closed_on = self.rng.choice(office_days(window))
        _opening, closing = TAKES[kind]
        return self._file(
            agency, kind, office_days_before(closed_on, self.rng.randint(*closing)), closed_on
        )

    def decided_in(self, window: Window, agency: Agency, kind: FileKind) -> CaseFile:
        """A file decided in the window and not closed."""
        return self._file(agency, kind, self.rng.choice(office_days(window)), None)

    def close_later(self, file: CaseFile) -> None:
        file.closed_on = office_days_after(date(2025, 1, 1), self.rng.randint(1, 14))

    def _file(
        self, agency: Agency, kind: FileKind, decided_on: date, closed_on: date | None
    ) -> CaseFile:
        opening, _closing = TAKES[kind]
        file: CaseFile = CaseFileFactory.build(
            agency=agency,
            kind=kind,
            number="",
            opened_on=office_days_before(decided_on, self.rng.randint(*opening)),
            decided_on=decided_on,
            closed_on=closed_on,
            subject=self._matter(agency, kind),
            penalty_kind="",
        )
        if kind == FileKind.PENALTY:
            self._punish(file)
        self._handle(file)
        self.files.append(file)
        return file

    def _matter(self, agency: Agency, kind: FileKind) -> str:
        office = self.offices[agency.code]
        matters = {FileKind.PENALTY: office.penalties, FileKind.LICENCE: office.licences}
        return self.rng.choice(matters.get(kind) or OTHER_MATTERS[kind])

    def _punish(self, file: CaseFile) -> None:
        weights = POLICE_PENALTIES if file.agency.code == "SX-GA" else PENALTIES
        file.penalty_kind = self.rng.choices(list(weights), list(weights.values()))[0]
        if file.penalty_kind in WITH_AN_AMOUNT:
            file.amount = self.rng.choice(AMOUNTS)
        file.was_heard = file.penalty_kind == PenaltyKind.PERMIT_REVOKED

    def _handle(self, file: CaseFile) -> None:
        """Two officers whose certificates were in force on the day of the decision."""
        able = self.corps.valid(file.agency, file.decided_on)
        officers = {certificate.officer.number: certificate for certificate in able}
        if len(officers) > 1 and (len(officers) > LONG_WITHOUT or self.rng.randrange(LONG_WITHOUT)):
            chosen = self.rng.sample(sorted(officers), 2)
            file.handler, file.second_handler = (officers[number] for number in chosen)

    def number(self) -> list[CaseFile]:
        """Each agency counts its decisions of a kind through the year."""
        self.files.sort(key=lambda file: (file.decided_on, file.agency.code, file.kind))
        taken: defaultdict[tuple[str, str, int], int] = defaultdict(int)
        for count, file in enumerate(self.files, start=1):
            kind, year = FileKind(file.kind), file.decided_on.year
            taken[file.agency.code, kind, year] += 1
            sign = f"示{self.offices[file.agency.code].sign}{MARKS[kind]}"
            file.number = f"{sign}〔{year}〕{taken[file.agency.code, kind, year]}号"
            file.party_name = f"{'示例商户' if count % 3 == 0 else '当事人'}己{count:04}"
        return self.files


def handled_too_late(files: list[CaseFile], corps: Corps, count: int) -> None:
    """Let a few files name an officer whose certificate had run out, for the list to find."""
    for file in files:
        if count and file.handler is not None:
            held = corps.certificates[file.agency.code]
            old = [c for c in held if c.valid_to <= file.decided_on - timedelta(days=5)]
            if old and old[0].officer is not getattr(file.second_handler, "officer", None):
                file.handler, count = old[0], count - 1
