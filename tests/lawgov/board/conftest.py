"""A county with a board, spoken of in English."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.lawgov.board.county import County
from tests.lawgov.board.county import county as founded


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def county(db: None) -> County:
    return founded()
