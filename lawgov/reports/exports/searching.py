"""Exports found by the words of their titles, in whatever language a title is read."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import override

from cases.registry.periods import Period
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.exports.titles import of_report, of_statement
from lawgov.reports.returns.layouts import layouts
from lawgov.reports.spans import around, spoken

YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ANY_YEAR, DIGITS = "2000", "[0-9]{4}"


def titled(word: str) -> Q:
    """Exports of which a word stands in the title.

    What an export is called follows from the page it was taken from, so that the pages are looked
    for whose titles have the word. What rows of a table are called is not looked up: that is what
    the record keeps of it as it left.
    """
    pages = set[str]()
    for language, _name in settings.LANGUAGES:
        with override(language):
            pages |= {*_named(word.casefold()), *_dated(word.casefold())}
    return Q(question__regex="|".join(sorted(pages))) if pages else Q(pk__in=())


def _named(word: str) -> Iterator[str]:
    """Pages that are called so, whatever their period."""
    for chapter in CHAPTERS:
        if codes := [c for c, each in chapter.figures.items() if _has(word, each.label)]:
            yield rf"^{_page('rows', 'CODE').replace('CODE', _one_of(codes))}\?"
    for layout in layouts():
        if _has(word, layout.words):
            yield rf"^{_page('return', layout.form)}\?"
        if keys := [each.key for each in layout.columns if _has(word, each.label)]:
            yield rf"^{_page('return_rows', layout.form)}\?.*column={_one_of(keys)}(&|$)"


def _dated(word: str) -> Iterator[str]:
    """Pages of periods that are spoken of so, and those whose name is grown together with it."""
    found = YEAR.search(word)
    for period in _periods(found.group() if found else ANY_YEAR):
        typed = str(period) if found else str(period).replace(ANY_YEAR, DIGITS)
        if _has(word, spoken(period) if found else spoken(period).replace(ANY_YEAR, "")):
            yield rf"[?&](period|row)={typed}(&|$)"  # rows may be months
        for name, title in (("rollup", of_report(period)), ("statement", of_statement(period))):
            if _has(word, title if found else title.replace(ANY_YEAR, "")):
                yield rf"^{_page(name)}\?period={typed}(&|$)"


def _periods(year: str) -> Iterator[Period]:
    [_before, within, _after], *parts = around(Period.parse(year))
    yield from (within, *(each for row in parts for each in row))


def _has(word: str, text: object) -> bool:
    return word in str(text).casefold()


def _page(name: str, *named: str) -> str:
    return reverse(f"reports:{name}", args=named)


def _one_of(words: Iterable[str]) -> str:
    return f"({'|'.join(map(re.escape, sorted(words)))})"
