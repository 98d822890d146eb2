"""What is done on a new machine before the server answers."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from lawgov.management.commands import start

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("taken_in", "analysed"), [([], 0), (["a ledger"], 1)])
def test_the_database_counts_what_was_taken_in(
    monkeypatch: pytest.MonkeyPatch, taken_in: list[Any], analysed: int
) -> None:
    told: list[str] = []

    def listen(execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        if sql != "ANALYZE":
            return execute(sql, params, many, context)
        return told.append(sql)  # what it found would outlive the test

    tallies = [type("Tally", (), {"ledger": each, "written": 1})() for each in taken_in]
    monkeypatch.setattr(start, "take_in_once", lambda _bar: tallies)
    monkeypatch.setattr(start.Command, "_print_figures", lambda _self: None)

    with connection.execute_wrapper(listen):
        call_command("start", no_server=True)

    assert len(told) == analysed
