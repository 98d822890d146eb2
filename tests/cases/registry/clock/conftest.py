"""One clock for every test: the terms of the file on the calendar of the notices."""

import pytest

from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock


@pytest.fixture(scope="session")
def clock() -> Clock:
    return Clock(statutory(), Calendar())
