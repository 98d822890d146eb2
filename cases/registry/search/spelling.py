"""How text is spelt for searching: the same for what is kept and for what is asked."""

import re
from collections.abc import Iterable, Iterator
from typing import Final
from unicodedata import category, normalize

from django.conf import settings

from cases.registry.dockets import Docket, DocketKind

PAIR = 2  # letters to a gram: names of two characters are found by one look-up
WHOLE = 4  # digits: a number up to this length is itself, a longer one is found by its parts
EDGE: Final = "·"  # stands on either side of a number, so that 23 is not found in 231

_RUN = re.compile(r"(?:第(?=[0-9]))?(?:([0-9]+)|((?:(?!第[0-9])[^\W0-9_])+))")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def fold(text: str) -> str:
    """Letters and numbers alone, in one spelling, every number between its edges.

    示市监处罚〔2024〕第077号 becomes 示市监处罚·2024·77·号, however it was typed.
    """
    plain = "".join(c for c in normalize("NFKC", text) if category(c) != "Cf").casefold()
    parts = [
        f"{EDGE}{_number(digits)}{EDGE}" if digits else letters
        for digits, letters in _RUN.findall(plain)
    ]
    return "".join(parts).replace(EDGE * 2, EDGE)


def words(asked: str) -> list[str]:
    """What a person looks for, word by word; a whole docket number is one word."""
    try:
        return [fold(str(Docket.parse(asked)))]
    except ValueError:
        found = (fold(word) for word in normalize("NFKC", asked).split())
        return list(dict.fromkeys(filter(None, map(_opened, found))))


def piece(asked: str) -> str:
    """The same as one whole number or name, with what stands around it in a kept text."""
    return f" {fold(asked)} "


def grams(folded: str) -> set[str]:
    """Everything by which a kept text can be looked up."""
    return {gram for run in _runs(folded) for gram in _all(run)}


def looked_up(asked: Iterable[str]) -> set[str]:
    """The fewest grams that every text with these words has; the text itself is read after.

    What nearly every record has (the year, the county's own prefix) is asked only for want of
    anything else.
    """
    found = {gram for word in asked for gram in _covering(word)}
    telling = {gram for gram in found if not _YEAR.fullmatch(gram)} - _prefixes()
    return telling or found


def is_too_short(word: str) -> bool:
    """One letter alone stands in too many records to be looked up."""
    return not any(True for _gram in _covering(word))


def _number(digits: str) -> str:
    plain = digits.lstrip("0") or "0"
    return plain if len(plain) <= WHOLE else digits


def _opened(word: str) -> str:
    """A long number may be typed in part, so it is not held to its edges."""
    runs = list(_runs(word))
    if runs and runs[0].isdigit() and len(runs[0]) > WHOLE:
        word = word.removeprefix(EDGE)
    if runs and runs[-1].isdigit() and len(runs[-1]) > WHOLE:
        word = word.removesuffix(EDGE)
    return word


def _runs(folded: str) -> Iterator[str]:
    return (run for part in folded.split() for run in part.split(EDGE) if run)


def _width(run: str) -> int:
    return WHOLE if run[0].isdigit() else PAIR


def _all(run: str) -> Iterator[str]:
    width = _width(run)
    for place in range(max(1, len(run) - width + 1)):
        yield run[place : place + width]


def _covering(word: str) -> Iterator[str]:
    for run in _runs(word):
        width = _width(run)
        if len(run) < width and not run.isdigit():
            continue  # the end of a longer word, perhaps
        places = {*range(0, len(run) - width + 1, width), max(0, len(run) - width)}
        for place in places:
            yield run[place : place + width]


def _prefixes() -> set[str]:
    own = (f"{settings.LAWGOV_DOCKET_PREFIX}{kind.mark}" for kind in DocketKind)
    return {gram for prefix in own for gram in grams(fold(prefix))}
