"""The periods of a page as its columns: what stands above them, and where their numbers lead."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.registry.figures import Number
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from lawgov.reports.changes import change
from lawgov.reports.parting import UNKNOWN
from lawgov.reports.plain import shown
from lawgov.reports.question import Question, closed_among
from lawgov.reports.spans import columns, earlier, short, spoken

_CODE = "the.code"  # stands for any other in an address


class Cell(NamedTuple):
    """A number as it is printed, and where it leads: to what it was counted from, or nowhere."""

    text: str
    path: str = ""
    query: str = ""
    tone: str = ""

    @property
    def address(self) -> str:
        return f"{self.path}?{self.query}" if self.path else ""


class Head(NamedTuple):
    """What stands above a column, and in full for who only hears it."""

    text: str
    spoken: str
    tone: str = ""


class Column(NamedTuple):
    """What all numbers of a column lead to by the path of their line; nowhere without a query."""

    query: str
    tone: str = ""


_MOVED = Column("", "moved")


@dataclass(frozen=True)
class Spread:
    """The periods of a page, in the order of its columns.

    They are asked together, so that the period is the sum of its columns and not counted anew.
    `closed` are those of which something is closed; not given, they are asked for where a number
    of what is not known as closed would lead to a refusal of all others.
    """

    question: Question
    closed: Collection[Period] | None = None

    @cached_property
    def parts(self) -> list[Period]:
        return columns(self.question.period)

    @cached_property
    def earlier(self) -> list[Period]:
        return earlier(self.question.period)

    @property
    def periods(self) -> list[Period]:
        return [*self.parts, self.question.period, *self.earlier]

    @cached_property
    def _closed(self) -> Collection[Period]:
        return closed_among(self.periods) if self.closed is None else self.closed

    @cached_property
    def addresses(self) -> dict[Period, str]:
        """The question of each column, written out once for a page of thousands of cells."""
        return {period: self.question.address(period) for period in self.periods}

    @cached_property
    def _leads(self) -> dict[str, str]:
        """Where a number leads and where its parts stand; asked of the router once, not per row."""
        return {page: reverse(f"reports:{page}", args=[_CODE]) for page in ("rows", "breakdown")}

    def leads_to(self, page: str, code: str) -> str:
        """The address of a figure's rows or breakdown, without the question."""
        return self._leads[page].replace(_CODE, code)

    @cached_property
    def heads(self) -> list[Head]:
        heads = [Head(short(part, self.question.period), spoken(part)) for part in self.parts]
        whole = _("Total") if heads else spoken(self.question.period)
        heads.append(Head(whole, spoken(self.question.period), "whole"))
        for then in self.earlier:
            name = spoken(then)
            heads.append(Head(name, name, "then"))
            heads.append(Head(_("Difference"), _("Difference to %(then)s") % {"then": name}))
            heads.append(
                Head(
                    pgettext("since an earlier period", "Change"),
                    _("Change since %(then)s") % {"then": name},
                )
            )
        return heads

    def cells(
        self, path: str, values: Sequence[Number | Ratio], more: Mapping[str, str] | None = None
    ) -> list[Cell]:
        """The values of one line, in the order of `periods`, with the changes between them."""
        return cells_of(path, self.texts(values), self._columns(more) if more else self.columns)

    def moved(self, path: str, values: Sequence[Number | Ratio]) -> list[Cell]:
        """The value of the period, then each earlier one with what has changed since."""
        return cells_of(path, _moved(values), self.columns[len(self.parts) :])

    def texts(self, values: Sequence[Number | Ratio]) -> list[str]:
        """The same as they are printed, one for each of `columns`."""
        whole = len(self.parts)
        return [*map(shown, values[:whole]), *_moved(values[whole:])]

    @cached_property
    def columns(self) -> list[Column]:
        return self._columns({})

    def _columns(self, more: Mapping[str, str]) -> list[Column]:
        parts = [Column(self._query(part, more)) for part in self.parts]
        whole = Column(self._query(self.question.period, more), "whole")
        earlier = (
            (Column(self._query(then, more), "then"), _MOVED, _MOVED) for then in self.earlier
        )
        return [*parts, whole, *chain.from_iterable(earlier)]

    def _query(self, period: Period, more: Mapping[str, str]) -> str:
        is_unknown = self.question.is_of_what_is_not_known or UNKNOWN in more.values()
        if is_unknown and period not in self._closed:
            return ""
        return self.question.address(period, more) if more else self.addresses[period]


def _moved(values: Sequence[Number | Ratio]) -> list[str]:
    texts = [shown(values[0])]
    for value in values[1:]:
        texts += [shown(value), *change(values[0], value)]
    return texts


def cells_of(path: str, texts: Sequence[str], columns: Sequence[Column]) -> list[Cell]:
    return [
        Cell(text, path if column.query else "", *column)
        for text, column in zip(texts, columns, strict=True)
    ]
