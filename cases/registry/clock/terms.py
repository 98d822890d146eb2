"""A statutory term as the law writes it, and the grounds on which its time stands still."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cases.registry.clock.words import NONE, Words

if TYPE_CHECKING:
    from cases.registry.clock.words import Text


class Unit(StrEnum):
    """What a term is counted in; art. 88(2) decides which days of that law are working days."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    YEAR = "year"

    @property
    def label(self) -> "Text":
        return _UNITS[self]


class Direction(StrEnum):
    """Counted on from an event, or back from a day that is fixed."""

    FORWARD = "forward"
    BACKWARD = "backward"

    @property
    def label(self) -> "Text":
        return _DIRECTIONS[self]


class Certainty(StrEnum):
    """How sure the source is."""

    VERIFIED = "V"
    MEMORY = "M"
    INFERRED = "I"

    @property
    def label(self) -> "Text":
        return _CERTAINTIES[self]


class Variation(StrEnum):
    """What another law, or the document itself, may do to the length."""

    NONE = "none"
    LONGER = "longer"
    SHORTER = "shorter"
    SET = "set"

    @property
    def label(self) -> "Text":
        return _VARIATIONS[self]


class LapseEvent(StrEnum):
    """What begins by itself when a term runs out."""

    NOTHING = ""
    ACCEPTANCE = "acceptance"  # art. 30(3)
    ABANDONMENT = "abandonment"  # art. 31(2)


_UNITS: dict[Unit, "Text"] = {
    Unit.WORKING_DAY: _("working days"),
    Unit.CALENDAR_DAY: _("calendar days"),
    Unit.MONTH: _("months"),
    Unit.YEAR: _("years"),
}
_DIRECTIONS: dict[Direction, "Text"] = {
    Direction.FORWARD: _("counted on from the event"),
    Direction.BACKWARD: _("counted back from the day"),
}
_CERTAINTIES: dict[Certainty, "Text"] = {
    Certainty.VERIFIED: _("read in the text"),
    Certainty.MEMORY: _("from memory, to be confirmed"),
    Certainty.INFERRED: _("our own reading"),
}
_VARIATIONS: dict[Variation, "Text"] = {
    Variation.NONE: _("fixed by this law"),
    Variation.LONGER: _("longer where another law says so"),
    Variation.SHORTER: _("shorter where another law says so"),
    Variation.SET: _("set by another law or by the document"),
}


@dataclass(frozen=True, slots=True)
class ExtensionRule:
    """How a term may be lengthened; no maximum or no number of times means the law sets none."""

    approver: Words
    article: Words
    max: int | None = None
    times: int | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One version of one statutory term, in force from valid_from to valid_to, both included."""

    code: str
    label: Words
    unit: Unit
    trigger: Words
    article: Words
    valid_from: date
    length: int | None = None
    valid_to: date | None = None
    direction: Direction = Direction.FORWARD
    rolls: bool = False
    suspends: bool = False
    varies: Variation = Variation.NONE
    extension: ExtensionRule | None = None
    converts_to: str = ""
    converts_while_running: bool = False
    lapse: Words = NONE
    lapse_event: LapseEvent = LapseEvent.NOTHING
    certainty: Certainty = Certainty.VERIFIED
    source: str = ""
    note: Words = NONE

    @property
    def is_backward(self) -> bool:
        return self.direction is Direction.BACKWARD

    @property
    def counts_working_days(self) -> bool:
        return self.unit is Unit.WORKING_DAY

    @property
    def day_unit(self) -> Unit:
        """The unit in which the term is lengthened and interrupted."""
        return Unit.WORKING_DAY if self.counts_working_days else Unit.CALENDAR_DAY

    def is_in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason the law knows for leaving time out, and the codes of the terms it holds for."""

    code: str
    label: Words
    article: Words
    terms: frozenset[str]
    valid_from: date
    valid_to: date | None = None
    certainty: Certainty = Certainty.VERIFIED
    source: str = ""
    note: Words = NONE

    def is_in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)
