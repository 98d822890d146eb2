"""Rows as they were when a form was opened, from what was changed since."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from decimal import Decimal
from typing import Any

from django.db import models

from cases.registry.history.models import Change, Kind

Content = dict[str, Any]


def content_of(change: Change) -> Content:
    found: Content = json.loads(change.content, parse_float=Decimal)
    return found


def since(model: type[models.Model], versions: Mapping[int, int]) -> dict[int, list[Change]]:
    """By key, the changes of rows since their record had the version, newest first; one query."""
    found: dict[int, list[Change]] = defaultdict(list)
    rows = Change.objects.filter(label=model._meta.label_lower, row_key__in=list(versions))
    for change in rows.order_by("-pk"):
        if change.version > versions[change.row_key]:
            found[change.row_key].append(change)
    return found


def before(row: models.Model, changes: Iterable[Change]) -> models.Model:
    """A row as it was before these changes, given newest first."""
    was = copy(row)
    for change in changes:
        if change.kind == Kind.CHANGED:
            put(was, {column: old for column, (old, _new) in content_of(change).items()})
        else:
            put(was, content_of(change))
    return was


def removed(model: type[models.Model], key: int, changes: Sequence[Change]) -> models.Model:
    """A row that is no longer there, as it was before these changes."""
    return before(model(pk=key), changes)


def put(row: models.Model, values: Content) -> None:
    """Set columns from what the history says of them; a column that is no more is passed over."""
    columns = {str(field.column): field for field in row._meta.concrete_fields}
    for column, value in values.items():
        if field := columns.get(column):
            setattr(row, field.attname, field.to_python(value))
