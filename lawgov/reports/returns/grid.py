"""A filled form on its way into a file."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from lawgov.reports.exports.grids import Grid, Line
from lawgov.reports.returns.columns import Column
from lawgov.reports.returns.layouts import Layout
from lawgov.reports.returns.pivot import Filled, Pivot
from lawgov.reports.returns.vocabulary import COUNTED, RATES
from lawgov.reports.spans import spoken


def grid(pivot: Pivot) -> Grid:
    """The form with all its sections, one below the other, and what each column means."""
    layout, filled = pivot.layout, pivot.filled()
    titles = [str(each.section.words) for each in filled]
    return Grid(
        f"{layout.form}-{pivot.period}",
        str(layout.words),
        remarks(pivot),
        [[" / ".join(titles)], *(column.path for column in layout.shown)],
        list(_lines(layout, filled)),
        [*definitions(layout), *_balances(pivot, filled)],
        layout.paper,
    )


def remarks(pivot: Pivot) -> list[str]:
    found = [_("Period: %(period)s") % {"period": spoken(pivot.period)}]
    if str(pivot.layout.source):
        found.append(str(pivot.layout.source))
    return found


def _lines(layout: Layout, filled: Sequence[Filled]) -> Iterator[Line]:
    shown = layout.shown
    for each in filled:
        if len(filled) > 1:
            heading = [str(each.section.words), *[""] * len(shown)]
            yield Line(heading, "section")
        for line in each.lines:
            yield Line([line.label, *(line.values[column.key] for column in shown)])
        total = [each.total.label, *(each.total.values[column.key] for column in shown)]
        yield Line(total, "total")


def definitions(layout: Layout) -> list[tuple[str, str]]:
    """Each column with how it is counted."""
    return [(column.label, meaning(layout, column)) for column in layout.shown]


def meaning(layout: Layout, column: Column) -> str:
    return " ".join(part for part in (_reckoned(layout, column), str(column.note)) if part)


def _reckoned(layout: Layout, column: Column) -> str:
    if column.is_absent:
        return _("Nobody of this kind decides cases of this county: always nought.")
    if column.of:
        return _of(layout, column)
    if column.figure:
        counted = COUNTED[column.figure][1]
        return str(counted.meaning or counted.label)
    if column.rate:
        return str(RATES[column.rate].meaning)
    above, below = column.share or (column.adds, ())
    added = [" + ".join(layout.column(key).label for key in side) for side in (above, below)]
    if not below:
        return added[0]
    names = {"above": added[0], "below": added[1]}
    return _("%(above)s / %(below)s, cut off after two decimals") % names


def _of(layout: Layout, column: Column) -> str:
    whole = {"whole": layout.column(column.of).label}
    if column.is_rest:
        return _("Of “%(whole)s”, what the other columns leave.") % whole
    return _("Of “%(whole)s”.") % whole


def _balances(pivot: Pivot, filled: Sequence[Filled]) -> Iterator[tuple[str, str]]:
    for each in pivot.sums(filled):
        over = ", ".join(f"{label} {number:+}" for label, number in each.left_over)
        verdict = _("left over: %(remainder)s") % {"remainder": over} if over else _("adds up")
        yield each.label, f"{each.whole} = {each.parts} ({verdict})"
