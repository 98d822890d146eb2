"""What an export is called: as it leaves, and again in the language of whoever reads the log."""

from collections.abc import Mapping
from functools import cache
from typing import Final
from urllib.parse import parse_qsl

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override

from cases.registry.accesses.entries import Access, AccessEntry
from cases.registry.periods import Period
from lawgov.reports.explaining import NoSuchFigure, chapter_of
from lawgov.reports.exports.log import ExportFormat, ExportLog
from lawgov.reports.returns.columns import Column
from lawgov.reports.returns.dimensions import DIMENSIONS, Months
from lawgov.reports.returns.layouts import NoLayout, Section, layout_for
from lawgov.reports.returns.pivot import TOTAL, Pivot, unnamed
from lawgov.reports.spans import spoken

Asked = Mapping[str, str]
ALL: Final = AccessEntry._meta.verbose_name_plural


def of_report(period: Period) -> str:
    return _("Report for %(period)s") % {"period": spoken(period)}


def of_records(code: str, period: Period) -> str:
    """The records behind a figure.

    Raises:
        NoSuchFigure: nothing counts it.
        KeyError: it is a rate, which has no records of its own.
    """
    return f"{chapter_of(code).figures[code].label} {spoken(period)}"


def of_cell(column: Column, row_name: str, period: Period) -> str:
    """The records behind a cell of a year-end table; those of a total have no row."""
    return " · ".join(part for part in (column.label, row_name, spoken(period)) if part)


def of_statement(period: Period) -> str:
    name = _("Statement")
    return f"{name}-{period}"


@cache
def _names_of_all() -> frozenset[str]:
    """What the log of accesses, which is taken away as well, is called in all languages."""
    names = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            names.add(str(ALL))
    return frozenset(names)


class Titles:
    """Titles for one page of the log; what rows are called is asked for once a page.

    An export says which page of the reading room it was taken from. Where that says nothing
    any more, or said nothing yet when the export was entered, it is called what it was then.
    """

    def __init__(self) -> None:
        self._names: dict[str, dict[str, str]] = {}

    def of(self, entry: ExportLog) -> str:
        return self._called(entry.question, entry.what)

    def of_subject(self, entry: AccessEntry) -> str:
        """The subject of an access; an export is among all accesses as well, with its format."""
        what, _dot, form = entry.subject.rpartition(".")
        if entry.act != Access.EXPORT or form not in ExportFormat.values:
            return str(ALL) if entry.subject in _names_of_all() else entry.subject
        return f"{self._called(entry.detail, what)}.{form}"

    def _called(self, question: str, otherwise: str) -> str:
        path, _mark, typed = question.partition("?")
        asked = dict(parse_qsl(typed))
        try:
            return self._said(resolve(path), asked, Period.parse(asked["period"]))
        except (Resolver404, NoSuchFigure, NoLayout, KeyError, ValueError):
            return otherwise

    def _said(self, page: ResolverMatch, asked: Asked, period: Period) -> str:
        match page.view_name:
            case "reports:rollup":
                return of_report(period)
            case "reports:rows":
                return of_records(page.kwargs["code"], period)
            case "reports:return":
                return str(layout_for(page.kwargs["form"], period).words)
            case "reports:return_rows":
                return self._cell(page.kwargs["form"], asked, period)
            case "reports:statement":
                return of_statement(period)
        raise ValueError(page.view_name)

    def _cell(self, form: str, asked: Asked, period: Period) -> str:
        layout = layout_for(form, period)
        section = {each.by: each for each in layout.sections}[asked["section"]]
        key = asked.get("row", TOTAL)
        name = self._row(Pivot(layout, period), section, key) if key else ""
        return of_cell(layout.column(asked["column"]), name, period)

    def _row(self, pivot: Pivot, section: Section, key: str) -> str:
        """What a row is called; names that one period brought serve for all."""
        dimension = DIMENSIONS[section.by]
        if isinstance(dimension, Months):
            return pivot.label(section, key)
        names = self._names.setdefault(section.by, {})
        if key not in names:
            names |= dict(dimension.names(pivot.period))
        return names.setdefault(key, unnamed(key))
