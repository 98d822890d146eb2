"""One clock for every test, read in English: the terms of the file, the days of the notices."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock


@pytest.fixture(scope="session")
def clock() -> Clock:
    return Clock(statutory(), Calendar())


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield
