"""The way into the reading room, shown to whoever may enter it, and the numbers in its tables."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from lawgov.reports.access import may_read
from lawgov.reports.definitions import KEPT, Definition
from lawgov.reports.tables import Cell, Row, Term

register = template.Library()


@register.inclusion_tag("reports/way_in.html", takes_context=True)
def way_in(context: template.Context) -> dict[str, Any]:
    """A link for the header."""
    return {"may_read": _may_read(context)}


@register.inclusion_tag("reports/home.html", takes_context=True)
def reading_room(context: template.Context) -> dict[str, Any]:
    """A block for the home page."""
    return {"may_read": _may_read(context)}


@register.simple_tag
def lines(rows: Iterable[Row]) -> SafeString:
    """The lines of a table, each with its definition and its numbers, which lead to their records.

    A year by months has some three hundred with four thousand numbers; a template takes longer
    over them than the database over a million cases.
    """
    leads = escape(_("Break it down"))
    return mark_safe("".join(_line(row, leads) for row in rows))  # noqa: S308  # escaped


@register.simple_tag
def cells(line: Iterable[Cell]) -> SafeString:
    """The numbers of one line alone."""
    return mark_safe("".join(map(_cell, line)))  # noqa: S308  # escaped where it is text


@register.simple_tag
def terms(identity: Iterable[Term]) -> SafeString:
    """The numbers of an identity with their signs, each leading to its records."""
    return mark_safe("".join(map(_term, identity)))  # noqa: S308  # escaped where it is text


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


def _line(row: Row, leads: str) -> str:
    tone, unit = (' class="rate"', ' <span class="unit">%</span>') if row.is_rate else ("", "")
    parts = f'<p><a href="{escape(row.breakdown)}">{leads}</a></p>' if row.breakdown else ""
    return (
        f'<tr{tone}><th scope="row"><details><summary>{escape(str(row.label))}{unit}</summary>'
        f"{definition(row.definition)}{parts}"
        f'<p class="code">{escape(row.code)}</p></details></th>{cells(row.cells)}</tr>'
    )


def _cell(cell: Cell) -> str:
    text, address, tone = cell
    shown = text if text.isdigit() else escape(text)
    if address:
        nought = ' class="nought"' if text == "0" else ""
        shown = f'<a href="{escape(address)}"{nought}>{shown}</a>'
    return f'<td class="{tone}">{shown}</td>' if tone else f"<td>{shown}</td>"


def _term(term: Term) -> str:
    sign, label, cell = term
    address, called = escape(cell.address), escape(str(label))
    before = f" {sign} " if sign else ""
    return f'{before}<a href="{address}" title="{called}">{escape(cell.text)}</a>'


def _may_read(context: template.Context) -> bool:
    user = context.get("user")
    return user is not None and may_read(user)
