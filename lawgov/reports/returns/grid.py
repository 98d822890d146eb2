"""A filled form on its way into a file."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from cases.registry.periods import Period
from lawgov.reports.exports.grids import Grid, Line
from lawgov.reports.returns.told import Told
from lawgov.reports.spans import spoken


def grid(told: Told, period: Period) -> Grid:
    """The form with all its sections, one below the other, and what each column means."""
    return Grid(
        f"{told.form}-{period}",
        told.label,
        list(_remarks(told, period)),
        [[" / ".join(part.label for part in told.parts)], *(c.path for c in told.columns)],
        list(_lines(told)),
        [*told.definitions, *told.balances],
        told.paper,
    )


def _remarks(told: Told, period: Period) -> Iterator[str]:
    yield _("Period: %(period)s") % {"period": spoken(period)}
    if told.closed_at:
        moment = timezone.localtime(told.closed_at).strftime("%Y-%m-%d %H:%M")
        yield _("As closed at %(moment)s") % {"moment": moment}
    if told.source:
        yield told.source


def _lines(told: Told) -> Iterator[Line]:
    keys = [column.key for column in told.columns]
    for part in told.parts:
        if len(told.parts) > 1:
            yield Line([part.label, *[""] * len(keys)], "section")
        for line in part.lines:
            yield Line([line.label, *(line.values[key] for key in keys)])
        yield Line([part.total.label, *(part.total.values[key] for key in keys)], "total")
