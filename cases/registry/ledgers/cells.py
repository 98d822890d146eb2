"""How one cell is read, by the kind of field it belongs to."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils.translation import gettext_lazy as _

from cases.registry.ledgers.faults import Unreadable
from cases.registry.ledgers.words import folded
from cases.registry.typed_dates import NotADate, typed_date, within_reach

# A float is a number of more digits than a spreadsheet keeps; every other one comes as text.
Cell = str | date | float
Read = Callable[[Any], Any]

_NUMBER = re.compile(r"¥?([-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)元?", re.ASCII)
_TRUE = frozenset({"1", "是", "有", "true", "yes", "y", "√", "✓", "✔"})
_FALSE = frozenset({"0", "否", "无", "false", "no", "n", "×", "✗"})
# An apostrophe tells a spreadsheet that what follows is text, not a formula; see `files`.
_SAID_TO_BE_TEXT = re.compile(r"'+[=+\-@]")


def text_of(cell: Any) -> str:
    """What a cell shows."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    text = str(cell).strip()
    return text[1:] if _SAID_TO_BE_TEXT.match(text) else text


def read_date(cell: Any) -> date | None:
    """A date cell, or a date typed as 2024-08-01, 2024/8/1, 2024.8.1, 2024年8月1日 or 20240801.

    A time of day behind it is dropped.
    """
    if isinstance(cell, datetime):
        cell = cell.date()
    if not isinstance(cell, date) and not text_of(cell):
        return None
    try:
        return within_reach(cell) if isinstance(cell, date) else typed_date(text_of(cell))
    except NotADate as error:
        raise Unreadable(error.expected) from None


def read_boolean(cell: Any) -> bool | None:
    text = folded(text_of(cell))
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    if not text:
        return None
    raise Unreadable(_("expected yes or no"))


def _read_number(cell: Any) -> Decimal | None:
    """A number as people type money: 1,234.50, ￥1234.5 or 1234.5元."""
    if not (text := folded(text_of(cell))):
        return None
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise Unreadable(_("expected a number"))
    return Decimal(match[1].replace(",", ""))


def read_integer(cell: Any, lowest: int, highest: int) -> int | None:
    """A whole number; 3.0 is one as well, because spreadsheets write them so."""
    number = _read_number(cell)
    if number is None:
        return None
    if number != number.to_integral_value() or not lowest <= number <= highest:
        raise Unreadable(
            _("expected a whole number from %(lowest)s to %(highest)s")
            % {"lowest": lowest, "highest": highest}
        )
    return int(number)


def read_decimal(cell: Any, digits: int, places: int) -> Decimal | None:
    """A number of so many decimals; zeros beyond them do not count."""
    number = _read_number(cell)
    if number is None:
        return None
    if number.adjusted() >= digits - places:
        raise Unreadable(_("this number is too large"))
    exact = number.quantize(Decimal(1).scaleb(-places))
    if exact != number:
        raise Unreadable(
            _("expected a number with at most %(places)s decimals") % {"places": places}
        )
    return exact


def _reader_of(field: "models.Field[Any, Any]") -> Read:
    match field:
        case models.DateTimeField():
            pass  # a kind of DateField, but no ledger has moments yet
        case models.DateField():
            return read_date
        case models.BooleanField():
            return read_boolean
        case models.DecimalField():
            return partial(read_decimal, digits=field.max_digits, places=field.decimal_places)
        case models.IntegerField():
            # Those of the standard: SQLite alone would let in what PostgreSQL cannot keep.
            ranges = BaseDatabaseOperations.integer_field_ranges
            lowest, highest = ranges[field.get_internal_type()]
            return partial(read_integer, lowest=lowest, highest=highest)
        case models.CharField() | models.TextField():
            return text_of
    raise TypeError(f"no ledger reads a {type(field).__name__}")


def reader(field: "models.Field[Any, Any]") -> Read:
    """How cells of this field are read: as its kind is written, then by its own validators.

    What it returns takes a cell and gives the value, None or "" for an empty one.

    Raises:
        TypeError: a kind of field that no ledger has yet.
    """
    return partial(_read_validly, read=_reader_of(field), field=field)


def _read_validly(cell: Any, read: Read, field: "models.Field[Any, Any]") -> Any:
    value = read(cell)
    if value in (None, ""):
        return value
    try:
        value = field.to_python(value)
        field.run_validators(value)
    except ValidationError as error:
        raise Unreadable(" ".join(error.messages)) from None
    return value
