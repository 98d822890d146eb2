"""Reports as text for a terminal, in columns that stand straight in Chinese and in English."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _
from wcwidth import wcswidth

from cases.registry.figures import Number
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from lawgov.reports.published import Comparison
from lawgov.reports.rollup import Balance, Rollup, Section
from lawgov.reports.spans import reporting_months, spoken

GAP = "  "


def columns(rows: Sequence[Sequence[str]], *, left: int = 1) -> Iterator[str]:
    """Rows of cells as lines; the first `left` columns flush left, numbers flush right."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (pad(cell, widths[place], right=place >= left) for place, cell in enumerate(row))
        yield GAP.join(cells).rstrip()


def width(text: str) -> int:
    """How many columns of a terminal the text takes; a Chinese character takes two."""
    return max(wcswidth(text), 0)


def pad(text: str, to: int, *, right: bool = False) -> str:
    filling = " " * (to - width(text))
    return filling + text if right else text + filling


def shown(value: Number | Ratio | None) -> str:
    """A value as it is printed; what cannot be counted is a dash."""
    return "-" if value is None else str(value)


def table(rollup: Rollup) -> Iterator[str]:
    """Every section with its lines, then its identities with whatever is left over."""
    if how := reporting_months():
        yield how
        yield from (spoken(period) for period in rollup.periods)
    yield from closed(rollup)
    for section in rollup.sections:
        yield f"\n{section.chapter.label}"
        yield from columns(list(_lines(section, rollup.periods)), left=2)
        yield from (balance(found, rollup.periods) for found in section.balances)


def closed(rollup: Rollup) -> Iterator[str]:
    """Which of the periods are told as they were closed; nothing where none is."""
    for period, closed_at in zip(rollup.periods, rollup.closed_at, strict=False):
        if closed_at:
            moment = timezone.localtime(closed_at).strftime("%Y-%m-%d %H:%M")
            yield _("%(period)s as closed at %(moment)s") % {"period": period, "moment": moment}


def _lines(section: Section, periods: Sequence[Period]) -> Iterator[list[str]]:
    yield ["", "", *map(str, periods)]
    for line in section.lines:
        yield [f"  {line.label}", line.code, *map(shown, line.values)]


def balance(found: Balance, periods: Sequence[Period]) -> str:
    """One identity: that it holds, or what is left over in each period in which it does not."""
    if found.holds:
        return f"  ✓ {found.identity.label}"
    pairs = zip(periods, found.remainders, strict=True)
    remainders = ", ".join(f"{remainder} ({period})" for period, remainder in pairs if remainder)
    left = _("left over: %(remainder)s") % {"remainder": remainders}
    return f"  ✗ {found.identity.label} – {left}"


def comparison(compared: Iterable[Comparison]) -> Iterator[str]:
    """Published, regenerated and whether they agree, with the verdict as the last line."""
    found = list(compared)
    head = ["", "", _("published"), _("regenerated"), ""]
    rows = [
        [
            c.published.code,
            c.published.label,
            c.published.value,
            shown(c.regenerated),
            "✓" if c.agrees else "✗",
        ]
        for c in found
    ]
    yield from columns([head, *rows], left=2)
    # The verdict is read by scripts as well and stays the same in every language.
    yield f"{sum(c.agrees for c in found)} of {len(found)} published figures regenerated"
