"""Statements reach SQLite as Django would send them."""

import sqlite3
from typing import Any

import pytest
from django.db.backends.sqlite3.base import SQLiteCursorWrapper

from cases.registry.history.sqlite3.cursors import Cursor


def cursor(factory: Any) -> Any:
    return sqlite3.connect(":memory:").cursor(factory=factory)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1",
        "SELECT %s, %s",
        "SELECT '%%s', %s",
        "SELECT %s WHERE name LIKE '%%%s'",
        "SELECT 5 %% 2",
        "SELECT strftime('%%Y', %s)",
    ],
)
def test_placeholders_are_written_as_django_writes_them(query: str) -> None:
    ours, theirs = cursor(Cursor), cursor(SQLiteCursorWrapper)

    assert ours.convert_query(query) == theirs.convert_query(query)


def test_named_placeholders_are_still_understood() -> None:
    query = "SELECT %(name)s"

    assert cursor(Cursor).convert_query(query, param_names=["name"]) == "SELECT :name"
