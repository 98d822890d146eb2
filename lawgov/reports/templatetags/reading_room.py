"""The way into the reading room, shown to whoever may enter it, and the numbers in its tables."""

from collections.abc import Iterable
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from lawgov.reports.access import may_read
from lawgov.reports.definitions import Definition
from lawgov.reports.tables import Cell

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
def cells(line: Iterable[Cell]) -> SafeString:
    """The numbers of one line, each leading to its records.

    A year by months has some four thousand; a template takes longer over them than the
    database over a million cases.
    """
    return mark_safe("".join(map(_cell, line)))  # noqa: S308  # escaped where it is text


@register.simple_tag
def definition(known: Iterable[Definition]) -> SafeString:
    """What is known of a number, each question with its answer."""
    answered = (each for each in known if each.says)
    items = (f"<div><dt>{escape(q)}</dt><dd>{escape(str(says))}</dd></div>" for q, says in answered)
    return mark_safe(f'<dl class="definition">{"".join(items)}</dl>')  # noqa: S308  # escaped


def _cell(cell: Cell) -> str:
    text, address, tone = cell
    shown = escape(text)
    if address:
        nought = ' class="nought"' if text == "0" else ""
        shown = f'<a href="{escape(address)}"{nought}>{shown}</a>'
    return f'<td class="{escape(tone)}">{shown}</td>' if tone else f"<td>{shown}</td>"


def _may_read(context: template.Context) -> bool:
    user = context.get("user")
    return user is not None and may_read(user)
