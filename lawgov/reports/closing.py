"""Closing a period: its figures are frozen with their definitions and the records behind them."""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cases.registry.figures import Edge, Figure, Stock
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.records import reads_everything
from cases.registry.roles import may
from cases.registry.sheets import Chapter
from cases.registry.users import User
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.closures import ClosedFigure, ClosedRecords, Closure, Kind
from lawgov.reports.definitions import define
from lawgov.reports.footprints import Footprint, compress, footprint, number, pack
from lawgov.reports.numbers import keep
from lawgov.reports.returns.closed_tables import ClosedTable
from lawgov.reports.returns.freezing import Moved, freeze
from lawgov.reports.rollup import Line, Rollup, roll_up
from lawgov.reports.sealing import seal


class NotClosed(Exception):
    """Nothing was closed or reopened; the message says why."""


def may_close(user: object) -> bool:
    """Supervisors who read the whole county: what they close are the county's figures."""
    return (
        isinstance(user, User)
        and user.is_active
        and may(user.role, "add", "reports", "closure")
        and reads_everything(user)
    )


def close(period: Period, by: User | None, today: date) -> Closure:
    """Freeze the period as the records stand, all of it or nothing.

    `by` is None at the command line of the server. Raises NotClosed if the person may not, the
    period is not over, is closed already, or changed while it was being closed.
    """
    if by is not None and not may_close(by):
        raise NotClosed(_("Only a supervisor of the county's bureau closes a period."))
    try:
        with transaction.atomic():
            return _close(period, by, today)
    except ValidationError as refused:
        raise NotClosed(" ".join(refused.messages)) from refused
    except IntegrityError as refused:  # somebody else closed it in the same moment
        raise NotClosed(_("This period is closed already.")) from refused


def _close(period: Period, by: User | None, today: date) -> Closure:
    before = Closure.objects.of(period).select_related("reopening").order_by("-pk").first()
    reopening = getattr(before, "reopening", None)
    if before and not (reopening and reopening.is_confirmed):
        raise NotClosed(_("This period is closed already."))
    closure = Closure(
        start_on=period.start,
        end_on=period.end,
        closed_on=today,
        closed_at=timezone.now(),
        closed_by=by,
        follows=reopening,
    )
    behind = {sheet: footprint(sheet, period) for c in CHAPTERS for sheet in c.sheets}
    merged = {code: shares for found in behind.values() for code, shares in found.items()}
    figures = list(_frozen(roll_up([period]), merged))
    records = [
        ClosedRecords(table=sheet.rows.model._meta.label_lower, footprint=compress(pack(found)))
        for sheet, found in behind.items()
    ]
    try:
        tables = list(freeze(period))
    except Moved as moved:
        raise NotClosed(_changed_meanwhile(str(moved))) from moved
    closure.digest = seal(closure, figures, records, tables)
    closure.full_clean(validate_unique=False)
    closure.save(force_insert=True)
    for figure in figures:
        figure.closure = closure
    for record in records:
        record.closure = closure
    for table in tables:
        table.closure = closure
    ClosedFigure.objects.bulk_create(figures)
    ClosedRecords.objects.bulk_create(records)
    ClosedTable.objects.bulk_create(tables)
    keep(closure, figures)
    return closure


def _frozen(rollup: Rollup, behind: Footprint) -> Iterator[ClosedFigure]:
    for section in rollup.sections:
        for line in section.lines:
            if line.code in section.chapter.figures:
                _refuse_what_moved(section.chapter, line, behind)
            yield _figure(section.chapter, line, behind)


def _refuse_what_moved(chapter: Chapter, line: Line, behind: Footprint) -> None:
    """A figure is counted twice, as a number and by its records, and the two must agree.

    They are several statements; on a busy PostgreSQL an entry may fall between them.
    """
    if number(chapter.figures[line.code], behind[line.code]) != line.values[0]:
        raise NotClosed(_changed_meanwhile(str(line.label)))


def _changed_meanwhile(figure: str) -> str:
    return _("Records of “%(figure)s” changed while it was being closed. Close it again.") % {
        "figure": figure
    }


def _figure(chapter: Chapter, line: Line, behind: Footprint) -> ClosedFigure:
    value, kind = line.values[0], _kind(chapter, line.code)
    shares = behind.get(line.code, {})
    figure = ClosedFigure(
        code=line.code,
        kind=kind,
        keys=sorted(set(shares.values())) if kind == Kind.DISTINCT else [],
    )
    if isinstance(value, Ratio):
        figure.value = value.text or ""
        figure.numerator, figure.denominator = value.numerator, value.denominator
        figure.rounding, figure.decimals = value.rounding.value, value.decimals
    else:
        figure.value = str(value)
    figure.label_zh, figure.meaning_zh = _said(chapter, line, "zh-hans")
    figure.label_en, figure.meaning_en = _said(chapter, line, "en")
    return figure


def _kind(chapter: Chapter, code: str) -> Kind:
    if code in chapter.rates:
        return Kind.RATE
    counted = chapter.figures[code]
    if isinstance(counted, Stock):
        return Kind.CARRIED_OVER if counted.at is Edge.START else Kind.PENDING
    return Kind.DISTINCT if isinstance(counted, Figure) and counted.distinct else Kind.FIGURE


def _said(chapter: Chapter, line: Line, language: str) -> tuple[str, str]:
    """The label, and everything one click away from the figure on a page, in one language."""
    with translation.override(language):
        meaning = (f"{known.term}: {known.says}" for known in define(chapter, line.code))
        return str(line.label), "\n".join(meaning)
