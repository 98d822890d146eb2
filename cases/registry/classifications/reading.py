"""Reads the tables of codes, for the migration that puts them into the database.

Rows and codes are those of the reconsideration statistics of 2015 and of the systems that
filled them in (certainty V). The fields since the reform of 2018 are from memory (M). Where a
kind of act that article 11 of the law of 2024 added is counted, is inferred (I), for the form
in force was not found. The reform is dated at the turn of the year, so that no statistical
year has two forms.
"""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FOLDER = Path(__file__).parent
TABLES = {"Field": "fields", "ActKind": "act_kinds", "RespondentKind": "respondent_kinds"}

Row = dict[str, Any]


def read(model: str) -> Iterator[Row]:
    """The rows of one classification under the names of the model's fields.

    A field of administration brings the code of its successor, or None.
    """
    with (FOLDER / f"{TABLES[model]}.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            yield {name: _READERS.get(name, str)(cell) for name, cell in line.items()}


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


_READERS: dict[str, Callable[[str], Any]] = {
    "position": int,
    "valid_from": _day,
    "valid_to": _day,
    "successor": lambda cell: cell or None,
}


def seed(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write every code, and then which field succeeded which."""
    for name in TABLES:
        rows = list(read(name))
        successors = {row["code"]: row.pop("successor", None) for row in rows}
        codes = _codes(apps, schema_editor, name)
        codes.bulk_create(codes.model(**row) for row in rows)
        for code, successor in successors.items():
            if successor is not None:
                codes.filter(code=code).update(successor=codes.get(code=successor))


def unseed(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the codes out again; the database refuses while a record uses one."""
    for name in TABLES:
        codes = _codes(apps, schema_editor, name)
        ours = codes.filter(code__in=[row["code"] for row in read(name)])
        if name == "Field":
            ours.update(successor=None)
        ours.delete()


def _codes(apps: Apps, schema_editor: BaseDatabaseSchemaEditor, name: str) -> Any:
    return apps.get_model("cases", name)._default_manager.using(schema_editor.connection.alias)
