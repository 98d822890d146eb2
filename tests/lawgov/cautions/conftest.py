"""A clerk who is warned in English."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from cases.registry.roles import Role
from seeds.factories.registry import AgencyFactory, UserFactory


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def clerk(client: Client) -> Client:
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    client.force_login(UserFactory.create(role=Role.CLERK, agency=bureau, full_name="经办甲"))
    client.cookies["django_language"] = "en"
    return client
