"""Offices to back up, to restore into, and to kill processes in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from pytest_django import Settings

from tests.offices import Builder, Office, builder


@pytest.fixture(scope="session")
def new_office(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Builder]:
    """Asked for before anything is entered: tests with `django_db` come first, and roll back."""
    with django_db_blocker.unblock(), builder(tmp_path_factory.mktemp("offices")) as build:
        yield build


@pytest.fixture(scope="session")
def county(new_office: Builder, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office with something in every line of work, and papers; nobody changes it."""
    office = new_office(tmp_path_factory.mktemp("county"))
    done = office.run("-m", "tests.lawgov.keeping.populating")
    assert done.returncode == 0, done.stderr
    return office


@pytest.fixture(scope="session")
def archive(county: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the county."""
    path: Path = tmp_path_factory.mktemp("backups") / "county.tar.gz"
    county.manage("backup", str(path))
    return path


@pytest.fixture
def shelf(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    """Where papers lie; what is wrong with them is said in English."""
    settings.LAWGOV_FILES_DIR = tmp_path / "files"
    with translation.override("en"):
        yield tmp_path / "files"
