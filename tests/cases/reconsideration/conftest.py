"""A clerk of the bureau at the desk."""

import pytest
from django.test import Client

from cases.registry.roles import Role
from seeds.factories.registry import AgencyFactory, UserFactory


@pytest.fixture
def desk(client: Client) -> Client:
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    client.force_login(UserFactory.create(role=Role.CLERK, agency=bureau))
    client.cookies["django_language"] = "en"
    return client
