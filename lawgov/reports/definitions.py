"""How a figure or a rate is reckoned, in words, from its declaration."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Model
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.registry.figures import Figure, Rate
from cases.registry.sheets import Chapter

KEPT = 2048  # what stays written, each in one language


class Definition(NamedTuple):
    """One thing to know about a number: what is asked, and the answer."""

    term: str
    says: str


def define(chapter: Chapter, code: str) -> tuple[Definition, ...]:
    """Everything that is known of the code's declaration, the meaning first."""
    return definitions_of(chapter)[code]


def definitions_of(chapter: Chapter) -> dict[str, tuple[Definition, ...]]:
    """The same of every figure and rate of a chapter, in the reader's language."""
    return _defined(chapter, get_language())


@lru_cache(maxsize=KEPT)
def _defined(chapter: Chapter, language: str | None) -> dict[str, tuple[Definition, ...]]:  # noqa: ARG001  # what they are written in
    """Written once in a language: a page defines some three hundred."""
    rates = {code: tuple(_of_rate(chapter, rate)) for code, rate in chapter.rates.items()}
    return {code: tuple(_of_figure(chapter, code)) for code in chapter.figures} | rates


def labels_of(chapter: Chapter) -> dict[str, str]:
    """What the figures and rates of a chapter are called, in the reader's language."""
    return _labels(chapter, get_language())


@lru_cache(maxsize=KEPT)
def _labels(chapter: Chapter, language: str | None) -> dict[str, str]:  # noqa: ARG001  # what they are written in
    named = {**chapter.figures, **chapter.rates}
    return {code: str(each.label) for code, each in named.items()}


def _of_figure(chapter: Chapter, code: str) -> Iterator[Definition]:
    model, counted = chapter.sheet_of(code).rows.model, chapter.figures[code]
    yield Definition(_("Meaning"), str(counted.meaning))
    if not isinstance(counted, Figure):
        dates = (name_of(model, counted.entered), name_of(model, counted.left))
        yield Definition(_("Open between"), " – ".join(dates))
        return
    yield Definition(_("By the date"), name_of(model, counted.on))
    if counted.total:
        yield Definition(_("Adds up"), name_of(model, counted.total))
    if counted.distinct:
        name = name_of(model, counted.distinct)
        says = _("%(name)s, each once in a period; the months do not add up") % {"name": name}
        yield Definition(_("Different values of"), says)


def _of_rate(chapter: Chapter, rate: Rate) -> list[Definition]:
    rounding = _("%(how)s after %(decimals)s decimals; without a base a dash") % {
        "how": rate.rounding.label,
        "decimals": rate.decimals,
    }
    return [
        Definition(_("Meaning"), str(rate.meaning)),
        Definition(_("Numerator"), _sum(chapter, rate.numerator)),
        Definition(_("Denominator"), _sum(chapter, rate.denominator)),
        Definition(_("Rounding"), rounding),
    ]


def _sum(chapter: Chapter, codes: tuple[str, ...]) -> str:
    return " + ".join(str(chapter.figures[code].label) for code in codes)


def name_of(model: type[Model], path: str) -> str:
    """What a column is called."""
    found: Any = model._meta.get_field(path)
    # A generated column has its name on the field it holds.
    return str(getattr(found, "output_field", found).verbose_name)
