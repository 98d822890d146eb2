"""A case, a clerk of the bureau, and a shelf for papers."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.users import User
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory, UserFactory


@pytest.fixture(autouse=True)
def shelf(settings: Settings, tmp_path: Path) -> Path:
    settings.LAWGOV_FILES_DIR = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def bureau() -> Agency:
    made: Agency = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    return made


@pytest.fixture
def clerk(bureau: Agency) -> User:
    made: User = UserFactory.create(agency=bureau)
    return made


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


@pytest.fixture
def case() -> Reconsideration:
    made: Reconsideration = ReconsiderationFactory.create()
    return made
