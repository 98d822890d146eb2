"""Somebody before the pages of the reading room."""

import pytest
from django.test import Client

from cases.registry.roles import Role
from lawgov.reports import numbers
from tests.lawgov.reports.county import County, fill, found


@pytest.fixture(autouse=True)
def nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another test closed alike has not been read in this one."""
    monkeypatch.setattr(numbers, "_read_already", {})


@pytest.fixture
def county(db: None) -> County:
    """Bodies and people, and nothing on record."""
    return found()


@pytest.fixture
def busy(county: County) -> County:
    """The same with something for every line of work in 2024 and a little in 2023."""
    fill(county, rounds=2)
    return county


@pytest.fixture
def supervisor(client: Client, county: County) -> Client:
    client.force_login(county.person(Role.SUPERVISOR))
    client.cookies["django_language"] = "en"
    return client
