"""From the rows of the register to the clock, made once for each revision of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from cases.registry.clock import notices
from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import Catalogue, statutory
from cases.registry.clock.clock import Clock
from cases.registry.clock.days import DayRule
from cases.registry.clock.rows import ground_from, term_from
from cases.registry.clock.terms import Ground, Term
from cases.registry.clock.words import Words
from cases.registry.timing.calendars import CalendarEntry, EntryKind, KnownYear, Timekeeping
from cases.registry.timing.statutes import ExclusionGround, StatutoryTerm, Version

_BILINGUAL = ("label", "article", "trigger", "lapse", "note")
_PLAIN = (
    "code",
    "length",
    "unit",
    "direction",
    "rolls",
    "suspends",
    "varies",
    "lapse_event",
    "converts_to",
    "converts_while_running",
    "certainty",
    "source",
    "valid_from",
    "valid_to",
)
PACKAGES = Path(__file__).resolve().parents[3]
RULES = (
    "cases/registry/clock/*.py",
    "cases/registry/timing/*.py",
    "cases/*/clock.py",
    "*/clock.py",
)


@dataclass(frozen=True)
class Clocks:
    """The clock that governs, and the one that judges the county's closures the other way."""

    governing: Clock
    other: Clock | None


def clocks() -> Clocks:
    """The clocks for what the register holds now; one query while nothing has changed."""
    return _clocks(revision())


def revision() -> str:
    """What the database draws anew with every change of terms, grounds or calendar."""
    return Timekeeping.objects.values_list("revision", flat=True).first() or ""


def stand(drawn: str) -> str:
    """What dates rest on: the revision of the register, the notices, and the code itself."""
    return f"{drawn}:{_notices()}:{_code()}"


def calendar(entries: Iterable[CalendarEntry], years: Iterable[int], *, closures: bool) -> Calendar:
    """The notices under the corrections, with or without the days the county is closed."""
    rows = [entry for entry in entries if not entry.is_withdrawn]
    corrections = _overlay(row for row in rows if row.kind == EntryKind.CORRECTION)
    closed = _overlay(row for row in rows if row.kind == EntryKind.CLOSURE)
    overlays = (corrections, closed) if closures else (corrections,)
    return Calendar(*overlays, known_years=years)


def catalogue() -> Catalogue:
    """The terms and grounds of the register; those of the file while the register has none."""
    terms = [term_of(row) for row in StatutoryTerm.objects.order_by("position", "pk")]
    if not terms:
        return statutory()
    grounds = ExclusionGround.objects.order_by("position", "pk")
    return Catalogue(terms, [ground_of(row) for row in grounds])


def clocks_with(entries: Iterable[CalendarEntry], years: Iterable[int], closures: bool) -> Clocks:
    """The clocks as they would be with these entries of the calendar."""
    entries, years, terms = list(entries), list(years), catalogue()
    governing = Clock(terms, calendar(entries, years, closures=closures))
    other = Clock(terms, calendar(entries, years, closures=not closures))
    return Clocks(governing, other if other.calendar != governing.calendar else None)


def term_of(row: StatutoryTerm) -> Term:
    """A row of the register as the pure core reads it."""
    fields = _fields(row, _PLAIN, _BILINGUAL)
    if row.extension_article_en:
        fields["extension"] = {
            "max": row.extension_max,
            "times": row.extension_times,
            "approver": _words(row, "extension_approver"),
            "article": _words(row, "extension_article"),
        }
    return term_from(fields)


def ground_of(row: ExclusionGround) -> Ground:
    """A row of the register as the pure core reads it."""
    plain = ("code", "certainty", "source", "valid_from", "valid_to")
    fields = _fields(row, plain, ("label", "article", "note"))
    return ground_from({**fields, "terms": row.terms.split()})


def _fields(row: Version, plain: Iterable[str], bilingual: Iterable[str]) -> dict[str, Any]:
    fields = {name: getattr(row, name) for name in plain}
    return fields | {name: _words(row, name) for name in bilingual}


def _words(row: Version, name: str) -> Mapping[str, str]:
    return {"en": getattr(row, f"{name}_en"), "zh": getattr(row, f"{name}_zh")}


def _overlay(rows: Iterable[CalendarEntry]) -> dict[date, DayRule]:
    return {row.day: DayRule(row.is_working, Words(row.name_en, row.name_zh)) for row in rows}


@lru_cache(maxsize=4)
def _clocks(_revision: str) -> Clocks:
    closures = Timekeeping.objects.filter(closures_count=True).exists()
    years = KnownYear.objects.values_list("year", flat=True)
    return clocks_with(CalendarEntry.objects.all(), years, closures)


@lru_cache(maxsize=1)
def _notices() -> str:
    """A digest of every holiday notice the installed library knows."""
    known = [(day.isoformat(), rule.working) for day, rule in notices.rules()]
    return _digest(repr((sorted(notices.years()), known)).encode())


@lru_cache(maxsize=1)
def _code() -> str:
    """A digest of the code that reckons, so that a new release reckons everything anew."""
    files = [file for pattern in RULES for file in sorted(PACKAGES.glob(pattern))]
    return _digest(b"".join(file.read_bytes() for file in files))


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
