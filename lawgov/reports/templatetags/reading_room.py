"""The way into the reading room, shown to whoever may enter it, and the numbers in its tables."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from html import escape
from typing import Any, NamedTuple, cast

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from lawgov.reports.access import may_read
from lawgov.reports.definitions import KEPT, Definition
from lawgov.reports.pieces import Pieces
from lawgov.reports.spread import Cell, Head
from lawgov.reports.tables import Row, Term, Tie

register = template.Library()

NOUGHT = ' class="nought"'
WRITTEN = 8192  # different numbers and paths, as they were last written


class Frame(NamedTuple):
    """What stands before the path a number leads to, between path and number, and after it."""

    before: str
    between: str
    after: str


@register.inclusion_tag("reports/way_in.html", takes_context=True)
def way_in(context: template.Context) -> dict[str, Any]:
    """A link for the header."""
    return {"may_read": _may_read(context)}


@register.inclusion_tag("reports/home.html", takes_context=True)
def reading_room(context: template.Context) -> dict[str, Any]:
    """A block for the home page."""
    return {"may_read": _may_read(context)}


@register.simple_tag
def heads(columns: Iterable[Head]) -> SafeString:
    """What stands above the columns of a table, in full for who only hears it."""
    return mark_safe("".join(_head(*column) for column in columns))  # noqa: S308  # escaped


@register.simple_tag(takes_context=True)
def lines(context: template.Context, rows: Sequence[Row]) -> SafeString:
    """The lines of a table, each with its definition and its numbers, which lead to their records.

    A year by months has some three hundred with four thousand numbers; a template takes longer
    over them than the database over a million cases. They are `pieces` of the page.
    """
    leads, pieces = escape(_("Break it down")), cast("Pieces", context["pieces"])
    frames = [(_around(*each), _around(*each, NOUGHT)) for each in rows[0].columns] if rows else []
    return pieces.put("".join(_line(row, frames, leads) for row in rows))


@register.simple_tag
def cells(line: Iterable[Cell]) -> SafeString:
    """The numbers of one line alone."""
    return mark_safe("".join(map(_cell, line)))  # noqa: S308  # escaped where it is text


@register.simple_tag
def identities(ties: Iterable[Tie], closed: Collection[str]) -> SafeString:
    """What adds up, each number leading to its records; what is left over, with what it may be.

    `closed` is what is read as it was closed.
    """
    why = _why_left_over(is_closed=bool(closed))
    return mark_safe("".join(_tie(tie, why) for tie in ties))  # noqa: S308  # escaped


@register.simple_tag
def definition(known: Iterable[Definition]) -> SafeString:
    """What is known of a number, each question with its answer."""
    return _definition(tuple(known))


@lru_cache(maxsize=KEPT)
def _definition(known: tuple[Definition, ...]) -> SafeString:
    items = (
        f"<div><dt>{escape(asked)}</dt><dd>{escape(says)}</dd></div>"
        for asked, says in known
        if says
    )
    return mark_safe(f'<dl class="definition">{"".join(items)}</dl>')  # noqa: S308  # escaped


@lru_cache(maxsize=KEPT)
def _head(text: str, spoken: str, tone: str) -> str:
    name = f' class="{escape(tone)}"' if tone else ""
    said = f' title="{escape(spoken)}" aria-label="{escape(spoken)}"' if spoken != text else ""
    return f'<th scope="col"{name}{said}>{escape(text)}</th>'


def _line(row: Row, frames: Sequence[tuple[Frame, Frame]], leads: str) -> str:
    tone, unit = (' class="rate"', ' <span class="unit">%</span>') if row.is_rate else ("", "")
    parts = f'<p><a href="{escape(row.breakdown)}">{leads}</a></p>' if row.breakdown else ""
    path, found = _escaped(row.path), []
    for text, (plain, nought) in zip(row.texts, frames, strict=True):
        found.append(_number(nought if text == "0" else plain, path, text))
    return (
        f'<tr{tone}><th scope="row"><details><summary>{escape(str(row.label))}{unit}</summary>'
        f"{definition(row.definition)}{parts}"
        f'<p class="code">{escape(row.code)}</p></details></th>{"".join(found)}</tr>'
    )


def _cell(cell: Cell) -> str:
    text, path, query, tone = cell
    frame = _around(query if path else "", tone, NOUGHT if text == "0" else "")
    return _number(frame, _escaped(path), text)


def _number(frame: Frame, path: str, text: str) -> str:
    before, between, after = frame
    return f"{before}{path if between else ''}{between}{_escaped(text)}{after}"


_escaped = lru_cache(maxsize=WRITTEN)(escape)


@lru_cache(maxsize=KEPT)
def _around(query: str, tone: str, attribute: str = "") -> Frame:
    """What stands around the numbers of a column, of which those without a query lead nowhere."""
    opened = f'<td class="{tone}">' if tone else "<td>"
    if not query:
        return Frame(opened, "", "</td>")
    return Frame(f'{opened}<a href="', f'?{escape(query)}"{attribute}>', "</a></td>")


def _tie(tie: Tie, why: str) -> str:
    label, terms = escape(str(tie.identity.label)), "".join(map(_term, tie.terms))
    name, mark, left = ("open", "✗", _left_over(tie, why)) if tie.left_over else ("tied", "✓", "")
    return (
        f'<li class="{name}"><span class="name">{mark} {label}</span> '
        f'<span class="sum">{terms}</span>{left}</li>'
    )


def _why_left_over(*, is_closed: bool) -> str:
    why = _(
        "More on the left: records whose outcome no part names, or that lack one. "
        "More on the right: records that count in two parts. Open the numbers to see which."
    )
    if not is_closed:
        return why
    moved = _(
        "Read as closed, it may also be a record that was moved to another agency or another day "
        "after a part of the period was closed: it counts in that part as it was then and in the "
        "rest as it is now, so that it may count in both."
    )
    return f"{why} {moved}"


def _left_over(tie: Tie, why: str) -> str:
    numbers = escape(", ".join(f"{number} ({name})" for name, number in tie.left_over))
    return (
        f' <strong class="left">{escape(_("Left over:"))} {numbers}</strong>'
        f' <span class="why">{escape(why)}</span>'
    )


def _term(term: Term) -> str:
    sign, label, cell = term
    before = f" {sign} " if sign else ""
    return (
        f'{before}<a href="{_escaped(cell.path)}?{_escaped(cell.query)}" '
        f'title="{_escaped(str(label))}">{escape(cell.text)}</a>'
    )


def _may_read(context: template.Context) -> bool:
    user = context.get("user")
    return user is not None and may_read(user)
