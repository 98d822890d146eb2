"""The arithmetic asks no database and no clock: whatever it knows, it was told."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from cases.registry.clock import clock

SOURCES = sorted(Path(clock.__file__).parent.glob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_it_imports_no_database(source: Path) -> None:
    modules = list(imported(ast.parse(source.read_text(encoding="utf-8"))))

    allowed = ("django.utils", "cases.registry.clock", "chinese_calendar")
    assert [name for name in modules if name.startswith("django.db")] == []
    assert all(name.startswith(allowed) for name in modules if name.startswith(("django", "cases")))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_it_reads_no_clock(source: Path) -> None:
    attributes = {
        node.attr
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }

    assert attributes.isdisjoint({"today", "now", "localdate", "utcnow"})
