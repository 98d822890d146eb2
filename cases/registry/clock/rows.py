"""Rows of the terms file, checked and made into terms and grounds."""

from collections.abc import Callable, Mapping
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
_Reader = Callable[[Mapping[str, Any]], dict[str, Any]]

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
    term = _made(Term, _term_fields, row)
    if term.length is None and term.varies is not Variation.SET:
        raise BadTable(
            format_lazy(_("{code}: a term without a length must be set."), code=term.code)
        )
    return term


def ground_from(row: Mapping[str, Any]) -> Ground:
    """A ground from its row."""
    return _made(Ground, lambda row: {**_read(row), "terms": frozenset(row["terms"])}, row)


def _term_fields(row: Mapping[str, Any]) -> dict[str, Any]:
    fields = _read(row)
    if "extension" in fields:
        fields["extension"] = ExtensionRule(**_read(row["extension"]))
    direction, unit = fields.get("direction", Direction.FORWARD), fields.get("unit")
    if direction is Direction.FORWARD and unit is not Unit.WORKING_DAY:
        fields.setdefault("rolls", True)
    return fields


def _read(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in row.items()}


def _value(name: str, value: Any) -> Any:
    if name in _WORDS:
        return Words(**value)
    choice = _CHOICES.get(name)
    return choice(value) if choice else value


def _made(kind: type[Row], read: _Reader, row: Mapping[str, Any]) -> Row:
    try:
        return kind(**read(row))
    except (KeyError, TypeError, ValueError) as error:  # a field too many, missing, or unknown
        text = format_lazy("{code}: {error}", code=row.get("code", "?"), error=error)
        raise BadTable(text) from error
