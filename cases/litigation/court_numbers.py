"""Docket numbers of courts: （2024）甘0503行初12号, read however it was typed.

The format is that of 法〔2015〕137号 as amended by 法〔2018〕335号, article 3: year of receipt,
code of the court, kind of case, running number.
"""

import re
import unicodedata
from typing import Final, NamedTuple

from cases.litigation.terms import Level

_YEAR = "（(20[0-9]{2})）"
_COURT = "(最高法|[一-龥](?:[0-9]{2}){0,2})"
_READ = re.compile(
    f"{_YEAR}{_COURT}([一-龥]{{2,4}}?)第?0*([1-9][0-9]{{0,7}})号(?:之[一二三四五六七八九十]{{1,2}})?"
)
# What the database keeps: the one spelling of a number in an administrative suit.
STORED: Final = f"^{_YEAR}{_COURT}行[一-龥]{{1,3}}[1-9][0-9]{{0,7}}号$"

_OPENING, _CLOSING = "([{〔【《<", ")]}〕】》>"
_BRACKETS = str.maketrans(_OPENING + _CLOSING, "（" * len(_OPENING) + "）" * len(_CLOSING))

# The last character of the kind says the instance: 行初, 行赔终, 行申.
_LEVELS = {
    "初": Level.FIRST,
    "终": Level.SECOND,
    "申": Level.RETRIAL,
    "监": Level.RETRIAL,
    "抗": Level.RETRIAL,
    "再": Level.RETRIAL,
}
ENDINGS: Final = {
    level: [ending for ending, found in _LEVELS.items() if found is level] for level in Level
}


class CourtNumber(NamedTuple):
    """A court's docket number taken apart: 2024, 甘0503, 行初, 12."""

    year: int
    court: str
    kind: str
    sequence: int

    @classmethod
    def parse(cls, text: str) -> "CourtNumber":
        """Read a number however its brackets, digits and spaces were typed.

        A suffix such as 之一 numbers the document, not the case, and is left out.

        Raises:
            ValueError: the text is not a court's docket number.
        """
        match = _READ.fullmatch(fold(text))
        if match is None:
            raise ValueError(text)
        year, court, kind, sequence = match.groups()
        return cls(int(year), court, kind, int(sequence))

    @property
    def is_administrative(self) -> bool:
        return self.kind.startswith("行")

    @property
    def level(self) -> Level | None:
        """The instance of an administrative suit; None for any other kind of case."""
        return _LEVELS.get(self.kind[-1]) if self.is_administrative else None

    def __str__(self) -> str:
        return f"（{self.year}）{self.court}{self.kind}{self.sequence}号"


def fold(text: str) -> str:
    """The text, or any part of a number, in the spelling that is stored.

    Full-width digits become plain ones, every bracket a full-width round one, and spaces and
    invisible characters (as copied from web pages) disappear.
    """
    plain = unicodedata.normalize("NFKC", text)
    kept = "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Cf")
    # Once more, for what stood apart may belong together now that nothing stands between.
    return unicodedata.normalize("NFKC", kept).translate(_BRACKETS)
