"""Rows of the terms file, checked and made into terms and grounds."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.clock.refusals import BadTable
from cases.registry.clock.terms import (
    Certainty,
    Direction,
    ExtensionRule,
    Ground,
    LapseEvent,
    Term,
    Unit,
    Variation,
)
from cases.registry.clock.words import Words

Row = TypeVar("Row")

_WORDS = frozenset({"label", "trigger", "lapse", "article", "note", "approver"})
_CHOICES = {
    "unit": Unit,
    "direction": Direction,
    "varies": Variation,
    "lapse_event": LapseEvent,
    "certainty": Certainty,
}


def term_from(row: Mapping[str, Any]) -> Term:
    """A term from its row; what the row leaves out takes the defaults the file's head names."""
    fields = _read(row)
    if "extension" in fields:
        fields["extension"] = _made(ExtensionRule, _read(row["extension"]), row)
    unit, direction = fields.get("unit"), fields.get("direction", Direction.FORWARD)
    if direction is Direction.FORWARD and unit is not Unit.WORKING_DAY:
        fields.setdefault("rolls", True)
    term = _made(Term, fields, row)
    if term.length is None and term.varies is not Variation.SET:
        raise BadTable(
            format_lazy(_("{code}: a term without a length must be set."), code=term.code)
        )
    return term


def ground_from(row: Mapping[str, Any]) -> Ground:
    """A ground from its row."""
    return _made(Ground, {**_read(row), "terms": frozenset(row.get("terms", ()))}, row)


def _read(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in row.items()}


def _value(name: str, value: Any) -> Any:
    if name in _WORDS:
        return Words(**value)
    choice = _CHOICES.get(name)
    return choice(value) if choice else value


def _made(kind: type[Row], fields: dict[str, Any], row: Mapping[str, Any]) -> Row:
    try:
        return kind(**fields)
    except TypeError as error:  # a field too many, or one that is missing
        text = format_lazy("{code}: {error}", code=row.get("code", "?"), error=error)
        raise BadTable(text) from error
