"""What each column of a form means, and how its sums are said."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from lawgov.reports.returns.columns import Column
from lawgov.reports.returns.layouts import Layout
from lawgov.reports.returns.pivot import Sum
from lawgov.reports.returns.vocabulary import COUNTED, RATES


def source(layout: Layout) -> str:
    """Where the form comes from, and whether it is a reconstruction of ours."""
    return str(layout.source)


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


def balances(sums: Sequence[Sum]) -> Iterator[tuple[str, str]]:
    """Each identity with its numbers and what is left over."""
    for each in sums:
        over = ", ".join(f"{label} {number:+}" for label, number in each.left_over)
        verdict = _("left over: %(remainder)s") % {"remainder": over} if over else _("adds up")
        yield each.label, f"{each.whole} = {each.parts} ({verdict})"
