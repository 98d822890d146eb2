"""How one cell is read and written, by the kind of field it belongs to."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Label
from cases.registry.ledgers.faults import Unreadable

Read = Callable[[Any], Any]
LANGUAGES = ("zh-hans", "en")

_DATE = re.compile(r"(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?")
_TRUE = frozenset({"1", "是", "true", "yes", "y", "有", "√", "✓"})
_FALSE = frozenset({"0", "否", "false", "no", "n", "无", "", "×"})


def in_every_language(label: Label) -> set[str]:
    """A label as each language writes it."""
    said = set()
    for language in LANGUAGES:
        with translation.override(language):
            said.add(str(label))
    return said


def text_of(value: Any) -> str:
    """What a cell shows: numbers that a spreadsheet keeps as 3.0 are 3."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def read_date(value: Any) -> date | None:
    """A date cell, or a date typed as 2024-08-01, 2024/8/1, 2024年8月1日 or 20240801."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = text_of(value)
    if not text:
        return None
    if text.isdigit() and len(text) == len("20240801"):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    match = _DATE.match(text)
    if match is None or text[match.end() :].strip(" 0:"):
        raise Unreadable(_("expected a date such as 2024-08-01"))
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise Unreadable(_("there is no such day; expected a date such as 2024-08-01")) from None


def read_boolean(value: Any) -> bool:
    text = text_of(value).lower()
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    raise Unreadable(_("expected yes or no"))


def read_integer(value: Any) -> int | None:
    text = text_of(value).replace(",", "")
    if not text:
        return None
    if not re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
        raise Unreadable(_("expected a whole number"))
    return int(text)


def read_decimal(value: Any, digits: int, places: int) -> Decimal | None:
    text = text_of(value).replace(",", "").replace("，", "")
    if not text:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise Unreadable(_("expected a number")) from None
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent > places:
        raise Unreadable(
            _("expected a number with at most %(places)s decimals") % {"places": places}
        )
    if number.adjusted() >= digits - places:
        raise Unreadable(_("this number is too large"))
    return number


def read_text(value: Any, longest: int | None) -> str:
    text = text_of(value)
    if longest is not None and len(text) > longest:
        raise Unreadable(
            _("expected at most %(longest)s characters, found %(found)s")
            % {"longest": longest, "found": len(text)}
        )
    if "\x00" in text:
        raise Unreadable(_("expected text"))
    return text


def read_choice(value: Any, meanings: dict[str, Any], shown: str) -> Any:
    text = text_of(value)
    if text in meanings:
        return meanings[text]
    raise Unreadable(_("expected one of: %(choices)s") % {"choices": shown})


def _choice_reader(choices: Iterable[tuple[Any, Label]]) -> Read:
    """Accepts the code and the label in either language."""
    meanings: dict[str, Any] = {"": ""}
    shown = []
    for code, label in choices:
        meanings[str(code)] = code
        meanings |= dict.fromkeys(in_every_language(label), code)
        shown.append(str(label))
    return partial(read_choice, meanings=meanings, shown="、".join(shown))


def reader(field: "models.Field[Any, Any]") -> Read:
    """How cells of this field are read.

    Raises:
        TypeError: a kind of field that no ledger has yet.
    """
    if field.choices:
        return _choice_reader(field.flatchoices)
    match field:
        case models.DateField():
            return read_date
        case models.BooleanField():
            return read_boolean
        case models.DecimalField():
            return partial(read_decimal, digits=field.max_digits, places=field.decimal_places)
        case models.IntegerField():
            return read_integer
        case models.CharField() | models.TextField():
            return partial(read_text, longest=field.max_length)
    raise TypeError(f"no ledger reads a {type(field).__name__}")


def written(value: Any) -> Any:
    """What goes into an outgoing cell for a value that is not a choice."""
    if value is None or value is False:
        return ""
    if value is True:
        return "是"
    if isinstance(value, date):
        return value.isoformat()
    return value
