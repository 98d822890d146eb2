"""What the history says of a column, in a clerk's words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cases.registry.history.watching import SECRET
from cases.registry.masking import mask_of
from cases.registry.records import KeptQuerySet, Reader

NOTHING = "–"
Columns = Mapping[str, "models.Field[Any, Any]"]
Value = tuple["models.Field[Any, Any]", Any]


def columns_of(model: type[models.Model]) -> Columns:
    return {str(each.column): each for each in model._meta.concrete_fields}


@dataclass
class Names:
    """The rows that keys lead to, by name: one query for each table, however many keys."""

    found: dict[type[models.Model], Mapping[Any, models.Model]] = field(default_factory=dict)

    @classmethod
    def of(cls, values: Iterable[Value], reader: Reader) -> "Names":
        keys: dict[type[models.Model], set[Any]] = defaultdict(set)
        for each, value in values:
            if isinstance(each, models.ForeignKey) and value is not None:
                keys[each.related_model].add(value)
        return cls({model: _in_bulk(model, wanted, reader) for model, wanted in keys.items()})

    def worded(self, each: "models.Field[Any, Any]", value: Any) -> str:
        """One value; numbers of people keep only their ends."""
        if each.name in SECRET:
            return "••••"
        if value is None or value == "":
            return NOTHING
        if isinstance(each, models.ForeignKey):
            row = self.found.get(each.related_model, {}).get(value)
            return str(row) if row is not None else f"#{value}"
        return mask_of(each.name)(_plain(each, each.to_python(value)))


def _plain(each: "models.Field[Any, Any]", value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if each.choices:
        return str(dict(each.flatchoices).get(value, value))
    if isinstance(value, datetime):
        at = value if value.tzinfo else value.replace(tzinfo=UTC)
        return date_format(localtime(at), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    return str(value)


def _in_bulk(
    model: type[models.Model], keys: set[Any], reader: Reader
) -> Mapping[Any, models.Model]:
    """Records are named by their docket number, which is fetched with them, to who sees them."""
    rows = model._default_manager.all()
    if isinstance(rows, KeptQuerySet):
        rows = rows.visible_to(reader)
    if any(each.name == "docket" for each in model._meta.fields):
        rows = rows.select_related("docket")
    return rows.in_bulk(list(keys))
