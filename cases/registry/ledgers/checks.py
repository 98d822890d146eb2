"""Ledgers refuse a mistake in their declaration at start-up, not when a clerk comes with a file."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import Error
from django.core.exceptions import FieldDoesNotExist

from cases.registry.ledgers.columns import Column
from cases.registry.ledgers.ledger import Ledger
from cases.registry.ledgers.references import ReferenceColumn


def check(ledgers: Sequence[Ledger[Any]]) -> list[Error]:
    """Everything that would keep a ledger from being read, or from being read back as written."""
    found = [error for ledger in ledgers for error in _check(ledger)]
    return found or [*_twice_called(ledgers), *_out_of_order(ledgers)]


def _check(ledger: Ledger[Any]) -> Iterator[Error]:
    try:
        columns = ledger.columns()
    except (FieldDoesNotExist, TypeError) as error:
        yield _error(ledger, f"cannot be read: {error}", "E101")
        return
    names = {column.name for column in columns}
    if lost := ledger.key_columns - names:
        yield _error(ledger, f"has no column for its key: {_listed(lost)}", "E102")
    if lost := _needed(ledger) - names:
        yield _error(ledger, f"lacks what its rows cannot be without: {_listed(lost)}", "E103")
    yield from _alike(ledger, columns)
    for column in columns:
        if not column.is_empty_when_written_so:
            expected = f"{column.name} would not be read back empty, but as its default"
            yield _error(ledger, expected, "E105")


def _needed(ledger: Ledger[Any]) -> set[str]:
    return {
        field.name
        for field in ledger.model._meta.concrete_fields
        if not (field.null or field.blank or field.generated or field.primary_key)
        and field.get_default() is None
    }


def _alike(ledger: Ledger[Any], columns: Sequence[Column]) -> Iterator[Error]:
    first: dict[str, Column] = {}
    for column in columns:
        for header in column.headers:
            if (other := first.setdefault(header, column)) is not column:
                text = f"{other.name} and {column.name} are both called {header}"
                yield _error(ledger, text, "E104")


def _twice_called(ledgers: Sequence[Ledger[Any]]) -> Iterator[Error]:
    first: dict[str, Ledger[Any]] = {}
    for ledger in ledgers:
        for title in ledger.titles:
            if (other := first.setdefault(title, ledger)) is not ledger:
                yield _error(ledger, f"is called {title}, and so is {other.name}", "E106")


def _out_of_order(ledgers: Sequence[Ledger[Any]]) -> Iterator[Error]:
    to_come = [ledger.model for ledger in ledgers]
    for ledger in ledgers:
        to_come.remove(ledger.model)
        for column in ledger.columns():
            if isinstance(column, ReferenceColumn) and column.model in set(to_come):
                yield _error(ledger, f"{column.name} refers to a later ledger", "E107")


def _error(ledger: Ledger[Any], text: str, number: str) -> Error:
    return Error(f"Ledger {ledger.name}: {text}", obj=ledger.model, id=f"lawgov.{number}")


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))
