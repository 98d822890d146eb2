"""Sentences that say how their numbers hang together, and are refused when they do not."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from cases.registry.figures import Number
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter
from lawgov.reports.returns.columns import Wording

FILE = Path(__file__).with_name("sentences.toml")
OF_WHICH = Wording("其中", "of which")
_NAMED = re.compile(r"%\((\w+)\)s")

Known = Mapping[str, Number | Ratio]


@dataclass(frozen=True)
class Sentence:
    """A sentence over figures: parts that make up a whole, parts contained in it, or neither.

    It is said only if the parts add up, what is contained is called "of which" and does not
    exceed the whole, and no number stands in it unexplained.
    """

    text: Wording
    whole: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    of_which: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        return list(dict.fromkeys(_NAMED.findall(str(self.text))))

    def said(self, values: Known) -> str:
        return str(self.text) % {name: str(values[name]) for name in self.names}

    def faults(self, values: Known) -> Iterator[str]:
        """Why the sentence must not be said of these values; nothing if it may be."""
        yield from self._unexplained()
        if self.parts:
            yield from self._not_adding_up(values)
        if self.of_which:
            yield from self._not_contained(values)

    def _unexplained(self) -> Iterator[str]:
        explained = {*self.whole, *self.parts, *self.of_which, *self.beside}
        if left := [name for name in self.names if name not in explained]:
            yield _(
                "The numbers neither add up nor does the sentence say “of which”: %(names)s."
            ) % {"names": ", ".join(left)}

    def _not_adding_up(self, values: Known) -> Iterator[str]:
        whole, parts = _sum(values, self.whole), _sum(values, self.parts)
        if whole != parts:
            added = " + ".join(str(values[name]) for name in self.parts)
            yield _("The parts do not add up: %(whole)s is not %(added)s; %(left)s left over.") % {
                "whole": whole,
                "added": added,
                "left": f"{whole - parts:+}",
            }

    def _not_contained(self, values: Known) -> Iterator[str]:
        if str(OF_WHICH) not in str(self.text):
            yield _("The sentence does not say “of which” of what is only a part.")
        whole = _sum(values, self.whole)
        for name in self.of_which:
            if _sum(values, (name,)) > whole:
                yield _("%(part)s cannot be contained in %(whole)s.") % {
                    "part": values[name],
                    "whole": whole,
                }


@dataclass(frozen=True)
class Passage:
    """The sentences about one chapter of figures."""

    code: str
    words: Wording
    sentences: Sequence[Sentence]


def _sum(values: Known, names: Sequence[str]) -> Number:
    total: Number = 0
    for name in names:
        value = values[name]
        if not isinstance(value, Ratio):
            total += value
    return total


@cache
def _given() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def title() -> Wording:
    return Wording(_given()["zh"], _given()["en"])


@cache
def passages() -> tuple[Passage, ...]:
    """Everything that a statement may say, chapter by chapter."""
    return tuple(
        Passage(
            each["code"],
            Wording(each["zh"], each["en"]),
            [_sentence(sentence) for sentence in each["sentence"]],
        )
        for each in _given()["chapter"]
    )


def _sentence(given: Mapping[str, Any]) -> Sentence:
    sides = ("whole", "parts", "of_which", "beside")
    return Sentence(
        Wording(given["zh"], given["en"]), **{side: tuple(given.get(side, ())) for side in sides}
    )


def unknown_names(passage: Passage, chapter: Chapter) -> set[str]:
    """Names that the chapter does not count, in either language."""
    known = {code.removeprefix(f"{chapter.code}.") for code in [*chapter.figures, *chapter.rates]}
    texts = [text for s in passage.sentences for text in (s.text.zh, s.text.en)]
    return {name for text in texts for name in _NAMED.findall(text)} - known
