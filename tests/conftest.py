"""What every test may lean on."""

import os
import shutil

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from lawgov.triggers import ACCESSES, CLOSINGS

NOTHING_SKIPPED = bool(os.environ.get("LAWGOV_NOTHING_SKIPPED"))
NEEDED = {
    "browser": ("chromium", "Chromium is not installed here (Debian: apt-get install chromium)"),
    "office": (
        "soffice",
        "LibreOffice is not installed here (Debian: apt-get install libreoffice-calc-nogui "
        "libreoffice-writer-nogui)",
    ),
    "gettext": ("msgfmt", "GNU gettext is not installed here (Debian: apt-get install gettext)"),
}


def pytest_configure() -> None:
    """Passwords are hashed for every person a test makes: quickly here, slowly in an office."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    _let_tests_empty_the_log()


def _let_tests_empty_the_log() -> None:
    """A test that commits empties every table behind it; the log and what was closed refuse that
    of anybody else.

    The triggers come back with the signal that follows.
    """
    empty = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]  # not in the stubs

    def unguarded(case: TransactionTestCase) -> None:
        for family in (ACCESSES, CLOSINGS):
            family.remove(connection)
        empty(case)

    TransactionTestCase._fixture_teardown = unguarded  # type: ignore[attr-defined]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that commit come last: they empty the tables, also of what migrations wrote."""
    items.sort(key=_commits)
    _skip_what_cannot_run(items)


def _commits(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    marker = item.get_closest_marker("django_db")
    is_marked = marker is not None and bool(marker.kwargs.get("transaction"))
    return is_marked or not {"live_server", "transactional_db"}.isdisjoint(fixtures)


def _skip_what_cannot_run(items: list[pytest.Item]) -> None:
    """Skip what this machine cannot run and say how to get it, or fail where nothing may be."""
    for marker, (program, how_to_get_it) in NEEDED.items():
        if shutil.which(program):
            continue
        if NOTHING_SKIPPED:
            raise pytest.UsageError(how_to_get_it)
        for item in items:
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=how_to_get_it))
