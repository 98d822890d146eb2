"""Two supervisors, for what takes two."""

import pytest

from cases.registry.roles import Role
from cases.registry.users import User
from tests.lawgov.reports.county import County


@pytest.fixture
def supervisor(county: County) -> User:
    return county.person(Role.SUPERVISOR)


@pytest.fixture
def second(county: County) -> User:
    return county.person(Role.SUPERVISOR)
