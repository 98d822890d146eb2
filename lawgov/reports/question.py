"""What an address asks, read once and refused with a reason where it makes no sense."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.forms import Form
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from cases.registry.agencies import Agency
from cases.registry.periods import Period
from cases.registry.records import KeptQuerySet, Reader, reach, reads_everything
from cases.registry.sheets import Chapter, Choice, Sheet
from cases.registry.users import User
from lawgov.reports.closures import Closure
from lawgov.reports.forms import QuestionForm
from lawgov.reports.narrowings import answers, apart, narrow
from lawgov.reports.parting import UNKNOWN
from lawgov.reports.rollup import Narrowed

TYPED_PERIOD = tuple(QuestionForm.base_fields)
# How an address asks for a closed period as its records stand now: ?as=stands
AS, STANDS = "as", "stands"
NULL = "\x00"


class BadQuestion(Exception):
    """A question that cannot be answered; the form says why and keeps what was typed."""

    def __init__(self, form: Form) -> None:
        super().__init__(str(form.errors))
        self.form = form


@dataclass(frozen=True)
class Question:
    """A period and what the rows are narrowed by, for one reader.

    `typed` is the narrowing as it stands in the address, `chosen` what it means. `stands` is
    said of a closed period that is wanted as its records stand now.
    """

    period: Period
    reader: Reader
    typed: Mapping[str, str] = field(default_factory=dict)
    chosen: Mapping[str, Any] = field(default_factory=dict)
    stands: bool = False

    def address(self, period: Period | None = None, more: Mapping[str, str] | None = None) -> str:
        """The question as it stands behind the question mark of an address."""
        told = {AS: STANDS} if self.stands else {}
        asked = {"period": str(period or self.period), **self.typed, **told}
        return urlencode({**asked, **(more or {})})

    @property
    def is_about_everything(self) -> bool:
        """Nothing is narrowed down, and nothing is kept back from the reader."""
        return not self.typed and self.reads_everything

    @property
    def wants_what_was_closed(self) -> bool:
        """As closed, unless the reader asks otherwise.

        What is closed are the county's figures; who may read only a part of them is told that
        part as it stands.
        """
        return not self.stands and self.reads_everything

    @property
    def reads_everything(self) -> bool:
        """Nothing is kept back from the reader."""
        return isinstance(self.reader, User) and reads_everything(self.reader)

    @cached_property
    def reach(self) -> tuple[int, ...] | None:
        """The agencies whose records the reader may see; None where that is all of them."""
        agencies = reach(self.reader)
        return None if agencies is None else tuple(agencies)

    @property
    def is_of_what_is_not_known(self) -> bool:
        """Narrowed to what closed figures alone can leave open, so only they answer it."""
        return UNKNOWN in self.chosen.values()

    def as_it_stands(self) -> "Question":
        return replace(self, stands=True)

    def as_closed(self) -> "Question":
        return replace(self, stands=False)

    def during(self, period: Period) -> "Question":
        return replace(self, period=period)

    def without(self, name: str) -> str:
        """The address without one of the things it is narrowed by."""
        kept = {key: value for key, value in self.typed.items() if key != name}
        return replace(self, typed=kept).address()

    def rows(self, sheet: Sheet[Any]) -> QuerySet[Any] | None:
        """The rows of the sheet the reader may see and asked for; None where the narrowing
        means nothing to them."""
        rows = sheet.rows
        visible = rows.within_reach(self.reach) if isinstance(rows, KeptQuerySet) else rows
        return narrow(visible, self.chosen)

    def narrowed(self, chapters: Collection[Chapter]) -> Narrowed:
        """For each model its rows, and no rows at all where it cannot be narrowed so.

        Where nothing is narrowed nothing is named, and a sheet need not be compiled anew.
        """
        if self.is_about_everything:
            return {}
        sheets = [sheet for chapter in chapters for sheet in chapter.sheets]
        key = (self.reach, apart(self.chosen))
        return {sheet.rows.model: Choice(key, partial(self._some, sheet)) for sheet in sheets}

    def _some(self, sheet: Sheet[Any]) -> QuerySet[Any]:
        rows = self.rows(sheet)
        return sheet.rows.none() if rows is None else rows

    def counts(self, chapter: Chapter) -> set[str]:
        """The figures of a chapter that the narrowing means something to."""
        sheets = (each for each in chapter.sheets if answers(each.rows.model, self.chosen))
        return {code for sheet in sheets for code in sheet.figures}


def read(
    filters: type[django_filters.FilterSet],
    typed: QueryDict,
    reader: Reader,
    beside: Collection[str] = (),
) -> tuple[Question, Form]:
    """The question an address asks, and the form that shows it; `beside` are names that belong
    to the page and not to the question.

    Raises:
        BadQuestion: no such period, no such filter, a filter that names nothing, or one that asks
            for what is not known as closed where nothing is told as closed.
    """
    # The set stands for its form alone here; rows are narrowed by `Question.rows`.
    form: Form = filters(_without_nulls(typed), queryset=Agency.objects.none()).form
    for fault in _faults(typed, {*form.fields, *beside, AS}):
        form.add_error(None, fault)
    if not form.is_valid():
        raise BadQuestion(form)
    names = [name for name in form.fields if name not in TYPED_PERIOD and typed.get(name)]
    question = Question(
        form.cleaned_data["period"],
        reader,
        {name: str(typed[name]) for name in names},
        {name: form.cleaned_data[name] for name in names},
        typed.get(AS) == STANDS,
    )
    if question.is_of_what_is_not_known and (fault := _why_all_is_known(question)):
        form.add_error(None, fault)
        raise BadQuestion(form)
    return question, form


def _why_all_is_known(question: Question) -> str:
    """Only of closed records may it be unknown what they said; nothing where some are closed."""
    if not question.reads_everything:
        return _("“Not known as closed” is said of the county's closed figures, not of a part.")
    if question.stands:
        return _("“Not known as closed” is said of closed figures, not of records as they stand.")
    if closed_among([question.period]):
        return ""
    return _("“Not known as closed” is said of closed figures; nothing of this period is closed.")


def closed_among(periods: Collection[Period]) -> set[Period]:
    """Those of the periods of which something is closed, in one query for all."""
    first, last = min(each.start for each in periods), max(each.end for each in periods)
    within = Closure.objects.standing().filter(start_on__gte=first, end_on__lte=last)
    closed = list(within.values_list("start_on", "end_on"))
    return {
        period
        for period in periods
        if any(period.start <= start and end <= period.end for start, end in closed)
    }


def _without_nulls(typed: QueryDict) -> QueryDict:
    """What may be asked of a database, of which PostgreSQL refuses such a character outright."""
    clean = QueryDict(mutable=True)
    for name, values in typed.lists():
        clean.setlist(name, [value.replace(NULL, "") for value in values])
    return clean


def _faults(typed: QueryDict, known: Collection[str]) -> Iterator[str]:
    for name, values in typed.lists():
        if NULL in "".join(values):
            yield _("Null characters are not allowed.")
        if name not in known:
            yield _("There is nothing called “%(name)s” to narrow by here.") % {"name": name}
        elif len(values) > 1:
            yield _("“%(name)s” stands in the address more than once.") % {"name": name}
        elif name == AS and values != [STANDS]:
            yield _("Closed periods are told as closed, or with as=stands as they stand.")
