"""A step of the working: what it does, the days it names, the article it executes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from cases.registry.clock.words import NONE, Words

if TYPE_CHECKING:
    from cases.registry.clock.words import Text


class Kind(StrEnum):
    """What a step does, for a page that wants to mark some of them."""

    TERM = "term"
    SINCE = "since"
    EVENT = "event"
    CONVERTED = "converted"
    DAY_OFF = "day_off"
    MAKE_UP = "make_up"
    COUNTED = "counted"
    CLAMPED = "clamped"
    EXTENDED = "extended"
    EXCLUDED = "excluded"
    DISREGARDED = "disregarded"
    PAUSED = "paused"
    DUE = "due"
    AGAINST = "against"
    PROVISIONAL = "provisional"
    LAPSE = "lapse"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the working; on and until are the days its sentence names."""

    kind: Kind
    text: "Text"
    article: Words = NONE
    on: date | None = None
    until: date | None = None

    def __str__(self) -> str:
        return f"{self.text} [{self.article}]" if self.article else str(self.text)
