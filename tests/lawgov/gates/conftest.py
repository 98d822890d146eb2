"""People at the gate."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cases.registry.accesses.entries import AccessEntry
from cases.registry.agencies import Agency
from cases.registry.roles import Role
from cases.registry.users import User
from lawgov.reports.models import SavedView
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.lawgov.gates.addresses import (
    ANONYMOUS,
)
from tests.lawgov.gates.world import MARK, TOWNSHIP, World, rows_of

PASSWORD = "correct horse"


@pytest.fixture
def bureau(db: None) -> Agency:
    county = AgencyFactory.create(county=True)
    made: Agency = AgencyFactory.create(bureau=True, parent=county)
    return made


@pytest.fixture
def person(bureau: Agency) -> User:
    made: User = UserFactory.create(username="clerk", agency=bureau)
    return made


@pytest.fixture
def security(bureau: Agency) -> User:
    made: User = UserFactory.create(
        username="security", role=Role.SECURITY_ADMINISTRATOR, agency=bureau
    )
    return made


def sign_in(client: Client, name: str, password: str = PASSWORD, **more: Any) -> Any:
    """What the sign-in page answers."""
    client.cookies["django_language"] = "en"
    return client.post("/admin/login/", {"username": name, "password": password}, **more)


def age(client: Client, **minutes: float) -> None:
    """Let what the session remembers lie back so many minutes: age(client, seen_at=31)."""
    session = client.session
    for name, ago in minutes.items():
        session[name] = timezone.now().timestamp() - ago * 60
    session.save()


def acts() -> list[str]:
    """What the log says was done, in its order."""
    return list(AccessEntry.objects.order_by("pk").values_list("act", flat=True))


@pytest.fixture
def world(who: str, client: Client) -> World:
    county = AgencyFactory.create(county=True)
    bureau = AgencyFactory.create(bureau=True, parent=county)
    town = AgencyFactory.create(township=True, parent=county)
    own, foreign = rows_of(town)
    agency = town if who == TOWNSHIP else bureau
    role = Role.CLERK if who in {TOWNSHIP, ANONYMOUS} else Role(who)
    user = UserFactory.create(username="crawler", role=role, agency=agency, password=None)
    view = SavedView.objects.create(
        owner=UserFactory.create(password=None), name=MARK, query="period=2024"
    )
    if who != ANONYMOUS:
        client.force_login(user)
    return World(client, user, own, foreign, view.pk)
