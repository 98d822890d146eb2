"""People at the gate."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cases.registry.accesses.entries import AccessEntry
from cases.registry.agencies import Agency
from cases.registry.roles import Role
from cases.registry.users import User
from seeds.factories.registry import AgencyFactory, UserFactory

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
