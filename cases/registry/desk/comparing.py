"""Base, theirs and mine of a form that somebody else was quicker with, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.models import model_to_dict
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from cases.registry.desk.merging import THEIRS
from cases.registry.history.models import Change
from cases.registry.masking import covered, mask_of
from cases.registry.numbers import NumberFormField, written

NOTHING = "–"


class Side(StrEnum):
    """Who changed something since the form was opened."""

    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"


@dataclass
class Difference:
    """One field, or one whole row, that the two sides do not agree on."""

    name: str
    label: str
    base: str
    theirs: str
    mine: str
    side: Side
    hidden: str = ""
    change: Change | None = None
    who: str = ""


@dataclass
class Section:
    """The differences of one row, and what else happened to it."""

    title: str
    differences: list[Difference] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sides:
    """The same row three times: as it was opened, as it is now, as it was posted."""

    base: Model
    theirs: forms.ModelForm[Any]
    posted: QueryDict
    prefix: str  # of what was posted
    changes: list[Change]

    def differences(self) -> Iterator[Difference]:
        was = model_to_dict(self.base)
        for name, each in self.theirs.fields.items():
            if name in was and not each.disabled:
                found = self._difference(name, each, was[name])
                if found is not None:
                    yield found

    def is_changed_by_me(self) -> bool:
        was = model_to_dict(self.base)
        return any(
            _differ(each, was[name], self._mine(name, each))
            for name, each in self.theirs.fields.items()
            if name in was and not each.disabled
        )

    def summary_of_mine(self) -> str:
        fields = self.theirs.fields.items()
        said = (shown(name, each, self._mine(name, each)) for name, each in fields)
        return ", ".join(text for text in said if text != NOTHING)

    def summary_of_mine_if_any(self) -> str:
        return self.summary_of_mine() if self.is_changed_by_me() else ""

    def hidden(self) -> str:
        """Everything as it is now, for a form to carry along."""
        return mark_safe("".join(self.theirs[name].as_hidden() for name in self.theirs.fields))  # noqa: S308  # rendered by Django

    def html_name(self, name: str) -> str:
        return f"{self.prefix}-{name}" if self.prefix else name

    def _mine(self, name: str, each: forms.Field) -> Any:
        """What was posted; a mask means the number it stood for when the form was opened."""
        value = each.widget.value_from_datadict(self.posted, {}, self.html_name(name))
        kept = getattr(self.base, name, "") if isinstance(each, NumberFormField) else ""
        return kept if kept and written(value or "") == covered(kept) else value

    def _now(self, name: str, each: forms.Field) -> Any:
        stored = each.stored if isinstance(each, NumberFormField) else ""
        return stored or self.theirs.initial.get(name)

    def _difference(self, name: str, each: forms.Field, was: Any) -> Difference | None:
        now, mine = self._now(name, each), self._mine(name, each)
        side = _side(each, was, now, mine)
        if side is None:
            return None
        column = self.base._meta.get_field(name).column  # type: ignore[union-attr]  # of a form
        last = (change for change in self.changes if f'"{column}":' in change.content)
        return Difference(
            name=self.html_name(name),
            label=str(each.label or name),
            base=shown(name, each, was),
            theirs=shown(name, each, now),
            mine=shown(name, each, mine),
            side=side,
            hidden=self.theirs[name].as_hidden(),
            change=next(last, None),
        )


def theirs_prefix(prefix: str) -> str:
    return f"{THEIRS}-{prefix}" if prefix else THEIRS


def _differ(each: forms.Field, one: Any, other: Any) -> bool:
    """Numbers are compared in full, whatever of them is shown."""
    if isinstance(each, NumberFormField):
        return written(one or "") != written(other or "")
    return each.has_changed(one, other)


def _side(each: forms.Field, was: Any, now: Any, mine: Any) -> Side | None:
    if not _differ(each, now, mine):
        return None
    is_theirs = each.prepare_value(was) != each.prepare_value(now)
    if not _differ(each, was, mine):
        return Side.THEIRS if is_theirs else None
    return Side.BOTH if is_theirs else Side.MINE


def shown(name: str, each: forms.Field, value: Any) -> str:
    """A value of a form in a clerk's words; what cannot be read, as it was typed."""
    if value in (None, "", [], ()):
        return NOTHING
    try:
        cleaned = each.clean(value)
    except ValidationError:
        return mask_of(name)(str(value))
    if isinstance(cleaned, bool):
        return _("yes") if cleaned else _("no")
    if isinstance(cleaned, Model):
        return str(cleaned)
    if isinstance(cleaned, date):
        return date_format(cleaned, "SHORT_DATE_FORMAT")
    choices = dict(getattr(each, "choices", ()) or ())
    return mask_of(name)(str(choices.get(cleaned, cleaned)))
